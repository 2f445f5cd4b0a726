// The life of an incident as a pure function. Time rides in the happening; effects are returned,
// never performed; the next wake-up is computed from the whole state.
import type { FailureMessage } from "../failure/message.ts";
import { SLOW_TICK_MS } from "../limits.ts";
import { EMPTY_RING } from "./count.ts";
import type { Effect } from "./effect.ts";
import { recordFailures } from "./record.ts";
import type { IncidentState, OpenTicket, Ticket, TicketDraft } from "./state.ts";
import { withEntry } from "./timeline.ts";
import { readTicketState } from "./ticket-state.ts";
import type { TicketReading } from "./ticket-state.ts";
import { wake } from "./wake.ts";

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
    }
  | {
      readonly kind: "ticketRead";
      readonly at: number;
      readonly id: string;
      readonly reading: TicketReading;
    };

/** What settings say about the life of an incident. */
export interface Policy {
  readonly settleMs: number;
  /** How long production is watched after a ticket was completed. */
  readonly watchMs: number;
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
        opened(state, event),
        `ticket ${event.identifier} opened`,
        event.at,
      );
    case "ticketDrafted":
      return settleTicket(
        state,
        event.id,
        drafted(event),
        "ticket drafted: there is no Linear key",
        event.at,
      );
    case "ticketRead":
      return readTicketState(state, event, policy);
  }
}

/** When the state itself wants to be woken, if at all; the outbox has times of its own. */
export function wakesAt({ phase, tickAt }: IncidentState): number | null {
  const due =
    phase.name === "collecting"
      ? phase.settlesAt
      : phase.name === "verifying"
        ? phase.endsAt
        : null;
  if (due === null || tickAt === null) return due ?? tickAt;
  return Math.min(due, tickAt);
}

function record(
  known: IncidentState | null,
  event: Extract<IncidentEvent, { kind: "recorded" }>,
  policy: Policy,
): Step {
  const before = known ?? begin(event.messages[0], event.at, policy);
  const { state, effects } = recordFailures(before, event.messages, event.at, policy);
  if (state === before) return { state, effects };
  return {
    state: { ...state, tickAt: state.tickAt ?? event.at + SLOW_TICK_MS },
    effects: known === null ? [...effects, { kind: "updateIndex" }] : effects,
  };
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
    timeline: [{ at, what: "first failure" }],
    tickAt: null,
  };
}

function opened(
  state: IncidentState,
  event: Extract<IncidentEvent, { kind: "ticketOpened" }>,
): (ticket: Ticket) => OpenTicket {
  return ({ id, episode }) => ({
    status: "open",
    id,
    episode,
    identifier: event.identifier,
    url: event.url,
    openedAt: event.at,
    readAt: event.at,
    toldCount: state.count,
    reopenings: 0,
  });
}

function drafted(
  event: Extract<IncidentEvent, { kind: "ticketDrafted" }>,
): (ticket: Ticket) => Ticket {
  return ({ id, episode }) => ({
    status: "draft",
    id,
    episode,
    draft: event.draft,
    draftedAt: event.at,
  });
}

// An answer to an effect that is no longer wanted changes nothing: effects may be performed twice.
function settleTicket(
  state: IncidentState,
  id: string,
  settled: (ticket: Ticket) => Ticket,
  what: string,
  at: number,
): Step {
  const { phase } = state;
  if (phase.name !== "ticketed" || phase.ticket.id !== id || phase.ticket.status !== "opening") {
    return { state, effects: [] };
  }
  const ticket = settled(phase.ticket);
  return {
    state: withEntry({ ...state, phase: { ...phase, ticket } }, at, what),
    effects: [
      ...(ticket.status === "open" ? [{ kind: "linkTicket", ticketId: id } as const] : []),
      { kind: "updateIndex" },
    ],
  };
}
