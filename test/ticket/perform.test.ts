import { parseLinearError } from "@linear/sdk";
import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/incident/effect.ts";
import { effectKey } from "../../src/incident/effect.ts";
import type { OutboxRow } from "../../src/incident/outbox.ts";
import { summarize } from "../../src/incident/summary.ts";
import { readSettings } from "../../src/settings.ts";
import type { Settings } from "../../src/settings.ts";
import { UnknownInLinear } from "../../src/ticket/linear-lookup.ts";
import type { OpenTicket, TicketSystem } from "../../src/ticket/linear.ts";
import { performEffect } from "../../src/ticket/perform.ts";
import type { PerformDeps } from "../../src/ticket/perform.ts";
import { AT, failure, incident } from "../support/factories.ts";

const TICKET_ID = "0c7c5c3e-3a5e-4b0e-9d6f-000000000001";
const open: Effect = { kind: "openTicket", ticketId: TICKET_ID };
const link: Effect = { kind: "linkTicket", ticketId: TICKET_ID };
const made: OpenTicket = {
  id: TICKET_ID,
  identifier: "ENG-1",
  url: "https://linear.example/ENG-1",
};

function row(effect: Effect, tries = 1): OutboxRow {
  return { key: effectKey(effect), seq: 1, effect, tries, dueAt: AT, since: AT, problem: null };
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

// Deps that write down what is called; `linear` answers in place of a system that works.
function makeDeps(
  over: { settings?: Settings; linear?: Partial<TicketSystem>; connects?: () => void } = {},
): { deps: PerformDeps; calls: string[] } {
  const calls: string[] = [];
  const answers: TicketSystem = {
    find: async () => null,
    create: async () => made,
    link: async () => {},
    read: async () => ({ state: "open" }),
    reopen: async () => {},
    say: async () => {},
    ...over.linear,
  };
  const system: TicketSystem = {
    find(id) {
      calls.push(`find ${id}`);
      return answers.find(id);
    },
    create(id, draft) {
      calls.push(`create ${id} ${draft.title} delegate=${draft.delegate}`);
      return answers.create(id, draft);
    },
    link(...told) {
      calls.push(`link ${told.join(" | ")}`);
      return answers.link(...told);
    },
    read(id) {
      calls.push(`read ${id}`);
      return answers.read(id);
    },
    reopen(id) {
      calls.push(`reopen ${id}`);
      return answers.reopen(id);
    },
    say(id, commentId, body) {
      calls.push(`say ${id} ${commentId} ${body.split("\n")[0]}`);
      return answers.say(id, commentId, body);
    },
  };
  const known = over.settings ?? settings();
  const connect = async (): Promise<TicketSystem> => {
    calls.push("connect");
    over.connects?.();
    return system;
  };
  const deps: PerformDeps = {
    settings: known,
    linear: known.linear && connect,
    outbox: () => [],
    putSummary: async (summary) => {
      calls.push(`putSummary ${summary.fingerprint} ${summary.count}`);
    },
    now: () => AT,
  };
  return { deps, calls };
}

async function failsWith(error: unknown): Promise<never> {
  throw error;
}

const CREATED = `create ${TICKET_ID} shop: PaymentError at GET /orders/:id delegate=true`;

describe("performEffect, of openTicket", () => {
  it("creates at the first try without looking", async () => {
    const { deps, calls } = makeDeps();
    const { id, identifier, url } = made;
    expect(await performEffect(row(open, 1), incident(), deps)).toEqual({
      kind: "done",
      event: { kind: "ticketOpened", at: AT, id, identifier, url },
    });
    expect(calls).toEqual(["connect", CREATED]);
  });

  it("looks first at a later try, and creates nothing where an earlier try did it", async () => {
    const { deps, calls } = makeDeps({ linear: { find: async () => made } });
    const outcome = await performEffect(row(open, 2), incident(), deps);
    expect(outcome).toMatchObject({ kind: "done", event: { identifier: "ENG-1" } });
    expect(calls).toEqual(["connect", `find ${TICKET_ID}`]);
  });

  it("creates at a later try where no earlier one did it", async () => {
    const { deps, calls } = makeDeps();
    await performEffect(row(open, 7), incident(), deps);
    expect(calls).toEqual(["connect", `find ${TICKET_ID}`, CREATED]);
  });

  it("drafts without a key: the whole ticket, and nobody is called", async () => {
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
    expect(calls).toEqual([]);
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

describe("performEffect, of linkTicket", () => {
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

  it.each([
    ["without an address", settings({ publicUrl: null })],
    ["without a key", settings({ linear: null })],
  ])("has nothing to do %s", async (_what, known) => {
    const { deps, calls } = makeDeps({ settings: known });
    const outcome = await performEffect(row(link), incident(), deps);
    expect(outcome).toEqual({ kind: "done", event: null });
    expect(calls).toEqual([]);
  });
});

describe("performEffect, of updateIndex", () => {
  it("tells the index how the incident is now, settings right or wrong", async () => {
    const { deps, calls } = makeDeps({
      settings: settings({ problems: ["LINEAR_TEAM is wrong."] }),
    });
    const state = incident({ count: 3 });
    const outcome = await performEffect(row({ kind: "updateIndex" }), state, deps);
    expect(outcome).toEqual({ kind: "done", event: null });
    expect(calls).toEqual([`putSummary ${summarize(state, []).fingerprint} 3`]);
  });
});

describe("performEffect, when it cannot", () => {
  it.each([
    ["openTicket", open],
    ["linkTicket", link],
  ])("waits with %s while a setting is wrong, and says which", async (_what, effect) => {
    const problems = ["LINEAR_TEAM is missing: set it.", "JURISDICTION is not one of eu, fedramp."];
    const { deps, calls } = makeDeps({ settings: settings({ problems }) });
    expect(await performEffect(row(effect), incident(), deps)).toEqual({
      kind: "failed",
      problem: `settings: ${problems.join(" ")}`,
      notBefore: null,
    });
    expect(calls).toEqual([]);
  });

  it("drafts nothing while a setting is wrong: there may be a key", async () => {
    const known = settings({ linear: null, problems: ["LINEAR_TEAM is missing: set it."] });
    const outcome = await performEffect(row(open), incident(), makeDeps({ settings: known }).deps);
    expect(outcome.kind).toBe("failed");
  });

  it("says which setting names what Linear does not know", async () => {
    const problem = "LINEAR_AGENT names a user that Linear does not show to this key";
    const create = (): Promise<never> => failsWith(new UnknownInLinear(problem));
    const { deps } = makeDeps({ linear: { create } });
    expect(await performEffect(row(open), incident(), deps)).toEqual({
      kind: "failed",
      problem,
      notBefore: null,
    });
  });

  it("waits as long as Linear says, and quotes nothing of what was sent", async () => {
    const raw: unknown = {
      message: "secret inside",
      request: { query: "", variables: { title: "secret inside" } },
      response: {
        status: 400,
        errors: [{ message: "secret inside", extensions: { code: "RATELIMITED" } }],
        headers: new Headers({ "retry-after": "30" }),
      },
    };
    const error = parseLinearError(raw as Parameters<typeof parseLinearError>[0]);
    const { deps } = makeDeps({ linear: { create: () => failsWith(error) } });
    expect(await performEffect(row(open), incident(), deps)).toEqual({
      kind: "failed",
      problem: "Linear's rate limit is used up",
      notBefore: AT + 30_000,
    });
  });

  it.each([
    ["looking", open, { find: () => failsWith(parseLinearError(new TypeError("fetch failed"))) }],
    ["linking", link, { link: () => failsWith(parseLinearError(new TypeError("fetch failed"))) }],
  ])("fails when %s fails", async (_what, effect, linear) => {
    const { deps } = makeDeps({ linear });
    const outcome = await performEffect(row(effect, 2), incident(), deps);
    expect(outcome).toMatchObject({ kind: "failed", problem: "Linear did not answer" });
  });

  it("does not blame Linear for a mistake of our own", async () => {
    const connects = (): never => {
      throw new RangeError("secret inside");
    };
    const performed = performEffect(row(open), incident(), makeDeps({ connects }).deps);
    // The outbox keeps the kind of it, and not its text.
    await expect(performed).rejects.toThrow(RangeError);
  });
});

describe("performEffect, of a ticket that exists", () => {
  it.each([
    ["completed", { state: "completed", completedAt: AT } as const],
    ["canceled", { state: "canceled" } as const],
  ])("tells the incident that it is %s", async (_state, reading) => {
    const { deps } = makeDeps({ linear: { read: async () => reading } });
    const effect = { kind: "readTicket", ticketId: "t1" } as const;
    expect(await performEffect(row(effect), incident(), deps)).toMatchObject({
      kind: "done",
      event: { kind: "ticketRead", id: "t1", reading },
    });
  });

  it("takes a ticket that is gone for one that nobody wants worked on", async () => {
    const { deps } = makeDeps({ linear: { read: async () => null } });
    const effect = { kind: "readTicket", ticketId: "t1" } as const;
    expect(await performEffect(row(effect), incident(), deps)).toMatchObject({
      event: { reading: { state: "canceled" } },
    });
  });

  it("opens it again and says why, under an id that a second try has too", async () => {
    const effect = { kind: "reopenTicket", ticketId: "t1", nth: 1, why: "notLive" } as const;
    const { deps, calls } = makeDeps();
    await performEffect(row(effect), incident(), deps);
    const once = calls.filter((call) => call !== "connect");
    expect(once).toEqual([
      "reopen t1",
      expect.stringMatching(/^say t1 [0-9a-f-]{36} Opened again: the fix is not live/) as string,
    ]);
    await performEffect(row(effect), incident(), deps);
    expect(calls.filter((call) => call !== "connect").slice(2)).toEqual(once);
  });

  it("says that the failure stopped", async () => {
    const { deps, calls } = makeDeps();
    const effect = { kind: "tellQuiet", ticketId: "t1", nth: 1 } as const;
    await performEffect(row(effect), incident(), deps);
    expect(calls.join("\n")).toMatch(/say t1 [0-9a-f-]{36} The failure stopped/);
  });
});
