// A ticket in Linear that keeps what was done to it, for the tests of the effects on tickets.
import { parseLinearError } from "@linear/sdk";
import type { Effect, TicketChange } from "../../src/incident/effect.ts";
import type { Outcome } from "../../src/incident/outbox.ts";
import type { TicketReading } from "../../src/incident/ticket.ts";
import { readSettings } from "../../src/settings.ts";
import { UnknownInLinear } from "../../src/ticket/linear-lookup.ts";
import type { TicketSystem } from "../../src/ticket/linear.ts";
import type { FoundTicket } from "../../src/ticket/linear-read.ts";
import type { TicketDeps } from "../../src/ticket/perform-ticket.ts";
import { AT, ticketFacts } from "./factories.ts";

export const ID = "0c7c5c3e-3a5e-4b0e-9d6f-000000000001";
export const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const TARGET = `v1-${"a".repeat(32)}`;
/** When a change was wished; what happens in these tests happens at AT, later. */
export const WISHED_AT = AT - 60_000;
export const OPEN: TicketReading = { state: "open" };

type Change = Extract<Effect, { kind: "changeTicket" }>;

interface World {
  readonly deps: TicketDeps;
  readonly calls: readonly string[];
  /** What was said, by comment id. */
  readonly said: ReadonlyMap<string, string>;
  reading: () => TicketReading | null;
}

// A ticket in Linear; null: there is none. `publicUrl` as in the settings.
export function world(
  reading: TicketReading | null,
  publicUrl: string | null = "https://outerloop.example.com",
  hasLostTeam = false,
): World {
  const calls: string[] = [];
  const said = new Map<string, string>();
  let now = reading;
  const found = (): FoundTicket | null => now && foundTicket({ reading: now });
  const linear: TicketSystem = {
    async find(id) {
      calls.push(`find ${id}`);
      return found();
    },
    async create(id) {
      calls.push(`create ${id}`);
      now = OPEN;
      return found() as FoundTicket;
    },
    async checkTeam() {
      if (hasLostTeam) throw new UnknownInLinear("LINEAR_TEAM names no team");
    },
    async link(id, { url, title, subtitle }) {
      calls.push(`link ${id} ${url} ${title} ${subtitle}`);
    },
    async linkedTo() {
      return [];
    },
    async move(id, to) {
      calls.push(`move ${id} ${to}`);
      now = to === "open" ? OPEN : { state: to, closedAt: AT };
    },
    async say(id, commentId, body) {
      calls.push(`say ${id}`);
      if (!said.has(commentId)) said.set(commentId, body);
    },
    async sayAnew(id, commentId, body) {
      calls.push(`say anew ${id}`);
      said.set(commentId, body);
    },
    async sessionOf() {
      return null;
    },
    async delegate(id, agent) {
      calls.push(`delegate ${id} ${agent}`);
    },
    async takeOffAgent(id) {
      calls.push(`take off ${id}`);
    },
    async giveToPerson(id) {
      calls.push(`give ${id}`);
      return null;
    },
    async rewrite(id, text) {
      calls.push(`rewrite ${id} ${Object.keys(text).join()}`);
    },
  };
  const settings = { ...readSettings({}), publicUrl };
  const versionsOf = async (): Promise<[]> => [];
  const deps = { settings, linear, note: () => {}, versionsOf, now: () => AT };
  return { deps, calls, said, reading: () => now };
}

/** A ticket as Linear shows it. */
export function foundTicket(over: Partial<FoundTicket> = {}): FoundTicket {
  const text = { title: "shop: PaymentError", description: "…", priority: 2 };
  return { reading: OPEN, facts: ticketFacts(), text, createdAt: AT, ...over };
}

export function changeTo(change: TicketChange, over: Partial<Change> = {}): Change {
  return {
    kind: "changeTicket",
    ticketId: ID,
    nth: 1,
    at: WISHED_AT,
    instead: null,
    change,
    ...over,
  };
}

export const GONE: Outcome = { kind: "done", event: { kind: "ticketGone", at: AT, id: ID } };

// Linear's answer to what it does not allow: HTTP 200 with errors.
export function refusal(code: string): Error {
  const raw: unknown = {
    message: "no",
    response: { status: 200, errors: [{ message: "no", extensions: { code } }] },
  };
  return parseLinearError(raw as Parameters<typeof parseLinearError>[0]);
}

export const REOPENED: TicketChange = { to: "open", why: "newVersion" };
export const RESOLVED: TicketChange = { to: "completed" };
export const IGNORED: TicketChange = { to: "canceled", mergedInto: null };
export const MERGED: TicketChange = { to: "canceled", mergedInto: TARGET };

export function closed(state: "completed" | "canceled", closedAt: number): TicketReading {
  return { state, closedAt };
}
