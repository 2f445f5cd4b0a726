// Ticket keys, their owners and members, in SQL. What it holds is bounded: a member is an incident
// and leaves with it, claims with frames and budgets are of the last hours, and a ticket key without
// an owner is forgotten in the end.
import type { Claim } from "../incident/claim.ts";
import type { PreviousTicket } from "../incident/claim.ts";
import { ECHO_REMEMBERED_MS, FOLLOWERS_MAX, HOUR_MS, TICKET_KEY_REMEMBERED_MS } from "../limits.ts";
import { UNSPENT } from "./budget.ts";
import type { BudgetHour } from "./budget.ts";
import type { DeskDatabase } from "./database.ts";
import type { Decision, DeskView } from "./decide-claim.ts";
import type { FramedClaim } from "./echo.ts";
import type { TicketRow } from "./ticket-row.ts";

type Columns = {
  ticket_key: string;
  owner: string | null;
  episode: number;
  ticket_id: string | null;
  identifier: string | null;
  url: string | null;
  previous: string | null;
  updated_at: number;
};

export class TicketStore {
  readonly #database: DeskDatabase;

  constructor(database: DeskDatabase) {
    this.#database = database;
  }

  ticket(ticketKey: string): TicketRow | null {
    return this.#one("SELECT * FROM ticket WHERE ticket_key = ?", ticketKey);
  }

  /** Whose Linear issue that is. */
  ticketOf(ticketId: string): TicketRow | null {
    return this.#one("SELECT * FROM ticket WHERE ticket_id = ?", ticketId);
  }

  save({ ticketKey, owner, episode, issue, previous, updatedAt }: TicketRow): void {
    this.#database.toWrite().exec(
      `INSERT OR REPLACE INTO ticket
         (ticket_key, owner, episode, ticket_id, identifier, url, previous, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ticketKey,
      owner,
      episode,
      issue?.ticketId ?? null,
      issue?.identifier ?? null,
      issue?.url ?? null,
      previous && JSON.stringify(previous),
      updatedAt,
    );
  }

  /** What matters to a claim. */
  view(claim: Claim): DeskView {
    const ticket = this.ticket(claim.ticketKey);
    const echoOf = this.#one(
      `SELECT ticket.* FROM member JOIN ticket ON ticket.ticket_key = member.echo_of
       WHERE member.fingerprint = ?`,
      claim.fingerprint,
    );
    const framed = this.#database.rows<FramedClaim>(
      `SELECT framed.fingerprint, framed.ticket_key AS ticketKey, owner, first_at AS firstAt,
              last_at AS lastAt, count
       FROM framed JOIN ticket ON ticket.ticket_key = framed.ticket_key WHERE echo_key = ?`,
      claim.echoKey,
    );
    const [budget = UNSPENT] = this.#database.rows<BudgetHour>(
      "SELECT hour, granted FROM budget WHERE producer = ?",
      claim.producer,
    );
    return { ticket, echoOf, framed, budget };
  }

  /** Notes what was decided on a claim. */
  settle(claim: Claim, { grant, echoOf, spent }: Decision, settleMs: number, at: number): void {
    const { fingerprint, ticketKey, producer } = claim;
    const sql = this.#database.toWrite();
    // Where TICKET_PER was changed it claims under another key than before, and owns that no more.
    sql.exec(
      "UPDATE ticket SET owner = NULL, updated_at = ? WHERE owner = ? AND ticket_key <> ?",
      at,
      fingerprint,
      ticketKey,
    );
    if (grant.kind === "wait") {
      sql.exec("DELETE FROM member WHERE fingerprint = ?", fingerprint);
    } else {
      sql.exec(
        "INSERT OR REPLACE INTO member (fingerprint, ticket_key, echo_of, last_at) VALUES (?, ?, ?, ?)",
        fingerprint,
        ticketKey,
        echoOf,
        claim.lastAt,
      );
    }
    if (grant.kind === "own") this.#own(claim, at);
    if (claim.hasFrame) this.#remember(claim, at);
    sql.exec("DELETE FROM framed WHERE asked_at < ?", at - 2 * settleMs - ECHO_REMEMBERED_MS);
    if (spent === null) return;
    sql.exec(
      "INSERT OR REPLACE INTO budget (producer, hour, granted) VALUES (?, ?, ?)",
      producer,
      spent.hour,
      spent.granted,
    );
    // A day and not an hour: a clock that was set back finds what was spent.
    sql.exec("DELETE FROM budget WHERE hour < ?", at - 24 * HOUR_MS);
  }

  /** Those of the family that follow its owner, who failed last first. */
  followers(ticketKey: string): readonly string[] {
    return this.#database
      .rows<{ fingerprint: string }>(
        `SELECT fingerprint FROM member
       WHERE ticket_key = ?1 AND echo_of IS NULL
         AND fingerprint IS NOT (SELECT owner FROM ticket WHERE ticket_key = ?1)
       ORDER BY last_at DESC, fingerprint LIMIT ${FOLLOWERS_MAX}`,
        ticketKey,
      )
      .map(({ fingerprint }) => fingerprint);
  }

  /** Whether it shares the ticket of its own ticket key, which it could own then. */
  isMember(fingerprint: string, ticketKey: string): boolean {
    const query =
      "SELECT 1 FROM member WHERE fingerprint = ? AND ticket_key = ? AND echo_of IS NULL";
    return this.#database.rows(query, fingerprint, ticketKey).length > 0;
  }

  /**
   * Takes an incident out of everything. What it owned stays, as a tombstone; `nextEpisode` where its
   * ticket is given up, so that the next owner never meets what is still done to that one.
   */
  leave(fingerprint: string, nextEpisode: number | null, at: number): void {
    const sql = this.#database.toRead();
    if (sql === null) return;
    if (nextEpisode !== null) {
      sql.exec(
        `UPDATE ticket SET episode = max(episode, ?1), ticket_id = NULL, identifier = NULL, url = NULL,
           previous = CASE WHEN identifier IS NULL THEN previous
             ELSE json_object('identifier', identifier, 'url', url) END
         WHERE owner = ?2`,
        nextEpisode,
        fingerprint,
      );
    }
    sql.exec("UPDATE ticket SET owner = NULL, updated_at = ? WHERE owner = ?", at, fingerprint);
    sql.exec("DELETE FROM member WHERE fingerprint = ?", fingerprint);
    sql.exec("DELETE FROM framed WHERE fingerprint = ?", fingerprint);
    sql.exec(
      "DELETE FROM ticket WHERE owner IS NULL AND updated_at < ?",
      at - TICKET_KEY_REMEMBERED_MS,
    );
  }

  /** Ticket keys that have an owner. */
  count(): number {
    const [row] = this.#database.rows<{ n: number }>(
      "SELECT count(*) AS n FROM ticket WHERE owner IS NOT NULL",
    );
    return row?.n ?? 0;
  }

  #own({ fingerprint, ticketKey }: Claim, at: number): void {
    this.#database.toWrite().exec(
      `INSERT INTO ticket (ticket_key, owner, episode, updated_at) VALUES (?, ?, 1, ?)
       ON CONFLICT (ticket_key) DO UPDATE
         SET owner = excluded.owner, updated_at = excluded.updated_at`,
      ticketKey,
      fingerprint,
      at,
    );
  }

  #remember({ fingerprint, echoKey, ticketKey, firstAt, lastAt, count }: Claim, at: number): void {
    this.#database.toWrite().exec(
      `INSERT OR REPLACE INTO framed
         (fingerprint, echo_key, ticket_key, first_at, last_at, count, asked_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      fingerprint,
      echoKey,
      ticketKey,
      firstAt,
      lastAt,
      count,
      at,
    );
  }

  #one(query: string, ...values: readonly string[]): TicketRow | null {
    const [row] = this.#database.rows<Columns>(query, ...values);
    return row === undefined ? null : ticketRow(row);
  }
}

function ticketRow(row: Columns): TicketRow {
  const { ticket_id: ticketId, identifier, url, previous } = row;
  const isOpened = ticketId !== null && identifier !== null && url !== null;
  return {
    ticketKey: row.ticket_key,
    owner: row.owner,
    episode: row.episode,
    issue: isOpened ? { ticketId, identifier, url } : null,
    previous: previous === null ? null : (JSON.parse(previous) as PreviousTicket),
    updatedAt: row.updated_at,
  };
}
