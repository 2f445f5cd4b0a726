// The list of all incidents, as they told it last: on a change of phase and on a slow tick.
import type { IncidentSummary } from "../incident/summary.ts";
import type { Heard, Known } from "../producer/heard.ts";
import { applySchema, hasSchema } from "../sqlite-schema.ts";
import { HEARD_STEP, listHeard, putHeard } from "./heard-store.ts";

/** Append only: what was deployed once is never edited (docs/storage.md). */
export const INDEX_SCHEMA = [
  {
    id: "001_summary",
    sql: `CREATE TABLE summary (
            fingerprint TEXT PRIMARY KEY, phase TEXT NOT NULL, last_at INTEGER NOT NULL,
            problem TEXT, body TEXT NOT NULL
          ) WITHOUT ROWID;
          CREATE INDEX summary_by_last_at ON summary (last_at);
          CREATE INDEX summary_by_phase ON summary (phase, problem);`,
  },
  HEARD_STEP,
] as const;

export class IndexStore {
  readonly #storage: DurableObjectStorage;
  #exists: boolean;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#exists = hasSchema(storage.sql);
    if (this.#exists) this.#migrate();
  }

  put(summary: IncidentSummary): void {
    if (!this.#exists) this.#migrate();
    this.#storage.sql.exec(
      `INSERT OR REPLACE INTO summary (fingerprint, phase, last_at, problem, body)
       VALUES (?, ?, ?, ?, ?)`,
      summary.fingerprint,
      summary.phase,
      summary.lastAt,
      summary.problem,
      JSON.stringify(summary),
    );
  }

  /** Takes an incident off the list; nothing where it is not on it. */
  drop(fingerprint: string): void {
    if (!this.#exists) return;
    this.#storage.sql.exec("DELETE FROM summary WHERE fingerprint = ?", fingerprint);
  }

  /** The incidents that failed last come first. */
  list(limit: number): readonly IncidentSummary[] {
    if (!this.#exists) return [];
    return this.#storage.sql
      .exec<{ body: string }>("SELECT body FROM summary ORDER BY last_at DESC LIMIT ?", limit)
      .toArray()
      .map((row) => JSON.parse(row.body) as IncidentSummary);
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
