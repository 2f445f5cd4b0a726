// What Linear's answers mean for the incident. An answer to a wish that is no longer had changes
// nothing: effects may be performed twice, and people act meanwhile.
import { answerAgent, takeFromAgent, wantAgent } from "./agent-answer.ts";
import { totalCount } from "./followers.ts";
import { readTicket } from "./read-ticket.ts";
import { foundWithdrawn, nextEpisode, opened } from "./opened-ticket.ts";
import type { IncidentState } from "./state.ts";
import type { LivingStep, Policy, TicketEvent } from "./step.ts";
import { quietStep } from "./step.ts";
import type { MadeTicket } from "./ticket.ts";
import { withEntry } from "./timeline.ts";
import { endWatch } from "./verify.ts";
import { wantTicket } from "./want-ticket.ts";

type Answer = TicketEvent & { readonly at: number };

/** The incident after an answer of Linear's. */
export function answerTicket(state: IncidentState, answer: Answer, policy: Policy): LivingStep {
  const { phase } = state;
  if (phase.name === "collecting") return quietStep(state);
  const { ticket } = phase;
  if (ticket === null || !("id" in ticket) || ticket.id !== answer.id) return quietStep(state);
  switch (answer.kind) {
    case "ticketWorded":
      return worded(state, answer);
    case "delegateCleared":
    case "delegateSet":
    case "ticketReturned":
      return ticket.status === "made" ? answerAgent(state, ticket, answer) : quietStep(state);
    case "ticketOpened":
      if (phase.name === "ticketed") {
        return phase.ticket.status === "opening" ? opened(state, answer, policy) : quietStep(state);
      }
      return ticket.status === "withdrawn"
        ? foundWithdrawn(state, phase, answer)
        : quietStep(state);
    case "ticketDrafted": {
      if (ticket.status !== "opening") return quietStep(state);
      const { id, draft, at } = answer;
      const drafted = { status: "draft", id, draft, draftedAt: at } as const;
      return {
        state: withEntry(
          { ...state, phase: { ...phase, ticket: drafted } },
          at,
          "ticket drafted: there is no Linear key",
        ),
        effects: [{ kind: "updateIndex" }],
      };
    }
    case "ticketAbsent":
      return phase.name !== "ticketed" && ticket.status === "withdrawn"
        ? quietStep({ ...state, phase: { ...phase, ticket: null } })
        : quietStep(state);
    case "ticketGone":
      return ticket.status === "made" ? gone(state, ticket, answer.at) : quietStep(state);
    case "ticketRead":
      return ticket.status === "made"
        ? readTicket(state, ticket, answer, policy)
        : quietStep(state);
    case "ticketChanged":
      return ticket.status === "made" && ticket.changes === answer.nth
        ? changed(state, ticket, answer.at)
        : quietStep(state);
  }
}

// What it says is ours. One that was for people is the agent's once it has failed often enough.
function worded(
  state: IncidentState,
  { words, whose, at }: Extract<Answer, { kind: "ticketWorded" }>,
): LivingStep {
  const { phase } = state;
  if (phase.name === "collecting") return quietStep(state);
  const { ticket } = phase;
  if (phase.name === "ticketed" && phase.ticket.status === "opening") {
    return quietStep({ ...state, phase: { ...phase, ticket: { ...phase.ticket, words } } });
  }
  if (ticket?.status !== "made") return quietStep(state);
  const known = { ...ticket, words };
  const put = { ...state, phase: { ...phase, ticket: known } };
  if (phase.name !== "ticketed" || ticket.wanted !== null) return quietStep(put);
  if (whose === "people") return takeFromAgent(put, known, at);
  if (whose !== "agent" || ticket.agent !== null) return quietStep(put);
  const { ticket: next, effects } = wantAgent(known, at);
  return { state: { ...state, phase: { ...phase, ticket: next } }, effects };
}

// The ticket is in the state that we want it in. One that was opened again is the agent's again.
function changed(state: IncidentState, known: MadeTicket, at: number): LivingStep {
  const { phase } = state;
  if (phase.name === "collecting") return quietStep(state);
  const confirmed = { ...known, wanted: null };
  if (phase.name === "ticketed" && known.wanted === "open") {
    const { ticket, effects } = wantAgent(confirmed, at);
    // It may have been shown while it was closed, which leaves its words: the agent reads them next.
    return {
      state: { ...state, phase: { ...phase, ticket } },
      effects: [{ kind: "showTicket", ticketId: known.id }, ...effects],
    };
  }
  const next = { ...state, phase: { ...phase, ticket: confirmed } };
  const isEnding = phase.name === "verifying" && phase.isEnding;
  // What was read before the change said nothing; the last word still waits for a reading.
  return {
    state: next,
    effects: isEnding ? [{ kind: "readTicket", ticketId: known.id }] : [],
  };
}

// Deleted for good, or out of our sight. Nobody has said that the failure does not matter: if it
// fails on, there is a new ticket.
function gone(state: IncidentState, ticket: MadeTicket, at: number): LivingStep {
  const { phase } = state;
  const { identifier, url } = ticket;
  const next = nextEpisode(
    withEntry(state, at, `${identifier} is gone from Linear: it has a new ticket if it fails`),
    { identifier, url },
  );
  switch (phase.name) {
    case "collecting":
      return quietStep(state);
    case "ticketed":
      return ticket.wanted === "open" ? wantTicket(next, at) : untilItFails(next, at);
    case "verifying": {
      const watched = { ...phase, ticket: null };
      return phase.isEnding ? endWatch(next, watched, at) : quietStep({ ...next, phase: watched });
    }
    case "resolved":
    case "ignored":
      return quietStep({ ...next, phase: { ...phase, ticket: null } });
  }
}

function untilItFails(state: IncidentState, at: number): LivingStep {
  const until = { kind: "count", count: totalCount(state) + 1 } as const;
  return {
    state: { ...state, phase: { name: "ignored", since: at, ticket: null, until } },
    effects: [{ kind: "updateIndex" }],
  };
}
