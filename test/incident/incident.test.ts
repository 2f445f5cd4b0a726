import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, wakesAt } from "../../src/incident/incident.ts";
import type { IncidentEvent, Policy, Step } from "../../src/incident/incident.ts";
import type { IncidentState, TicketDraft } from "../../src/incident/state.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import { SLOW_TICK_MS } from "../../src/limits.ts";
import { AT, failure, failureMessage, incident } from "../support/factories.ts";

const policy: Policy = { settleMs: 30_000, watchMs: 86_400_000, ticketsAreSent: true };
const draft: TicketDraft = {
  title: "shop: PaymentError",
  description: "…",
  priority: 2,
  labels: [],
  team: null,
  agent: null,
  delegate: true,
  reasons: [],
};

function step(state: IncidentState | null, event: IncidentEvent, over: Partial<Policy> = {}): Step {
  const next = advance(state, event, { ...policy, ...over });
  if (next === null) throw new Error("the incident has not begun");
  return next;
}

function kinds(next: Step): readonly string[] {
  return next.effects.map((effect) => effect.kind);
}

const begun = step(null, { kind: "recorded", at: AT, messages: [failureMessage()] }).state;
const settled = step(begun, { kind: "woke", at: AT + 30_000 }).state;
const id = ticketId(begun.fingerprint, 1);
const opened: IncidentEvent = {
  kind: "ticketOpened",
  at: AT + 31_000,
  id,
  identifier: "ENG-1",
  url: "https://linear.app/x/issue/ENG-1",
};

describe("advance", () => {
  it("begins with the first failure, collects, and tells the index", () => {
    const next = step(null, { kind: "recorded", at: AT, messages: [failureMessage()] });
    expect(next.state.phase).toEqual({ name: "collecting", since: AT, settlesAt: AT + 30_000 });
    expect(next.state.count).toBe(1);
    expect(kinds(next)).toEqual(["updateIndex"]);
  });

  it("waits twice as long for a failure without an own frame, whose better half may follow", () => {
    const grouping = { ...failure().grouping, frame: null };
    const messages = [failureMessage({ samples: [failure({ grouping })] })] as const;
    const next = step(null, { kind: "recorded", at: AT, messages });
    expect(wakesAt(next.state)).toBe(AT + 60_000);
  });

  it("counts a whole batch in one step and wants nothing done for it", () => {
    const messages = [failureMessage({ id: "b" }), failureMessage({ id: "c", count: 4 })] as const;
    const next = step(begun, { kind: "recorded", at: AT + 5, messages });
    expect(next.state.count).toBe(6);
    expect(next.effects).toEqual([]);
  });

  it("wants one ticket when the settle window has passed, and not before", () => {
    expect(step(begun, { kind: "woke", at: AT + 29_999 }).effects).toEqual([]);
    const next = step(begun, { kind: "woke", at: AT + 30_000 });
    expect(kinds(next)).toEqual(["openTicket", "updateIndex"]);
    expect(next.state.phase).toMatchObject({ name: "ticketed", ticket: { status: "opening", id } });
  });

  it("does not want a second ticket, however often it wakes", () => {
    const again = step(settled, { kind: "woke", at: AT + 40_000 });
    expect(again.effects).toEqual([]);
    expect(again.state.phase).toEqual(settled.phase);
  });

  it("keeps what Linear answered and links the ticket", () => {
    const next = step(settled, opened);
    expect(next.state.phase).toMatchObject({ ticket: { status: "open", identifier: "ENG-1" } });
    expect(kinds(next)).toEqual(["linkTicket", "updateIndex"]);
  });

  it("takes an answer once: a second one and one to another ticket change nothing", () => {
    const open = step(settled, opened).state;
    expect(step(open, { ...opened, identifier: "ENG-2" })).toEqual({ state: open, effects: [] });
    const foreign = { ...opened, id: ticketId("other", 1) };
    expect(step(settled, foreign)).toEqual({ state: settled, effects: [] });
    expect(step(begun, opened)).toEqual({ state: begun, effects: [] });
  });

  it("keeps a draft without a key and sends it once there is one", () => {
    const drafted = step(settled, { kind: "ticketDrafted", at: AT + 31_000, id, draft }).state;
    expect(drafted.phase).toMatchObject({ ticket: { status: "draft", draft } });
    const waiting = step(drafted, { kind: "woke", at: AT + 60_000 }, { ticketsAreSent: false });
    expect(waiting.effects).toEqual([]);
    const sent = step(drafted, { kind: "woke", at: AT + 60_000 });
    expect(kinds(sent)).toEqual(["openTicket", "updateIndex"]);
    expect(sent.state.phase).toMatchObject({ ticket: { status: "opening", id } });
    const messages = [failureMessage({ id: "again" })] as const;
    const failed = step(drafted, { kind: "recorded", at: AT + 60_000, messages });
    expect(kinds(failed)).toEqual(["openTicket", "updateIndex"]);
  });

  it("tells the index on a slow tick of what was counted, and sleeps when nothing was", () => {
    const unsent = { ticketsAreSent: false };
    const drafted = step(settled, { kind: "ticketDrafted", at: AT + 31_000, id, draft }).state;
    const tickAt = drafted.tickAt ?? 0;
    expect(tickAt).toBe(AT + SLOW_TICK_MS);
    const next = step(drafted, { kind: "woke", at: tickAt }, unsent);
    expect(kinds(next)).toEqual(["updateIndex"]);
    expect(wakesAt(next.state)).toBeNull();
    const messages = [failureMessage({ id: "later" })] as const;
    const again = step(next.state, { kind: "recorded", at: tickAt + 5, messages }, unsent);
    expect(wakesAt(again.state)).toBe(tickAt + 5 + SLOW_TICK_MS);
  });

  it("is nothing for an incident that never failed", () => {
    expect(advance(null, { kind: "woke", at: AT }, policy)).toBeNull();
    expect(advance(null, opened, policy)).toBeNull();
  });

  it("never loses a failure, a wake-up or the one ticket, in any order of happenings", () => {
    const happening = fc.oneof(
      fc.integer({ min: 0, max: 30 }).map((n) => ({ do: "record" as const, n })),
      fc.integer({ min: 0, max: 90_000 }).map((ms) => ({ do: "wake" as const, ms })),
      fc.constant({ do: "answer" as const }),
      fc.constant({ do: "draft" as const }),
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        let now = AT;
        let state: IncidentState | null = null;
        let wanted = 0;
        const sent = new Set<string>();
        for (const happens of happenings) {
          now += happens.do === "wake" ? happens.ms : 1;
          const next: Step | null = advance(state, eventOf(happens, now), policy);
          if (happens.do === "record") sent.add(`m${happens.n}`);
          if (next === null) continue;
          state = next.state;
          wanted += next.effects.filter((effect) => effect.kind === "openTicket").length;
          if (happens.do === "draft" && state.phase.name === "ticketed") {
            // Each draft that turns up is sent again when it wakes: with the same id.
            wanted = Math.min(wanted, 1);
          }
          expect(wakesAt(state) ?? 0).toBeLessThanOrEqual(now + SLOW_TICK_MS);
        }
        expect(state?.count ?? 0).toBe(sent.size);
        expect(wanted).toBeLessThanOrEqual(state?.phase.name === "ticketed" ? 2 : 0);
        if (state?.phase.name === "ticketed") expect(state.phase.ticket.id).toBe(id);
      }),
    );
  });
});

function eventOf(
  happens: { do: "record"; n: number } | { do: "wake" | "answer" | "draft" },
  at: number,
): IncidentEvent {
  switch (happens.do) {
    case "record":
      return { kind: "recorded", at, messages: [failureMessage({ id: `m${happens.n}` })] };
    case "wake":
      return { kind: "woke", at };
    case "answer":
      return { ...opened, at };
    case "draft":
      return { kind: "ticketDrafted", at, id, draft };
  }
}

describe("wakesAt", () => {
  it("is the earlier of the settle window's end and the slow tick", () => {
    expect(wakesAt(incident())).toBe(AT + 30_000);
    expect(wakesAt(incident({ tickAt: AT + 10 }))).toBe(AT + 10);
    expect(wakesAt(incident({ tickAt: null }))).toBe(AT + 30_000);
  });
});
