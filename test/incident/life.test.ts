// What becomes of an incident after its ticket: growth, the fix, and whether it holds.
import { describe, expect, it } from "vitest";
import type { SightedVersion } from "../../src/failure/sighted-version.ts";
import { hasGrown } from "../../src/incident/record.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import type { LivingStep } from "../../src/incident/step.ts";
import { nextWakeAt } from "../../src/incident/wake.ts";
import {
  FIX_GRACE_MS,
  READ_TICKET_AFTER_MS,
  READ_VERSIONS_AFTER_MS,
  SLOW_TICK_MS,
  VERSION_LIVE_MS,
} from "../../src/limits.ts";
import { AT } from "../support/factories.ts";
import {
  changed,
  completed,
  COMPLETED_AT,
  failed,
  HOUR_MS,
  idOf,
  kinds,
  OPENED_AT,
  POLICY,
  read,
  record,
  step,
  ticketed,
  wake,
  whyOf,
} from "../support/life.ts";

const ENDS_AT = COMPLETED_AT + POLICY.watchMs;
const NEWER: SightedVersion = { id: "new", firstAt: COMPLETED_AT, lastAt: COMPLETED_AT + HOUR_MS };

function sighted(state: IncidentState, at: number, ...versions: SightedVersion[]): LivingStep {
  return step(state, { kind: "versionsRead", at, versions });
}

describe("a ticketed incident", () => {
  it("shows its count on the ticket at ten, a hundred, a thousand, and not in between", () => {
    const nine = record(ticketed(), OPENED_AT, "bad", 8);
    expect(kinds(nine)).toEqual([]);
    const ten = record(nine.state, OPENED_AT, "bad", 1);
    expect(kinds(ten)).toEqual(["showTicket"]);
    expect(kinds(record(ten.state, OPENED_AT, "bad", 80))).toEqual([]);
  });

  it("reads the ticket when a failure comes after a while, once, and on the slow tick", () => {
    const state = ticketed();
    const later = OPENED_AT + READ_TICKET_AFTER_MS;
    expect(kinds(record(state, later - 1))).toEqual([]);
    const asked = record(state, later);
    expect(kinds(asked)).toEqual(["readTicket"]);
    expect(kinds(record(asked.state, later + 1))).toEqual([]);
    const tick = wake(state, state.tickAt ?? 0);
    expect(kinds(tick)).toEqual(["readTicket", "updateIndex"]);
    expect(nextWakeAt(tick.state, [], POLICY)).toBe((state.tickAt ?? 0) + SLOW_TICK_MS);
  });

  it("watches production once the ticket was completed", () => {
    const next = completed(ticketed());
    expect(next.state.phase).toMatchObject({ name: "verifying", fix: { knownBad: ["bad"] } });
    expect(kinds(next)).toEqual(["readVersions", "updateIndex"]);
    expect(nextWakeAt(next.state, [], POLICY)).toBeLessThanOrEqual(ENDS_AT);
  });

  it("opens the ticket again at once if a new version failed before the reading", () => {
    const late = record(ticketed(), COMPLETED_AT + HOUR_MS, "new").state;
    const next = completed(late, COMPLETED_AT + 2 * HOUR_MS);
    expect(whyOf(next)).toBe("newVersion");
    expect(next.state.phase.name).toBe("ticketed");
  });

  it("opens it again at once if it failed without versions, long enough before the reading", () => {
    const soon = record(ticketed(null), COMPLETED_AT + FIX_GRACE_MS, null).state;
    expect(completed(soon, COMPLETED_AT + HOUR_MS).state.phase.name).toBe("verifying");
    const late = record(ticketed(null), COMPLETED_AT + FIX_GRACE_MS + 1, null).state;
    expect(whyOf(completed(late, COMPLETED_AT + HOUR_MS))).toBe("timeAlone");
  });

  it("knows of stragglers that came before the reading", () => {
    const late = record(ticketed(), COMPLETED_AT + HOUR_MS, "bad").state;
    expect(completed(late, COMPLETED_AT + 2 * HOUR_MS).state.phase).toMatchObject({
      fix: { stragglers: { count: 1, lastAt: COMPLETED_AT + HOUR_MS } },
    });
  });

  it("is ignored when somebody cancels the ticket: counted, and nothing more", () => {
    const next = read(ticketed(), COMPLETED_AT, { state: "canceled", closedAt: COMPLETED_AT });
    expect(next.state.phase).toMatchObject({ name: "ignored", until: { kind: "good" } });
    expect(kinds(next)).toEqual(["updateIndex"]);
    const failing = record(next.state, COMPLETED_AT + 1_000, "bad", 1_000);
    expect(failing.effects).toEqual([]);
    expect(failing.state.count).toBe(1_001);
  });

  it("comes back when a failure shows that somebody opened the canceled ticket again", () => {
    const closed = { state: "canceled", closedAt: COMPLETED_AT } as const;
    const { state } = read(ticketed(), COMPLETED_AT, closed);
    const later = record(state, COMPLETED_AT + READ_TICKET_AFTER_MS);
    expect(kinds(later)).toEqual(["readTicket"]);
    const opened = read(later.state, COMPLETED_AT + READ_TICKET_AFTER_MS, { state: "open" });
    expect(opened.state.phase.name).toBe("ticketed");
  });
});

describe("a watched fix", () => {
  const { state } = completed(ticketed());

  it("holds against what failed before it and is delivered late, and learns from it", () => {
    const late = record(state, COMPLETED_AT - 1, "another");
    expect(late.effects).toEqual([]);
    expect(late.state.phase).toMatchObject({
      name: "verifying",
      fix: { knownBad: ["bad", "another"] },
    });
    expect(whyOf(record(late.state, COMPLETED_AT + 1, "another"))).toBeUndefined();
  });

  it("reads one batch oldest first, in whatever order it comes", () => {
    const messages = [failed(COMPLETED_AT + 5, "late"), failed(COMPLETED_AT - 5, "late")] as const;
    const next = step(state, { kind: "recorded", at: COMPLETED_AT + 9, messages });
    expect(next.state.phase.name).toBe("verifying");
  });

  it("holds against stragglers of a version known bad, and asks what is live, now and then", () => {
    const next = record(state, COMPLETED_AT + HOUR_MS, "bad", 3);
    expect(kinds(next)).toEqual(["readVersions"]);
    expect(next.state.phase).toMatchObject({ fix: { stragglers: { count: 3 } } });
    const at = COMPLETED_AT + HOUR_MS + 1;
    const known = sighted(next.state, at, { ...NEWER, lastAt: at });
    expect(kinds(known)).toEqual([]);
    expect(kinds(record(known.state, at + READ_VERSIONS_AFTER_MS - 1, "bad"))).toEqual([]);
    expect(kinds(record(known.state, at + READ_VERSIONS_AFTER_MS, "bad"))).toEqual([
      "readVersions",
    ]);
  });

  it("fails when a version fails that did not before", () => {
    const next = record(state, COMPLETED_AT + HOUR_MS, "new");
    expect(whyOf(next)).toBe("newVersion");
    expect(next.state.phase).toMatchObject({
      name: "ticketed",
      ticket: { changes: 1, wanted: "open" },
    });
  });

  it("is decided by time alone where the platform tells no versions", () => {
    const unversioned = completed(ticketed(null)).state;
    const soon = record(unversioned, COMPLETED_AT + FIX_GRACE_MS, null);
    expect(whyOf(soon)).toBeUndefined();
    expect(whyOf(record(unversioned, COMPLETED_AT + FIX_GRACE_MS + 1, null))).toBe("timeAlone");
  });

  it("is found to hold when the window ends: versions and ticket are read before the last word", () => {
    expect(wake(state, ENDS_AT - 1).state.phase).toMatchObject({ isEnding: false });
    const ending = wake(state, ENDS_AT);
    expect(kinds(ending)).toContain("readVersions");
    const asked = sighted(ending.state, ENDS_AT + 1, { ...NEWER, lastAt: ENDS_AT });
    expect(kinds(asked)).toEqual(["readTicket"]);
    const ended = completed(asked.state, ENDS_AT + 2);
    expect(ended.state.phase.name).toBe("resolved");
    expect(kinds(ended)).toEqual(["tellQuiet", "updateIndex"]);
  });

  it("wakes for the window's end, whatever the slow tick does", () => {
    expect(nextWakeAt({ ...state, tickAt: ENDS_AT + 1 }, [], POLICY)).toBe(ENDS_AT);
  });

  it("says the last word where there is no key to read the ticket with", () => {
    const asked = sighted(wake(state, ENDS_AT).state, ENDS_AT + 1);
    expect(read(asked.state, ENDS_AT + 2, { state: "unknown" }).state.phase.name).toBe("resolved");
  });

  it("is not live if a version known bad still fails when the window ends", () => {
    const end = (failing: IncidentState): LivingStep =>
      completed(
        sighted(wake(failing, ENDS_AT).state, ENDS_AT, { ...NEWER, lastAt: ENDS_AT }).state,
        ENDS_AT,
      );
    expect(whyOf(end(record(state, ENDS_AT - HOUR_MS / 2, "bad").state))).toBe("notLive");
    const long = record(state, COMPLETED_AT + HOUR_MS, "bad").state;
    expect(end(long).state.phase.name).toBe("resolved");
  });

  it("is given up when somebody opens the ticket again by hand, or cancels it", () => {
    const opened = read(state, COMPLETED_AT + 1, { state: "open" });
    expect(opened.state.phase.name).toBe("ticketed");
    const closed = { state: "canceled", closedAt: COMPLETED_AT + 1 } as const;
    expect(read(state, COMPLETED_AT + 1, closed).state.phase.name).toBe("ignored");
  });

  it("reads the ticket on the slow tick too", () => {
    expect(kinds(wake(state, state.tickAt ?? 0))).toContain("readTicket");
  });
});

describe("stragglers", () => {
  const { state } = completed(ticketed());
  const at = COMPLETED_AT + FIX_GRACE_MS + 1;
  const straggling = record(state, at, "bad").state;
  const old: SightedVersion = { id: "bad", firstAt: AT, lastAt: at };

  it("are none if no newer version was sighted and a fix had the time to go live", () => {
    expect(whyOf(sighted(straggling, at, old))).toBe("notLive");
    expect(whyOf(sighted(straggling, at))).toBe("notLive");
  });

  it("are given the time that a deploy takes after the ticket was completed", () => {
    const soon = record(state, COMPLETED_AT + FIX_GRACE_MS, "bad").state;
    expect(whyOf(sighted(soon, at, old))).toBeUndefined();
  });

  it("are stragglers while a newer version is live", () => {
    expect(whyOf(sighted(straggling, at, old, { ...NEWER, lastAt: at }))).toBeUndefined();
    const live = { ...NEWER, lastAt: at - VERSION_LIVE_MS + 1 };
    expect(whyOf(sighted(straggling, at, old, live))).toBeUndefined();
  });

  it("are a roll-back once the newer version is not seen any more", () => {
    const gone = { ...NEWER, lastAt: at - VERSION_LIVE_MS };
    expect(whyOf(sighted(straggling, at, old, gone))).toBe("notLive");
  });

  it("do not count an older version as one that replaced theirs", () => {
    const older = { id: "older", firstAt: AT - HOUR_MS, lastAt: at };
    expect(whyOf(sighted(straggling, at, old, older))).toBe("notLive");
  });

  it("go by when their version was sighted first, not by when it failed first", () => {
    const early = { ...old, firstAt: AT - 10 * HOUR_MS };
    const between = { id: "between", firstAt: AT - HOUR_MS, lastAt: at };
    expect(whyOf(sighted(straggling, at, early, between))).toBeUndefined();
  });
});

describe("a fix that held", () => {
  const ended = completed(
    sighted(wake(completed(ticketed()).state, ENDS_AT).state, ENDS_AT, NEWER).state,
    ENDS_AT,
  ).state;

  it("is broken by a version that did not fail before, and by any where none is told", () => {
    expect(ended.phase.name).toBe("resolved");
    expect(whyOf(record(ended, ENDS_AT + HOUR_MS, "new"))).toBe("afterResolved");
    expect(whyOf(record(ended, ENDS_AT + HOUR_MS, null))).toBe("afterResolved");
    expect(record(ended, COMPLETED_AT - 1, "bad").effects).toEqual([]);
  });

  it("is not broken by a straggler while a newer version is live; a roll-back breaks it", () => {
    const at = ENDS_AT + HOUR_MS;
    const late = record(ended, at, "bad");
    expect(kinds(late)).toEqual(["readVersions"]);
    expect(whyOf(sighted(late.state, at, { ...NEWER, lastAt: at }))).toBeUndefined();
    expect(whyOf(sighted(late.state, at, NEWER))).toBe("notLive");
  });
});

describe("a ticket that is being changed", () => {
  const reopened = record(completed(ticketed()).state, COMPLETED_AT + HOUR_MS, "new").state;

  it("is not believed until Linear has confirmed the change: what is read is from before it", () => {
    expect(completed(reopened, COMPLETED_AT + 2 * HOUR_MS)).toEqual({
      state: reopened,
      effects: [],
    });
    const confirmed = changed(reopened, COMPLETED_AT + 2 * HOUR_MS);
    const again = { state: "completed", closedAt: COMPLETED_AT + 3 * HOUR_MS } as const;
    expect(read(confirmed, COMPLETED_AT + 3 * HOUR_MS, again).state.phase.name).toBe("verifying");
  });

  it("is confirmed by the latest change only", () => {
    const { phase } = reopened;
    const id = phase.name === "ticketed" && phase.ticket.status === "made" ? phase.ticket.id : "";
    const stale = step(reopened, { kind: "ticketChanged", at: COMPLETED_AT, id, nth: 0 });
    expect(stale).toEqual({ state: reopened, effects: [] });
  });
});

describe("a ticket that is gone from Linear", () => {
  const gone = (state: IncidentState, at: number): LivingStep =>
    step(state, { kind: "ticketGone", at, id: idOf(state) });

  it("is no word that the failure does not matter: if it fails on, there is a new ticket", () => {
    const { state } = gone(ticketed(), OPENED_AT + 1);
    expect(state.phase).toMatchObject({ name: "ignored", ticket: null });
    expect(state).toMatchObject({ episode: 2, previousTicket: { identifier: "ENG-1" } });
    const failing = record(state, OPENED_AT + 2);
    expect(failing.effects[0]).toEqual({ kind: "openTicket", ticketId: idOf(failing.state) });
  });

  it("has a new one at once where it was to be opened again", () => {
    const reopened = record(completed(ticketed()).state, COMPLETED_AT + HOUR_MS, "new").state;
    const next = gone(reopened, COMPLETED_AT + HOUR_MS);
    expect(next.effects[0]).toEqual({ kind: "openTicket", ticketId: idOf(next.state) });
    expect(next.state.episode).toBe(2);
  });

  it("does not keep a watch from ending", () => {
    const watched = completed(ticketed()).state;
    expect(gone(watched, COMPLETED_AT + 1).state.phase).toMatchObject({
      name: "verifying",
      ticket: null,
    });
    const asked = sighted(wake(watched, ENDS_AT).state, ENDS_AT, { ...NEWER, lastAt: ENDS_AT });
    expect(gone(asked.state, ENDS_AT).state.phase).toMatchObject({ name: "resolved" });
  });
});

describe("hasGrown", () => {
  it.each([
    [1, 9, false],
    [1, 10, true],
    [10, 99, false],
    [99, 100, true],
    [5, 5_000, true],
    [0, 1, false],
  ])("from %i to %i: %s", (told, count, expected) => {
    expect(hasGrown(told, count)).toBe(expected);
  });
});
