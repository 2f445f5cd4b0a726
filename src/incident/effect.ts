// What an incident wants done outside, as data.

export type Effect =
  | { readonly kind: "openTicket"; readonly ticketId: string }
  /** Links the ticket to the incident's address, by which it can be found again. */
  | { readonly kind: "linkTicket"; readonly ticketId: string }
  /** Tells the index how the incident is when this is performed: one that waits is enough. */
  | { readonly kind: "updateIndex" };

/** Two effects of one key are one wish: the later takes the place of the earlier. */
export function effectKey(effect: Effect): string {
  return effect.kind === "updateIndex" ? effect.kind : `${effect.kind} ${effect.ticketId}`;
}
