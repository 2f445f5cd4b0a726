import { describe, expect, it } from "vitest";
import { UNSPENT } from "../../src/desk/budget.ts";
import { decideClaim } from "../../src/desk/decide-claim.ts";
import type { DeskView } from "../../src/desk/decide-claim.ts";
import type { FramedClaim } from "../../src/desk/echo.ts";
import type { TicketRow } from "../../src/desk/ticket-row.ts";
import type { Claim, Grant } from "../../src/incident/claim.ts";
import { claim, HOUR, POLICY } from "./claims.ts";

const HOUR_MS = 3_600_000;
const UNKNOWN: DeskView = { ticket: null, echoOf: null, framed: [], budget: UNSPENT };
const USED_UP: DeskView = { ...UNKNOWN, budget: { hour: HOUR, granted: 2 } };
const PREVIOUS = { identifier: "ENG-1", url: "https://linear.example/ENG-1" };

function row(over: Partial<TicketRow> = {}): TicketRow {
  const ticketKey = "family of a";
  return { ticketKey, owner: "x", episode: 3, issue: null, previous: null, updatedAt: 0, ...over };
}

function framed(over: Partial<FramedClaim> = {}): FramedClaim {
  const times = { firstAt: HOUR, lastAt: HOUR + 20_000, count: 10 };
  return { fingerprint: "f", ticketKey: "family of f", owner: "f", ...times, ...over };
}

function grant(asking: Claim, view: DeskView, at = HOUR + 1): Grant {
  return decideClaim(asking, view, POLICY, at).grant;
}

describe("decideClaim, of a ticket key", () => {
  it("gives a new one its first episode, and takes it of the budget", () => {
    expect(decideClaim(claim("a"), UNKNOWN, POLICY, HOUR + 1)).toEqual({
      grant: { kind: "own", episode: 1, previous: null },
      echoOf: null,
      spent: { hour: HOUR, granted: 1 },
    });
  });

  it("answers its owner the same however often it asks, for nothing", () => {
    const view = { ...USED_UP, ticket: row({ owner: "a", previous: PREVIOUS }) };
    expect(decideClaim(claim("a"), view, POLICY, HOUR)).toEqual({
      grant: { kind: "own", episode: 3, previous: PREVIOUS },
      echoOf: null,
      spent: null,
    });
  });

  it("lets others follow its owner, even where they are urgent", () => {
    const view = { ...USED_UP, ticket: row() };
    const followed = { kind: "follow", owner: "x", why: "family" };
    expect(grant(claim("a"), view)).toEqual(followed);
    expect(grant(claim("a", { isUrgent: true, isAlone: true }), view)).toEqual(followed);
  });

  it("goes to the first orphan of its owner; the second follows that one", () => {
    const orphan = claim("a", { orphanOf: "x" });
    expect(grant(orphan, { ...USED_UP, ticket: row() })).toMatchObject({ kind: "own", episode: 3 });
    expect(grant(orphan, { ...USED_UP, ticket: row({ owner: "b" }) })).toMatchObject({
      kind: "follow",
      owner: "b",
    });
  });

  it("is taken up again for nothing where nobody owns it, in the episode remembered", () => {
    const { grant: granted, spent } = decideClaim(
      claim("a"),
      { ...USED_UP, ticket: row({ owner: null }) },
      POLICY,
      HOUR,
    );
    expect([granted, spent]).toEqual([{ kind: "own", episode: 3, previous: null }, null]);
  });
});

describe("decideClaim, of the budget", () => {
  it("waits until the next hour starts, and gets its ticket then", () => {
    const until = HOUR + HOUR_MS;
    expect(grant(claim("a"), USED_UP, until - 1)).toEqual({ kind: "wait", until });
    expect(decideClaim(claim("a"), USED_UP, POLICY, until)).toMatchObject({
      grant: { kind: "own" },
      spent: { hour: until, granted: 1 },
    });
  });

  it("never refuses a person, and takes nothing for that", () => {
    expect(decideClaim(claim("a", { isUrgent: true }), USED_UP, POLICY, HOUR)).toMatchObject({
      grant: { kind: "own", episode: 1 },
      spent: null,
    });
  });

  it("has no tickets more where the clock was set back", () => {
    expect(grant(claim("a"), USED_UP, HOUR - HOUR_MS)).toEqual({
      kind: "wait",
      until: HOUR + HOUR_MS,
    });
  });
});

describe("decideClaim, of echoes", () => {
  const echo = claim("a", { hasFrame: false, producer: "till", count: 8, firstAt: HOUR + 100 });
  const heard: DeskView = { ...USED_UP, framed: [framed()] };

  it("follows the half that has the frames, also of another producer, for nothing", () => {
    expect(decideClaim(echo, heard, POLICY, HOUR)).toEqual({
      grant: { kind: "follow", owner: "f", why: "echo" },
      echoOf: "family of f",
      spent: null,
    });
  });

  it.each<[string, Partial<Claim>]>([
    ["has a frame itself", { hasFrame: true }],
    ["was separated by a person", { isAlone: true }],
    ["began later and lasts longer", { firstAt: HOUR + 5_001, lastAt: HOUR + 25_001 }],
    ["is older", { firstAt: HOUR - 5_001, lastAt: HOUR + 10 }],
    ["came more often", { count: 34 }],
    ["follows that owner in vain", { orphanOf: "f" }],
    ["is of the same ticket key", { ticketKey: "family of f" }],
  ])("does not where it %s", (_what, over) => {
    expect(grant({ ...echo, ...over }, heard)).toMatchObject({ kind: "wait" });
  });

  it.each<[string, Partial<Claim>]>([
    ["began within seconds, whenever it came last", { firstAt: HOUR + 5_000, lastAt: HOUR + 9e5 }],
    ["lies within the times of it", { firstAt: HOUR + 15_000, lastAt: HOUR + 25_000 }],
    ["came a little more often", { count: 33 }],
  ])("does where it %s", (_what, over) => {
    expect(grant({ ...echo, ...over }, heard)).toMatchObject({ why: "echo" });
  });

  it("follows nobody where the half with frames has no ticket yet", () => {
    const view = { ...UNKNOWN, framed: [framed({ owner: null })] };
    expect(grant(echo, view)).toMatchObject({ kind: "own" });
  });

  it("follows the half that began nearest", () => {
    const far = framed({
      fingerprint: "e",
      owner: "e",
      ticketKey: "family of e",
      firstAt: HOUR - 900,
    });
    expect(grant(echo, { ...heard, framed: [far, framed()] })).toMatchObject({ owner: "f" });
  });

  it("stays an echo when the claim with frames was forgotten, and goes along to a new owner", () => {
    const echoOf = row({ ticketKey: "family of f", owner: "g" });
    expect(decideClaim({ ...echo, orphanOf: "f" }, { ...USED_UP, echoOf }, POLICY, HOUR)).toEqual({
      grant: { kind: "follow", owner: "g", why: "echo" },
      echoOf: "family of f",
      spent: null,
    });
    const gone = { ...echo, orphanOf: "g" };
    expect(grant(gone, { ...UNKNOWN, echoOf })).toMatchObject({ kind: "own" });
    expect(grant({ ...echo, isAlone: true }, { ...UNKNOWN, echoOf })).toMatchObject({
      kind: "own",
    });
  });
});
