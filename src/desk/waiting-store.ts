// Those that wait and their storm tickets, in SQL. Bounded by the incidents that there are: each
// leaves when it gets its ticket or ends. A producer has one storm at a time.
import type { Claim } from "../incident/claim.ts";
import { DESK_COUNTS_MAX, STORM_REMEMBERED_MS } from "../limits.ts";
import type { DeskDatabase } from "./database.ts";
import type { Storm, WaitingIncident, WaitingList } from "./storm.ts";

export class WaitingStore {
  readonly #database: DeskDatabase;

  constructor(database: DeskDatabase) {
    this.#database = database;
  }

  /** Lists a claim among those that wait, as it is now. */
  add({ fingerprint, producer, route, type, count }: Claim, at: number): void {
    const query = "SELECT since FROM waiting WHERE fingerprint = ?";
    const [known] = this.#database.rows<{ since: number }>(query, fingerprint);
    // Removed and added, so that its `seq` is new: whatever changes the list changes its mark.
    this.remove(fingerprint);
    this.#database.toWrite().exec(
      `INSERT INTO waiting (fingerprint, producer, route, type, count, since)
       VALUES (?, ?, ?, ?, ?, ?)`,
      fingerprint,
      producer,
      route,
      type,
      count,
      known?.since ?? at,
    );
  }

  remove(fingerprint: string): void {
    const sql = this.#database.toRead();
    sql?.exec("DELETE FROM waiting WHERE fingerprint = ?", fingerprint);
  }

  /** Those of a producer that wait, the most frequent first. */
  of(producer: string): readonly WaitingIncident[] {
    return this.#database.rows<WaitingIncident>(
      `SELECT fingerprint, route, type, count, since FROM waiting WHERE producer = ?
       ORDER BY count DESC, fingerprint`,
      producer,
    );
  }

  /** Every producer of which one waits. */
  lists(): readonly WaitingList[] {
    return this.#database.rows<WaitingList>(
      // What is added gets a higher `seq` than there ever was, so the highest and the number tell
      // a list from all others.
      `SELECT producer, count(*) AS count, count(*) || ' to ' || max(seq) AS mark,
              min(since) AS firstSince, max(since) AS lastSince
       FROM waiting GROUP BY producer ORDER BY count(*) DESC, producer`,
    );
  }

  storms(): readonly Storm[] {
    return this.#database
      .rows<{ state: string }>("SELECT state FROM storm ORDER BY producer")
      .map(({ state }) => JSON.parse(state) as Storm);
  }

  saveStorm(storm: Storm): void {
    this.#database
      .toWrite()
      .exec(
        "INSERT OR REPLACE INTO storm (producer, state) VALUES (?, ?)",
        storm.producer,
        JSON.stringify(storm),
      );
  }

  /** Forgets the storms that were over long ago. */
  forgetStorms(at: number): void {
    for (const storm of this.storms()) {
      const isLongOver = storm.stage === "over" && storm.at < at - STORM_REMEMBERED_MS;
      if (!isLongOver) continue;
      this.#database.toWrite().exec("DELETE FROM storm WHERE producer = ?", storm.producer);
    }
  }

  /** How many wait, of which producers; those of which the most wait first. */
  counts(): readonly { readonly producer: string; readonly count: number }[] {
    return this.lists()
      .slice(0, DESK_COUNTS_MAX)
      .map(({ producer, count }) => ({ producer, count }));
  }
}
