// The agent's work in the life of an incident, through advance.
import { describe, expect, it } from "vitest";
import { ticketOf } from "../../src/incident/phase.ts";
import { nextWakeAt } from "../../src/incident/wake.ts";
import type { AgentSession } from "../../src/incident/agent-work.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import type { MadeTicket, TicketOwner } from "../../src/incident/ticket.ts";
import type { LivingStep } from "../../src/incident/step.ts";
import { wordsSent } from "../../src/incident/ticket-words.ts";
import { AGENT_WAKE_MS } from "../../src/limits.ts";
import { ticketFacts } from "../support/factories.ts";
import {
  act,
  changed,
  completed,
  COMPLETED_AT,
  failed,
  granted,
  idOf,
  kinds,
  OPENED_AT,
  openedEvent,
  POLICY,
  read,
  record,
  settled,
  step,
  ticketed,
  wake,
} from "../support/life.ts";

const OPEN = { state: "open" } as const;
const WAKES_BY = OPENED_AT + AGENT_WAKE_MS;
const DELEGATED = { delegateId: "agent" };

function session(status: string, createdAt = OPENED_AT): AgentSession {
  return { id: `session at ${createdAt}`, status, createdAt, url: null };
}

/** An incident whose ticket an agent has. */
function delegated(): IncidentState {
  const state = granted(settled()).state;
  return step(state, openedEvent(state, { facts: ticketFacts(DELEGATED) })).state;
}

function ticket(state: IncidentState): MadeTicket {
  const made = ticketOf(state);
  if (made?.status !== "made") throw new Error("there is no ticket");
  return made;
}

function stage(state: IncidentState): string | undefined {
  return ticket(state).agent?.stage;
}

function answer(
  state: IncidentState,
  event:
    | { kind: "delegateCleared"; before: AgentSession | null; again: boolean }
    | { kind: "delegateSet"; assigneeId: string | null }
    | { kind: "ticketReturned"; assigneeId: string | null; goesOn: AgentSession | null },
  at: number,
): LivingStep {
  return step(state, { ...event, at, id: idOf(state), nth: ticket(state).agent?.nth ?? 0 });
}

/** Completed, failed again, and opened again in Linear. */
function reopened(state: IncidentState): LivingStep {
  const back = record(completed(state).state, COMPLETED_AT + 60_000, "worse").state;
  const { changes, id } = ticket(back);
  return step(back, { kind: "ticketChanged", at: COMPLETED_AT + 61_000, id, nth: changes });
}

describe("a ticket that is opened for an agent", () => {
  it("has its session asked for when the agent should have begun", () => {
    const state = delegated();
    expect(stage(state)).toBe("waking");
    expect(nextWakeAt(state, [], POLICY)).toBe(WAKES_BY);
    const woken = wake(state, WAKES_BY);
    expect(kinds(woken)).toEqual(["readTicket"]);
    expect(nextWakeAt(woken.state, [], POLICY)).toBeGreaterThan(WAKES_BY);
  });

  it("is asked for again no sooner than that", () => {
    expect(kinds(wake(delegated(), WAKES_BY - 1))).toEqual([]);
  });

  it("is the agent's while its session goes on", () => {
    const facts = { ...DELEGATED, session: session("active") };
    const next = read(delegated(), WAKES_BY, OPEN, facts);
    expect(next.effects).toEqual([]);
    expect(stage(next.state)).toBe("working");
  });

  it("goes to people where the agent sleeps, once, with an entry that says so", () => {
    const next = read(delegated(), WAKES_BY, OPEN, DELEGATED);
    expect(next.effects).toEqual([
      { kind: "returnTicket", ticketId: ticket(next.state).id, nth: 1, why: "asleep" },
    ]);
    expect(next.state.timeline.at(-1)?.what).toBe(
      "the agent did not begin in time: people get the ticket",
    );
    expect(read(next.state, WAKES_BY + 1, OPEN, DELEGATED).effects).toEqual([]);
    const { state } = answer(
      next.state,
      { kind: "ticketReturned", assigneeId: "ada", goesOn: null },
      WAKES_BY,
    );
    expect(ticket(state)).toMatchObject({ assigneeId: "ada", agent: { stage: "returned" } });
    // What we wrote is no news.
    const after = read(state, WAKES_BY + 2, OPEN, { assigneeId: "ada" });
    expect(after.state.timeline).toEqual(state.timeline);
  });

  it("is not watched once it is closed", () => {
    const { state } = completed(delegated());
    expect(nextWakeAt(state, [], POLICY)).toBeGreaterThan(WAKES_BY);
    const facts = { ...DELEGATED, session: session("stale") };
    const next = read(
      state,
      COMPLETED_AT + 1,
      { state: "completed", closedAt: COMPLETED_AT },
      facts,
    );
    expect(kinds(next)).toEqual([]);
  });

  it("tells who took the agent off", () => {
    const { state, effects } = read(delegated(), OPENED_AT + 1, OPEN);
    expect(effects).toEqual([]);
    expect(state.timeline.at(-1)).toMatchObject({
      what: "the agent was taken off the ticket",
      by: "somebody in Linear",
    });
  });
});

describe("a ticket that is opened again", () => {
  it("is taken from the agent, then given to it, and waits for a newer session", () => {
    const old = session("complete");
    const working = read(delegated(), OPENED_AT + 1, OPEN, { ...DELEGATED, session: old }).state;
    const cleared = reopened(working);
    expect(cleared.effects).toEqual([
      { kind: "showTicket", ticketId: ticket(working).id },
      { kind: "delegateTicket", ticketId: ticket(working).id, nth: 2, to: "nobody" },
    ]);
    const at = COMPLETED_AT + 62_000;
    const set = answer(cleared.state, { kind: "delegateCleared", before: old, again: true }, at);
    expect(set.effects).toEqual([
      { kind: "delegateTicket", ticketId: ticket(working).id, nth: 2, to: "agent" },
    ]);
    const { state } = answer(set.state, { kind: "delegateSet", assigneeId: null }, at);
    expect(ticket(state).agent).toMatchObject({ stage: "waking", nth: 2, before: old });
    const byThen = at + AGENT_WAKE_MS;
    expect(ticket(state).agent?.checkAt).toBe(byThen);
    expect(kinds(read(state, byThen, OPEN, { ...DELEGATED, session: old }))).toEqual([
      "returnTicket",
    ]);
    const newer = { ...DELEGATED, session: session("active", at) };
    expect(stage(read(state, byThen, OPEN, newer).state)).toBe("working");
  });

  it("knows the session of before although Linear does not list it any more", () => {
    const old = session("complete");
    const working = read(delegated(), OPENED_AT + 1, OPEN, { ...DELEGATED, session: old }).state;
    const cleared = { kind: "delegateCleared", before: null, again: true } as const;
    const set = answer(reopened(working).state, cleared, COMPLETED_AT + 62_000).state;
    expect(ticket(set).agent).toMatchObject({ stage: "setting", before: old });
  });

  it("stays with people where the rules say so now", () => {
    const cleared = reopened(delegated()).state;
    const next = answer(
      cleared,
      { kind: "delegateCleared", before: null, again: false },
      COMPLETED_AT,
    );
    expect(next.effects).toEqual([]);
    expect(stage(next.state)).toBe("returned");
  });

  it("stays with people who took the agent off it", () => {
    const taken = read(delegated(), OPENED_AT + 1, OPEN).state;
    expect(stage(taken)).toBe("taken");
    expect(kinds(reopened(taken))).toEqual(["showTicket"]);
  });

  it("is nobody's given back that never was an agent's", () => {
    const cleared = reopened(read(ticketed(), OPENED_AT + 1, OPEN).state).state;
    const event = { kind: "delegateCleared", before: null, again: false } as const;
    expect(ticket(answer(cleared, event, COMPLETED_AT).state).agent).toBeNull();
  });

  it("takes no answer to an earlier delegation", () => {
    const { state } = reopened(delegated());
    const late = {
      kind: "delegateCleared",
      at: COMPLETED_AT + 61_000,
      id: idOf(state),
      nth: 1,
      before: null,
      again: true,
    } as const;
    expect(step(state, late)).toEqual({ state, effects: [] });
  });

  it("is delegated anew when a person reopened it here", () => {
    const resolved = changed(
      act(delegated(), { kind: "resolve" }, OPENED_AT + 1).state,
      OPENED_AT + 2,
    );
    const { state } = act(resolved, { kind: "reopen" }, OPENED_AT + 3);
    const { changes, id } = ticket(state);
    const event = { kind: "ticketChanged", at: OPENED_AT + 4, id, nth: changes } as const;
    expect(kinds(step(state, event))).toEqual(["showTicket", "delegateTicket"]);
  });
});

describe("a ticket that was for people because it failed too seldom", () => {
  const WORDS = wordsSent({ title: "t", description: "d", priority: 2 }, null);
  const worded = (state: IncidentState, whose: TicketOwner): LivingStep => {
    const event = { kind: "ticketWorded", at: OPENED_AT + 1, id: idOf(state) } as const;
    return step(state, { ...event, words: WORDS, whose });
  };

  it("is shown anew as soon as it has failed often enough", () => {
    const often = { agentMinCount: 3 };
    const at = OPENED_AT + 1;
    const second = step(ticketed(), { kind: "recorded", at, messages: [failed(at)] }, often);
    expect(kinds(second)).toEqual([]);
    const third = step(second.state, { kind: "recorded", at, messages: [failed(at)] }, often);
    expect(kinds(third)).toEqual(["showTicket"]);
  });

  it("is delegated then, once", () => {
    const next = worded(ticketed(), "agent");
    expect(kinds(next)).toEqual(["delegateTicket"]);
    expect(kinds(worded(next.state, "agent"))).toEqual([]);
  });

  it("stays with people while the rules say so, and where it was an agent's before", () => {
    expect(kinds(worded(ticketed(), "whoever"))).toEqual([]);
    expect(kinds(worded(delegated(), "agent"))).toEqual([]);
  });
});

describe("a ticket whose text is held back since an agent has it", () => {
  const heldBack = (state: IncidentState): LivingStep => {
    const words = wordsSent({ title: "t", description: "d", priority: 2 }, null);
    const event = { kind: "ticketWorded", at: OPENED_AT + 1, id: idOf(state), words } as const;
    return step(state, { ...event, whose: "people" });
  };

  it("is taken from the agent and given to people, once, and the timeline says why", () => {
    const next = heldBack(delegated());
    expect(next.effects).toMatchObject([{ kind: "returnTicket", why: "heldBack" }]);
    expect(next.state.timeline.at(-1)?.what).toContain("reads like instructions");
    expect(kinds(heldBack(next.state))).toEqual([]);
  });

  it("stays as it is where no agent has it", () => {
    expect(kinds(heldBack(ticketed()))).toEqual([]);
  });
});

describe("what people do to a ticket besides", () => {
  it("is told: to whom it is assigned", () => {
    const given = read(delegated(), OPENED_AT + 1, OPEN, { ...DELEGATED, assigneeId: "ada" });
    expect(given.state.timeline.at(-1)?.what).toBe("ticket reassigned");
    const nobody = read(given.state, OPENED_AT + 2, OPEN, DELEGATED);
    expect(nobody.state.timeline.at(-1)?.what).toBe("ticket assigned to nobody");
  });

  it("is followed: another team's identifier and address are its own from then on", () => {
    const place = { identifier: "OPS-1", url: "https://linear.example/OPS-1" };
    const next = read(delegated(), OPENED_AT + 1, OPEN, { ...DELEGATED, ...place });
    expect(ticket(next.state)).toMatchObject(place);
    expect(kinds(next)).toEqual(["tellDesk", "updateIndex"]);
    expect(next.state.timeline.at(-1)?.what).toBe("ticket moved: it is OPS-1 now");
  });

  it("is told with the reason where it was canceled", () => {
    const reading = {
      state: "canceled",
      closedAt: OPENED_AT,
      how: 'canceled as "Duplicate"',
    } as const;
    const { state } = read(delegated(), OPENED_AT + 1, reading, DELEGATED);
    expect(state.phase).toMatchObject({ name: "ignored", until: { kind: "good" } });
    expect(state.timeline.at(-1)?.what).toBe('ticket canceled as "Duplicate": ignored for good');
  });
});
