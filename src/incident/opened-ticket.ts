// A ticket that Linear shows for the first time: made now, by a try that died, or in an earlier life.
import { delegated } from "./agent-work.ts";
import { closeTicket } from "./change-ticket.ts";
import type { PreviousTicket } from "./claim.ts";
import type { Effect } from "./effect.ts";
import { totalCount } from "./followers.ts";
import { mergedInto } from "./phase.ts";
import { readTicket } from "./read-ticket.ts";
import type { IncidentState, Phase } from "./state.ts";
import type { LivingStep, Policy, TicketEvent } from "./step.ts";
import type { MadeTicket } from "./ticket.ts";
import { withEntry } from "./timeline.ts";
import { wantTicket } from "./want-ticket.ts";

type Opened = Extract<TicketEvent, { kind: "ticketOpened" }> & { readonly at: number };

/** The incident whose ticket is there now: open, or closed in a life before. */
export function opened(before: IncidentState, answer: Opened, policy: Policy): LivingStep {
  const { at, facts, reading, wantedAt, adopted } = answer;
  const { identifier, url } = facts;
  const state = adopted === null ? before : { ...before, episode: adopted.episode };
  const ticket = made(state, answer);
  if (reading.state === "open" || reading.state === "unknown") {
    const next = {
      ...state,
      phase: { name: "ticketed", since: state.phase.since, ticket } as const,
    };
    const how = adopted === null ? "opened" : "found by its link";
    return {
      state: withEntry(next, at, `ticket ${identifier} ${how}`),
      effects: [...shownAs(ticket), { kind: "updateIndex" }],
    };
  }
  // One that was canceled before was given up, whoever's word that was: what fails now is told anew.
  const isOfBefore = reading.closedAt <= wantedAt;
  const isGivenUp = reading.state === "canceled" || at - reading.closedAt > policy.retentionMs;
  if (isOfBefore && isGivenUp) {
    const told = withEntry(state, at, `a new episode: ${identifier} was closed before`);
    return wantTicket(nextEpisode(told, { identifier, url }), at);
  }
  const known = withEntry(state, at, `ticket ${identifier} found ${reading.state}`);
  const next = { ...known, phase: { name: "ticketed", since: at, ticket } as const };
  const step = readTicket(next, ticket, answer, policy);
  return { ...step, effects: [...shownAs(ticket), ...step.effects] };
}

function shownAs({ id }: MadeTicket): readonly Effect[] {
  return [
    { kind: "showTicket", ticketId: id },
    { kind: "tellDesk", ticketId: id },
  ];
}

/** The incident in the life after the ticket that it had. */
export function nextEpisode(state: IncidentState, previousTicket: PreviousTicket): IncidentState {
  return { ...state, episode: state.episode + 1, previousTicket };
}

/** The incident whose ticket was made before it was withdrawn: it is closed as the incident is. */
export function foundWithdrawn(
  state: IncidentState,
  phase: Exclude<Phase, { name: "collecting" | "ticketed" }>,
  answer: Opened,
): LivingStep {
  const ticket = made(state, answer);
  const closed =
    answer.reading.state === "open"
      ? closeTicket(
          ticket,
          phase.name === "ignored"
            ? { to: "canceled", mergedInto: mergedInto({ phase }) }
            : { to: "completed" },
          answer.at,
        )
      : { ticket, effects: [] };
  const episode = answer.adopted?.episode ?? state.episode;
  return {
    state: { ...state, episode, phase: { ...phase, ticket: closed.ticket } },
    effects: [...closed.effects, { kind: "updateIndex" }],
  };
}

function made(state: IncidentState, { id, facts, words, adopted, at }: Opened): MadeTicket {
  const { identifier, url, assigneeId, delegateId } = facts;
  return {
    status: "made",
    id: adopted?.id ?? id,
    identifier,
    url,
    openedAt: at,
    readAt: at,
    toldCount: totalCount(state),
    changes: 0,
    wanted: null,
    words,
    agent: delegateId === null ? null : delegated(at, null),
    assigneeId,
  };
}
