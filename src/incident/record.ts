// What a recorded failure means, besides its count, in each phase.
import type { FailureMessage } from "../failure/message.ts";
import { READ_TICKET_AFTER_MS, TELL_OWNER_AFTER_MS } from "../limits.ts";
import { countMessage } from "./count.ts";
import type { Effect } from "./effect.ts";
import type { Recorded } from "./recorded.ts";
import { reopen } from "./reopen.ts";
import { wasCounted } from "./ring.ts";
import { totalCount } from "./followers.ts";
import { hasEnded } from "./ignore.ts";
import type { IgnoredPhase, IncidentState } from "./state.ts";
import { mergedInto } from "./phase.ts";
import type { LivingStep, Policy } from "./step.ts";
import { quietStep } from "./step.ts";
import type { FollowedTicket, MadeTicket, Ticket } from "./ticket.ts";
import { watchFix } from "./verify.ts";
import { wantTicket } from "./want-ticket.ts";

/** Counts the messages that are new, and reacts to them as the phase asks for. */
export function recordFailures(
  before: IncidentState,
  messages: readonly FailureMessage[],
  at: number,
  policy: Policy,
): LivingStep {
  const fresh: FailureMessage[] = [];
  let state = before;
  for (const message of messages) {
    const counted = countMessage(state, message);
    if (counted !== state) fresh.push(message);
    state = counted;
  }
  if (fresh.length === 0) return quietStep(before);
  const { phase } = state;
  switch (phase.name) {
    case "collecting":
      return quietStep(state);
    case "ticketed":
      return recordTicketed(state, phase.ticket, at, policy);
    case "verifying":
    case "resolved":
      return watchFix(state, phase, fresh, at);
    case "ignored":
      return ignoreFailures(state, phase, fresh, at);
  }
}

function recordTicketed(
  state: IncidentState,
  ticket: Ticket,
  at: number,
  policy: Policy,
): LivingStep {
  switch (ticket.status) {
    case "made":
      return growTicket(state, ticket, at, policy);
    case "draft":
      // It is sent once there is a key and it still fails.
      return policy.ticketsAreSent ? wantTicket(state, at) : quietStep(state);
    case "waiting":
      return ticket.until === null || ticket.until <= at ? wantTicket(state, at) : quietStep(state);
    case "following":
      return tellOwner(state, ticket, at);
    case "asking":
    case "opening":
      return quietStep(state);
  }
}

function tellOwner(state: IncidentState, ticket: FollowedTicket, at: number): LivingStep {
  const { owner, toldAt } = ticket;
  if (toldAt !== null && at - toldAt < TELL_OWNER_AFTER_MS) return quietStep(state);
  const { since } = state.phase;
  const told: FollowedTicket = { ...ticket, toldAt: at };
  return {
    state: { ...state, phase: { name: "ticketed", since, ticket: told } },
    effects: [{ kind: "tellOwner", owner }],
  };
}

/** Where messages go instead that reach an incident which was merged; null for any other. */
export function forwardOf(
  state: IncidentState,
  messages: readonly FailureMessage[],
): Recorded | null {
  const to = mergedInto(state);
  const { ring } = state;
  if (to === null) return null;
  const [first, ...rest] = messages.filter(({ id }) => !wasCounted(ring, id));
  return first === undefined
    ? { kind: "recorded" }
    : { kind: "forward", to, messages: [first, ...rest] };
}

/** Whether a ticket that shows `told` failures should show `count`: at 10, 100, 1,000 and so on. */
export function hasGrown(told: number, count: number): boolean {
  return Math.floor(Math.log10(Math.max(count, 1))) > Math.floor(Math.log10(Math.max(told, 1)));
}

function growTicket(
  state: IncidentState,
  ticket: MadeTicket,
  at: number,
  { agentMinCount }: Policy,
): LivingStep {
  const { id } = ticket;
  const count = totalCount(state);
  const isEnough = ticket.toldCount < agentMinCount && count >= agentMinCount;
  const grows = isEnough || hasGrown(ticket.toldCount, count);
  const reads = isReadDue(ticket, at);
  const effects: readonly Effect[] = [
    ...(grows ? [{ kind: "showTicket", ticketId: id } as const] : []),
    ...(reads ? [{ kind: "readTicket", ticketId: id } as const] : []),
  ];
  const told: MadeTicket = {
    ...ticket,
    toldCount: grows ? count : ticket.toldCount,
    readAt: reads ? at : ticket.readAt,
  };
  const { since } = state.phase;
  return { state: { ...state, phase: { name: "ticketed", since, ticket: told } }, effects };
}

function ignoreFailures(
  state: IncidentState,
  phase: IgnoredPhase,
  fresh: readonly FailureMessage[],
  at: number,
): LivingStep {
  const { ticket } = phase;
  if (hasEnded(phase.until, totalCount(state), fresh))
    return reopen(state, ticket, "ignoreEnded", at);
  // Somebody may have opened the ticket again by hand.
  if (ticket?.status !== "made" || !isReadDue(ticket, at)) return quietStep(state);
  return {
    state: { ...state, phase: { ...phase, ticket: { ...ticket, readAt: at } } },
    effects: [{ kind: "readTicket", ticketId: ticket.id }],
  };
}

function isReadDue(ticket: MadeTicket, at: number): boolean {
  return at - ticket.readAt >= READ_TICKET_AFTER_MS;
}
