// What an incident wants done outside, as data.

export type Effect =
  | { readonly kind: "openTicket"; readonly ticketId: string }
  /** Links the ticket to the incident's address, by which it can be found again, with the count. */
  | { readonly kind: "linkTicket"; readonly ticketId: string }
  /** Reads the ticket's state in Linear. */
  | { readonly kind: "readTicket"; readonly ticketId: string }
  /** Opens a completed ticket again and says why. `nth` counts the reopenings from 1. */
  | {
      readonly kind: "reopenTicket";
      readonly ticketId: string;
      readonly nth: number;
      readonly why: Regression;
    }
  /** Says on the ticket that the failure stopped. */
  | { readonly kind: "tellQuiet"; readonly ticketId: string; readonly nth: number }
  /** Tells the index how the incident is when this is performed: one that waits is enough. */
  | { readonly kind: "updateIndex" };

/** Why a completed ticket is opened again. */
export type Regression =
  /** A version fails that did not fail before. */
  | "newVersion"
  /** The platform tells no versions: it failed again when time enough had passed. */
  | "timeAlone"
  /** A version known bad still fails when the window ends. */
  | "notLive"
  /** It failed after it was taken for resolved. */
  | "afterResolved";

/** Two effects of one key are one wish: the later takes the place of the earlier. */
export function effectKey(effect: Effect): string {
  return "ticketId" in effect ? `${effect.kind} ${effect.ticketId}` : effect.kind;
}
