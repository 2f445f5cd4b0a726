// All that an incident remembers, in one row. Times are ms since 1970.
import type { Failure, FailureVersion, Grouping } from "../failure/failure.ts";
import type { SightedVersion } from "../failure/sighted-version.ts";
import type { FollowReason, PreviousTicket } from "./claim.ts";
import type { ClosedTicket, Ticket } from "./ticket.ts";

export interface IncidentState {
  readonly fingerprint: string;
  readonly family: string;
  readonly echoKey: string;
  readonly grouping: Grouping;
  readonly phase: Phase;
  /** The life of the ticket key that it is in, from 1: a ticket's id is made of it. */
  readonly episode: number;
  /** The ticket of the episode before, which the new one names. */
  readonly previousTicket: PreviousTicket | null;
  /** Fingerprints of the incidents that were merged into this one. */
  readonly members: readonly string[];
  /** The ticket key that the desk has granted it: it alone writes on that ticket. Null: none. */
  readonly ownedKey: string | null;
  /** True once it was separated: it has a ticket of its own, whatever its family does. */
  readonly isAlone: boolean;
  /** For an owner: the incidents that follow it, as they told last. */
  readonly followers: readonly Follower[];
  readonly count: number;
  /** True once a message older than the ring's horizon was counted: it may have been counted before. */
  readonly approximate: boolean;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly ring: Ring;
  /** Failures per hour, oldest hour first. */
  readonly hours: readonly HourCount[];
  readonly versions: readonly VersionCount[];
  readonly routes: readonly RouteCount[];
  /** The first whole failures and the latest ones; never none. */
  readonly samples: { readonly first: readonly Failure[]; readonly latest: readonly Failure[] };
  /** What happened to it, oldest first, the latest kept. */
  readonly timeline: readonly TimelineEntry[];
  /** The next slow tick: it tells the index what was counted, and reads a ticket that is open. */
  readonly tickAt: number | null;
}

/** All samples that are kept, the first ones first. */
export function samplesOf({ samples }: Pick<IncidentState, "samples">): readonly Failure[] {
  return [...samples.first, ...samples.latest];
}

/** An incident whose ticket is another's, as the owner of that ticket knows it. */
export interface Follower {
  readonly fingerprint: string;
  readonly producer: string;
  readonly route: string;
  readonly why: FollowReason;
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly versions: readonly VersionCount[];
}

export interface TimelineEntry {
  readonly at: number;
  /** In our own words. */
  readonly what: string;
  /** Who did it, as they called themselves; null where nobody did: it is outerloop's own. */
  readonly by: string | null;
}

/** Where an incident is in its life. Each phase carries what only it knows. */
export type Phase =
  | { readonly name: "collecting"; readonly since: number; readonly settlesAt: number }
  | { readonly name: "ticketed"; readonly since: number; readonly ticket: Ticket }
  | VerifyingPhase
  | {
      readonly name: "resolved";
      readonly since: number;
      readonly ticket: ClosedTicket;
      readonly fix: Fix;
    }
  | IgnoredPhase;

/** The ticket was completed: for a while, production is watched for the failure. */
export interface VerifyingPhase {
  readonly name: "verifying";
  readonly since: number;
  readonly ticket: ClosedTicket;
  readonly fix: Fix;
  readonly endsAt: number;
  /** True once the window is over and versions and ticket are read for the last word. */
  readonly isEnding: boolean;
}

/** Failures are counted and nothing more, until something. */
export interface IgnoredPhase {
  readonly name: "ignored";
  readonly since: number;
  readonly ticket: ClosedTicket;
  readonly until: Until;
  /** True while its followers are asked whether they take the ticket: it is open until they do. */
  readonly isHandingOver?: boolean;
}

/** What ends it that an incident is ignored. */
export type Until =
  | { readonly kind: "good" }
  /** The first failure from this instant on. */
  | { readonly kind: "time"; readonly at: number }
  /** So many failures, counted from the incident's first. */
  | { readonly kind: "count"; readonly count: number }
  /** Merged into another, which gets its failures: they are not even counted here. */
  | { readonly kind: "merged"; readonly into: string };

/** What is known of a fix since its ticket was completed. */
export interface Fix {
  readonly completedAt: number;
  /** Ids of the versions that failed before. */
  readonly knownBad: readonly string[];
  /** Failures of a version known bad since: the fix may not be everywhere yet. */
  readonly stragglers: { readonly count: number; readonly lastAt: number | null };
  /** The producer's versions as they were sighted, and when that was asked for last. */
  readonly sighted: readonly SightedVersion[];
  readonly sightedAt: number | null;
}

/** The ids of the latest messages, oldest first, and the time before which none is remembered. */
export interface Ring {
  readonly entries: readonly { readonly id: string; readonly at: number }[];
  readonly horizonAt: number | null;
}

export interface HourCount {
  /** The hour's start, ms since 1970. */
  readonly hour: number;
  readonly count: number;
}

export interface VersionCount {
  readonly version: FailureVersion;
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface RouteCount {
  readonly route: string;
  readonly count: number;
}
