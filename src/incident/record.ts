// What a recorded failure means, besides its count, in each phase.
import type { FailureMessage } from "../failure/message.ts";
import { READ_TICKET_AFTER_MS } from "../limits.ts";
import { countMessage } from "./count.ts";
import type { Effect, Regression } from "./effect.ts";
import type { Policy, Step } from "./incident.ts";
import { reopen } from "./reopen.ts";
import type { Fix, IncidentState, OpenTicket } from "./state.ts";
import { countStraggler, judgeFailure } from "./verify.ts";
import { wantTicket } from "./wake.ts";

/** Counts the messages that are new, and reacts to them as the phase asks for. */
export function recordFailures(
  before: IncidentState,
  messages: readonly FailureMessage[],
  at: number,
  policy: Policy,
): Step {
  const fresh: FailureMessage[] = [];
  let state = before;
  for (const message of messages) {
    const counted = countMessage(state, message);
    if (counted !== state) fresh.push(message);
    state = counted;
  }
  const { phase } = state;
  if (fresh.length === 0) return { state, effects: [] };
  if (phase.name === "ticketed") {
    const { ticket } = phase;
    if (ticket.status === "open") return growTicket(state, ticket, at);
    // A draft is sent once there is a key and it still fails.
    const isSent = ticket.status === "draft" && policy.ticketsAreSent;
    return isSent ? wantTicket(state, ticket, at) : { state, effects: [] };
  }
  if (phase.name === "verifying") return watchFix(state, phase, fresh, at);
  if (phase.name === "resolved") {
    const came = fresh.some((message) => judgeFailure(phase.fix, message) !== "before");
    return came ? reopen(state, phase.ticket, "afterResolved", at) : { state, effects: [] };
  }
  return { state, effects: [] };
}

/** Whether a ticket that shows `told` failures should show `count`: at 10, 100, 1,000 and so on. */
export function hasGrown(told: number, count: number): boolean {
  return Math.floor(Math.log10(Math.max(count, 1))) > Math.floor(Math.log10(Math.max(told, 1)));
}

function growTicket(state: IncidentState, ticket: OpenTicket, at: number): Step {
  const grows = hasGrown(ticket.toldCount, state.count);
  const reads = at - ticket.readAt >= READ_TICKET_AFTER_MS;
  const effects: Effect[] = [
    ...(grows ? [{ kind: "linkTicket", ticketId: ticket.id } as const] : []),
    ...(reads ? [{ kind: "readTicket", ticketId: ticket.id } as const] : []),
  ];
  if (!grows) return { state, effects };
  const told: OpenTicket = { ...ticket, toldCount: state.count };
  return {
    state: { ...state, phase: { name: "ticketed", since: state.phase.since, ticket: told } },
    effects,
  };
}

function watchFix(
  state: IncidentState,
  phase: Extract<IncidentState["phase"], { name: "verifying" }>,
  fresh: readonly FailureMessage[],
  at: number,
): Step {
  const verdicts = fresh.map((message) => judgeFailure(phase.fix, message));
  const back = verdicts.find(
    (verdict): verdict is Regression => verdict !== "before" && verdict !== "straggler",
  );
  if (back !== undefined) return reopen(state, phase.ticket, back, at);
  const fix = fresh.reduce<Fix>(
    (known, message, index) =>
      verdicts[index] === "straggler" ? countStraggler(known, message) : known,
    phase.fix,
  );
  return { state: { ...state, phase: { ...phase, fix } }, effects: [] };
}
