// What the desk, owners and followers say, and what it means. Answers that come too late change
// nothing, but for one: a grant that is wanted no longer is given back.
import { ASK_OWNER_AGAIN_MS } from "../limits.ts";
import type { Grant } from "./claim.ts";
import { handedOver, inherited } from "./hand-over.ts";
import { followed, unfollowed } from "./owner.ts";
import type { IncidentState } from "./state.ts";
import type { DeskEvent, LivingStep, Said } from "./step.ts";
import { quietStep } from "./step.ts";
import { withEntry } from "./timeline.ts";
import { openTicket, separate, wantTicket } from "./want-ticket.ts";

/** The incident after something was said to it. */
export function answerDesk(state: IncidentState, event: DeskEvent, at: number): LivingStep {
  switch (event.kind) {
    case "claimed":
      return claimed(state, event, at);
    case "followed":
      return followed(state, event, at);
    case "unfollowed":
      return unfollowed(state, event);
    case "ownerAnswered":
      return ownerAnswered(state, event, at);
    case "inherited":
      return inherited(state, event, at);
    case "handedOver":
      return handedOver(state, event, at);
    case "disowned":
      return disowned(state, event, at);
  }
}

function claimed(
  state: IncidentState,
  { ticketKey, grant }: Said<"claimed">,
  at: number,
): LivingStep {
  const { phase } = state;
  if (phase.name !== "ticketed" || phase.ticket.status !== "asking") {
    // A person was faster.
    const isTaken = grant.kind === "own" && state.ownedKey === null;
    return isTaken
      ? { state, effects: [{ kind: "leaveDesk", nextEpisode: null }] }
      : quietStep(state);
  }
  switch (grant.kind) {
    case "own": {
      const { episode } = grant;
      const previousTicket = grant.previous ?? state.previousTicket;
      return openTicket({ ...state, ownedKey: ticketKey, episode, previousTicket }, ticketKey, at);
    }
    case "follow":
      return follow(state, grant, at);
    case "wait": {
      // A person wants it now, and asked after that answer: the next one is on its way.
      if (phase.ticket.isUrgent) return quietStep(state);
      const { until } = grant;
      const ticket = { status: "waiting", since: at, until } as const;
      const next = { ...state, phase: { ...phase, ticket } };
      return {
        state: withEntry(next, at, "waits for its ticket: the budget of its producer is used up"),
        effects: [{ kind: "updateIndex" }],
      };
    }
  }
}

function follow(
  state: IncidentState,
  { owner, why }: Extract<Grant, { kind: "follow" }>,
  at: number,
): LivingStep {
  const ticket = { status: "following", owner, why, ticket: null, toldAt: at } as const;
  const next: IncidentState = {
    ...state,
    ownedKey: null,
    followers: [],
    phase: { name: "ticketed", since: at, ticket },
  };
  const what = why === "echo" ? "is the echo of" : "is the same fault as";
  return {
    state: withEntry(next, at, `${what} ${owner}, and follows it`),
    effects: [{ kind: "tellOwner", owner }, { kind: "updateIndex" }],
  };
}

function ownerAnswered(
  state: IncidentState,
  { owner, answer }: Said<"ownerAnswered">,
  at: number,
): LivingStep {
  const { phase } = state;
  if (phase.name !== "ticketed" || phase.ticket.status !== "following") return quietStep(state);
  if (phase.ticket.owner !== owner) return quietStep(state);
  switch (answer.kind) {
    case "noted": {
      const ticket = { ...phase.ticket, ticket: answer.ticket };
      const next = { ...state, phase: { ...phase, ticket } };
      if (answer.ticket !== null) return quietStep(next);
      // The ticket is still being opened: asked again soon, and later each time.
      const againAt = at + Math.max(ASK_OWNER_AGAIN_MS, at - phase.since);
      return quietStep({ ...next, tickAt: Math.min(state.tickAt ?? againAt, againAt) });
    }
    case "notOwner": {
      const told = withEntry(state, at, `${owner} is the owner of its ticket no longer`);
      return wantTicket(told, at, { orphanOf: owner });
    }
    case "noEcho":
      return separate(
        withEntry(state, at, `fails more often than ${owner}: no echo of it`),
        owner,
        at,
        false,
      );
  }
}

// The desk knows another owner of the key, or a later episode: this one asks again, and touches
// nothing in Linear meanwhile.
function disowned(state: IncidentState, { ticketKey }: Said<"disowned">, at: number): LivingStep {
  if (state.ownedKey !== ticketKey) return quietStep(state);
  const told = withEntry(state, at, "the desk knows another owner of its ticket");
  const next = { ...told, ownedKey: null, followers: [] };
  return next.phase.name === "ticketed" ? wantTicket(next, at) : quietStep(next);
}
