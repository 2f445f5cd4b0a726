// What the desk, owners and followers say, and what it means. Answers that come too late change
// nothing, but for one: a grant that is wanted no longer is given back.
import { ASK_OWNER_AGAIN_MS, FOLLOWERS_SHOWN_MAX } from "../limits.ts";
import { changeTicket, closeTicket } from "./change-ticket.ts";
import type { Grant, PreviousTicket } from "./claim.ts";
import { outgrows, totalCount, withFollower } from "./followers.ts";
import { hasEnded } from "./ignore.ts";
import { hasGrown } from "./record.ts";
import { reopen } from "./reopen.ts";
import type { Follower, IncidentState } from "./state.ts";
import type { DeskEvent, LivingStep, OwnerAnswer } from "./step.ts";
import { quietStep } from "./step.ts";
import { ticketId } from "./ticket-id.ts";
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
    case "disowned":
      return disowned(state, event, at);
  }
}

/** What an owner answers to a follower; null where it takes note of it. */
export function answerTo(follower: Follower, state: IncidentState | null): OwnerAnswer | null {
  if (state === null) return { kind: "notOwner" };
  const { phase } = state;
  // The desk has named it already, and its own answer is on the way.
  if (phase.name === "ticketed" && phase.ticket.status === "asking") {
    return { kind: "noted", ticket: null };
  }
  if (!isOwner(state)) return { kind: "notOwner" };
  return outgrows(follower, state) ? { kind: "noEcho" } : null;
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

// An owner: what a follower failed counts for the ticket as its own failures do.
function followed(state: IncidentState, { follower }: Said<"followed">, at: number): LivingStep {
  const known = state.followers.find(({ fingerprint }) => fingerprint === follower.fingerprint);
  const followers = withFollower(state.followers, follower);
  const what = `${follower.fingerprint} follows it (${follower.why})`;
  const grown = { ...state, followers };
  // The first ones are told and shown one by one; with many of them, growth is.
  const isNew = known === undefined && followers.length <= FOLLOWERS_SHOWN_MAX;
  const next = isNew ? withEntry(grown, at, what) : grown;
  const { phase } = next;
  if (phase.name === "verifying" || phase.name === "resolved") {
    return judgeFollowers(next, phase, at);
  }
  if (phase.name === "ignored") {
    const hasFailed = follower.count > (known?.count ?? 0);
    const isOver = hasFailed && hasEnded(phase.until, totalCount(next), [follower]);
    return isOver ? reopen(next, phase.ticket, "ignoreEnded", at) : quietStep(next);
  }
  if (phase.name !== "ticketed" || phase.ticket.status !== "made") return quietStep(next);
  const count = totalCount(next);
  const isShown = !isNew && !hasGrown(phase.ticket.toldCount, count);
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
      ? { ticket: shown, effects: [] }
      : changeTicket(shown, { to: "open", why: "inherited" }, at);
  return {
    state: { ...heir, phase: { name: "ticketed", since: at, ticket: taken.ticket } },
    effects: [
      ...taken.effects,
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
  // Nobody took it: it is called off, made or not.
  const isMerged = phase.until.kind === "merged";
  const mergedInto = phase.until.kind === "merged" ? phase.until.into : null;
  const id = ticketId(state.ownedKey, state.episode);
  const open = phase.ticket ?? ({ status: "opening", id } as const);
  const put = closeTicket(open, { to: "canceled", mergedInto }, at);
  const left = { kind: "leaveDesk", nextEpisode: state.episode + 1 } as const;
  return {
    state: {
      ...state,
      ownedKey: isMerged ? null : state.ownedKey,
      followers: [],
      phase: { ...phase, ticket: put.ticket },
    },
    effects: [...put.effects, ...(isMerged ? [left] : [])],
  };
}

// The desk knows another owner of the key, or a later episode: this one asks again, and touches
// nothing in Linear meanwhile.
function disowned(state: IncidentState, { ticketKey }: Said<"disowned">, at: number): LivingStep {
  if (state.ownedKey !== ticketKey) return quietStep(state);
  const told = withEntry(state, at, "the desk knows another owner of its ticket");
  const next = { ...told, ownedKey: null, followers: [] };
  return next.phase.name === "ticketed" ? wantTicket(next, at) : quietStep(next);
}
