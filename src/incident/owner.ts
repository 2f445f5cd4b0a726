// An owner of a ticket, and those that follow it: what they fail counts for the ticket as its own
// failures do.
import { FOLLOWERS_SHOWN_MAX } from "../limits.ts";
import type { PreviousTicket } from "./claim.ts";
import { outgrows, totalCount, withFollower } from "./followers.ts";
import { hasEnded } from "./ignore.ts";
import { hasGrown } from "./record.ts";
import { reopen } from "./reopen.ts";
import type { Follower, IncidentState } from "./state.ts";
import { mergedInto, ticketOf } from "./phase.ts";
import type { LivingStep, OwnerAnswer, Said } from "./step.ts";
import { quietStep } from "./step.ts";
import { withEntry } from "./timeline.ts";
import { judgeFollowers } from "./verify.ts";

/** Whether others may follow it: it has a ticket key, and sends its failures nowhere else. */
export function isOwner(state: IncidentState): boolean {
  return state.ownedKey !== null && mergedInto(state) === null;
}

/** The ticket of an owner, for those that follow it. */
export function shownTicket(state: IncidentState): PreviousTicket | null {
  const ticket = ticketOf(state);
  return ticket?.status === "made" ? { identifier: ticket.identifier, url: ticket.url } : null;
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

// An owner: what a follower failed counts for the ticket as its own failures do.
export function followed(
  state: IncidentState,
  { follower }: Said<"followed">,
  at: number,
): LivingStep {
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
    effects: [{ kind: "showTicket", ticketId: ticket.id }],
  };
}

export function unfollowed(state: IncidentState, { fingerprint }: Said<"unfollowed">): LivingStep {
  const followers = state.followers.filter((follower) => follower.fingerprint !== fingerprint);
  if (followers.length === state.followers.length) return quietStep(state);
  const next = { ...state, followers };
  const { phase } = next;
  const isShown = phase.name === "ticketed" && phase.ticket.status === "made";
  return {
    state: next,
    effects: isShown ? [{ kind: "showTicket", ticketId: phase.ticket.id }] : [],
  };
}
