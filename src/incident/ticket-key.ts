import type { Claim } from "./claim.ts";
import type { IncidentState } from "./state.ts";
import { samplesOf } from "./state.ts";

export type TicketPer = "family" | "incident";

/**
 * What one ticket stands for. The family: the same fault on any route. The fingerprint where the
 * settings say so, where a person has separated it, and where a failure tells nothing of its fault
 * but a status or an outcome: two faults would share a ticket then.
 */
export function ticketKeyOf(state: IncidentState, ticketPer: TicketPer): string {
  const tellsNothing =
    state.grouping.frame === null &&
    samplesOf(state).every(({ reason }) => reason === "status" || reason === "outcome");
  return ticketPer === "incident" || state.isAlone || tellsNothing
    ? state.fingerprint
    : state.family;
}

/** What the incident says to the desk. */
export function claimOf(state: IncidentState, ticketPer: TicketPer): Claim {
  const { fingerprint, grouping, echoKey, count, firstAt, lastAt, isAlone, phase } = state;
  const { producer, route, type, frame } = grouping;
  const asking =
    phase.name === "ticketed" && phase.ticket.status === "asking" ? phase.ticket : null;
  return {
    fingerprint,
    ticketKey: ticketKeyOf(state, ticketPer),
    producer,
    echoKey,
    hasFrame: frame !== null,
    count,
    firstAt,
    lastAt,
    route,
    type,
    orphanOf: asking?.orphanOf ?? null,
    isUrgent: asking?.isUrgent ?? false,
    isAlone,
  };
}
