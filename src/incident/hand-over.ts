// A ticket that changes hands: its owner was ignored or merged away, and the same fault goes on.
import { takeOverAgent } from "./agent-answer.ts";
import { changeTicket, closeTicket } from "./change-ticket.ts";
import { totalCount } from "./followers.ts";
import type { IncidentState } from "./state.ts";
import { mergedInto } from "./phase.ts";
import type { LivingStep, Said } from "./step.ts";
import { quietStep } from "./step.ts";
import { ticketId } from "./ticket-id.ts";
import { withEntry } from "./timeline.ts";
import { openTicket } from "./want-ticket.ts";

/** Whether the incident may take the ticket that `from` gives away: it is the same fault's. */
export function isHeir(
  { phase, ownedKey }: IncidentState,
  ticketKey: string,
  from: string,
): boolean {
  if (ownedKey === ticketKey) return true;
  if (phase.name !== "ticketed" || phase.ticket.status !== "following") return false;
  return phase.ticket.owner === from && phase.ticket.why === "family";
}

export function inherited(state: IncidentState, event: Said<"inherited">, at: number): LivingStep {
  const { from, ticketKey, episode, ticket, followers } = event;
  if (!isHeir(state, ticketKey, from) || state.ownedKey === ticketKey) return quietStep(state);
  const heir: IncidentState = {
    ...withEntry(state, at, `has the ticket of ${from}, which is ignored or merged`),
    ownedKey: ticketKey,
    episode,
    followers: followers.filter(({ fingerprint }) => fingerprint !== state.fingerprint),
  };
  if (ticket === null) return openTicket(heir, ticketKey, at);
  const shown = { ...ticket, readAt: at, toldCount: totalCount(heir) };
  // A change that the other wanted and Linear has not confirmed is nobody's now: it is wanted anew.
  const taken =
    ticket.wanted === null
      ? takeOverAgent(shown, at)
      : changeTicket(shown, { to: "open", why: "inherited" }, at);
  return {
    state: { ...heir, phase: { name: "ticketed", since: at, ticket: taken.ticket } },
    effects: [
      ...taken.effects,
      { kind: "showTicket", ticketId: ticket.id },
      { kind: "tellDesk", ticketId: ticket.id },
      { kind: "updateIndex" },
    ],
  };
}

export function handedOver(
  state: IncidentState,
  { heir }: Said<"handedOver">,
  at: number,
): LivingStep {
  const { phase } = state;
  if (phase.name !== "ignored" || state.ownedKey === null) return quietStep(state);
  if (heir !== null) {
    return {
      state: withEntry(
        {
          ...state,
          ownedKey: null,
          followers: [],
          phase: { ...phase, ticket: null, isHandingOver: false },
        },
        at,
        `its ticket is that of ${heir} now`,
      ),
      effects: [{ kind: "updateIndex" }],
    };
  }
  // Nobody took it: it is called off, made or not.
  const target = mergedInto(state);
  const id = ticketId(state.ownedKey, state.episode);
  const open = phase.ticket ?? ({ status: "opening", id, words: null } as const);
  const put = closeTicket(open, { to: "canceled", mergedInto: target }, at);
  const left = { kind: "leaveDesk", nextEpisode: state.episode + 1 } as const;
  return {
    state: {
      ...state,
      ownedKey: target === null ? state.ownedKey : null,
      followers: [],
      phase: { ...phase, ticket: put.ticket, isHandingOver: false },
    },
    effects: [...put.effects, ...(target === null ? [] : [left])],
  };
}
