import type { IncidentState } from "./state.ts";
import type { LivingStep } from "./step.ts";
import { ticketId } from "./ticket-id.ts";

/** The state that wants its ticket opened, or the draft of it sent. */
export function wantTicket(state: IncidentState, at: number): LivingStep {
  const id = ticketId(state.fingerprint, state.episode);
  const phase = { name: "ticketed", since: at, ticket: { status: "opening", id } } as const;
  return {
    state: { ...state, phase },
    effects: [{ kind: "openTicket", ticketId: id }, { kind: "updateIndex" }],
  };
}
