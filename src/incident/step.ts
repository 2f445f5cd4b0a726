// What advance takes and gives. The life of an incident is told in these.
import type { SightedVersion } from "../failure/sighted-version.ts";
import type { FailureMessage } from "../failure/message.ts";
import type { PersonAction } from "./action.ts";
import type { AgentSession } from "./agent-work.ts";
import type { Effect } from "./effect.ts";
import type { Grant, PreviousTicket } from "./claim.ts";
import type { Follower, IncidentState, Ring } from "./state.ts";
import type { MadeTicket, TicketDraft, TicketFacts, TicketReading, TicketOwner } from "./ticket.ts";
import type { TicketWords } from "./ticket-words.ts";

/** What can happen to an incident. `at` is ms since 1970. */
export type IncidentEvent = { readonly at: number } & (
  | {
      readonly kind: "recorded";
      readonly messages: readonly [FailureMessage, ...FailureMessage[]];
      /**
       * What another incident counted of these already; null where none did. Absent, failures
       * begin no incident.
       */
      readonly begin?: { readonly counted: Ring | null };
    }
  /** `isIdle`: no effect waits. */
  | { readonly kind: "woke"; readonly isIdle: boolean }
  | ({ readonly kind: "acted"; readonly by: string } & { readonly action: PersonAction })
  /** Another incident is being merged into this one, or no longer is. */
  | { readonly kind: "joined" | "left"; readonly member: string }
  | DeskEvent
  | TicketEvent
  /** Linear says that something happened to a ticket, and when it said so: not what. */
  | { readonly kind: "hinted"; readonly ticketId: string; readonly sentAt: number }
  | { readonly kind: "versionsRead"; readonly versions: readonly SightedVersion[] }
  /** `isIdle`: no effect waits besides. */
  | { readonly kind: "leftIndex"; readonly isIdle: boolean }
);

/** What the desk, owners and followers say to each other. */
export type DeskEvent =
  | { readonly kind: "claimed"; readonly ticketKey: string; readonly grant: Grant }
  /** A follower tells this owner how it is. */
  | { readonly kind: "followed"; readonly follower: Follower }
  /** One that followed this owner does so no longer. */
  | { readonly kind: "unfollowed"; readonly fingerprint: string }
  /** What the owner answered. */
  | { readonly kind: "ownerAnswered"; readonly owner: string; readonly answer: OwnerAnswer }
  /** Another incident gives its ticket, as far as it got, and those that followed it. */
  | {
      readonly kind: "inherited";
      readonly from: string;
      readonly ticketKey: string;
      readonly episode: number;
      readonly ticket: MadeTicket | null;
      readonly followers: readonly Follower[];
    }
  /** The desk does not know it as the owner of that key. */
  | { readonly kind: "disowned"; readonly ticketKey: string }
  /** Who took the ticket; null: nobody did. */
  | { readonly kind: "handedOver"; readonly heir: string | null };

/** What the desk, an owner or a follower said, of that kind. */
export type Said<Kind extends DeskEvent["kind"]> = Extract<DeskEvent, { kind: Kind }>;

/** What an owner answers to a follower. */
export type OwnerAnswer =
  | { readonly kind: "noted"; readonly ticket: PreviousTicket | null }
  /** It is no owner, or none any more. */
  | { readonly kind: "notOwner" }
  /** It fails more often than what it is taken for the echo of. */
  | { readonly kind: "noEcho" };

/** Answers of the effects on the ticket `id`. */
export type TicketEvent = { readonly id: string } & (
  | {
      readonly kind: "ticketOpened";
      /** How it stands, and since when it is wanted: a closed one may be of an earlier episode. */
      readonly reading: TicketReading;
      readonly wantedAt: number;
      readonly facts: TicketFacts;
      readonly words: TicketWords | null;
      /** One of another episode, whose ticket is open: it was found by its link. Null: it is `id`. */
      readonly adopted: { readonly id: string; readonly episode: number } | null;
    }
  /** What is about to be sent, or was, and who may have it by the rules of now. */
  | { readonly kind: "ticketWorded"; readonly words: TicketWords; readonly whose: TicketOwner }
  | { readonly kind: "ticketDrafted"; readonly draft: TicketDraft }
  /** A withdrawn ticket was never made. */
  | { readonly kind: "ticketAbsent" }
  /** `facts`: null where there is no key to ask with. */
  | {
      readonly kind: "ticketRead";
      readonly reading: TicketReading;
      readonly facts: TicketFacts | null;
    }
  /** Linear does not show it, though it shows its team. */
  | { readonly kind: "ticketGone" }
  | { readonly kind: "ticketChanged"; readonly nth: number }
  /** `again`: the agent gets it once more; `before`: the latest session of before. */
  | {
      readonly kind: "delegateCleared";
      readonly nth: number;
      readonly before: AgentSession | null;
      readonly again: boolean;
    }
  | { readonly kind: "delegateSet"; readonly nth: number; readonly assigneeId: string | null }
  /** People have it instead of the agent, but where its session goes on after all. */
  | {
      readonly kind: "ticketReturned";
      readonly nth: number;
      readonly assigneeId: string | null;
      readonly goesOn: AgentSession | null;
    }
);

/** What settings say about the life of an incident. */
export interface Policy {
  readonly settleMs: number;
  /** How long production is watched after a ticket was completed. */
  readonly watchMs: number;
  /** How long an incident is kept after its last failure. */
  readonly retentionMs: number;
  /** Failures before an agent gets a ticket: told when there are so many. */
  readonly agentMinCount: number;
  /** False without a Linear key: tickets are drafted. */
  readonly ticketsAreSent: boolean;
}

export interface Step {
  /** Null: the incident is over, and nothing of it is kept. */
  readonly state: IncidentState | null;
  readonly effects: readonly Effect[];
}

/** A step in the life of an incident that goes on. */
export interface LivingStep extends Step {
  readonly state: IncidentState;
}

/** The step that changes nothing but the state. */
export function quietStep(state: IncidentState): LivingStep {
  return { state, effects: [] };
}
