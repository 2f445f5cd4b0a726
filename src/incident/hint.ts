// A hint is believed only so far that the ticket is read: what is true is what Linear shows then. So
// a hint that is late, doubled, forged or lost changes when something is noticed, and nothing else.
import { HINT_SKEW_MS } from "../limits.ts";
import type { IncidentState } from "./state.ts";
import { isGivenAway, ticketOf } from "./phase.ts";
import type { LivingStep } from "./step.ts";
import { quietStep } from "./step.ts";

/** The incident after a hint on the ticket `ticketId` that Linear sent at `sentAt`, ms since 1970. */
export function takeHint(
  state: IncidentState,
  { ticketId, sentAt }: { readonly ticketId: string; readonly sentAt: number },
): LivingStep {
  const ticket = ticketOf(state);
  if (ticket?.status !== "made" || ticket.id !== ticketId) return quietStep(state);
  const wasReadSince = ticket.readAt > sentAt + HINT_SKEW_MS;
  if (wasReadSince || isGivenAway(state)) return quietStep(state);
  return { state, effects: [{ kind: "readTicket", ticketId }] };
}
