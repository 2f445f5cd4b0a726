// Moving the ticket to another state in Linear, as a wish.
import type { Effect, TicketChange } from "./effect.ts";
import type { ClosedTicket, MadeTicket, Ticket } from "./ticket.ts";

interface Changed<Kind> {
  readonly ticket: Kind;
  readonly effects: readonly Effect[];
}

/** A ticket that exists, and the wish to have it in another state. */
export function changeTicket(
  ticket: MadeTicket,
  change: TicketChange,
  at: number,
): Changed<MadeTicket> {
  const nth = ticket.changes + 1;
  return {
    ticket: { ...ticket, changes: nth, wanted: change.to },
    effects: [
      { kind: "changeTicket", ticketId: ticket.id, nth, at, instead: ticket.wanted, change },
    ],
  };
}

/** The ticket of a phase in which no work on it is wanted. */
export function closeTicket(
  ticket: Ticket | ClosedTicket,
  change: TicketChange,
  at: number,
): Changed<ClosedTicket> {
  switch (ticket?.status) {
    case "made":
      return changeTicket(ticket, change, at);
    case "opening":
      return {
        ticket: { status: "withdrawn", id: ticket.id },
        effects: [{ kind: "withdrawTicket", ticketId: ticket.id }],
      };
    case "following":
      return {
        ticket: null,
        effects: [
          { kind: "leaveDesk", nextEpisode: null },
          { kind: "leaveOwner", owner: ticket.owner },
        ],
      };
    case "asking":
    case "waiting":
      return { ticket: null, effects: [{ kind: "leaveDesk", nextEpisode: null }] };
    case "draft":
    case "withdrawn":
    case undefined:
      return { ticket: ticket ?? null, effects: [] };
  }
}
