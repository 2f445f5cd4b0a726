// Incidents as people and agents meet them over the API, and what the queue delivers for them.
import { runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import type { FailureMessage } from "../../src/failure/message.ts";
import { failureMessage } from "../support/factories.ts";
import { consume, FAILURES, NOW } from "./consume.ts";
import type { Sent } from "./consume.ts";

// The tokens of vitest.config.ts.
export const FULL = "test-access-token";
export const READ = "test-agent-token";

export interface SeenIncident {
  readonly count: number;
  readonly members: readonly string[];
  readonly phase: { readonly name: string };
  readonly timeline: readonly { readonly what: string; readonly by: string | null }[];
  readonly waiting: readonly { readonly effect: string; readonly problem: string | null }[];
  readonly alarmAt: string | null;
}

export interface Asked {
  readonly token?: string | null;
  readonly method?: string;
  readonly body?: string;
}

/** Asks the API for an address; with ACCESS_TOKEN if nothing else is said. */
export function ask(path: string, { token = FULL, ...init }: Asked = {}): Promise<Response> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  return exports.default.fetch(`https://outerloop.example.com${path}`, { headers, ...init });
}

/** Acts on an incident as a person does. */
export function act(fingerprint: string, action: string, body: object = {}): Promise<Response> {
  const init = { method: "POST", body: JSON.stringify(body) };
  return ask(`/incidents/${fingerprint}/${action}`, init);
}

/** The incident as the API shows it; null where there is none. */
export async function see(fingerprint: string): Promise<SeenIncident | null> {
  const response = await ask(`/incidents/${fingerprint}`);
  if (response.ok) return response.json();
  await response.text();
  return null;
}

/** The status of a refusal, its code and its words. */
export async function refusalOf(response: Response): Promise<readonly [number, string, string]> {
  const { error } = await response.json<{ error: { code: string; message: string } }>();
  return [response.status, error.code, error.message];
}

/** A message as the queue delivers it. */
export function sent(fingerprint: string, id: string, over: Partial<FailureMessage> = {}): Sent {
  const at = { firstAt: NOW, lastAt: NOW };
  return { id, body: failureMessage({ id, fingerprint, ...at, ...over }) };
}

/** Has the queue's consumer take in messages for one incident; the ids of those that it acked. */
export async function deliver(
  fingerprint: string,
  ...ids: readonly string[]
): Promise<readonly string[]> {
  const { acked } = await consume(
    FAILURES,
    ids.map((id) => sent(fingerprint, id)),
  );
  return acked;
}

/** What an incident's object holds: its tables, and when its alarm rings. */
export function storedOf(
  fingerprint: string,
): Promise<{ readonly tables: readonly unknown[]; readonly alarmAt: number | null }> {
  return runInDurableObject(
    env.INCIDENT.getByName(fingerprint),
    async (_incident, { storage }) => ({
      tables: storage.sql.exec("SELECT name FROM sqlite_master").toArray(),
      alarmAt: await storage.getAlarm(),
    }),
  );
}
