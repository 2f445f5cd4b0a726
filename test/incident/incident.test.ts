import { describe, expect, it } from "vitest";
import { advance } from "../../src/incident/incident.ts";
import { nextWakeAt } from "../../src/incident/wake.ts";
import { IDLE_TICK_MS, SLOW_TICK_MS } from "../../src/limits.ts";
import { AT, failure, failureMessage, incident, madeTicket } from "../support/factories.ts";
import {
  begin,
  DAY_MS,
  DRAFT,
  failed,
  granted,
  idOf,
  kinds,
  open,
  openedEvent,
  OPENED_AT,
  POLICY,
  record,
  step,
  ticketed,
  wake,
} from "../support/life.ts";

const begun = begin().state;
const asking = wake(begun, AT + 30_000).state;
const opening = granted(asking).state;
const id = idOf(begun);

describe("advance, from the first failure to the ticket", () => {
  it("begins with the first failure, collects, and tells the index", () => {
    const next = begin();
    expect(next.state.phase).toEqual({ name: "collecting", since: AT, settlesAt: AT + 30_000 });
    expect(next.state.count).toBe(1);
    expect(kinds(next)).toEqual(["updateIndex"]);
  });

  it("begins nothing without leave", () => {
    const event = { kind: "recorded", at: AT, messages: [failed(AT)] } as const;
    expect(advance(null, event, POLICY)).toBeNull();
    expect(advance(null, { kind: "woke", at: AT, isIdle: true }, POLICY)).toBeNull();
  });

  it("begins nothing with what another incident has counted", () => {
    const message = failed(AT);
    const counted = { entries: [{ id: message.id, at: AT }], horizonAt: null };
    const event = { kind: "recorded", at: AT, messages: [message], begin: { counted } } as const;
    expect(advance(null, event, POLICY)).toBeNull();
    const more = { ...event, messages: [message, failed(AT)] } as const;
    expect(advance(null, more, POLICY)?.state?.count).toBe(1);
  });

  it("waits twice as long for a failure without an own frame, whose better half may follow", () => {
    const grouping = { ...failure().grouping, frame: null };
    const { state } = begin(failureMessage({ samples: [failure({ grouping })] }));
    expect(nextWakeAt(state, [], POLICY)).toBe(AT + 60_000);
  });

  it("counts a whole batch in one step and wants nothing done for it", () => {
    const messages = [failureMessage({ id: "b" }), failureMessage({ id: "c", count: 4 })] as const;
    const next = step(begun, { kind: "recorded", at: AT + 5, messages });
    expect(next.state.count).toBe(6);
    expect(next.effects).toEqual([]);
  });

  it("asks the desk for a ticket when the settle window has passed, and not before", () => {
    expect(wake(begun, AT + 29_999).effects).toEqual([]);
    const next = wake(begun, AT + 30_000);
    expect(kinds(next)).toEqual(["claimTicket", "updateIndex"]);
    expect(next.state.phase).toMatchObject({ name: "ticketed", ticket: { status: "asking" } });
  });

  it("opens the ticket of its family once the desk has granted it", () => {
    const next = granted(asking);
    expect(kinds(next)).toEqual(["openTicket", "updateIndex"]);
    expect(next.state.phase).toMatchObject({ ticket: { status: "opening", id } });
    expect(next.state.ownedKey).toBe(begun.family);
  });

  it("does not want a second ticket, however often it wakes", () => {
    for (const state of [asking, opening]) {
      const again = wake(state, AT + 40_000);
      expect(again.effects).toEqual([]);
      expect(again.state.phase).toEqual(state.phase);
    }
  });

  it("keeps what Linear answered and links the ticket", () => {
    const next = open(opening);
    expect(next.state.phase).toMatchObject({ ticket: { status: "made", identifier: "ENG-1" } });
    expect(kinds(next)).toEqual(["showTicket", "tellDesk", "updateIndex"]);
  });

  it("takes an answer once: a second one and one to another ticket change nothing", () => {
    const { state } = open(opening);
    expect(open(state)).toEqual({ state, effects: [] });
    const foreign = openedEvent(opening, { id: "other", wantedAt: AT });
    expect(step(opening, foreign)).toEqual({ state: opening, effects: [] });
    expect(step(begun, { ...foreign, id })).toEqual({ state: begun, effects: [] });
  });
});

describe("advance, of a ticket that was there before", () => {
  const closed = (state: "completed" | "canceled", closedAt: number) =>
    open(opening, OPENED_AT, { state, closedAt }, AT + 30_000);

  it("takes one that was made and completed while the answer was lost for completed", () => {
    const next = closed("completed", AT + 30_500);
    expect(next.state.phase.name).toBe("verifying");
    expect(kinds(next)).toContain("showTicket");
  });

  it("takes one that was canceled meanwhile for ignored", () => {
    expect(closed("canceled", AT + 30_500).state.phase.name).toBe("ignored");
  });

  it("reopens one that was completed before it failed again", () => {
    const next = closed("completed", AT - DAY_MS);
    expect(next.state.phase).toMatchObject({ name: "ticketed", ticket: { wanted: "open" } });
    expect(next.state.episode).toBe(1);
  });

  it.each<["completed" | "canceled", number, string]>([
    ["completed", AT - POLICY.retentionMs - DAY_MS, "longer ago than the retention time"],
    ["canceled", AT - DAY_MS, "before it failed anew: that one was given up"],
  ])("begins a new episode where the ticket was %s at %i, %s", (how, closedAt) => {
    const next = closed(how, closedAt);
    expect(next.state.episode).toBe(2);
    expect(next.state.previousTicket?.identifier).toBe("ENG-1");
    expect(next.effects[0]).toEqual({ kind: "openTicket", ticketId: idOf(next.state) });
    expect(idOf(next.state)).not.toBe(id);
  });
});

describe("advance, without a Linear key", () => {
  const drafted = step(opening, { kind: "ticketDrafted", at: OPENED_AT, id, draft: DRAFT }).state;

  it("keeps a draft and sends it once there is a key", () => {
    expect(drafted.phase).toMatchObject({ ticket: { status: "draft", draft: DRAFT } });
    const waiting = wake(drafted, AT + 60_000, { ticketsAreSent: false });
    expect(waiting.effects).toEqual([]);
    const sent = wake(drafted, AT + 60_000);
    expect(kinds(sent)).toEqual(["openTicket", "updateIndex"]);
    expect(sent.state.phase).toMatchObject({ ticket: { status: "opening", id } });
    expect(kinds(record(drafted, AT + 60_000))).toEqual(["openTicket", "updateIndex"]);
  });

  it("tells the index within an hour of what was counted, and daily that it is there", () => {
    const unsent = { ticketsAreSent: false };
    const { state } = step(
      drafted,
      { kind: "recorded", at: AT + 60_000, messages: [failed(AT + 60_000)] },
      unsent,
    );
    const tickAt = state.tickAt ?? 0;
    expect(tickAt).toBe(AT + 60_000 + SLOW_TICK_MS);
    const next = wake(state, tickAt, unsent);
    expect(kinds(next)).toEqual(["updateIndex"]);
    expect(next.state.tickAt).toBe(tickAt + IDLE_TICK_MS);
    const messages = [failed(tickAt + 5)] as const;
    const again = step(next.state, { kind: "recorded", at: tickAt + 5, messages }, unsent);
    expect(nextWakeAt(again.state, [], POLICY)).toBe(tickAt + 5 + SLOW_TICK_MS);
  });
});

describe("nextWakeAt", () => {
  it("is the earliest of the settle window's end, the slow tick and the outbox", () => {
    expect(nextWakeAt(incident(), [], POLICY)).toBe(AT + 30_000);
    expect(nextWakeAt(incident({ tickAt: AT + 10 }), [], POLICY)).toBe(AT + 10);
    expect(nextWakeAt(incident(), [{ dueAt: AT + 7 }, { dueAt: AT + 9 }], POLICY)).toBe(AT + 7);
  });

  it("always has a time for an open ticket: its completion is read off it", () => {
    const idle = { ...ticketed(), tickAt: OPENED_AT + IDLE_TICK_MS };
    expect(wake(idle, OPENED_AT).state.tickAt).toBe(OPENED_AT + SLOW_TICK_MS);
  });

  it("reads a ticket that was opened after a long outage", () => {
    const late = OPENED_AT + DAY_MS;
    const slept = wake(opening, opening.tickAt ?? 0).state;
    expect(open(slept, late).state.tickAt).toBe(late + SLOW_TICK_MS);
  });
});

describe("an incident's end", () => {
  const resolved = incident({
    phase: {
      name: "ignored",
      since: AT,
      ticket: madeTicket(),
      until: { kind: "good" },
    },
    tickAt: null,
  });
  const overAt = AT + POLICY.retentionMs;

  it("comes after the retention time without a failure, when the index is told", () => {
    expect(nextWakeAt({ ...resolved, tickAt: null }, [], POLICY)).toBe(overAt);
    expect(kinds(wake(resolved, overAt - 1))).toEqual([]);
    const leaving = wake(resolved, overAt);
    expect(kinds(leaving)).toEqual(["leaveIndex"]);
    const left = { kind: "leftIndex", at: overAt, isIdle: true } as const;
    expect(advance(leaving.state, left, POLICY)).toEqual({ state: null, effects: [] });
  });

  it("does not come while an effect is undone", () => {
    expect(nextWakeAt(resolved, [{ dueAt: overAt + 5 }], POLICY)).toBe(overAt + 5);
    expect(step(resolved, { kind: "woke", at: overAt, isIdle: false }).effects).toEqual([]);
    const left = { kind: "leftIndex", at: overAt, isIdle: false } as const;
    expect(kinds(step(resolved, left))).toEqual(["updateIndex"]);
  });

  it("does not come when it failed while it was leaving", () => {
    const failing = record(wake(resolved, overAt).state, overAt).state;
    const left = { kind: "leftIndex", at: overAt + 1, isIdle: true } as const;
    expect(kinds(step(failing, left))).toEqual(["updateIndex"]);
  });

  it.each([
    ["an open ticket", ticketed()],
    ["members", { ...resolved, members: ["v1-x"] }],
    [
      "a place to send its failures",
      incident({
        phase: { name: "ignored", since: AT, ticket: null, until: { kind: "merged", into: "x" } },
      }),
    ],
  ])("does not come with %s", (_what, state) => {
    const woken = wake({ ...state, tickAt: null }, overAt + DAY_MS);
    expect(kinds(woken)).not.toContain("leaveIndex");
  });

  it("counts from the last word too: what was ignored today is not forgotten tomorrow", () => {
    const since = AT + POLICY.retentionMs - DAY_MS;
    const until = { kind: "count", count: 9 } as const;
    const state = incident({
      phase: { name: "ignored", since, ticket: null, until },
      tickAt: null,
    });
    expect(nextWakeAt(state, [], POLICY)).toBe(since + POLICY.retentionMs);
  });

  it("comes to a draft, too, and no ticket is opened for it then", () => {
    const drafted = incident({
      ownedKey: "v1-key",
      phase: {
        name: "ticketed",
        since: AT,
        ticket: { status: "draft", id: "t1", draft: DRAFT, draftedAt: AT },
      },
      tickAt: null,
    });
    expect(kinds(wake(drafted, overAt - 1))).toContain("openTicket");
    expect(kinds(wake(drafted, overAt))).toEqual(["leaveIndex"]);
  });

  it("waits for the time until which it is ignored", () => {
    const until = { kind: "time", at: overAt + DAY_MS } as const;
    const state = incident({
      phase: { name: "ignored", since: AT, ticket: null, until },
      tickAt: null,
    });
    expect(nextWakeAt(state, [], POLICY)).toBe(until.at);
  });
});
