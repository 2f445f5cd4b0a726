// What people do to an incident. Whether it is possible is decided here, in words for whoever asks.
import { isOverflow } from "../failure/overflow.ts";
import { MEMBERS_MAX } from "../limits.ts";
import type { IncidentState, Ring } from "./state.ts";
import { mergedInto } from "./phase.ts";

export type PersonAction =
  /** It is mended: production is watched from now on. */
  | { readonly kind: "resolve" }
  /** Counts its failures and does nothing more, until something. */
  | { readonly kind: "ignore"; readonly until: IgnoreUntil }
  | { readonly kind: "reopen" }
  /** Opens its ticket without waiting for the settle window. */
  | { readonly kind: "ticket" }
  /** Sends its later failures to another incident. */
  | { readonly kind: "merge"; readonly into: string }
  /** Takes a merge back. `counted`: what the other incident has counted of its failures. */
  | { readonly kind: "unmerge"; readonly counted: Ring | null }
  /** Gives it a ticket of its own, whatever it follows. */
  | { readonly kind: "separate" };

/** Why an action is not possible, in words for people; null: there is no such incident. */
export type Refusal = string | null;

export type IgnoreUntil =
  | { readonly kind: "good" }
  | { readonly kind: "time"; readonly at: number }
  /** So many failures more. */
  | { readonly kind: "more"; readonly count: number }
  /** Until its count is that many times what it is now. */
  | { readonly kind: "grown"; readonly factor: number };

/** Why an action is not possible now, and what to do instead; null where it is. */
export function refusalOf(state: IncidentState, action: PersonAction): string | null {
  const { phase, members, fingerprint, grouping } = state;
  const target = mergedInto(state);
  const follows =
    phase.name === "ticketed" && phase.ticket.status === "following" ? phase.ticket.owner : null;
  switch (action.kind) {
    case "unmerge":
      return null;
    case "separate":
      return follows === null ? "It follows no other incident: it has its own ticket." : null;
    case "merge":
      if (action.into === fingerprint) return "An incident cannot be merged into itself.";
      // What it counted is asked for when its failures get incidents of their own.
      if (isOverflow(grouping)) return "An overflow incident cannot be merged: ignore it instead.";
      if (target !== null && target !== action.into) return mergedRefusal(target);
      return members.length > 0
        ? `Others were merged into it (${members.join(", ")}): undo that first, so that no failure goes from one to the next.`
        : null;
    case "ticket":
      if (target !== null) return mergedRefusal(target);
      if (follows !== null) return followsRefusal(follows);
      return phase.name === "collecting" || phase.name === "ticketed"
        ? null
        : `It is ${phase.name}: reopen it.`;
    case "resolve":
      if (follows !== null) return followsRefusal(follows);
      return target === null ? null : mergedRefusal(target);
    case "ignore":
    case "reopen":
      return target === null ? null : mergedRefusal(target);
  }
}

/** Why the incident `member` cannot be merged into this one, or null. */
export function joinRefusalOf(state: IncidentState, member: string): string | null {
  const { members } = state;
  const target = mergedInto(state);
  if (target !== null) {
    return `${target} is what that one was merged into itself: merge into it.`;
  }
  return members.length >= MEMBERS_MAX && !members.includes(member)
    ? `${MEMBERS_MAX} incidents were merged into that one, and it takes no more.`
    : null;
}

function followsRefusal(owner: string): string {
  return `Its ticket is that of ${owner}: do it there, or separate this one first.`;
}

function mergedRefusal(into: string): string {
  return `It was merged into ${into}: undo that first.`;
}
