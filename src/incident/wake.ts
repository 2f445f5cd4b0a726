// What the passing of time means for an incident, and when it must be woken for it.
import { SLOW_TICK_MS } from "../limits.ts";
import type { Effect } from "./effect.ts";
import type { IncidentState } from "./state.ts";
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
    state.tickAt,
    // An incident with an effect undone never ends.
    outbox.length === 0 ? overAt(state, policy) : null,
  ].filter((at) => at !== null);
  return due.length === 0 ? null : Math.min(...due);
}

/** When the incident itself is over, if its outbox is empty by then; null while it cannot be. */
export function overAt({ phase, members, lastAt }: IncidentState, policy: Policy): number | null {
  // From the last word too: a ticket that was closed yesterday is not forgotten today, and is old
  // enough for a new episode once it is.
  const keptUntil = Math.max(lastAt, phase.since) + policy.retentionMs;
  // What was merged into it sends its failures here for as long as nobody undoes that.
  if (members.length > 0) return null;
  switch (phase.name) {
    case "collecting":
    case "verifying":
      return null;
    case "ticketed":
      return phase.ticket.status === "draft" ? keptUntil : null;
    case "resolved":
      return keptUntil;
    case "ignored":
      if (phase.until.kind === "merged") return null;
      return phase.until.kind === "time" ? Math.max(keptUntil, phase.until.at) : keptUntil;
  }
}

function phaseEndsAt({ phase }: IncidentState): number | null {
  if (phase.name === "collecting") return phase.settlesAt;
  return phase.name === "verifying" && !phase.isEnding ? phase.endsAt : null;
}

// The slow tick tells the index of what was counted, and asks Linear how the ticket is.
function tick(state: IncidentState, at: number): LivingStep {
  if (state.tickAt === null || at < state.tickAt) return quietStep(state);
  const { phase } = state;
  const isWatched = phase.name === "ticketed" || phase.name === "verifying";
  const effects: readonly Effect[] = [{ kind: "updateIndex" }];
  if (!isWatched || phase.ticket?.status !== "made") {
    return { state: { ...state, tickAt: null }, effects };
  }
  return {
    state: { ...state, tickAt: at + SLOW_TICK_MS },
    effects: [{ kind: "readTicket", ticketId: phase.ticket.id }, ...effects],
  };
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
      return isDraftToSend(state, phase.ticket, at, policy)
        ? wantTicket(state, at)
        : quietStep(state);
    case "verifying":
      return phase.isEnding || phase.endsAt > at ? quietStep(state) : beginEnd(state, phase);
    case "resolved":
    case "ignored":
      return quietStep(state);
  }
}
