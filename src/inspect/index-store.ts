// The list of all incidents, as they told it last: on a change of phase and on a slow tick.
import type { IncidentSummary } from "../incident/summary.ts";
import type { Heard, Known } from "../producer/heard.ts";
import { applySchema, hasSchema } from "../sqlite-schema.ts";
import { listHeard, putHeard } from "./heard-store.ts";
import { INDEX_SCHEMA } from "./index-schema.ts";
import { cursorAfter } from "./list-query.ts";
import type { ListPage, ListQuery } from "./list-query.ts";
import { listStatement } from "./list-statement.ts";
import { changedColumns, rowOf } from "./summary-row.ts";
import type { SummaryRow } from "./summary-row.ts";

export class IndexStore {
  readonly #storage: DurableObjectStorage;
  #exists: boolean;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#exists = hasSchema(storage.sql);
    if (this.#exists) this.#migrate();
  }

  /** Notes how an incident is; writes nothing where that is known, and else only what changed. */
  put(summary: IncidentSummary): void {
    if (!this.#exists) this.#migrate();
    const { sql } = this.#storage;
    const { fingerprint } = summary;
    const after = rowOf(summary);
    const [before] = sql
      .exec<SummaryRow>("SELECT * FROM summary WHERE fingerprint = ?", fingerprint)
      .toArray();
    if (before === undefined) {
      const columns = Object.keys(after);
      sql.exec(
        `INSERT INTO summary (fingerprint, ${columns.join(", ")})
         VALUES (?${", ?".repeat(columns.length)})`,
        fingerprint,
        ...Object.values(after),
      );
      return;
    }
    const changed = changedColumns(before, after);
    if (changed.length === 0) return;
    sql.exec(
      `UPDATE summary SET ${changed.map((column) => `${column} = ?`).join(", ")}
       WHERE fingerprint = ?`,
      ...changed.map((column) => after[column]),
      fingerprint,
    );
  }

  /** Takes an incident off the list; nothing where it is not on it. */
  drop(fingerprint: string): void {
    if (!this.#exists) return;
    this.#storage.sql.exec("DELETE FROM summary WHERE fingerprint = ?", fingerprint);
  }

  /** One page of the incidents that are asked for. `seesHeldBack`: as listStatement has it. */
  list(query: ListQuery, seesHeldBack: boolean): ListPage {
    if (!this.#exists) return { lines: [], next: null };
    const { sql, values } = listStatement(query, seesHeldBack);
    const found = this.#storage.sql
      .exec<{ body: string }>(sql, ...values)
      .toArray()
      .map((row) => JSON.parse(row.body) as IncidentSummary);
    const lines = found.slice(0, query.limit);
    const last = lines.at(-1);
    const hasMore = found.length > lines.length && last !== undefined;
    return { lines, next: hasMore ? cursorAfter(last, query) : null };
  }

  /** How many incidents are in each phase. */
  countByPhase(): Readonly<Record<string, number>> {
    if (!this.#exists) return {};
    const rows = this.#storage.sql
      .exec<{ phase: string; n: number }>("SELECT phase, count(*) AS n FROM summary GROUP BY phase")
      .toArray();
    return Object.fromEntries(rows.map((row) => [row.phase, row.n]));
  }

  /** How many incidents each problem keeps from their tickets, the commonest first. */
  countByProblem(): readonly { readonly problem: string; readonly count: number }[] {
    if (!this.#exists) return [];
    return this.#storage.sql
      .exec<{ problem: string; count: number }>(
        `SELECT problem, count(*) AS count FROM summary WHERE problem IS NOT NULL
         GROUP BY problem ORDER BY count DESC LIMIT 10`,
      )
      .toArray();
  }

  /** Since when the oldest effect waits that something keeps from being done; null: nothing does. */
  undoneSince(): number | null {
    if (!this.#exists) return null;
    return this.#storage.sql
      .exec<{ since: number | null }>(
        "SELECT min(undone_since) AS since FROM summary WHERE undone_since IS NOT NULL",
      )
      .one().since;
  }

  /** Notes who was heard of. */
  hear(heard: readonly Heard[]): void {
    if (!this.#exists) this.#migrate();
    this.#storage.transactionSync(() => putHeard(this.#storage.sql, heard));
  }

  /** Who was heard of, those of last first. */
  known(): readonly Known[] {
    return this.#exists ? listHeard(this.#storage.sql) : [];
  }

  #migrate(): void {
    this.#storage.transactionSync(() => applySchema(this.#storage.sql, INDEX_SCHEMA));
    this.#exists = true;
  }
}
