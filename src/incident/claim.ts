// What an incident and the desk say to each other. The desk grants tickets: one per ticket key,
// within a budget. It is asked on the way to a ticket only, never while a failure is recorded.

/** An incident asks for its ticket. */
export interface Claim {
  readonly fingerprint: string;
  /** What one ticket stands for: the family, or the fingerprint. */
  readonly ticketKey: string;
  readonly producer: string;
  readonly echoKey: string;
  /** Whether a frame of the producer's own code is known. */
  readonly hasFrame: boolean;
  readonly count: number;
  /** First and last failure, ms since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** For the list of those that wait. */
  readonly route: string;
  readonly type: string;
  /** The owner that it followed and that is one no longer; null where it followed none. */
  readonly orphanOf: string | null;
  /** A person wants its ticket now: no budget holds it up. */
  readonly isUrgent: boolean;
  /** It was separated by a person, or is no echo after all: it follows nobody as an echo. */
  readonly isAlone: boolean;
}

/** What the desk answers. */
export type Grant =
  /** It is the owner: it alone writes to Linear, on the ticket of this episode. */
  | { readonly kind: "own"; readonly episode: number; readonly previous: PreviousTicket | null }
  /** Another is the owner. */
  | { readonly kind: "follow"; readonly owner: string; readonly why: FollowReason }
  /** The budget of its producer is used up until then, ms since 1970. */
  | { readonly kind: "wait"; readonly until: number };

/** A Linear issue, as people find it. */
export interface PreviousTicket {
  readonly identifier: string;
  readonly url: string;
}

export type FollowReason =
  /** The same fault, on another route or with another status. */
  | "family"
  /** The other half of one throw: it has the frames that this one lacks. */
  | "echo";
