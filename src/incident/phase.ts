// What the phase of an incident tells.
import type { IncidentState } from "./state.ts";
import type { ClosedTicket, Ticket } from "./ticket.ts";

/** The ticket of the phase it is in; null where there is none, or none yet. */
export function ticketOf({ phase }: Pick<IncidentState, "phase">): Ticket | ClosedTicket {
  return phase.name === "collecting" ? null : phase.ticket;
}

/** Whether its ticket is about to be another's, or is: what Linear shows of it says nothing here. */
export function isGivenAway({ phase }: Pick<IncidentState, "phase">): boolean {
  return (
    phase.name === "ignored" && (phase.isHandingOver === true || phase.until.kind === "merged")
  );
}

/** The fingerprint of what it was merged into; null where it was not. */
export function mergedInto({ phase }: Pick<IncidentState, "phase">): string | null {
  return phase.name === "ignored" && phase.until.kind === "merged" ? phase.until.into : null;
}
