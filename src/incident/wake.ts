// What the passing of time means for an incident, and when it must be woken for it.
import { IDLE_TICK_MS, SLOW_TICK_MS } from "../limits.ts";
import { agentCheckAt } from "./agent-answer.ts";
import type { Effect } from "./effect.ts";
import { lastFailureAt } from "./followers.ts";
import type { IncidentState, Phase } from "./state.ts";
import type { Ticket } from "./ticket.ts";
import type { LivingStep, Policy } from "./step.ts";
import { quietStep } from "./step.ts";
import { beginEnd } from "./verify.ts";
import { wantTicket } from "./want-ticket.ts";

/** The incident after a wake-up; too early a one changes nothing. */
export function wake(
  before: IncidentState,
  { at, isIdle }: { readonly at: number; readonly isIdle: boolean },
  policy: Policy,
): LivingStep {
  const ticked = tick(before, at);
  const woken = wakePhase(ticked.state, at, policy);
  const over = isIdle ? overAt(woken.state, policy) : null;
  const leaves: readonly Effect[] = over !== null && over <= at ? [{ kind: "leaveIndex" }] : [];
  return { state: woken.state, effects: [...ticked.effects, ...woken.effects, ...leaves] };
}

/**
 * When the alarm must ring next: the earliest of everything that is due, computed anew from the
 * whole state; null where nothing is.
 */
export function nextWakeAt(
  state: IncidentState,
  outbox: readonly { readonly dueAt: number }[],
  policy: Policy,
): number | null {
  const due = [
    ...outbox.map(({ dueAt }) => dueAt),
    phaseEndsAt(state),
    agentCheckAt(state),
    state.tickAt,
    // An incident with an effect undone never ends.
    outbox.length === 0 ? overAt(state, policy) : null,
  ].filter((at) => at !== null);
  return due.length === 0 ? null : Math.min(...due);
}

/** Tickets in phase `ticketed` that are no open Linear issue of this incident, nor about to be. */
const KEEPS_NOTHING_OPEN: ReadonlySet<string> = new Set(["draft", "waiting", "following"]);

/** When the incident itself is over, if its outbox is empty by then; null while it cannot be. */
export function overAt(state: IncidentState, policy: Policy): number | null {
  const { phase, members } = state;
  // From the last word too: a ticket that was closed yesterday is not forgotten today, and is old
  // enough for a new episode once it is.
  const keptUntil = Math.max(lastFailureAt(state), phase.since) + policy.retentionMs;
  // What was merged into it sends its failures here for as long as nobody undoes that.
  if (members.length > 0) return null;
  switch (phase.name) {
    case "collecting":
    case "verifying":
      return null;
    case "ticketed":
      return KEEPS_NOTHING_OPEN.has(phase.ticket.status) ? keptUntil : null;
    case "resolved":
      return keptUntil;
    case "ignored":
      if (phase.until.kind === "merged") return null;
      return phase.until.kind === "time" ? Math.max(keptUntil, phase.until.at) : keptUntil;
  }
}

function phaseEndsAt({ phase }: IncidentState): number | null {
  if (phase.name === "collecting") return phase.settlesAt;
  if (phase.name === "ticketed" && phase.ticket.status === "waiting") return phase.ticket.until;
  return phase.name === "verifying" && !phase.isEnding ? phase.endsAt : null;
}

/** When the slow tick comes again: hourly while a ticket is to be read, else daily. */
export function tickAfter({ phase }: IncidentState, at: number): number {
  const isWatched = phase.name === "ticketed" || phase.name === "verifying";
  return at + (isWatched && phase.ticket?.status === "made" ? SLOW_TICK_MS : IDLE_TICK_MS);
}

// The slow tick tells the index and the owner how the incident is, and asks Linear how the ticket
// is. An index that was lost is whole again after a day of it.
function tick(state: IncidentState, at: number): LivingStep {
  if (state.tickAt === null || at < state.tickAt) return quietStep(state);
  const { phase } = state;
  const next = { ...state, tickAt: tickAfter(state, at) };
  const tells: readonly Effect[] = [{ kind: "updateIndex" }];
  if (phase.name !== "ticketed" && phase.name !== "verifying")
    return { state: next, effects: tells };
  const { ticket } = phase;
  if (ticket?.status === "following") {
    return { state: next, effects: [{ kind: "tellOwner", owner: ticket.owner }, ...tells] };
  }
  return ticket?.status === "made"
    ? { state: next, effects: [{ kind: "readTicket", ticketId: ticket.id }, ...tells] }
    : { state: next, effects: tells };
}

// A draft whose failure is long over is not sent when there is a key at last.
function isDraftToSend(
  state: IncidentState,
  { status }: Ticket,
  at: number,
  policy: Policy,
): boolean {
  const over = overAt(state, policy);
  return status === "draft" && policy.ticketsAreSent && (over === null || over > at);
}

function wakePhase(state: IncidentState, at: number, policy: Policy): LivingStep {
  const { phase } = state;
  switch (phase.name) {
    case "collecting":
      return phase.settlesAt > at ? quietStep(state) : wantTicket(state, at);
    case "ticketed":
      return wakeTicketed(state, phase, at, policy);
    case "verifying":
      return phase.isEnding || phase.endsAt > at ? quietStep(state) : beginEnd(state, phase);
    case "resolved":
    case "ignored":
      return quietStep(state);
  }
}

function wakeTicketed(
  state: IncidentState,
  phase: Extract<Phase, { name: "ticketed" }>,
  at: number,
  policy: Policy,
): LivingStep {
  const { ticket } = phase;
  if (isDraftToSend(state, ticket, at, policy)) return wantTicket(state, at);
  const checkAt = agentCheckAt(state);
  if (ticket.status === "made" && ticket.agent !== null && checkAt !== null && checkAt <= at) {
    const agent = { ...ticket.agent, checkAt: null };
    return {
      state: { ...state, phase: { ...phase, ticket: { ...ticket, agent } } },
      effects: [{ kind: "readTicket", ticketId: ticket.id }],
    };
  }
  if (ticket.status !== "waiting" || ticket.until === null || ticket.until > at) {
    return quietStep(state);
  }
  // It gets a ticket of its own only if it still fails: now, or when it does.
  if (state.lastAt > ticket.since) return wantTicket(state, at);
  return quietStep({ ...state, phase: { ...phase, ticket: { ...ticket, until: null } } });
}
