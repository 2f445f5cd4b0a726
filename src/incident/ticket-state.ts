// What the ticket's state in Linear means for the incident.
import type { IncidentEvent, Policy, Step } from "./incident.ts";
import { reopen } from "./reopen.ts";
import type { IncidentState, OpenTicket } from "./state.ts";
import { withEntry } from "./timeline.ts";
import { beginFix, failedSince } from "./verify.ts";

/** A ticket as Linear shows it; times are ms since 1970. */
export type TicketReading =
  | { readonly state: "open" }
  | { readonly state: "completed"; readonly completedAt: number }
  /** Canceled, deleted or archived: somebody decided that nothing is to be done. */
  | { readonly state: "canceled" };

/** The incident after its ticket was read. A reading of another ticket, or too late, is nothing. */
export function readTicketState(
  state: IncidentState,
  event: Extract<IncidentEvent, { kind: "ticketRead" }>,
  policy: Policy,
): Step {
  const { phase } = state;
  const { at, id, reading } = event;
  if (phase.name === "collecting" || phase.ticket.id !== id || phase.ticket.status !== "open") {
    return { state, effects: [] };
  }
  const ticket: OpenTicket = { ...phase.ticket, readAt: at };
  if (phase.name === "ticketed") {
    if (reading.state === "completed")
      return verify(state, ticket, reading.completedAt, at, policy);
    if (reading.state === "canceled") return ignore(state, ticket, at);
    return { state: { ...state, phase: { ...phase, ticket } }, effects: [] };
  }
  // Somebody opened it again by hand: it is theirs to complete.
  if (reading.state === "open") {
    const next = { ...state, phase: { name: "ticketed", since: at, ticket } as const };
    return {
      state: withEntry(next, at, "ticket opened again"),
      effects: [{ kind: "updateIndex" }],
    };
  }
  return { state: { ...state, phase: { ...phase, ticket } }, effects: [] };
}

function verify(
  state: IncidentState,
  ticket: OpenTicket,
  completedAt: number,
  at: number,
  policy: Policy,
): Step {
  const fix = beginFix(state, completedAt);
  const told = withEntry(state, at, "ticket completed: watching for the failure");
  // The reading came late, and a version that was deployed since has failed already.
  if (failedSince(state, fix)) return reopen(told, ticket, "newVersion", at);
  const endsAt = Math.max(completedAt + policy.watchMs, at);
  return {
    state: { ...told, phase: { name: "verifying", since: at, ticket, fix, endsAt } },
    effects: [{ kind: "updateIndex" }],
  };
}

function ignore(state: IncidentState, ticket: OpenTicket, at: number): Step {
  const next = { ...state, phase: { name: "ignored", since: at, ticket } as const };
  return {
    state: withEntry(next, at, "ticket canceled: failures are counted and nothing more"),
    effects: [{ kind: "updateIndex" }],
  };
}
