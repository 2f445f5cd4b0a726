// What the ticket's state in Linear means for the incident.
import type { IncidentState } from "./state.ts";
import type { LivingStep, Policy } from "./step.ts";
import { quietStep } from "./step.ts";
import type { MadeTicket, TicketReading } from "./ticket.ts";
import { withEntry } from "./timeline.ts";
import { beginWatch, endWatch } from "./verify.ts";

/** Who did what was only read off the ticket. */
const IN_LINEAR = "somebody in Linear";

/** The incident after its ticket was read. */
export function readTicket(
  state: IncidentState,
  known: MadeTicket,
  { at, reading }: { readonly at: number; readonly reading: TicketReading },
  policy: Policy,
): LivingStep {
  const { phase } = state;
  // A change of ours is on its way: what was read is from before it.
  if (phase.name === "collecting" || known.wanted !== null) return quietStep(state);
  const ticket: MadeTicket = { ...known, readAt: at };
  const read = { ...state, phase: { ...phase, ticket } };
  switch (reading.state) {
    case "unknown":
      break;
    case "open":
      if (phase.name === "ticketed") return quietStep(read);
      // It is theirs to complete, whoever opened it again.
      return {
        state: withEntry(
          { ...state, phase: { name: "ticketed", since: at, ticket } },
          at,
          "ticket opened again",
          IN_LINEAR,
        ),
        effects: [{ kind: "updateIndex" }],
      };
    case "completed": {
      if (phase.name !== "ticketed") break;
      const told = withEntry(state, at, "ticket completed: watching for the failure", IN_LINEAR);
      return beginWatch(told, ticket, reading.closedAt, at, policy);
    }
    case "canceled":
      if (phase.name === "ignored") return quietStep(read);
      // It is canceled there already: nothing is left to be called off.
      const until = { kind: "good" } as const;
      return {
        state: withEntry(
          { ...state, phase: { name: "ignored", since: at, ticket, until } },
          at,
          "ticket canceled: ignored for good",
          IN_LINEAR,
        ),
        effects: [{ kind: "updateIndex" }],
      };
  }
  const isEnding = phase.name === "verifying" && phase.isEnding;
  return isEnding ? endWatch(read, { ...phase, ticket }, at) : quietStep(read);
}
