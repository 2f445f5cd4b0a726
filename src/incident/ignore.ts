import { closeTicket } from "./change-ticket.ts";
import type { IncidentState, Until } from "./state.ts";
import type { LivingStep } from "./step.ts";

/** The incident, ignored; work that goes on at its ticket is called off. */
export function ignore(state: IncidentState, until: Until, at: number): LivingStep {
  const { phase } = state;
  const mergedInto = until.kind === "merged" ? until.into : null;
  // What was completed stays so: it is done, whatever is thought of the failure now.
  const { ticket, effects } =
    phase.name === "collecting"
      ? { ticket: null, effects: [] }
      : phase.name === "ticketed"
        ? closeTicket(phase.ticket, { to: "canceled", mergedInto }, at)
        : { ticket: phase.ticket, effects: [] };
  return {
    state: { ...state, phase: { name: "ignored", since: at, ticket, until } },
    effects: [...effects, { kind: "updateIndex" }],
  };
}
