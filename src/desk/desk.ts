// The desk: the one place that grants tickets. Each method is one write; what it decides is decided
// by pure functions beside it.
import type { Claim, Grant } from "../incident/claim.ts";
import { DESK_COUNTS_MAX } from "../limits.ts";
import { DeskDatabase } from "./database.ts";
import { decideClaim } from "./decide-claim.ts";
import type { DeskPolicy } from "./decide-claim.ts";
import { TicketStore } from "./ticket-store.ts";
import { noteOpened } from "./ticket-row.ts";
import type { OpenedTicket } from "./ticket-row.ts";
import { WaitingStore } from "./waiting-store.ts";

/** For `/health`: counts, and what keeps storm tickets, in our own words. */
export interface DeskCounts {
  /** Ticket keys that have an owner. */
  readonly tickets: number;
  readonly waiting: readonly { readonly producer: string; readonly count: number }[];
  readonly problems: readonly string[];
}

/** Whose ticket a Linear issue is. */
export interface TicketOwner {
  readonly ticketKey: string;
  readonly owner: string;
  readonly identifier: string;
}

export class Desk {
  readonly waiting: WaitingStore;
  readonly #database: DeskDatabase;
  readonly #tickets: TicketStore;
  readonly #policy: DeskPolicy;

  constructor(storage: DurableObjectStorage, policy: DeskPolicy) {
    this.#database = new DeskDatabase(storage);
    this.#tickets = new TicketStore(this.#database);
    this.waiting = new WaitingStore(this.#database);
    this.#policy = policy;
  }

  claim(claim: Claim, at: number): Grant {
    return this.#database.inOneWrite(() => {
      const decision = decideClaim(claim, this.#tickets.view(claim), this.#policy, at);
      this.#tickets.settle(claim, decision, this.#policy.settleMs, at);
      if (decision.grant.kind === "wait") this.waiting.add(claim, at);
      else this.waiting.remove(claim.fingerprint);
      return decision.grant;
    });
  }

  /** True where it was noted: false tells that another owns the ticket, or a later episode is. */
  opened(ticket: OpenedTicket, at: number): boolean {
    return this.#database.inOneWrite(() => {
      const row = noteOpened(this.#tickets.ticket(ticket.ticketKey), ticket, at);
      if (row !== null) this.#tickets.save(row);
      return row !== null;
    });
  }

  ownerOf(ticketId: string): TicketOwner | null {
    const row = this.#tickets.ticketOf(ticketId);
    if (row === null || row.owner === null || row.issue === null) return null;
    return { ticketKey: row.ticketKey, owner: row.owner, identifier: row.issue.identifier };
  }

  followersOf(ticketKey: string): readonly string[] {
    return this.#tickets.followers(ticketKey);
  }

  /**
   * Gives the ticket to a follower; a second time it has it already. False where `from` does not own
   * it or `to` could not.
   */
  appoint(ticketKey: string, from: string, to: string, at: number): boolean {
    return this.#database.inOneWrite(() => {
      const row = this.#tickets.ticket(ticketKey);
      if (row?.owner === to) return true;
      if (row?.owner !== from || !this.#tickets.isMember(to, ticketKey)) return false;
      this.#tickets.save({ ...row, owner: to, updatedAt: at });
      return true;
    });
  }

  /** It ended, was ignored or merged away. A second time changes nothing. */
  leave(fingerprint: string, at: number, nextEpisode: number | null = null): void {
    this.#database.inOneWrite(() => {
      this.#tickets.leave(fingerprint, nextEpisode, at);
      this.waiting.remove(fingerprint);
    });
  }

  counts(): DeskCounts {
    const problems = new Map<string, number>();
    for (const { problem } of this.waiting.storms()) {
      if (problem !== null) problems.set(problem, (problems.get(problem) ?? 0) + 1);
    }
    return {
      tickets: this.#tickets.count(),
      waiting: this.waiting.counts(),
      problems: [...problems]
        .slice(0, DESK_COUNTS_MAX)
        .map(([problem, count]) => `${count} storm tickets wait: ${problem}`),
    };
  }
}
