// One incident of a test's own among what the stand-in for Linear holds, and time going by for it.
import { env } from "cloudflare:workers";
import { vi } from "vitest";
import { failure, failureMessage } from "../support/factories.ts";
import { consume, FAILURES } from "../workerd/consume.ts";
import { alarmOf, ring } from "./incidents.ts";
import type { LinearIssue } from "./linear.ts";

/** More than an incident rings in a day. */
const RINGS_MAX = 500;

/** A ticket with what it says and shows. */
export interface SeenTicket extends LinearIssue {
  readonly description: string;
  readonly attachments: readonly { readonly url: string; readonly subtitle: string | null }[];
  readonly delegate: string | null;
}

/** The tickets of one incident, known by what they link to or say. */
export async function ticketsOf(
  fingerprint: string,
  linearUrl: string,
): Promise<readonly SeenTicket[]> {
  const answer = await fetch(`${linearUrl}/stand-in/state`);
  const { issues } = await answer.json<{ issues: SeenTicket[] }>();
  return issues.filter((issue) => JSON.stringify(issue).includes(fingerprint));
}

/** The incident fails, once unless told otherwise, and the queue delivers it. */
export async function fail(
  fingerprint: string,
  id: string,
  { count = 1, version = "bad" }: { readonly count?: number; readonly version?: string } = {},
): Promise<void> {
  const at = Date.now();
  // A producer of its own: no family and no budget is shared with another incident.
  const grouping = { ...failure().grouping, producer: `shop-${fingerprint.slice(-6)}` };
  const samples = [failure({ at, grouping, version: { id: version, tag: null } })] as const;
  const body = failureMessage({ id, fingerprint, count, firstAt: at, lastAt: at, samples });
  const { acked } = await consume(FAILURES, [{ id, body }]);
  if (acked.length !== 1) throw new Error(`${id} was not acked`);
}

/** Lets time go by; the alarm of the incident rings whenever it is due. How often it rang. */
export async function pass(fingerprint: string, until: number): Promise<number> {
  for (let rung = 0; rung < RINGS_MAX; rung += 1) {
    // oxlint-disable-next-line no-await-in-loop -- as time goes
    const at = await alarmOf(fingerprint);
    if (at === null || at > until) {
      vi.setSystemTime(until);
      return rung;
    }
    vi.setSystemTime(Math.max(at, Date.now()));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await ring(fingerprint);
  }
  throw new Error(`${fingerprint} rings and rings`);
}

/** The object of an incident. */
export function objectOf(fingerprint: string): ReturnType<Env["INCIDENT"]["getByName"]> {
  return env.INCIDENT.getByName(fingerprint);
}
