// The incident's Linear issue, as far as it got.
import type { AgentSession, AgentWork } from "./agent-work.ts";
import type { FollowReason, PreviousTicket } from "./claim.ts";
import type { TicketWords } from "./ticket-words.ts";

/** The ticket of an incident that is worked on. */
export type Ticket =
  | AskingTicket
  | WaitingTicket
  | FollowedTicket
  | OpeningTicket
  | MadeTicket
  | DraftTicket;

/** What is left of it in a phase where no work is wanted; null: none was ever wanted. */
export type ClosedTicket = MadeTicket | DraftTicket | WithdrawnTicket | null;

/** The desk is asked for it. */
export interface AskingTicket {
  readonly status: "asking";
  /** The owner that it followed and that is one no longer. */
  readonly orphanOf: string | null;
  /** A person wants it now. */
  readonly isUrgent: boolean;
}

/** The budget of its producer is used up: it is on the storm ticket. */
export interface WaitingTicket {
  readonly status: "waiting";
  readonly since: number;
  /** When the desk may be asked again; null once that has passed and it did not fail meanwhile. */
  readonly until: number | null;
}

/** Another incident has it. */
export interface FollowedTicket {
  readonly status: "following";
  /** Fingerprint of the incident that writes to Linear. */
  readonly owner: string;
  readonly why: FollowReason;
  /** The owner's ticket, as far as it was told. */
  readonly ticket: PreviousTicket | null;
  /** When the owner was told last, ms since 1970; null: never. */
  readonly toldAt: number | null;
}

/** Granted: the effect that opens it is in the outbox. */
export interface OpeningTicket {
  readonly status: "opening";
  readonly id: string;
  /** What a try has sent already; null: none has. */
  readonly words: TicketWords | null;
}

/** Wanted no longer. An effect finds out whether it was made meanwhile. */
export interface WithdrawnTicket {
  readonly status: "withdrawn";
  readonly id: string;
}

/** A Linear issue of ours that exists, whatever its state there. */
export interface MadeTicket {
  readonly status: "made";
  readonly id: string;
  /** As people read it: ENG-12. */
  readonly identifier: string;
  readonly url: string;
  readonly openedAt: number;
  /** When its state in Linear was asked for last, ms since 1970. */
  readonly readAt: number;
  /** The count that the ticket shows. */
  readonly toldCount: number;
  /** How often we changed its state; the last change has this number. */
  readonly changes: number;
  /**
   * The state that we want it in and that Linear has not confirmed yet, or null. What is read
   * meanwhile is older than our wish and says nothing.
   */
  readonly wanted: TicketState | null;
  /** What it says that is ours; null where that is not known, so that all of it is people's. */
  readonly words: TicketWords | null;
  /** The agent's work on it; null where it was never delegated. */
  readonly agent: AgentWork | null;
  /** Linear's id of the person that it is assigned to, as it was read last. */
  readonly assigneeId: string | null;
}

export type TicketState = "open" | "completed" | "canceled";

/** Without a Linear key: kept and shown, and sent once there is one. */
export interface DraftTicket {
  readonly status: "draft";
  readonly id: string;
  readonly draft: TicketDraft;
  readonly draftedAt: number;
}

/** A ticket as Linear shows it; times are ms since 1970. */
export type TicketReading =
  | { readonly state: "open" }
  | { readonly state: "completed"; readonly closedAt: number }
  /** Canceled, deleted or archived: somebody decided that nothing is to be done. */
  | {
      readonly state: "canceled";
      readonly closedAt: number;
      /** How, in words for the timeline, where more is known than that it was. */
      readonly how?: string;
    }
  /** There is no key to ask with. */
  | { readonly state: "unknown" };

/** What Linear shows of a ticket beside its state. */
export interface TicketFacts extends PreviousTicket {
  readonly assigneeId: string | null;
  /** The agent that it is delegated to. */
  readonly delegateId: string | null;
  /** The latest session of an agent on it; null where there is none, or it was not asked for. */
  readonly session: AgentSession | null;
}

/** Who gets it by the rules of now: an agent; people and no agent; or whoever has it. */
export type TicketOwner = "agent" | "people" | "whoever";

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
  /** True where a text of it tries to instruct: then no agent keeps it either. */
  readonly isHeldBack: boolean;
  readonly reasons: readonly string[];
}
