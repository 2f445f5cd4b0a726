// The life of an incident as a pure function. Time rides in what happens; effects are returned,
// never performed; the next wake-up is computed from the whole state (wake.ts).
import { act, join, leave } from "./act.ts";
import { SLOW_TICK_MS } from "../limits.ts";
import { beginIncident } from "./begin.ts";
import { answerDesk } from "./desk-answer.ts";
import type { Effect } from "./effect.ts";
import { takeHint } from "./hint.ts";
import { recordFailures } from "./record.ts";
import type { IncidentState } from "./state.ts";
import { ticketOf } from "./phase.ts";
import type { IncidentEvent, LivingStep, Policy, Step } from "./step.ts";
import { answerTicket } from "./ticket-answer.ts";
import { readVersions } from "./verify.ts";
import { overAt, tickAfter, wake } from "./wake.ts";

/** The next state and what it wants done outside; null where no incident is, and none begins. */
export function advance(
  state: IncidentState | null,
  event: IncidentEvent,
  policy: Policy,
): Step | null {
  if (state === null) return begin(event, policy);
  if (event.kind === "leftIndex") {
    const isOver = event.isIdle && isDue(overAt(state, policy), event.at);
    // It failed on, or something is wanted, while it was leaving.
    return isOver ? { state: null, effects: [] } : { state, effects: staying(state) };
  }
  const step = live(state, event, policy);
  return { ...step, state: ticking(step.state, event.at) };
}

// The desk may have been told already that it leaves: it is told, or asked, again.
function staying(state: IncidentState): readonly Effect[] {
  const ticket = ticketOf(state);
  const isMade = state.ownedKey !== null && ticket?.status === "made";
  return [
    { kind: "updateIndex" },
    ...(isMade ? [{ kind: "tellDesk", ticketId: ticket.id } as const] : []),
  ];
}

function begin(event: IncidentEvent, policy: Policy): Step | null {
  if (event.kind !== "recorded" || event.begin === undefined) return null;
  const { messages, at } = event;
  const born = beginIncident(messages[0], event.begin.counted, at, policy);
  const { state, effects } = recordFailures(born, messages, at, policy);
  // All of them were counted by another incident: there is nothing to begin with.
  if (state === born) return null;
  return { state: ticking(state, at), effects: [...effects, { kind: "updateIndex" }] };
}

function live(
  state: IncidentState,
  event: Exclude<IncidentEvent, { kind: "leftIndex" }>,
  policy: Policy,
): LivingStep {
  switch (event.kind) {
    case "recorded": {
      const step = recordFailures(state, event.messages, event.at, policy);
      if (step.state === state) return step;
      // Tells the index of what was counted, in a while.
      const tickAt = Math.min(step.state.tickAt ?? Infinity, event.at + SLOW_TICK_MS);
      return { ...step, state: { ...step.state, tickAt } };
    }
    case "woke":
      return wake(state, event, policy);
    case "acted":
      return act(state, event, policy);
    case "joined":
      return join(state, event.member, event.at);
    case "left":
      return leave(state, event.member, event.at);
    case "hinted":
      return takeHint(state, event);
    case "versionsRead":
      return readVersions(state, event.versions, event.at);
    case "claimed":
    case "followed":
    case "unfollowed":
    case "ownerAnswered":
    case "inherited":
    case "handedOver":
    case "disowned":
      return answerDesk(state, event, event.at);
    case "ticketOpened":
    case "ticketDrafted":
    case "ticketAbsent":
    case "ticketRead":
    case "ticketGone":
    case "ticketChanged":
    case "ticketWorded":
    case "delegateCleared":
    case "delegateSet":
    case "ticketReturned":
      return answerTicket(state, event, policy);
  }
}

// Without a webhook the slow tick is how a ticket's completion is noticed when nothing fails; so a
// ticket that is there now does not wait for the tick of a day.
function ticking(state: IncidentState, at: number): IncidentState {
  const latestAt = tickAfter(state, at);
  return state.tickAt === null || state.tickAt > latestAt ? { ...state, tickAt: latestAt } : state;
}

function isDue(dueAt: number | null, at: number): boolean {
  return dueAt !== null && dueAt <= at;
}
