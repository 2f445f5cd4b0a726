// Owners and followers: one ticket for a fault, whatever routes it takes.
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../src/incident/action.ts";
import { answerTo, isOwner } from "../../src/incident/owner.ts";
import { allVersions, outgrows, totalCount, withFollower } from "../../src/incident/followers.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import type { OwnerAnswer } from "../../src/incident/step.ts";
import { claimOf, ticketKeyOf } from "../../src/incident/ticket-key.ts";
import { nextWakeAt } from "../../src/incident/wake.ts";
import {
  ASK_OWNER_AGAIN_MS,
  FIX_GRACE_MS,
  FOLLOWERS_MAX,
  IDLE_TICK_MS,
  TELL_OWNER_AFTER_MS,
} from "../../src/limits.ts";
import { AT, failure, incident, madeTicket } from "../support/factories.ts";
import {
  act,
  begin,
  completed,
  COMPLETED_AT,
  follower,
  following,
  HOUR_MS,
  kinds,
  OPENED_AT,
  POLICY,
  record,
  settled,
  step,
  ticketed,
  wake,
  whyOf,
} from "../support/life.ts";

const OWNER = `v1-${"a".repeat(32)}`;

const NOW = AT + HOUR_MS;

function versionOf(id: string, firstAt: number, lastAt = firstAt) {
  return { version: { id, tag: null }, count: 1, firstAt, lastAt };
}

function answered(state: IncidentState, answer: OwnerAnswer, owner = OWNER) {
  return step(state, { kind: "ownerAnswered", at: NOW, owner, answer });
}

function followed(state: IncidentState, over: Parameters<typeof follower>[0] = {}, at = NOW) {
  return step(state, { kind: "followed", at, follower: follower(over) });
}

describe("the ticket key", () => {
  it("is the family, or the fingerprint where the settings or a person say so", () => {
    const state = incident();
    expect(ticketKeyOf(state, "family")).toBe(state.family);
    expect(ticketKeyOf(state, "incident")).toBe(state.fingerprint);
    expect(ticketKeyOf({ ...state, isAlone: true }, "family")).toBe(state.fingerprint);
  });

  it("is the fingerprint where nothing but a status or an outcome is known", () => {
    const grouping = { ...failure().grouping, frame: null };
    const status = failure({ grouping, reason: "status" });
    const samples = { first: [status], latest: [] };
    const state = incident({ grouping, samples });
    expect(ticketKeyOf(state, "family")).toBe(state.fingerprint);
    const thrown = { first: [{ ...status, reason: "exception" as const }], latest: [] };
    expect(ticketKeyOf({ ...state, samples: thrown }, "family")).toBe(state.family);
  });

  it("is claimed with what the desk needs to know", () => {
    expect(claimOf(settled(), "family")).toMatchObject({
      hasFrame: true,
      orphanOf: null,
      isUrgent: false,
      route: "GET /orders/:id",
    });
    const urgent = act(begin().state, { kind: "ticket" }, AT + 1).state;
    expect(claimOf(urgent, "family").isUrgent).toBe(true);
  });
});

describe("a follower", () => {
  const state = following(OWNER);

  it("tells its owner of itself at once, then as long as it fails, but not too often", () => {
    const grant = { kind: "follow", owner: OWNER, why: "echo" } as const;
    const key = settled().family;
    const next = step(settled(), { kind: "claimed", at: OPENED_AT, ticketKey: key, grant });
    expect(kinds(next)).toEqual(["tellOwner", "updateIndex"]);
    expect(kinds(record(state, OPENED_AT + TELL_OWNER_AFTER_MS - 1))).toEqual([]);
    expect(kinds(record(state, OPENED_AT + TELL_OWNER_AFTER_MS))).toEqual(["tellOwner"]);
    expect(kinds(wake(state, AT + IDLE_TICK_MS * 2))).toEqual(["tellOwner", "updateIndex"]);
  });

  it("shows the ticket of its owner", () => {
    const ticket = { identifier: "ENG-1", url: "https://linear.example/ENG-1" };
    expect(answered(state, { kind: "noted", ticket }).state.phase).toMatchObject({
      ticket: { status: "following", ticket },
    });
  });

  it("asks again, later each time, while the ticket of its owner is being opened", () => {
    const since = state.phase.since;
    const noted = (at: number): number | null =>
      step(state, {
        kind: "ownerAnswered",
        at,
        owner: OWNER,
        answer: { kind: "noted", ticket: null },
      }).state.tickAt;
    expect(noted(since)).toBe(since + ASK_OWNER_AGAIN_MS);
    expect(noted(since + 60_000)).toBe(since + 120_000);
  });

  it("asks the desk when its owner is none any more", () => {
    const next = answered(state, { kind: "notOwner" });
    expect(kinds(next)).toEqual(["claimTicket", "updateIndex"]);
    expect(claimOf(next.state, "family").orphanOf).toBe(OWNER);
  });

  it("gets a ticket of its own when it fails more often than what it seemed the echo of", () => {
    const next = answered(state, { kind: "noEcho" });
    expect(next.state.isAlone).toBe(true);
    expect(claimOf(next.state, "family")).toMatchObject({
      isAlone: true,
      ticketKey: state.fingerprint,
    });
  });

  it("does not listen to others", () => {
    expect(answered(state, { kind: "notOwner" }, "v1-other")).toEqual({ state, effects: [] });
  });

  it("is separated by a person, and resolved or ticketed only with its owner", () => {
    const next = act(state, { kind: "separate" }, NOW);
    expect(kinds(next)).toEqual(["claimTicket", "updateIndex", "leaveOwner"]);
    expect(claimOf(next.state, "family")).toMatchObject({ isAlone: true, isUrgent: true });
    expect(refusalOf(state, { kind: "resolve" })).toContain(OWNER);
    expect(refusalOf(state, { kind: "ticket" })).toContain(OWNER);
    expect(refusalOf(ticketed(), { kind: "separate" })).toMatch(/follows no other/);
  });

  it("leaves the desk when it is ignored", () => {
    const next = act(state, { kind: "ignore", until: { kind: "good" } }, NOW);
    expect(kinds(next)).toEqual(["leaveDesk", "leaveOwner", "updateIndex"]);
    expect(next.state.phase).toMatchObject({ name: "ignored", ticket: null });
  });

  it("ends like any other, with an owner or without", () => {
    const quiet = { ...state, tickAt: null };
    expect(nextWakeAt(quiet, [], POLICY)).toBe(OPENED_AT + POLICY.retentionMs);
  });
});

describe("an owner", () => {
  it("counts the failures of its followers on the ticket", () => {
    const next = followed(ticketed(), { count: 9 });
    expect(totalCount(next.state)).toBe(10);
    expect(kinds(next)).toEqual(["showTicket"]);
    expect(kinds(followed(next.state, { count: 10 }))).toEqual([]);
    expect(kinds(followed(next.state, { count: 99 }))).toEqual(["showTicket"]);
  });

  it("forgets a follower that has left, and shows so", () => {
    const { state } = followed(ticketed(), { count: 9 });
    const left = { kind: "unfollowed", at: NOW, fingerprint: follower().fingerprint } as const;
    const next = step(state, left);
    expect(totalCount(next.state)).toBe(1);
    expect(kinds(next)).toEqual(["showTicket"]);
    expect(step(next.state, left)).toEqual({ state: next.state, effects: [] });
  });

  it("has each follower once, and only so many", () => {
    const many = Array.from({ length: FOLLOWERS_MAX + 3 }, (_, n) =>
      follower({ fingerprint: `v1-${n}`, lastAt: AT + n }),
    ).reduce(withFollower, []);
    expect(many).toHaveLength(FOLLOWERS_MAX);
    expect(withFollower(many, follower({ fingerprint: "v1-20", count: 7 }))).toHaveLength(
      FOLLOWERS_MAX,
    );
  });

  it("takes a new version of a follower for a regression, and an old one for a straggler", () => {
    const watched = completed(ticketed()).state;
    const later = COMPLETED_AT + FIX_GRACE_MS + 1;
    const fresh = followed(watched, { versions: [versionOf("new", later)] });
    expect(whyOf(fresh)).toBe("newVersion");
    const old = followed(watched, { lastAt: later, versions: [versionOf("old", AT, later)] });
    expect(kinds(old)).toEqual(["readVersions"]);
    const sighted = step(old.state, { kind: "versionsRead", at: later, versions: [] });
    expect(whyOf(sighted)).toBe("notLive");
  });

  it("knows the versions of its followers when the ticket is completed", () => {
    const { state } = followed(ticketed(), { versions: [versionOf("other", AT)] });
    expect(completed(state).state.phase).toMatchObject({
      fix: { knownBad: expect.arrayContaining(["bad", "other"]) as string[] },
    });
    expect(
      allVersions(state)
        .map(({ version }) => version.id)
        .toSorted(),
    ).toEqual(["bad", "other"]);
  });

  it("comes back from being ignored when its followers have failed so often", () => {
    const until = { kind: "more", count: 10 } as const;
    const ignored = act(ticketed(), { kind: "ignore", until }, NOW).state;
    expect(whyOf(followed(ignored, { count: 9 }))).toBeUndefined();
    expect(whyOf(followed(ignored, { count: 10 }))).toBe("ignoreEnded");
  });

  it("does not end while a follower still fails", () => {
    const state = incident({
      phase: { name: "ignored", since: AT, ticket: madeTicket(), until: { kind: "good" } },
      followers: [follower({ lastAt: AT + 5 * HOUR_MS })],
      tickAt: null,
    });
    expect(nextWakeAt(state, [], POLICY)).toBe(AT + 5 * HOUR_MS + POLICY.retentionMs);
  });

  it("does not come back for a report without a new failure", () => {
    const waits: IncidentState = {
      ...followed(ticketed(), { count: 5 }).state,
      phase: { name: "ignored", since: NOW, ticket: null, until: { kind: "count", count: 6 } },
    };
    expect(followed(waits, { count: 5 }).effects).toEqual([]);
    expect(kinds(followed(waits, { count: 6 }))).toContain("openTicket");
  });

  it("keeps a full list as it is, but for those that were quiet for a day", () => {
    const full = Array.from({ length: FOLLOWERS_MAX }, (_, n) =>
      follower({ fingerprint: `v1-${n}`, lastAt: NOW }),
    );
    const fresh = follower({ fingerprint: "v1-new", lastAt: NOW + HOUR_MS });
    expect(withFollower(full, fresh)).toBe(full);
    const later = { ...fresh, lastAt: NOW + IDLE_TICK_MS };
    expect(withFollower(full, later)).toContain(later);
  });

  it("tells a follower to wait while the desk's answer is on its way", () => {
    expect(answerTo(follower(), settled())).toEqual({ kind: "noted", ticket: null });
    expect(answerTo(follower(), null)).toEqual({ kind: "notOwner" });
    expect(answerTo(follower(), following(OWNER))).toEqual({ kind: "notOwner" });
    expect(answerTo(follower({ why: "echo", count: 99 }), ticketed())).toEqual({ kind: "noEcho" });
    expect(answerTo(follower(), ticketed())).toBeNull();
  });

  it("is one while it has the ticket key and was not merged away", () => {
    expect(isOwner(ticketed())).toBe(true);
    expect(isOwner(following(OWNER))).toBe(false);
    expect(isOwner(begin().state)).toBe(false);
    const merged = act(ticketed(), { kind: "merge", into: OWNER }, NOW).state;
    expect(isOwner({ ...merged, ownedKey: "v1-x" })).toBe(false);
  });

  it("is told that an echo is none when that fails far more often", () => {
    const owner = incident({ count: 100 });
    expect(outgrows(follower({ why: "echo", count: 303 }), owner)).toBe(false);
    expect(outgrows(follower({ why: "echo", count: 304 }), owner)).toBe(true);
    expect(outgrows(follower({ why: "family", count: 999 }), owner)).toBe(false);
  });
});
