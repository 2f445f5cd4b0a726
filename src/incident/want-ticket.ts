import type { IncidentState } from "./state.ts";
import type { LivingStep } from "./step.ts";
import type { AskingTicket } from "./ticket.ts";
import { ticketId } from "./ticket-id.ts";

/** The state that wants a ticket: its own where it owns one, else the one that the desk grants. */
export function wantTicket(
  state: IncidentState,
  at: number,
  over: Partial<Omit<AskingTicket, "status">> = {},
): LivingStep {
  if (state.ownedKey !== null) return openTicket(state, state.ownedKey, at);
  const ticket: AskingTicket = { status: "asking", orphanOf: null, isUrgent: false, ...over };
  return {
    state: { ...state, phase: { name: "ticketed", since: at, ticket } },
    effects: [{ kind: "claimTicket" }, { kind: "updateIndex" }],
  };
}

/** The state that wants the ticket opened which it owns, or the draft of it sent. */
export function openTicket(state: IncidentState, ticketKey: string, at: number): LivingStep {
  const id = ticketId(ticketKey, state.episode);
  const phase = {
    name: "ticketed",
    since: at,
    ticket: { status: "opening", id, words: null },
  } as const;
  return {
    state: { ...state, phase },
    effects: [{ kind: "openTicket", ticketId: id }, { kind: "updateIndex" }],
  };
}

/** The state that follows `owner` no longer: it asks for a ticket of its own, for good. */
export function separate(
  state: IncidentState,
  owner: string,
  at: number,
  isUrgent: boolean,
): LivingStep {
  const { state: next, effects } = wantTicket({ ...state, isAlone: true }, at, { isUrgent });
  return { state: next, effects: [...effects, { kind: "leaveOwner", owner }] };
}
