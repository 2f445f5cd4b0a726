// The life of an incident as a pure function. Time rides in the happening; effects are returned,
// never performed; the next wake-up is computed from the whole state.
import type { FailureMessage } from "../failure/message.ts";
import { SLOW_TICK_MS } from "../limits.ts";
import { countMessage, EMPTY_RING } from "./count.ts";
import type { Effect } from "./effect.ts";
import type { IncidentState, Ticket, TicketDraft } from "./state.ts";
import { ticketId } from "./ticket-id.ts";

/** What can happen to an incident. `at` is ms since 1970. */
export type IncidentEvent =
  | {
      readonly kind: "recorded";
      readonly at: number;
      readonly messages: readonly [FailureMessage, ...FailureMessage[]];
    }
  | { readonly kind: "woke"; readonly at: number }
  | {
      readonly kind: "ticketOpened";
      readonly at: number;
      readonly id: string;
      readonly identifier: string;
      readonly url: string;
    }
  | {
      readonly kind: "ticketDrafted";
      readonly at: number;
      readonly id: string;
      readonly draft: TicketDraft;
    };

/** What settings say about the life of an incident. */
export interface Policy {
  readonly settleMs: number;
  /** False without a Linear key: tickets are drafted. */
  readonly ticketsAreSent: boolean;
}

export interface Step {
  readonly state: IncidentState;
  readonly effects: readonly Effect[];
}

/** The next state and what it wants done outside. Only a recorded failure begins an incident. */
export function advance(
  state: IncidentState | null,
  event: IncidentEvent,
  policy: Policy,
): Step | null {
  if (event.kind === "recorded") return record(state, event, policy);
  if (state === null) return null;
  switch (event.kind) {
    case "woke":
      return wake(state, event.at, policy);
    case "ticketOpened":
      return settleTicket(
        state,
        event.id,
        [{ kind: "linkTicket", ticketId: event.id }],
        (ticket) => ({
          status: "open",
          id: ticket.id,
          episode: ticket.episode,
          identifier: event.identifier,
          url: event.url,
          openedAt: event.at,
        }),
      );
    case "ticketDrafted":
      return settleTicket(state, event.id, [], (ticket) => ({
        status: "draft",
        id: ticket.id,
        episode: ticket.episode,
        draft: event.draft,
        draftedAt: event.at,
      }));
  }
}

/** When the state itself wants to be woken, if at all; the outbox has times of its own. */
export function wakesAt({ phase, tickAt }: IncidentState): number | null {
  if (phase.name !== "collecting") return tickAt;
  return tickAt === null ? phase.settlesAt : Math.min(phase.settlesAt, tickAt);
}

function record(
  known: IncidentState | null,
  event: Extract<IncidentEvent, { kind: "recorded" }>,
  policy: Policy,
): Step {
  const before = known ?? begin(event.messages[0], event.at, policy);
  const counted = event.messages.reduce(countMessage, before);
  if (counted === before) return { state: before, effects: [] };
  const tickAt = counted.tickAt ?? event.at + SLOW_TICK_MS;
  const state = { ...counted, tickAt };
  const { phase } = state;
  if (phase.name === "ticketed" && phase.ticket.status === "draft" && policy.ticketsAreSent) {
    return wantTicket(state, phase.ticket, event.at);
  }
  return { state, effects: known === null ? [{ kind: "updateIndex" }] : [] };
}

function begin(message: FailureMessage, at: number, policy: Policy): IncidentState {
  const [head] = message.samples;
  // A failure without an own frame may be the echo of one that has it: the better half goes first.
  const settleMs = head.grouping.frame === null ? 2 * policy.settleMs : policy.settleMs;
  return {
    fingerprint: message.fingerprint,
    family: head.family,
    echoKey: head.echoKey,
    grouping: head.grouping,
    phase: { name: "collecting", since: at, settlesAt: at + settleMs },
    count: 0,
    approximate: false,
    firstAt: message.firstAt,
    lastAt: message.lastAt,
    ring: EMPTY_RING,
    hours: [],
    versions: [],
    routes: [],
    samples: { first: [], latest: [] },
    tickAt: null,
  };
}

function wake(state: IncidentState, at: number, policy: Policy): Step {
  const ticked = tick(state, at);
  const { phase } = ticked.state;
  if (phase.name === "collecting" && phase.settlesAt <= at) {
    return wantTicket(ticked.state, { id: ticketId(state.fingerprint, 1), episode: 1 }, at);
  }
  if (phase.name === "ticketed" && phase.ticket.status === "draft" && policy.ticketsAreSent) {
    return wantTicket(ticked.state, phase.ticket, at);
  }
  return ticked;
}

function tick(state: IncidentState, at: number): Step {
  if (state.tickAt === null || at < state.tickAt) return { state, effects: [] };
  return { state: { ...state, tickAt: null }, effects: [{ kind: "updateIndex" }] };
}

function wantTicket(
  state: IncidentState,
  { id, episode }: { id: string; episode: number },
  at: number,
): Step {
  const phase = {
    name: "ticketed",
    since: at,
    ticket: { status: "opening", id, episode },
  } as const;
  return {
    state: { ...state, phase },
    effects: [{ kind: "openTicket", ticketId: id }, { kind: "updateIndex" }],
  };
}

// An answer to an effect that is no longer wanted changes nothing: effects may be performed twice.
function settleTicket(
  state: IncidentState,
  id: string,
  effects: readonly Effect[],
  settled: (ticket: Ticket) => Ticket,
): Step {
  const { phase } = state;
  if (phase.name !== "ticketed" || phase.ticket.id !== id || phase.ticket.status !== "opening") {
    return { state, effects: [] };
  }
  return {
    state: { ...state, phase: { ...phase, ticket: settled(phase.ticket) } },
    effects: [...effects, { kind: "updateIndex" }],
  };
}
