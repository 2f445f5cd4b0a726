// What becomes of an incident after its ticket: growth, the fix, and whether it holds.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FailureMessage } from "../../src/failure/message.ts";
import { advance, wakesAt } from "../../src/incident/incident.ts";
import type { IncidentEvent, Policy, Step } from "../../src/incident/incident.ts";
import { hasGrown } from "../../src/incident/record.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import { FIX_GRACE_MS, READ_TICKET_AFTER_MS } from "../../src/limits.ts";
import { AT, failure, failureMessage } from "../support/factories.ts";

const HOUR_MS = 3_600_000;
const policy: Policy = { settleMs: 30_000, watchMs: 24 * HOUR_MS, ticketsAreSent: true };
const OPENED_AT = AT + 31_000;
const COMPLETED_AT = AT + 2 * HOUR_MS;

let nth = 0;
function failed(at: number, version: string | null = "bad", count = 1): FailureMessage {
  nth += 1;
  const tagged = version === null ? null : { id: version, tag: null };
  const samples = [failure({ version: tagged, at })] as const;
  return failureMessage({ id: `m${nth}`, samples, count, firstAt: at, lastAt: at });
}

function step(state: IncidentState | null, event: IncidentEvent): Step {
  const next = advance(state, event, policy);
  if (next === null) throw new Error("the incident has not begun");
  return next;
}
function record(state: IncidentState, at: number, ...args: [(string | null)?, number?]): Step {
  return step(state, { kind: "recorded", at, messages: [failed(at, ...args)] });
}
function kinds(next: Step): readonly string[] {
  return next.effects.map(({ kind }) => kind);
}
function whyOf(next: Step): string | undefined {
  return next.effects.flatMap((effect) => (effect.kind === "reopenTicket" ? effect.why : []))[0];
}

function ticketed(version: string | null = "bad"): IncidentState {
  const begun = step(null, { kind: "recorded", at: AT, messages: [failed(AT, version)] }).state;
  const settled = step(begun, { kind: "woke", at: AT + 30_000 }).state;
  const id = ticketId(begun.fingerprint, 1);
  const url = "https://linear.example/ENG-1";
  return step(settled, { kind: "ticketOpened", at: OPENED_AT, id, identifier: "ENG-1", url }).state;
}
function idOf(state: IncidentState): string {
  return ticketId(state.fingerprint, 1);
}
function completed(state: IncidentState, readAt = COMPLETED_AT): Step {
  const reading = { state: "completed", completedAt: COMPLETED_AT } as const;
  return step(state, { kind: "ticketRead", at: readAt, id: idOf(state), reading });
}

describe("a ticketed incident", () => {
  it("shows its count on the ticket at ten, a hundred, a thousand, and not in between", () => {
    const nine = record(ticketed(), OPENED_AT, "bad", 8);
    expect(kinds(nine)).toEqual([]);
    const ten = record(nine.state, OPENED_AT, "bad", 1);
    expect(kinds(ten)).toEqual(["linkTicket"]);
    expect(kinds(record(ten.state, OPENED_AT, "bad", 80))).toEqual([]);
  });

  it("reads the ticket when a failure comes after a while, and on the slow tick", () => {
    const state = ticketed();
    const later = OPENED_AT + READ_TICKET_AFTER_MS;
    expect(kinds(record(state, later - 1))).toEqual([]);
    expect(kinds(record(state, later))).toEqual(["readTicket"]);
    const tick = step(state, { kind: "woke", at: state.tickAt ?? 0 });
    expect(kinds(tick)).toEqual(["readTicket", "updateIndex"]);
    expect(wakesAt(tick.state)).toBeGreaterThan(state.tickAt ?? 0);
  });

  it("watches production once the ticket was completed", () => {
    const { state } = completed(ticketed());
    expect(state.phase).toMatchObject({ name: "verifying", fix: { knownBad: ["bad"] } });
    expect(wakesAt(state)).toBeLessThanOrEqual(COMPLETED_AT + policy.watchMs);
  });

  it("opens the ticket again at once if a new version failed before the reading", () => {
    const late = record(ticketed(), COMPLETED_AT + HOUR_MS, "new").state;
    const next = completed(late, COMPLETED_AT + 2 * HOUR_MS);
    expect(whyOf(next)).toBe("newVersion");
    expect(next.state.phase.name).toBe("ticketed");
  });

  it("is ignored when somebody cancels the ticket: counted, and nothing more", () => {
    const state = ticketed();
    const canceled = step(state, {
      kind: "ticketRead",
      at: COMPLETED_AT,
      id: idOf(state),
      reading: { state: "canceled" },
    }).state;
    expect(canceled.phase.name).toBe("ignored");
    const next = record(canceled, COMPLETED_AT + HOUR_MS, "bad", 1_000);
    expect(next.effects).toEqual([]);
    expect(next.state.count).toBe(1_001);
  });
});

describe("a watched fix", () => {
  const { state } = completed(ticketed());

  it("holds against what failed before it and is delivered late", () => {
    const next = record(state, COMPLETED_AT - 1, "another");
    expect(next.effects).toEqual([]);
    expect(next.state.phase.name).toBe("verifying");
  });

  it("holds against stragglers of a version known bad", () => {
    const next = record(state, COMPLETED_AT + HOUR_MS, "bad", 3);
    expect(next.effects).toEqual([]);
    expect(next.state.phase).toMatchObject({ fix: { stragglers: { count: 3 } } });
  });

  it("fails when a version fails that did not before", () => {
    const next = record(state, COMPLETED_AT + HOUR_MS, "new");
    expect(whyOf(next)).toBe("newVersion");
    expect(next.state.phase).toMatchObject({ name: "ticketed", ticket: { reopenings: 1 } });
  });

  it("is decided by time alone where the platform tells no versions", () => {
    const unversioned = completed(ticketed(null)).state;
    const soon = record(unversioned, COMPLETED_AT + FIX_GRACE_MS, null);
    expect(soon.effects).toEqual([]);
    expect(whyOf(record(unversioned, COMPLETED_AT + FIX_GRACE_MS + 1, null))).toBe("timeAlone");
  });

  it("is told to be quiet when the window ends", () => {
    const early = step(state, { kind: "woke", at: COMPLETED_AT + policy.watchMs - 1 });
    expect(early.state.phase.name).toBe("verifying");
    const next = step(state, { kind: "woke", at: COMPLETED_AT + policy.watchMs });
    expect(next.state.phase.name).toBe("resolved");
    expect(kinds(next)).toContain("tellQuiet");
  });

  it("is not live if a version known bad still fails when the window ends", () => {
    const endsAt = COMPLETED_AT + policy.watchMs;
    const late = record(state, endsAt - HOUR_MS / 2, "bad").state;
    expect(whyOf(step(late, { kind: "woke", at: endsAt }))).toBe("notLive");
    const long = record(state, COMPLETED_AT + HOUR_MS, "bad").state;
    expect(step(long, { kind: "woke", at: endsAt }).state.phase.name).toBe("resolved");
  });

  it("is broken by any failure after it was taken for resolved", () => {
    const endsAt = COMPLETED_AT + policy.watchMs;
    const resolved = step(state, { kind: "woke", at: endsAt }).state;
    expect(whyOf(record(resolved, endsAt + HOUR_MS, "bad"))).toBe("afterResolved");
    expect(record(resolved, COMPLETED_AT - 1, "bad").effects).toEqual([]);
  });

  it("is given up when somebody opens the ticket again by hand", () => {
    const reading = { state: "open" } as const;
    const next = step(state, {
      kind: "ticketRead",
      at: COMPLETED_AT + 1,
      id: idOf(state),
      reading,
    });
    expect(next.state.phase.name).toBe("ticketed");
  });
});

describe("advance, over a whole life", () => {
  it("counts every failure once, has one ticket, and always wakes while something is due", () => {
    const happening = fc.oneof(
      fc.tuple(fc.constant("fail" as const), fc.constantFrom("bad", "new", null)),
      fc.tuple(fc.constant("pass" as const), fc.integer({ min: 0, max: 30 * HOUR_MS })),
      fc.tuple(fc.constant("read" as const), fc.constantFrom("open", "completed", "canceled")),
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        let state = ticketed();
        let now = OPENED_AT;
        let sent = state.count;
        for (const [what, value] of happenings) {
          now += typeof value === "number" ? value : 1_000;
          const event = eventOf(what, value, now, idOf(state));
          if (event.kind === "recorded") sent += 1;
          state = step(state, event).state;
          if (state.phase.name === "verifying") {
            expect(wakesAt(state)).toBeLessThanOrEqual(state.phase.endsAt);
          }
          if (state.phase.name !== "collecting") {
            expect(state.phase.ticket).toMatchObject({ id: idOf(state), status: "open" });
          }
        }
        expect(state.count).toBe(sent);
      }),
    );
  });
});

function eventOf(what: string, value: unknown, at: number, id: string): IncidentEvent {
  if (what === "fail") {
    const version = typeof value === "string" ? value : null;
    return { kind: "recorded", at, messages: [failed(at, version)] };
  }
  if (what === "pass") return { kind: "woke", at };
  const reading =
    value === "completed"
      ? { state: "completed" as const, completedAt: at - 1 }
      : { state: value === "open" ? ("open" as const) : ("canceled" as const) };
  return { kind: "ticketRead", at, id, reading };
}

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
