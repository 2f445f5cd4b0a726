import type { FailureMessage } from "../failure/message.ts";
import { closeTicket } from "./change-ticket.ts";
import type { Effect } from "./effect.ts";
import type { IncidentState, Until } from "./state.ts";
import type { LivingStep } from "./step.ts";
import type { ClosedTicket } from "./ticket.ts";

/**
 * The incident, ignored. Work that goes on at its ticket is called off, but where others follow it:
 * then one of them gets the ticket.
 */
export function ignore(state: IncidentState, until: Until, at: number): LivingStep {
  const down = putDown(state, until, at);
  const { ticket } = down;
  const isHanded = down.effects.some(({ kind }) => kind === "handOver");
  // What was merged away owns no ticket: the next one of its family gets a new one.
  const gives = until.kind === "merged" && state.ownedKey !== null && !isHanded;
  const effects: readonly Effect[] = gives
    ? [...down.effects, { kind: "leaveDesk", nextEpisode: state.episode + 1 }]
    : down.effects;
  const leaves = effects.some(({ kind }) => kind === "leaveDesk");
  return {
    state: {
      ...state,
      ...(leaves ? { ownedKey: null, followers: [] } : {}),
      phase: { name: "ignored", since: at, ticket, until, isHandingOver: isHanded },
    },
    effects: [...effects, { kind: "updateIndex" }],
  };
}

/** Whether what it was ignored until has come, with these failures. */
export function hasEnded(
  until: Until,
  count: number,
  fresh: readonly Pick<FailureMessage, "lastAt">[],
): boolean {
  switch (until.kind) {
    case "good":
    case "merged":
      return false;
    case "time":
      return fresh.some(({ lastAt }) => lastAt >= until.at);
    case "count":
      return count >= until.count;
  }
}

function putDown(
  { phase, followers, ownedKey }: IncidentState,
  until: Until,
  at: number,
): { readonly ticket: ClosedTicket; readonly effects: readonly Effect[] } {
  if (phase.name === "collecting") return { ticket: null, effects: [] };
  // Made or not: whoever takes it opens it where it is not. An echo has a ticket key of its own.
  const hasHeirs = ownedKey !== null && followers.some(({ why }) => why === "family");
  if (hasHeirs && phase.name !== "ignored") {
    const ticket = phase.ticket?.status === "made" ? phase.ticket : null;
    return { ticket, effects: [{ kind: "handOver" }] };
  }
  // What was completed stays so: it is done, whatever is thought of the failure now.
  if (phase.name !== "ticketed") return { ticket: phase.ticket, effects: [] };
  const mergedInto = until.kind === "merged" ? until.into : null;
  return closeTicket(phase.ticket, { to: "canceled", mergedInto }, at);
}
