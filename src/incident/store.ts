// The incident's SQLite: one row of state, one row per effect. An edge: it knows the storage API
// and decides nothing.
import { applySchema, hasSchema } from "../sqlite-schema.ts";
import { effectKey } from "./effect.ts";
import type { Effect } from "./effect.ts";
import type { Step } from "./step.ts";
import type { OutboxRow } from "./outbox.ts";
import type { IncidentState } from "./state.ts";

/** Append only: what was deployed once is never edited (docs/storage.md). */
export const INCIDENT_SCHEMA = [
  {
    id: "001_state_and_outbox",
    sql: `CREATE TABLE incident (one INTEGER PRIMARY KEY CHECK (one = 1), state TEXT NOT NULL);
          CREATE TABLE outbox (
            key TEXT PRIMARY KEY, seq INTEGER NOT NULL, effect TEXT NOT NULL,
            tries INTEGER NOT NULL, due_at INTEGER NOT NULL, since INTEGER NOT NULL, problem TEXT
          ) WITHOUT ROWID;`,
  },
  { id: "002_detail", sql: "ALTER TABLE outbox ADD COLUMN detail TEXT" },
] as const;

interface StoredRow extends Record<string, SqlStorageValue> {
  key: string;
  seq: number;
  effect: string;
  tries: number;
  due_at: number;
  since: number;
  problem: string | null;
  detail: string | null;
}

/**
 * Loads and saves one incident. A look at one that never failed writes nothing. Opened when it is
 * first used and not when it is made: an object of a newer deploy refuses to be read, and that must
 * not keep its alarm from being armed again.
 */
export class IncidentStore {
  readonly #storage: DurableObjectStorage;
  #exists: boolean | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  load(): IncidentState | null {
    if (!this.#open()) return null;
    const [row] = this.#storage.sql.exec<{ state: string }>("SELECT state FROM incident").toArray();
    return row ? (JSON.parse(row.state) as IncidentState) : null;
  }

  /** State and effects in one write. */
  save(step: Step, now: number): void {
    if (!this.#open()) this.#migrate();
    this.#storage.transactionSync(() => this.#write(step, now));
  }

  /** Removes a row that was done and saves what followed from it, in one write. */
  finish(row: OutboxRow, step: Step | null, now: number): void {
    this.#storage.transactionSync(() => {
      this.#storage.sql.exec("DELETE FROM outbox WHERE key = ? AND seq = ?", row.key, row.seq);
      if (step !== null) this.#write(step, now);
    });
  }

  begin(row: OutboxRow): OutboxRow {
    const tries = row.tries + 1;
    this.#storage.sql.exec("UPDATE outbox SET tries = ? WHERE key = ?", tries, row.key);
    return { ...row, tries };
  }

  postpone(row: OutboxRow, dueAt: number, problem: string, detail: string | null): void {
    this.#storage.sql.exec(
      "UPDATE outbox SET due_at = ?, problem = ?, detail = ? WHERE key = ? AND seq = ?",
      Math.ceil(dueAt),
      problem,
      detail,
      row.key,
      row.seq,
    );
  }

  outbox(): readonly OutboxRow[] {
    if (!this.#open()) return [];
    return this.#storage.sql
      .exec<StoredRow>("SELECT * FROM outbox ORDER BY seq")
      .toArray()
      .map((row) => ({
        key: row.key,
        seq: row.seq,
        effect: JSON.parse(row.effect) as Effect,
        tries: row.tries,
        dueAt: row.due_at,
        since: row.since,
        problem: row.problem,
        detail: row.detail,
      }));
  }

  next(now: number): OutboxRow | null {
    return this.outbox().find((row) => row.dueAt <= now) ?? null;
  }

  /**
   * A wish renewed keeps its age, its tries and its back-off: Linear may be down for a day in which
   * the incident fails every second.
   */
  enqueue(effect: Effect, now: number): void {
    this.#storage.sql.exec(
      `INSERT INTO outbox (key, seq, effect, tries, due_at, since, problem)
       VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM outbox), ?2, 0, ?3, ?3, NULL)
       ON CONFLICT (key) DO UPDATE SET seq = excluded.seq, effect = excluded.effect,
         due_at = CASE WHEN tries > 0 THEN due_at ELSE min(due_at, excluded.due_at) END`,
      effectKey(effect),
      JSON.stringify(effect),
      now,
    );
  }

  /** True for an incident that was, and of which only empty tables are left. */
  isOver(): boolean {
    return this.#open() && this.load() === null && this.outbox().length === 0;
  }

  /** Forgets that there is a schema, after all of the storage was deleted. */
  forget(): void {
    this.#exists = null;
  }

  // An object from an older deploy gets the steps that it lacks before anything reads it.
  #open(): boolean {
    if (this.#exists === null) {
      this.#exists = hasSchema(this.#storage.sql);
      if (this.#exists) this.#migrate();
    }
    return this.#exists;
  }

  #migrate(): void {
    this.#storage.transactionSync(() => applySchema(this.#storage.sql, INCIDENT_SCHEMA));
    this.#exists = true;
  }

  #write(step: Step, now: number): void {
    if (step.state === null) {
      this.#storage.sql.exec("DELETE FROM incident");
      this.#storage.sql.exec("DELETE FROM outbox");
      return;
    }
    this.#storage.sql.exec(
      "INSERT OR REPLACE INTO incident (one, state) VALUES (1, ?)",
      JSON.stringify(step.state),
    );
    for (const effect of step.effects) this.enqueue(effect, now);
  }
}
