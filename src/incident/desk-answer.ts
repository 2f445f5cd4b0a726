// What the desk, owners and followers say, and what it means. Answers that come too late change
// nothing, but for one: a grant that is wanted no longer is given back.
import { ASK_OWNER_AGAIN_MS } from "../limits.ts";
import { changeTicket } from "./change-ticket.ts";
import type { Grant, PreviousTicket } from "./claim.ts";
import { totalCount, withFollower } from "./followers.ts";
import { hasEnded } from "./ignore.ts";
import { hasGrown } from "./record.ts";
import { reopen } from "./reopen.ts";
import type { IncidentState } from "./state.ts";
import type { DeskEvent, LivingStep } from "./step.ts";
import { quietStep } from "./step.ts";
import { withEntry } from "./timeline.ts";
import { judgeFollowers } from "./verify.ts";
import { openTicket, separate, wantTicket } from "./want-ticket.ts";

type Said<Kind extends DeskEvent["kind"]> = Extract<DeskEvent, { kind: Kind }>;

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
  }
}

/** Whether others may follow it: it has a ticket key, and sends its failures nowhere else. */
export function isOwner({ phase, ownedKey }: IncidentState): boolean {
  const isMerged = phase.name === "ignored" && phase.until.kind === "merged";
  return ownedKey !== null && !isMerged;
}

/** The ticket of an owner, for those that follow it. */
export function shownTicket({ phase }: IncidentState): PreviousTicket | null {
  const ticket = phase.name === "collecting" ? null : phase.ticket;
  return ticket?.status === "made" ? { identifier: ticket.identifier, url: ticket.url } : null;
}

/** Whether the incident takes part in a ticket that another gives away. */
export function isHeir({ phase, ownedKey }: IncidentState, ticketKey: string): boolean {
  const follows = phase.name === "ticketed" && phase.ticket.status === "following";
  return follows || ownedKey === ticketKey;
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
    return isTaken ? { state, effects: [{ kind: "leaveDesk" }] } : quietStep(state);
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

// An owner: what a follower failed counts for the ticket as its own failures do.
function followed(state: IncidentState, { follower }: Said<"followed">, at: number): LivingStep {
  const known = state.followers.find(({ fingerprint }) => fingerprint === follower.fingerprint);
  const followers = withFollower(state.followers, follower);
  const what = `${follower.fingerprint} follows it (${follower.why})`;
  const grown = { ...state, followers };
  const next = known === undefined ? withEntry(grown, at, what) : grown;
  const { phase } = next;
  if (phase.name === "verifying" || phase.name === "resolved") {
    return judgeFollowers(next, phase, at);
  }
  if (phase.name === "ignored") {
    const isOver = hasEnded(phase.until, totalCount(next), [follower]);
    return isOver ? reopen(next, phase.ticket, "ignoreEnded", at) : quietStep(next);
  }
  if (phase.name !== "ticketed" || phase.ticket.status !== "made") return quietStep(next);
  const count = totalCount(next);
  const isShown = known !== undefined && !hasGrown(phase.ticket.toldCount, count);
  if (isShown) return quietStep(next);
  const ticket = { ...phase.ticket, toldCount: count };
  return {
    state: { ...next, phase: { ...phase, ticket } },
    effects: [{ kind: "linkTicket", ticketId: ticket.id }],
  };
}

function unfollowed(state: IncidentState, { fingerprint }: Said<"unfollowed">): LivingStep {
  const followers = state.followers.filter((follower) => follower.fingerprint !== fingerprint);
  if (followers.length === state.followers.length) return quietStep(state);
  const next = { ...state, followers };
  const { phase } = next;
  const isShown = phase.name === "ticketed" && phase.ticket.status === "made";
  return {
    state: next,
    effects: isShown ? [{ kind: "linkTicket", ticketId: phase.ticket.id }] : [],
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

function inherited(state: IncidentState, event: Said<"inherited">, at: number): LivingStep {
  const { from, ticketKey, episode, ticket, followers } = event;
  if (!isHeir(state, ticketKey) || state.ownedKey === ticketKey) return quietStep(state);
  const heir: IncidentState = {
    ...withEntry(state, at, `has the ticket of ${from}, which is ignored or merged`),
    ownedKey: ticketKey,
    episode,
    followers: followers.filter(({ fingerprint }) => fingerprint !== state.fingerprint),
  };
  if (ticket === null) return openTicket(heir, ticketKey, at);
  const shown = { ...ticket, readAt: at, toldCount: totalCount(heir) };
  return {
    state: { ...heir, phase: { name: "ticketed", since: at, ticket: shown } },
    effects: [
      { kind: "linkTicket", ticketId: ticket.id },
      { kind: "tellDesk", ticketId: ticket.id },
      { kind: "updateIndex" },
    ],
  };
}

function handedOver(state: IncidentState, { heir }: Said<"handedOver">, at: number): LivingStep {
  const { phase } = state;
  if (phase.name !== "ignored" || state.ownedKey === null) return quietStep(state);
  if (heir !== null) {
    return {
      state: withEntry(
        {
          ...state,
          ownedKey: null,
          followers: [],
          phase: { ...phase, ticket: null },
        },
        at,
        `its ticket is that of ${heir} now`,
      ),
      effects: [{ kind: "updateIndex" }],
    };
  }
  if (phase.ticket?.status !== "made") return quietStep({ ...state, followers: [] });
  const mergedInto = phase.until.kind === "merged" ? phase.until.into : null;
  const changed = changeTicket(phase.ticket, { to: "canceled", mergedInto }, at);
  const isGiven = mergedInto !== null;
  return {
    state: {
      ...state,
      ownedKey: isGiven ? null : state.ownedKey,
      followers: [],
      phase: { ...phase, ticket: changed.ticket },
    },
    effects: [...changed.effects, ...(isGiven ? [{ kind: "leaveDesk" } as const] : [])],
  };
}
