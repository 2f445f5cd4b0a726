// What becomes of effects that cannot be performed, or only in part.
import { parseLinearError } from "@linear/sdk";
import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/incident/effect.ts";
import { effectKey } from "../../src/incident/effect.ts";
import type { OutboxRow } from "../../src/incident/outbox.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { readSettings } from "../../src/settings.ts";
import type { Settings } from "../../src/settings.ts";
import { UnknownInLinear } from "../../src/ticket/linear-lookup.ts";
import type { TicketSystem } from "../../src/ticket/linear.ts";
import type { FoundTicket } from "../../src/ticket/linear-read.ts";
import { performEffect } from "../../src/ticket/perform.ts";
import type { PerformDeps } from "../../src/ticket/perform.ts";
import { AT, incident, madeTicket } from "../support/factories.ts";
import { foundTicket } from "../support/held-ticket.ts";
import { quietLinear } from "../support/quiet-linear.ts";

const ID = "0c7c5c3e-3a5e-4b0e-9d6f-000000000001";
const COMPLETED_AT = AT - 86_400_000;
const open: Effect = { kind: "openTicket", ticketId: ID };
const withdraw: Effect = { kind: "withdrawTicket", ticketId: ID };
const link: Effect = { kind: "showTicket", ticketId: ID };
const read: Effect = { kind: "readTicket", ticketId: ID };
const change: Effect = {
  kind: "changeTicket",
  ticketId: ID,
  nth: 3,
  at: AT,
  instead: null,
  change: { to: "completed" },
};
const quiet: Effect = { kind: "tellQuiet", ticketId: ID, completedAt: COMPLETED_AT };
const ON_TICKET = named([open, withdraw, link, read, change, quiet]);
const ELSEWHERE = named([
  { kind: "updateIndex" },
  { kind: "leaveIndex" },
  { kind: "readVersions" },
]);

function named(effects: readonly Effect[]): readonly (readonly [string, Effect])[] {
  return effects.map((effect) => [effect.kind, effect]);
}

function row(effect: Effect): OutboxRow {
  return {
    key: effectKey(effect),
    seq: 1,
    effect,
    tries: 2,
    dueAt: AT,
    since: AT,
    problem: null,
    detail: null,
  };
}

function settings(over: Partial<Settings> = {}): Settings {
  const env = {
    LINEAR_API_KEY: "lin_api_test",
    LINEAR_TEAM: "ENG",
    PUBLIC_URL: "https://outerloop.example.com",
  };
  return { ...readSettings(env), ...over };
}

// Resolved, so that there is something to tell.
function resolved(): IncidentState {
  const stragglers = { count: 0, lastAt: null };
  const fix = { completedAt: COMPLETED_AT, knownBad: [], stragglers, sighted: [], sightedAt: AT };
  return incident({ phase: { name: "resolved", since: AT, ticket: madeTicket(), fix } });
}

// Deps that write down whether anything was called; what `linear` does not tell does nothing.
function makeDeps(
  known: Settings,
  linear: Partial<TicketSystem> = {},
): { deps: PerformDeps; calls: string[] } {
  const calls: string[] = [];
  const noted = async (what: string): Promise<void> => {
    calls.push(what);
  };
  const connect = async (): Promise<TicketSystem> => {
    await noted("connect");
    return quietLinear(linear);
  };
  const deps: PerformDeps = {
    settings: known,
    linear: known.linear && connect,
    note: ({ kind }) => void noted(`note ${kind}`),
    outbox: () => [],
    desk: {
      claim: async () => {
        await noted("claim");
        return { kind: "own", episode: 1, previous: null };
      },
      opened: async () => {
        await noted("opened");
        return true;
      },
      appoint: async () => true,
      leave: () => noted("leave"),
    },
    incident: () => ({
      report: async () => ({ kind: "notOwner" }),
      forget: async () => {},
      inherit: async () => false,
    }),
    putSummary: () => noted("putSummary"),
    dropSummary: () => noted("dropSummary"),
    versionsOf: async () => {
      await noted("versionsOf");
      return [];
    },
    now: () => AT,
  };
  return { deps, calls };
}

async function failsWith(error: unknown): Promise<never> {
  throw error;
}

describe("performEffect, without a key", () => {
  const keyless = settings({ linear: null });

  it.each([
    ["withdrawTicket", withdraw, { kind: "ticketAbsent" }],
    ["readTicket", read, { kind: "ticketRead", reading: { state: "unknown" }, facts: null }],
  ])("has an answer to %s", async (_kind, effect, event) => {
    const { deps, calls } = makeDeps(keyless);
    expect(await performEffect({ ...row(effect), tries: 1 }, resolved(), deps)).toEqual({
      kind: "done",
      event: { ...event, at: AT, id: ID },
    });
    expect(calls).toEqual([]);
  });

  it("does not take a ticket for absent that a try with a key may have made", async () => {
    const { deps } = makeDeps(keyless);
    const outcome = await performEffect({ ...row(withdraw), tries: 2 }, resolved(), deps);
    expect(outcome.kind).toBe("failed");
  });

  it.each(named([link, change, quiet]))("waits for the key with %s", async (_kind, effect) => {
    const { deps, calls } = makeDeps(keyless);
    expect(await performEffect(row(effect), resolved(), deps)).toEqual({
      kind: "failed",
      problem: expect.stringContaining("LINEAR_API_KEY") as string,
      detail: null,
      notBefore: null,
    });
    expect(calls).toEqual([]);
  });
});

describe("performEffect, of a ticket that was deleted for good", () => {
  const refuses = (): Promise<never> => failsWith(refused());
  const refusing = { link: refuses, say: refuses };

  it.each(named([link, quiet]))("has nothing left to do with %s", async (_kind, effect) => {
    const { deps } = makeDeps(settings(), refusing);
    const outcome = await performEffect(row(effect), resolved(), deps);
    expect(outcome).toEqual({ kind: "done", event: null });
  });

  it.each([
    ["the ticket is there", { find: async () => foundTicket() }],
    ["the key lost its team", { checkTeam: () => failsWith(new UnknownInLinear("LINEAR_TEAM")) }],
    ["nobody answers", { find: refuses }],
  ])("waits with showTicket where %s", async (_what, linear) => {
    const { deps } = makeDeps(settings(), { ...refusing, ...linear });
    const outcome = await performEffect(row(link), resolved(), deps);
    expect(outcome).toMatchObject({ kind: "failed", problem: expect.stringContaining("refused") });
  });
});

// Linear's answer to what it cannot take: HTTP 200 with errors.
function refused(): Error {
  const raw: unknown = {
    response: { status: 200, errors: [{ message: "no", extensions: { code: "INPUT_ERROR" } }] },
  };
  return parseLinearError(raw as Parameters<typeof parseLinearError>[0]);
}

describe("performEffect, when it cannot", () => {
  it.each(ON_TICKET)("waits with %s while a setting is wrong", async (_kind, effect) => {
    const problems = ["LINEAR_TEAM is missing: set it.", "WATCH_HOURS is no number."];
    // Without a key too: nothing is drafted, because there may be one.
    for (const known of [settings({ problems }), settings({ problems, linear: null })]) {
      const { deps, calls } = makeDeps(known);
      // oxlint-disable-next-line no-await-in-loop -- two cases
      expect(await performEffect(row(effect), resolved(), deps)).toEqual({
        kind: "failed",
        problem: `settings: ${problems.join(" ")}`,
        detail: null,
        notBefore: null,
      });
      expect(calls).toEqual([]);
    }
  });

  it.each([...ON_TICKET, ...ELSEWHERE])(
    "does nothing at all of %s while it is not known where objects lie",
    async (_kind, effect) => {
      const problem = "JURISDICTION is not one of eu, fedramp.";
      const known = settings({ isMisplaced: true, problems: [problem] });
      const { deps, calls } = makeDeps(known);
      expect(await performEffect(row(effect), resolved(), deps)).toEqual({
        kind: "failed",
        problem: `settings: ${problem}`,
        detail: null,
        notBefore: null,
      });
      expect(calls).toEqual([]);
    },
  );

  it("says which setting names what Linear does not know, and apart from that what exists", async () => {
    const problem = "LINEAR_AGENT names a user that Linear does not show to this key";
    const create = (): Promise<never> =>
      failsWith(new UnknownInLinear(problem, "agents: coding-agent"));
    const { deps } = makeDeps(settings(), { create });
    expect(await performEffect(row(open), incident(), deps)).toEqual({
      kind: "failed",
      problem,
      detail: "agents: coding-agent",
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
    const { deps } = makeDeps(settings(), { create: () => failsWith(error) });
    expect(await performEffect(row(open), incident(), deps)).toEqual({
      kind: "failed",
      problem: "Linear's rate limit is used up",
      detail: null,
      notBefore: AT + 30_000,
    });
  });

  const lost = (): Promise<never> => failsWith(parseLinearError(new TypeError("fetch failed")));
  const find = async (): Promise<FoundTicket> => foundTicket();
  it.each<[string, Effect, Partial<TicketSystem>]>([
    ["looking", open, { find: lost }],
    ["looking before withdrawing", withdraw, { find: lost }],
    ["linking", link, { link: lost }],
    ["reading", read, { find: lost }],
    ["moving", change, { find, move: lost }],
    ["saying why", change, { find, say: lost }],
    ["saying that it is quiet", quiet, { say: lost }],
  ])("fails when %s fails", async (_what, effect, linear) => {
    const { deps } = makeDeps(settings(), linear);
    const outcome = await performEffect(row(effect), resolved(), deps);
    expect(outcome).toMatchObject({ kind: "failed", problem: "Linear did not answer" });
  });

  it("does not blame Linear for a mistake of our own", async () => {
    const { deps } = makeDeps(settings());
    const linear = (): Promise<never> => failsWith(new RangeError("secret inside"));
    const performed = performEffect(row(open), incident(), { ...deps, linear });
    // The outbox keeps the kind of it, and not its text.
    await expect(performed).rejects.toThrow(RangeError);
  });
});
