// What the ticket's state in Linear means for the incident.
import type { IncidentState } from "./state.ts";
import type { LivingStep, Policy } from "./step.ts";
import { isGivenAway } from "./phase.ts";
import { quietStep } from "./step.ts";
import type { Effect } from "./effect.ts";
import { watchTicket } from "./agent-answer.ts";
import type { MadeTicket, TicketFacts, TicketReading } from "./ticket.ts";
import { withEntry } from "./timeline.ts";
import { beginWatch, endWatch } from "./verify.ts";

/** Who did what was only read off the ticket. */
const IN_LINEAR = "somebody in Linear";

interface Read {
  readonly at: number;
  readonly reading: TicketReading;
  readonly facts: TicketFacts | null;
}

/** The incident after its ticket was read. */
export function readTicket(
  before: IncidentState,
  known: MadeTicket,
  answer: Read,
  policy: Policy,
): LivingStep {
  // A change of ours is on its way: what was read is from before it.
  if (before.phase.name === "collecting" || known.wanted !== null) return quietStep(before);
  const { state, ticket, effects } = readFacts(before, { ...known, readAt: answer.at }, answer);
  const step = readState(state, ticket, answer, policy);
  return { ...step, effects: [...effects, ...step.effects] };
}

// What people did besides: moved it to another team, assigned it, took the agent off.
function readFacts(
  state: IncidentState,
  known: MadeTicket,
  { at, reading, facts }: Read,
): LivingStep & { readonly ticket: MadeTicket } {
  if (facts === null) return { state, ticket: known, effects: [] };
  const { identifier, url, assigneeId } = facts;
  const isMoved = identifier !== known.identifier;
  const isAssigned = assigneeId !== known.assigneeId;
  const told = [
    ...(isMoved ? [`ticket moved: it is ${identifier} now`] : []),
    ...(isAssigned ? [`ticket ${assigneeId === null ? "assigned to nobody" : "reassigned"}`] : []),
  ].reduce((next, what) => withEntry(next, at, what, IN_LINEAR), state);
  const ticket = { ...known, identifier, url, assigneeId };
  const moves: readonly Effect[] = isMoved
    ? [{ kind: "tellDesk", ticketId: known.id }, { kind: "updateIndex" }]
    : [];
  // Only where work is wanted: a closed ticket needs no agent.
  if (state.phase.name !== "ticketed" || reading.state !== "open") {
    return { state: told, ticket, effects: moves };
  }
  const watched = watchTicket(told, ticket, facts, at);
  return { ...watched, effects: [...moves, ...watched.effects] };
}

function readState(
  state: IncidentState,
  ticket: MadeTicket,
  { at, reading }: Read,
  policy: Policy,
): LivingStep {
  const { phase } = state;
  if (phase.name === "collecting") return quietStep(state);
  const read = { ...state, phase: { ...phase, ticket } };
  switch (reading.state) {
    case "unknown":
      break;
    case "open":
      if (phase.name === "ticketed" || isGivenAway(state)) return quietStep(read);
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
          `ticket ${reading.how ?? "canceled"}: ignored for good`,
          IN_LINEAR,
        ),
        effects: [{ kind: "updateIndex" }],
      };
  }
  const isEnding = phase.name === "verifying" && phase.isEnding;
  return isEnding ? endWatch(read, { ...phase, ticket }, at) : quietStep(read);
}
