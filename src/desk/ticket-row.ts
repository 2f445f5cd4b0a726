// What the desk knows of one ticket key.
import type { PreviousTicket } from "../incident/claim.ts";

export interface TicketRow {
  readonly ticketKey: string;
  /** The fingerprint of its owner; null: a tombstone, that remembers episode and ticket. */
  readonly owner: string | null;
  readonly episode: number;
  /** Linear's issue of this episode; null until the owner tells of it. */
  readonly issue: TicketIssue | null;
  /** The ticket of the episode before, where one is known. */
  readonly previous: PreviousTicket | null;
  /** ms since 1970. */
  readonly updatedAt: number;
}

export interface TicketIssue {
  readonly ticketId: string;
  /** As people read it: ENG-12. */
  readonly identifier: string;
  readonly url: string;
}

/** What an owner tells once Linear has shown its ticket. */
export interface OpenedTicket extends TicketIssue {
  readonly ticketKey: string;
  readonly fingerprint: string;
  readonly episode: number;
}

/**
 * The row after an owner told of its ticket; null where it tells nothing: it is not the owner, or
 * the episode is of before.
 */
export function noteOpened(
  before: TicketRow | null,
  { ticketKey, fingerprint, episode, ticketId, identifier, url }: OpenedTicket,
  at: number,
): TicketRow | null {
  if (before?.owner !== fingerprint || episode < before.episode) return null;
  const isLater = episode > before.episode;
  const previous =
    isLater && before.issue !== null
      ? { identifier: before.issue.identifier, url: before.issue.url }
      : before.previous;
  const issue = { ticketId, identifier, url };
  return { ticketKey, owner: fingerprint, episode, issue, previous, updatedAt: at };
}
