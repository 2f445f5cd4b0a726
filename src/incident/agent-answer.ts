// The agent's work on the ticket of an incident: delegated again after a reopening, watched, and
// given to people where it does not begin or does not go on.
import type { AgentWork, ReturnReason } from "./agent-work.ts";
import { delegated, moved, watchAgent } from "./agent-work.ts";
import type { Effect } from "./effect.ts";
import type { IncidentState } from "./state.ts";
import type { LivingStep, TicketEvent } from "./step.ts";
import { quietStep } from "./step.ts";
import type { MadeTicket, TicketFacts } from "./ticket.ts";
import { withEntry } from "./timeline.ts";

type AgentAnswer = Extract<
  TicketEvent,
  { kind: "delegateCleared" | "delegateSet" | "ticketReturned" }
> & { readonly at: number };

const WHY: Readonly<Record<ReturnReason, string>> = {
  asleep: "the agent did not begin in time",
  failed: "the agent's session ended in an error",
  stale: "the agent's session went stale",
  heldBack: "a text of the failure reads like instructions",
};

/** Why the agent's work ends, in words for the ticket and the timeline. */
export function returnText(why: ReturnReason): string {
  return WHY[why];
}

/** The wish to have the ticket delegated once more; none where people took the agent off it. */
export function wantAgent(
  ticket: MadeTicket,
  at: number,
): { readonly ticket: MadeTicket; readonly effects: readonly Effect[] } {
  if (ticket.agent?.stage === "taken") return { ticket, effects: [] };
  const nth = (ticket.agent?.nth ?? 0) + 1;
  const agent: AgentWork = {
    nth,
    stage: "clearing",
    since: at,
    checkAt: null,
    before: ticket.agent?.session ?? ticket.agent?.before ?? null,
    session: null,
  };
  return {
    ticket: { ...ticket, agent },
    effects: [{ kind: "delegateTicket", ticketId: ticket.id, nth, to: "nobody" }],
  };
}

/**
 * The ticket of another incident, and what is wanted of its agent here: what the other one wanted
 * stays in that one's outbox, and is done no more.
 */
export function takeOverAgent(
  ticket: MadeTicket,
  at: number,
): { readonly ticket: MadeTicket; readonly effects: readonly Effect[] } {
  const { agent } = ticket;
  if (agent?.stage === "clearing" || agent?.stage === "setting") return wantAgent(ticket, at);
  if (agent?.stage !== "returning") return { ticket, effects: [] };
  // Why is seen again when it is read, and is said once: the delegation is the same.
  return { ticket: { ...ticket, agent: { ...agent, stage: "waking", checkAt: at } }, effects: [] };
}

/** The ticket after it was read, and what the watchdog wants: people have it where the agent fails. */
export function watchTicket(
  state: IncidentState,
  ticket: MadeTicket,
  facts: TicketFacts,
  at: number,
): LivingStep & { readonly ticket: MadeTicket } {
  const { work: agent, gives } = watchAgent(ticket.agent, facts, at);
  const watched = { ...ticket, agent };
  const told = entryOf(ticket.agent, agent);
  const next = told === null ? state : withEntry(state, at, told, "somebody in Linear");
  if (gives === null || agent === null) return { state: next, ticket: watched, effects: [] };
  const { nth } = agent;
  return {
    state: withEntry(next, at, `${WHY[gives]}: people get the ticket`),
    ticket: watched,
    effects: [{ kind: "returnTicket", ticketId: ticket.id, nth, why: gives }],
  };
}

/** The wish to have the agent taken off, where one has it: what came since may be meant for it. */
export function takeFromAgent(state: IncidentState, ticket: MadeTicket, at: number): LivingStep {
  const { phase } = state;
  const { agent } = ticket;
  if (phase.name !== "ticketed" || (agent?.stage !== "waking" && agent?.stage !== "working")) {
    return quietStep(state);
  }
  const taken = { ...ticket, agent: moved(agent, "returning", at) };
  const told = withEntry(state, at, `${WHY.heldBack}: people get the ticket`);
  return {
    state: { ...told, phase: { ...phase, ticket: taken } },
    effects: [{ kind: "returnTicket", ticketId: ticket.id, nth: agent.nth, why: "heldBack" }],
  };
}

/** When the agent's session is to be asked for; null: not, or with the slow tick only. */
export function agentCheckAt({ phase }: Pick<IncidentState, "phase">): number | null {
  if (phase.name !== "ticketed" || phase.ticket.status !== "made") return null;
  const { agent, wanted } = phase.ticket;
  return wanted === null ? (agent?.checkAt ?? null) : null;
}

/** The incident after a change of its ticket's delegate was done. */
export function answerAgent(
  state: IncidentState,
  ticket: MadeTicket,
  answer: AgentAnswer,
): LivingStep {
  const { phase } = state;
  const { agent } = ticket;
  const { at, nth } = answer;
  if (phase.name === "collecting" || agent?.nth !== nth) return quietStep(state);
  const put = (next: Partial<MadeTicket>): IncidentState => ({
    ...state,
    phase: { ...phase, ticket: { ...ticket, ...next } },
  });
  switch (answer.kind) {
    case "delegateCleared": {
      if (agent.stage !== "clearing" && agent.stage !== "setting") return quietStep(state);
      // What was never delegated is not given back either.
      const kept = agent.nth === 1 ? null : moved(agent, "returned", at);
      // Also between the two changes: closed meanwhile, or the rules say so by now.
      if (!answer.again) return quietStep(put({ agent: kept }));
      if (agent.stage !== "clearing") return quietStep(state);
      // Linear lists the latest of all issues only: what was seen of this one before still counts.
      const before = answer.before ?? agent.before;
      return {
        state: put({ agent: { ...moved(agent, "setting", at), before } }),
        effects: [{ kind: "delegateTicket", ticketId: ticket.id, nth, to: "agent" }],
      };
    }
    case "delegateSet": {
      if (agent.stage !== "setting") return quietStep(state);
      const { before } = agent;
      const work = { ...delegated(at, agent), nth, before };
      const { assigneeId } = answer;
      return quietStep(withEntry(put({ agent: work, assigneeId }), at, "delegated again"));
    }
    case "ticketReturned": {
      if (agent.stage !== "returning") return quietStep(state);
      const { assigneeId, goesOn } = answer;
      if (goesOn !== null) {
        const kept = put({ agent: { ...moved(agent, "working", at), session: goesOn } });
        return quietStep(withEntry(kept, at, "the agent works after all: it keeps the ticket"));
      }
      return quietStep(put({ agent: moved(agent, "returned", at), assigneeId }));
    }
  }
}

function entryOf(before: AgentWork | null, after: AgentWork | null): string | null {
  if (after === null || before?.stage === after.stage) return null;
  if (after.stage === "taken") return "the agent was taken off the ticket";
  const isTheirs = before?.stage !== "clearing" && before?.stage !== "setting";
  return after.stage === "waking" && isTheirs ? "the ticket was delegated" : null;
}
