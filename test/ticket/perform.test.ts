import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/incident/effect.ts";
import { effectKey } from "../../src/incident/effect.ts";
import type { OutboxRow } from "../../src/incident/outbox.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { readSettings } from "../../src/settings.ts";
import type { Settings } from "../../src/settings.ts";
import type { TicketSystem } from "../../src/ticket/linear.ts";
import { performEffect } from "../../src/ticket/perform.ts";
import type { PerformDeps } from "../../src/ticket/perform.ts";
import { AT, failure, incident, madeTicket, ticketFacts } from "../support/factories.ts";
import { foundTicket } from "../support/held-ticket.ts";
import { quietLinear } from "../support/quiet-linear.ts";

const TICKET_ID = "0c7c5c3e-3a5e-4b0e-9d6f-000000000001";
const WANTED_AT = AT - 60_000;
const COMPLETED_AT = AT - 86_400_000;
const open: Effect = { kind: "openTicket", ticketId: TICKET_ID };
const withdraw: Effect = { kind: "withdrawTicket", ticketId: TICKET_ID };
const link: Effect = { kind: "showTicket", ticketId: TICKET_ID };
const read: Effect = { kind: "readTicket", ticketId: TICKET_ID };
const change: Effect = {
  kind: "changeTicket",
  ticketId: TICKET_ID,
  nth: 3,
  at: WANTED_AT,
  instead: null,
  change: { to: "completed" },
};
const quiet: Effect = { kind: "tellQuiet", ticketId: TICKET_ID, completedAt: COMPLETED_AT };

const made = foundTicket();

function row(effect: Effect, tries = 1): OutboxRow {
  const since = WANTED_AT;
  return {
    key: effectKey(effect),
    seq: 1,
    effect,
    tries,
    dueAt: AT,
    since,
    problem: null,
    detail: null,
  };
}

function settings(over: Partial<Settings> = {}): Settings {
  const env = {
    LINEAR_API_KEY: "lin_api_test",
    LINEAR_TEAM: "ENG",
    LINEAR_AGENT: "coding-agent",
    PUBLIC_URL: "https://outerloop.example.com",
  };
  return { ...readSettings(env), ...over };
}

// Resolved, so that there is something to tell; in any other phase the notes are the same.
function resolved(): IncidentState {
  const stragglers = { count: 0, lastAt: null };
  const fix = { completedAt: COMPLETED_AT, knownBad: [], stragglers, sighted: [], sightedAt: AT };
  return incident({ phase: { name: "resolved", since: AT, ticket: madeTicket(), fix } });
}

const NO_DESK: PerformDeps["desk"] = {
  claim: async () => ({ kind: "own", episode: 1, previous: null }),
  opened: async () => true,
  appoint: async () => true,
  leave: async () => {},
};
const NO_INCIDENT: ReturnType<PerformDeps["incident"]> = {
  report: async () => ({ kind: "notOwner" }),
  forget: async () => {},
  inherit: async () => false,
};

interface Over {
  readonly settings?: Settings;
  readonly linear?: Partial<TicketSystem>;
  readonly deps?: Partial<PerformDeps>;
}

// Deps that write down what is called; `linear` answers in place of a system that works.
function makeDeps(over: Over = {}): { deps: PerformDeps; calls: string[] } {
  const calls: string[] = [];
  const answers = quietLinear(over.linear);
  const system: TicketSystem = {
    ...answers,
    find(id) {
      calls.push(`find ${id}`);
      return answers.find(id);
    },
    create(id, draft) {
      calls.push(`create ${id} ${draft.title} delegate=${draft.delegate}`);
      return answers.create(id, draft);
    },
    link(id, told) {
      const { url, title, subtitle } = told;
      calls.push(`link ${[id, url, title, subtitle].join(" | ")}`);
      return answers.link(id, told);
    },
    move(id, to) {
      calls.push(`move ${id} ${to}`);
      return answers.move(id, to);
    },
    say(id, commentId, body) {
      calls.push(`say ${id} ${body.split(/[:.]/)[0]}`);
      return answers.say(id, commentId, body);
    },
  };
  const known = over.settings ?? settings();
  const connect = async (): Promise<TicketSystem> => {
    calls.push("connect");
    return system;
  };
  const deps: PerformDeps = {
    settings: known,
    linear: known.linear && connect,
    note: ({ kind }) => {
      calls.push(`note ${kind}`);
    },
    outbox: () => [],
    desk: NO_DESK,
    incident: () => NO_INCIDENT,
    putSummary: async (summary) => {
      calls.push(`putSummary ${summary.fingerprint} ${summary.count}`);
    },
    dropSummary: async (fingerprint) => {
      calls.push(`dropSummary ${fingerprint}`);
    },
    versionsOf: async (producer) => {
      calls.push(`versionsOf ${producer}`);
      return [];
    },
    now: () => AT,
    ...over.deps,
  };
  return { deps, calls };
}

const OPENED = {
  kind: "ticketOpened",
  at: AT,
  id: TICKET_ID,
  reading: { state: "open" },
  facts: ticketFacts(),
  words: null,
  adopted: null,
  wantedAt: WANTED_AT,
} as const;
const CREATED = `create ${TICKET_ID} shop: PaymentError at GET /orders/:id delegate=true`;

describe("performEffect, of openTicket", () => {
  it.each([1, 7])("looks, and creates what is not there, at try %i", async (tries) => {
    const { deps, calls } = makeDeps();
    expect(await performEffect(row(open, tries), incident(), deps)).toMatchObject({
      kind: "done",
      event: { ...OPENED, words: { sent: {}, read: {}, priority: 2 } },
    });
    expect(calls).toEqual([
      "connect",
      `find ${TICKET_ID}`,
      "versionsOf shop",
      "note ticketWorded",
      CREATED,
    ]);
  });

  it.each([1, 2])("creates nothing where it is there, at try %i", async (tries) => {
    const reading = { state: "canceled", closedAt: AT - 1 } as const;
    const { deps, calls } = makeDeps({ linear: { find: async () => foundTicket({ reading }) } });
    expect(await performEffect(row(open, tries), incident(), deps)).toEqual({
      kind: "done",
      event: { ...OPENED, reading },
    });
    expect(calls).toEqual(["connect", `find ${TICKET_ID}`]);
  });

  it("creates a ticket though nobody tells which versions are live", async () => {
    const versionsOf = (): Promise<never> => Promise.reject(new Error("away"));
    const { deps, calls } = makeDeps({ deps: { versionsOf } });
    expect(await performEffect(row(open), incident(), deps)).toMatchObject({ kind: "done" });
    expect(calls).toContain(CREATED);
  });

  it("drafts without a key: the whole ticket, and Linear is not called", async () => {
    const { deps, calls } = makeDeps({ settings: settings({ linear: null, publicUrl: null }) });
    expect(await performEffect(row(open), incident(), deps)).toMatchObject({
      kind: "done",
      event: {
        kind: "ticketDrafted",
        at: AT,
        id: TICKET_ID,
        draft: { title: "shop: PaymentError at GET /orders/:id", labels: [], delegate: false },
      },
    });
    expect(calls).toEqual(["versionsOf shop"]);
  });

  it("does as the rules say", async () => {
    const { rules } = readSettings({
      RULES: [{ match: { producer: "sh*" }, agent: false, priority: 4, labels: ["till"] }],
    });
    const known = settings({ linear: null, rules });
    const outcome = await performEffect(row(open), incident(), makeDeps({ settings: known }).deps);
    expect(outcome).toMatchObject({
      event: { draft: { delegate: false, priority: 4, labels: ["till"] } },
    });
  });

  it("keeps the agent out of what the platform did", async () => {
    const platform = failure({ outcome: "internalError", platform: true });
    const { deps, calls } = makeDeps();
    const samples = { first: [platform], latest: [] };
    await performEffect(row(open), incident({ samples }), deps);
    expect(calls.at(-1)).toMatch(/ delegate=false$/);
  });
});

describe("performEffect, of showTicket", () => {
  it("attaches the incident's address with the count", async () => {
    const { deps, calls } = makeDeps();
    const state = incident({ count: 12 });
    expect(await performEffect(row(link), state, deps)).toEqual({ kind: "done", event: null });
    const url = `https://outerloop.example.com/incidents/${state.fingerprint}`;
    expect(calls).toEqual([
      "connect",
      `link ${TICKET_ID} | ${url} | outerloop incident | 12 failures`,
    ]);
  });

  it("has nothing to attach without an address", async () => {
    const { deps, calls } = makeDeps({ settings: settings({ publicUrl: null }) });
    const outcome = await performEffect(row(link), incident(), deps);
    expect(outcome).toEqual({ kind: "done", event: null });
    expect(calls).toEqual(["connect"]);
  });
});

describe("performEffect, of the other effects on a ticket", () => {
  it.each([
    ["withdrawTicket", withdraw, OPENED],
    ["readTicket", read, { kind: "ticketRead", reading: { state: "open" }, facts: ticketFacts() }],
    ["changeTicket", change, { kind: "ticketChanged", nth: 3 }],
  ])("tells the incident what %s came to", async (_kind, effect, event) => {
    const { deps } = makeDeps({ linear: { find: async () => made } });
    expect(await performEffect(row(effect), resolved(), deps)).toEqual({
      kind: "done",
      event: { ...event, at: AT, id: TICKET_ID },
    });
  });

  it("moves the ticket, and says why", async () => {
    const { deps, calls } = makeDeps({ linear: { find: async () => made } });
    await performEffect(row(change), resolved(), deps);
    expect(calls.slice(2)).toEqual([
      `move ${TICKET_ID} completed`,
      `say ${TICKET_ID} The incident was resolved in outerloop`,
    ]);
  });

  it("says that the failure stopped", async () => {
    const { deps, calls } = makeDeps();
    const outcome = await performEffect(row(quiet), resolved(), deps);
    expect(outcome).toEqual({ kind: "done", event: null });
    expect(calls).toEqual(["connect", `say ${TICKET_ID} The failure stopped`]);
  });
});

const WRONG = settings({ problems: ["LINEAR_TEAM is wrong."] });

describe("performEffect, of what is not on a ticket", () => {
  it("tells the index how the incident is now, settings right or wrong", async () => {
    const { deps, calls } = makeDeps({ settings: WRONG });
    const state = incident({ count: 3 });
    const outcome = await performEffect(row({ kind: "updateIndex" }), state, deps);
    expect(outcome).toEqual({ kind: "done", event: null });
    expect(calls).toEqual([`putSummary ${state.fingerprint} 3`]);
  });

  it("leaves the index, settings right or wrong, and tells that nothing else waits", async () => {
    const leave = row({ kind: "leaveIndex" });
    const { deps, calls } = makeDeps({ settings: WRONG, deps: { outbox: () => [leave] } });
    const state = incident();
    expect(await performEffect(leave, state, deps)).toEqual({
      kind: "done",
      event: { kind: "leftIndex", at: AT, isIdle: true },
    });
    expect(calls).toEqual([`dropSummary ${state.fingerprint}`]);
  });

  it.each([
    ["another effect", row(read)],
    ["the same wish anew", { ...row({ kind: "leaveIndex" }), seq: 2 }],
  ])("tells of %s that came while it left the index", async (_what, come) => {
    const leave = row({ kind: "leaveIndex" });
    const waiting = [leave];
    const dropSummary = async (): Promise<void> => {
      if (come.key === leave.key) waiting.pop();
      waiting.push({ ...come, seq: 2 });
    };
    const { deps } = makeDeps({ deps: { outbox: () => waiting, dropSummary } });
    expect(await performEffect(leave, incident(), deps)).toMatchObject({
      event: { kind: "leftIndex", isIdle: false },
    });
  });

  it("asks for the versions of its producer, settings right or wrong", async () => {
    const versions = [{ id: "version-1", firstAt: AT - 1, lastAt: AT }];
    const asked: string[] = [];
    const versionsOf: PerformDeps["versionsOf"] = async (producer) => {
      asked.push(producer);
      return versions;
    };
    const { deps } = makeDeps({ settings: WRONG, deps: { versionsOf } });
    expect(await performEffect(row({ kind: "readVersions" }), incident(), deps)).toEqual({
      kind: "done",
      event: { kind: "versionsRead", at: AT, versions },
    });
    expect(asked).toEqual(["shop"]);
  });
});
