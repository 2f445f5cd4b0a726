// What people do to an incident.
import { describe, expect, it } from "vitest";
import type { PersonAction } from "../../src/incident/action.ts";
import { joinRefusalOf, refusalOf } from "../../src/incident/action.ts";
import { overflowGrouping } from "../../src/failure/overflow.ts";
import { forwardOf } from "../../src/incident/record.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import { MEMBERS_MAX } from "../../src/limits.ts";
import { AT } from "../support/factories.ts";
import {
  act,
  begin,
  changed,
  completed,
  DRAFT,
  failed,
  granted,
  HOUR_MS,
  idOf,
  kinds,
  open,
  OPENED_AT,
  openedEvent,
  POLICY,
  read,
  record,
  settled,
  step,
  ticketed,
  wake,
  whyOf,
} from "../support/life.ts";

const NOW = AT + HOUR_MS;
const OTHER = `v1-${"a".repeat(32)}`;
const collecting = begin().state;
const asking = settled();
const opening = granted(asking).state;
const watched = completed(ticketed()).state;
const forGood: PersonAction = { kind: "ignore", until: { kind: "good" } };
const merge: PersonAction = { kind: "merge", into: OTHER };

function lastEntry(state: IncidentState): object | undefined {
  return state.timeline.at(-1);
}

describe("resolve", () => {
  it("completes the ticket and watches production from now on", () => {
    const next = act(ticketed(), { kind: "resolve" }, NOW);
    expect(next.state.phase).toMatchObject({
      name: "verifying",
      fix: { completedAt: NOW },
      endsAt: NOW + POLICY.watchMs,
      ticket: { wanted: "completed" },
    });
    expect(kinds(next)).toEqual(["changeTicket", "readVersions", "updateIndex"]);
    expect(lastEntry(next.state)).toEqual({
      at: NOW,
      what: "resolved here: watching for the failure",
      by: "ada",
    });
  });

  it("needs no ticket: what comes back opens one", () => {
    const { state } = act(collecting, { kind: "resolve" }, NOW);
    expect(state.phase).toMatchObject({ name: "verifying", ticket: null });
    const back = record(state, NOW + HOUR_MS, "new");
    expect(kinds(back)).toEqual(["claimTicket", "updateIndex"]);
  });

  it("is over without a ticket once versions are read at the window's end", () => {
    const { state } = act(collecting, { kind: "resolve" }, NOW);
    const ending = wake(state, NOW + POLICY.watchMs).state;
    const ended = step(ending, { kind: "versionsRead", at: NOW + POLICY.watchMs, versions: [] });
    expect(ended.state.phase.name).toBe("resolved");
    expect(kinds(ended)).toEqual(["updateIndex"]);
  });

  it("still ends its window when Linear confirms the completion only then", () => {
    const { state } = act(ticketed(), { kind: "resolve" }, NOW);
    const endsAt = NOW + POLICY.watchMs;
    const asked = step(wake(state, endsAt).state, {
      kind: "versionsRead",
      at: endsAt,
      versions: [],
    });
    const unheard = read(asked.state, endsAt, { state: "open" });
    expect(unheard).toEqual({ state: asked.state, effects: [] });
    const { phase } = asked.state;
    const id = phase.name === "verifying" ? (phase.ticket?.id ?? "") : "";
    const confirmed = step(asked.state, { kind: "ticketChanged", at: endsAt + 5, id, nth: 1 });
    expect(kinds(confirmed)).toEqual(["readTicket"]);
    const closed = { state: "completed", closedAt: endsAt + 5 } as const;
    expect(read(confirmed.state, endsAt + 6, closed).state.phase.name).toBe("resolved");
  });

  it("changes nothing where it is resolved already", () => {
    expect(act(watched, { kind: "resolve" }, NOW)).toEqual({ state: watched, effects: [] });
  });
});

describe("a ticket that is withdrawn before Linear has answered", () => {
  const withdrawn = act(opening, forGood, NOW);

  it("is closed in the episode that it was found in by its link", () => {
    const adopted = { id: ticketId(opening.family, 3), episode: 3 };
    const next = step(withdrawn.state, openedEvent(opening, { adopted }));
    expect(next.effects[0]).toMatchObject({ kind: "changeTicket", ticketId: adopted.id });
    expect(next.state.episode).toBe(3);
  });

  it("is looked for instead of opened, under the same key", () => {
    expect(withdrawn.state.phase).toMatchObject({
      name: "ignored",
      ticket: { status: "withdrawn", id: idOf(opening) },
    });
    expect(kinds(withdrawn)).toEqual(["withdrawTicket", "updateIndex"]);
  });

  it("is forgotten where it was not made", () => {
    const id = idOf(opening);
    const absent = step(withdrawn.state, { kind: "ticketAbsent", at: NOW, id });
    expect(absent.state.phase).toMatchObject({ ticket: null });
  });

  it("is canceled where it was made, and completed where the incident was resolved", () => {
    expect(open(withdrawn.state, NOW).effects[0]).toMatchObject({ change: { to: "canceled" } });
    const resolved = act(opening, { kind: "resolve" }, NOW).state;
    expect(open(resolved, NOW).effects[0]).toMatchObject({ change: { to: "completed" } });
  });

  it("is opened after all when it is wanted again", () => {
    const back = act(withdrawn.state, { kind: "reopen" }, NOW);
    expect(back.state.phase).toMatchObject({ ticket: { status: "opening", id: idOf(opening) } });
    expect(kinds(back)).toEqual(["openTicket", "updateIndex"]);
  });
});

describe("ignore", () => {
  it("cancels the ticket, counts, and does nothing more", () => {
    const next = act(ticketed(), forGood, NOW);
    expect(next.effects[0]).toMatchObject({
      kind: "changeTicket",
      change: { to: "canceled", mergedInto: null },
    });
    const failing = record(next.state, OPENED_AT + 1, "bad", 5_000);
    expect(failing.effects).toEqual([]);
    expect(failing.state.count).toBe(5_001);
  });

  it("leaves a ticket alone that was completed", () => {
    expect(kinds(act(watched, forGood, NOW))).toEqual(["updateIndex"]);
  });

  it("ends with the first failure from its time on", () => {
    const until = { kind: "time", at: NOW + HOUR_MS } as const;
    const { state } = act(ticketed(), { kind: "ignore", until }, NOW);
    expect(whyOf(record(state, until.at - 1))).toBeUndefined();
    expect(whyOf(record(state, until.at))).toBe("ignoreEnded");
  });

  it("ends when it has failed so many times more", () => {
    const until = { kind: "more", count: 10 } as const;
    const { state } = act(ticketed(), { kind: "ignore", until }, NOW);
    const nine = record(state, NOW + 1, "bad", 9);
    expect(nine.state.phase.name).toBe("ignored");
    expect(whyOf(record(nine.state, NOW + 2))).toBe("ignoreEnded");
  });

  it("ends when it has grown to so many times its count", () => {
    const three = record(ticketed(), OPENED_AT, "bad", 2).state;
    const { state } = act(three, { kind: "ignore", until: { kind: "grown", factor: 4 } }, NOW);
    expect(record(state, NOW + 1, "bad", 8).state.phase.name).toBe("ignored");
    expect(whyOf(record(state, NOW + 1, "bad", 9))).toBe("ignoreEnded");
  });

  it("opens a ticket when it ends where there was none", () => {
    const until = { kind: "more", count: 1 } as const;
    const { state } = act(collecting, { kind: "ignore", until }, NOW);
    expect(kinds(record(state, NOW + 1))).toEqual(["claimTicket", "updateIndex"]);
  });
});

describe("reopen", () => {
  it.each([
    ["verifying", watched],
    ["ignored", act(ticketed(), forGood, NOW).state],
  ])("opens the ticket of a %s incident again", (_phase, state) => {
    const next = act(state, { kind: "reopen" }, NOW);
    expect(next.state.phase).toMatchObject({ name: "ticketed", ticket: { wanted: "open" } });
    expect(whyOf(next)).toBe("byPerson");
    expect(lastEntry(next.state)).toMatchObject({ by: "ada" });
  });

  it("changes nothing where it is open", () => {
    expect(act(opening, { kind: "reopen" }, NOW)).toEqual({ state: opening, effects: [] });
  });
});

describe("ticket", () => {
  it("does not wait for the settle window", () => {
    expect(kinds(act(collecting, { kind: "ticket" }, AT + 1))).toEqual([
      "claimTicket",
      "updateIndex",
    ]);
  });

  it("sends a draft once there is a key", () => {
    const id = idOf(opening);
    const drafted = step(opening, { kind: "ticketDrafted", at: NOW, id, draft: DRAFT }).state;
    expect(kinds(act(drafted, { kind: "ticket" }, NOW))).toContain("openTicket");
    const event = { kind: "acted", at: NOW, by: "ada", action: { kind: "ticket" } } as const;
    expect(step(drafted, event, { ticketsAreSent: false }).effects).toEqual([]);
  });

  it("is refused where the incident is closed", () => {
    expect(refusalOf(watched, { kind: "ticket" })).toBe("It is verifying: reopen it.");
    expect(act(watched, { kind: "ticket" }, NOW)).toEqual({ state: watched, effects: [] });
  });
});

describe("merge", () => {
  const merged = act(ticketed(), merge, NOW);

  it("cancels the ticket and says where the failures go", () => {
    expect(merged.state.phase).toMatchObject({ until: { kind: "merged", into: OTHER } });
    expect(merged.effects[0]).toMatchObject({ change: { to: "canceled", mergedInto: OTHER } });
    expect(kinds(merged)).toContain("leaveDesk");
    expect(merged.state.ownedKey).toBeNull();
  });

  it("forwards what it has not counted itself", () => {
    const known = merged.state.ring.entries[0]?.id ?? "";
    const old = { ...failed(NOW), id: known };
    const fresh = failed(NOW);
    expect(forwardOf(merged.state, [old])).toEqual({ kind: "recorded" });
    expect(forwardOf(merged.state, [old, fresh])).toEqual({
      kind: "forward",
      to: OTHER,
      messages: [fresh],
    });
    expect(forwardOf(ticketed(), [fresh])).toBeNull();
  });

  it("is refused for an overflow incident, which must know what it counted", () => {
    const overflow = { ...ticketed(), grouping: overflowGrouping("shop") };
    expect(refusalOf(overflow, merge)).toMatch(/ignore it instead/);
  });

  it("is refused into itself, into a second one, and with members of its own", () => {
    const state = ticketed();
    expect(refusalOf(state, { kind: "merge", into: state.fingerprint })).toMatch(/itself/);
    expect(refusalOf(merged.state, { kind: "merge", into: "v1-b" })).toMatch(/undo that first/);
    expect(refusalOf({ ...state, members: ["v1-b"] }, merge)).toMatch(/v1-b.*undo that first/);
    expect(refusalOf(merged.state, merge)).toBeNull();
    expect(act(merged.state, merge, NOW)).toEqual({ state: merged.state, effects: [] });
  });

  it.each<PersonAction>([{ kind: "resolve" }, forGood, { kind: "reopen" }, { kind: "ticket" }])(
    "is to be undone before $kind",
    (action) => {
      expect(refusalOf(merged.state, action)).toMatch(/undo that first/);
    },
  );

  it("is undone: the next failure opens the ticket again, and nothing is counted twice", () => {
    const there = failed(NOW + 1);
    const counted = { entries: [{ id: there.id, at: NOW + 1 }], horizonAt: null };
    const confirmed = changed(merged.state, NOW);
    const { state } = act(confirmed, { kind: "unmerge", counted }, NOW + 2);
    const again = step(state, { kind: "recorded", at: NOW + 3, messages: [there] });
    expect(again).toEqual({ state, effects: [] });
    // Its ticket was given up: the desk says which one is its own now.
    expect(kinds(record(state, NOW + 4))).toEqual(["claimTicket", "updateIndex"]);
  });

  it("is nothing to undo for one that was not merged", () => {
    const state = ticketed();
    expect(act(state, { kind: "unmerge", counted: null }, NOW)).toEqual({ state, effects: [] });
  });
});

describe("the incident that others are merged into", () => {
  const joined = step(ticketed(), { kind: "joined", at: NOW, member: OTHER }).state;

  it("knows its members, each once, until they leave", () => {
    expect(joined.members).toEqual([OTHER]);
    expect(step(joined, { kind: "joined", at: NOW, member: OTHER }).state).toBe(joined);
    expect(step(joined, { kind: "left", at: NOW, member: OTHER }).state.members).toEqual([]);
  });

  it("cannot have been merged itself, and takes only so many", () => {
    const merged = act(ticketed(), merge, NOW).state;
    expect(joinRefusalOf(merged, "v1-b")).toContain(OTHER);
    const full = { ...joined, members: Array.from({ length: MEMBERS_MAX }, (_, n) => `v1-${n}`) };
    expect(joinRefusalOf(full, "v1-more")).toMatch(/takes no more/);
    expect(joinRefusalOf(full, "v1-3")).toBeNull();
  });
});
