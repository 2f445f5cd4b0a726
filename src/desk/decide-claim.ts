// Who gets a ticket: one owner for each ticket key, the others follow it, and what is new is held to
// a budget. The rules stand in their order.
import type { Claim, FollowReason, Grant } from "../incident/claim.ts";
import { spend } from "./budget.ts";
import type { BudgetHour } from "./budget.ts";
import { heardFrom } from "./echo.ts";
import type { FramedClaim } from "./echo.ts";
import type { TicketRow } from "./ticket-row.ts";

/** What the desk knows that matters to one claim. */
export interface DeskView {
  /** Its ticket key's. */
  readonly ticket: TicketRow | null;
  /** The one that it follows as an echo since an earlier claim. */
  readonly echoOf: TicketRow | null;
  /** Claims with frames of its echo key. */
  readonly framed: readonly FramedClaim[];
  /** Its producer's. */
  readonly budget: BudgetHour;
}

export interface DeskPolicy {
  readonly ticketsPerHour: number;
  readonly settleMs: number;
}

export interface Decision {
  readonly grant: Grant;
  /** The ticket key that it follows as an echo from now on. */
  readonly echoOf: string | null;
  /** The producer's budget, where this took of it. */
  readonly spent: BudgetHour | null;
}

/** Decides on a claim. What asks again after a lost answer gets the same answer and pays nothing. */
export function decideClaim(
  claim: Claim,
  view: DeskView,
  policy: DeskPolicy,
  at: number,
): Decision {
  const { ticket } = view;
  const owner = ticket?.owner ?? null;
  // It owns the ticket, or the owner that it followed is gone. A second orphan meets the new owner.
  const isOwner = owner === claim.fingerprint;
  if (owner !== null && (isOwner || owner === claim.orphanOf)) return own(ticket, null);
  if (owner !== null) return follow(owner, "family", null);

  const heard = stillHeardFrom(claim, view.echoOf) ?? heardFrom(claim, view.framed);
  if (heard !== null) return follow(heard.owner, "echo", heard.ticketKey);

  // A ticket that there is already was paid for, and a person may always have one.
  if (ticket !== null || claim.isUrgent) return own(ticket, null);
  const { budget, until } = spend(view.budget, at, policy.ticketsPerHour);
  return budget === null
    ? { grant: { kind: "wait", until }, echoOf: null, spent: null }
    : own(ticket, budget);
}

// Claims with frames are soon forgotten; who was found to be an echo stays one while there is an
// owner to follow.
function stillHeardFrom(
  claim: Claim,
  echoOf: TicketRow | null,
): { readonly owner: string; readonly ticketKey: string } | null {
  if (claim.hasFrame || claim.isAlone || echoOf === null) return null;
  const { owner, ticketKey } = echoOf;
  return owner === null || owner === claim.orphanOf ? null : { owner, ticketKey };
}

// Closed tickets are found by the incident itself, in Linear: it begins the next episode.
function own(ticket: TicketRow | null, spent: BudgetHour | null): Decision {
  const { episode, previous } = ticket ?? { episode: 1, previous: null };
  return { grant: { kind: "own", episode, previous }, echoOf: null, spent };
}

function follow(owner: string, why: FollowReason, echoOf: string | null): Decision {
  return { grant: { kind: "follow", owner, why }, echoOf, spent: null };
}
