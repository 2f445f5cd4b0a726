// What the passing of time means for an incident.
import { SLOW_TICK_MS } from "../limits.ts";
import type { Effect } from "./effect.ts";
import type { Policy, Step } from "./incident.ts";
import { reopen } from "./reopen.ts";
import type { IncidentState } from "./state.ts";
import { ticketId } from "./ticket-id.ts";
import { withEntry } from "./timeline.ts";
import { stillFails } from "./verify.ts";

/** The incident after a wake-up at `at`; too early a one changes nothing. */
export function wake(before: IncidentState, at: number, policy: Policy): Step {
  const { state, effects } = tick(before, at);
  const { phase } = state;
  switch (phase.name) {
    case "collecting":
      if (phase.settlesAt > at) return { state, effects };
      return wantTicket(state, { id: ticketId(state.fingerprint, 1), episode: 1 }, at);
    case "ticketed":
      return phase.ticket.status === "draft" && policy.ticketsAreSent
        ? wantTicket(state, phase.ticket, at)
        : { state, effects };
    case "verifying":
      return phase.endsAt > at ? { state, effects } : endWatch(state, phase, at);
    case "resolved":
    case "ignored":
      return { state, effects };
  }
}

// The slow tick tells the index of what was counted. It goes on while a ticket is open, and asks
// Linear how it is: without a webhook, that is how its completion is noticed when nothing fails.
function tick(state: IncidentState, at: number): Step {
  if (state.tickAt === null || at < state.tickAt) return { state, effects: [] };
  const { phase } = state;
  const isOpen = phase.name === "ticketed" && phase.ticket.status === "open";
  const effects: readonly Effect[] = [{ kind: "updateIndex" }];
  if (!isOpen) return { state: { ...state, tickAt: null }, effects };
  return {
    state: { ...state, tickAt: at + SLOW_TICK_MS },
    effects: [{ kind: "readTicket", ticketId: phase.ticket.id }, ...effects],
  };
}

/** The state that wants its ticket opened, or the draft of it sent. */
export function wantTicket(
  state: IncidentState,
  { id, episode }: { readonly id: string; readonly episode: number },
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

function endWatch(
  state: IncidentState,
  phase: Extract<IncidentState["phase"], { name: "verifying" }>,
  at: number,
): Step {
  const { ticket, fix, endsAt } = phase;
  if (stillFails(fix, endsAt)) return reopen(state, ticket, "notLive", at);
  const next = { ...state, phase: { name: "resolved", since: at, ticket, fix } as const };
  return {
    state: withEntry(next, at, "resolved: the failure stopped"),
    effects: [
      { kind: "tellQuiet", ticketId: ticket.id, nth: ticket.reopenings + 1 },
      { kind: "updateIndex" },
    ],
  };
}
