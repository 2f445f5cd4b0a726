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
  /** When the index is told of what was counted since; null where nothing was. */
  readonly tickAt: number | null;
}

/** Where an incident is in its life. Each phase carries what only it knows. */
export type Phase =
  | { readonly name: "collecting"; readonly since: number; readonly settlesAt: number }
  | { readonly name: "ticketed"; readonly since: number; readonly ticket: Ticket };

/** The incident's Linear issue, as far as it got. */
export type Ticket =
  /** Wanted: the effect that opens it is in the outbox. */
  | { readonly status: "opening"; readonly id: string; readonly episode: number }
  | {
      readonly status: "open";
      readonly id: string;
      readonly episode: number;
      /** As people read it: ENG-12. */
      readonly identifier: string;
      readonly url: string;
      readonly openedAt: number;
    }
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
