// A hint is believed only so far that the ticket is read: what is true is what Linear shows then. So
// a hint that is late, doubled, forged or lost changes when something is noticed, and nothing else.
import { HINT_SKEW_MS } from "../limits.ts";
import type { IncidentState } from "./state.ts";
import { mergedInto, ticketOf } from "./phase.ts";
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

// It was merged away, or its heirs are asked whether they take the ticket. Until they have, that is
// open as it was, and reading so would undo what a person decided.
function isGivenAway(state: IncidentState): boolean {
  const { phase, ownedKey, followers } = state;
  if (phase.name !== "ignored") return false;
  const hasHeirs = ownedKey !== null && followers.some(({ why }) => why === "family");
  return hasHeirs || mergedInto(state) !== null;
}
