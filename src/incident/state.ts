// All that an incident remembers, in one row. Times are ms since 1970.
import type { Failure, FailureVersion, Grouping } from "../failure/failure.ts";

export interface IncidentState {
  readonly fingerprint: string;
  readonly family: string;
  readonly echoKey: string;
  readonly grouping: Grouping;
  readonly phase: Phase;
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
  /** When the index is told of what was counted since; null where nothing is to be told. */
  readonly tickAt: number | null;
}

/** All samples that are kept, the first ones first. */
export function samplesOf({ samples }: Pick<IncidentState, "samples">): readonly Failure[] {
  return [...samples.first, ...samples.latest];
}

export interface TimelineEntry {
  readonly at: number;
  /** In our own words. */
  readonly what: string;
}

/** Where an incident is in its life. Each phase carries what only it knows. */
export type Phase =
  | { readonly name: "collecting"; readonly since: number; readonly settlesAt: number }
  | { readonly name: "ticketed"; readonly since: number; readonly ticket: Ticket }
  /** The ticket was completed: for a while, production is watched for the failure. */
  | {
      readonly name: "verifying";
      readonly since: number;
      readonly ticket: OpenTicket;
      readonly fix: Fix;
      readonly endsAt: number;
    }
  | {
      readonly name: "resolved";
      readonly since: number;
      readonly ticket: OpenTicket;
      readonly fix: Fix;
    }
  /** Somebody canceled the ticket: failures are counted and nothing more. */
  | { readonly name: "ignored"; readonly since: number; readonly ticket: OpenTicket };

/** What is known of a fix when its ticket was completed. */
export interface Fix {
  readonly completedAt: number;
  /** Ids of the versions that failed before; another one that fails was deployed with the fix. */
  readonly knownBad: readonly string[];
  /** Failures of a version known bad since: the fix may not be everywhere yet. */
  readonly stragglers: { readonly count: number; readonly lastAt: number | null };
}

/** A Linear issue of ours that exists, whatever its state there. */
export interface OpenTicket {
  readonly status: "open";
  readonly id: string;
  readonly episode: number;
  /** As people read it: ENG-12. */
  readonly identifier: string;
  readonly url: string;
  readonly openedAt: number;
  /** When its state in Linear was read last. */
  readonly readAt: number;
  /** The count that the ticket shows. */
  readonly toldCount: number;
  /** How often it was opened again. */
  readonly reopenings: number;
}

/** The incident's Linear issue, as far as it got. */
export type Ticket =
  /** Wanted: the effect that opens it is in the outbox. */
  | { readonly status: "opening"; readonly id: string; readonly episode: number }
  | OpenTicket
  /** Without a Linear key: kept and shown, and sent once there is one. */
  | {
      readonly status: "draft";
      readonly id: string;
      readonly episode: number;
      readonly draft: TicketDraft;
      readonly draftedAt: number;
    };

/** What a ticket says, before Linear's ids enter. */
export interface TicketDraft {
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  /** Linear's: 1 urgent, 2 high, 3 medium, 4 low. */
  readonly priority: 1 | 2 | 3 | 4;
  readonly labels: readonly string[];
  /** Another team or agent than the settings name, where a rule says so. */
  readonly team: string | null;
  readonly agent: string | null;
  /** Whether a coding agent gets it, and why or why not. */
  readonly delegate: boolean;
  readonly reasons: readonly string[];
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
