// What an incident wants done outside, as data.
import type { ReturnReason } from "./agent-work.ts";
import type { TicketState } from "./ticket.ts";

export type Effect =
  /** Asks the desk for the ticket of the incident's key. */
  | { readonly kind: "claimTicket" }
  /** Tells the desk that the incident wants no ticket any more, nor anybody's. */
  | {
      readonly kind: "leaveDesk";
      /** Where its ticket is given up with it: whoever comes next has a ticket of that episode. */
      readonly nextEpisode: number | null;
    }
  /** Tells the desk which Linear issue is the ticket. */
  | { readonly kind: "tellDesk"; readonly ticketId: string }
  /** Tells the owner of the ticket how this follower is. */
  | { readonly kind: "tellOwner"; readonly owner: string }
  /** Tells the owner of the ticket that this one follows it no longer. */
  | { readonly kind: "leaveOwner"; readonly owner: string }
  /** Gives the ticket to one of the followers. */
  | { readonly kind: "handOver" }
  | { readonly kind: "openTicket"; readonly ticketId: string }
  /** The ticket is wanted no longer: finds out whether it was made. */
  | { readonly kind: "withdrawTicket"; readonly ticketId: string }
  /** Links the ticket to the incident's address, by which it can be found again, with the count. */
  | { readonly kind: "showTicket"; readonly ticketId: string }
  /** Reads the ticket's state in Linear. */
  | { readonly kind: "readTicket"; readonly ticketId: string }
  /** Moves the ticket to another state and says why. `nth` counts these changes from 1. */
  | {
      readonly kind: "changeTicket";
      readonly ticketId: string;
      readonly nth: number;
      /** When it was wished, ms since 1970: what people did later in Linear stands. */
      readonly at: number;
      /** A change of ours that may be done later than that: it is no word of theirs. */
      readonly instead: TicketState | null;
      readonly change: TicketChange;
    }
  /** Takes the agent off the ticket, or puts it on: the two together delegate it again. */
  | {
      readonly kind: "delegateTicket";
      readonly ticketId: string;
      /** Which delegation it is for, counted from 1. */
      readonly nth: number;
      readonly to: "nobody" | "agent";
    }
  /** Says on the ticket why the agent's work ends, and gives it to people. */
  | {
      readonly kind: "returnTicket";
      readonly ticketId: string;
      readonly nth: number;
      readonly why: ReturnReason;
    }
  /** Says on the ticket that the failure stopped after it was completed at that instant. */
  | { readonly kind: "tellQuiet"; readonly ticketId: string; readonly completedAt: number }
  /** Asks which versions of the producer were sighted. */
  | { readonly kind: "readVersions" }
  /** Tells the index how the incident is when this is performed: one that waits is enough. */
  | { readonly kind: "updateIndex" }
  /** Takes the incident off the index: it is about to end. */
  | { readonly kind: "leaveIndex" };

export type TicketChange =
  | { readonly to: "open"; readonly why: ReopenReason }
  /** Somebody resolved the incident here. */
  | { readonly to: "completed" }
  /** Somebody ignored the incident here, or merged it into another. */
  | { readonly to: "canceled"; readonly mergedInto: string | null };

/** Why a closed ticket is opened again. */
export type ReopenReason =
  /** A version fails that did not fail before. */
  | "newVersion"
  /** The platform tells no versions: it failed again when time enough had passed. */
  | "timeAlone"
  /** A version known bad fails, and no newer one is live. */
  | "notLive"
  /** It failed after it was taken for resolved. */
  | "afterResolved"
  /** It was ignored until something, and that has come. */
  | "ignoreEnded"
  /** Another incident of the same fault has taken it over. */
  | "inherited"
  | "byPerson";

/** The key of what concerns the index. */
export const INDEX_KEY = "index";

/**
 * Two effects of one key are one wish: the later takes the place of the earlier. So a ticket is not
 * opened and withdrawn, nor closed and opened again, by turns after an outage.
 */
export function effectKey(effect: Effect): string {
  switch (effect.kind) {
    case "openTicket":
    case "withdrawTicket":
      return `ticket ${effect.ticketId}`;
    case "claimTicket":
    case "leaveDesk":
      return "claim";
    case "delegateTicket":
    case "returnTicket":
      return `agent ${effect.ticketId}`;
    case "showTicket":
    case "tellDesk":
    case "readTicket":
    case "changeTicket":
    case "tellQuiet":
      return `${effect.kind} ${effect.ticketId}`;
    case "updateIndex":
    case "leaveIndex":
      return INDEX_KEY;
    case "tellOwner":
    case "leaveOwner":
      return "owner";
    case "handOver":
    case "readVersions":
      return effect.kind;
  }
}
