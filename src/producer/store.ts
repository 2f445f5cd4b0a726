// A producer's SQLite: one row. An edge: it knows the storage API and decides nothing.
import { applySchema, hasSchema } from "../sqlite-schema.ts";
import type { ProducerState } from "./state.ts";

/** Append only: what was deployed once is never edited (docs/storage.md). */
export const PRODUCER_SCHEMA = [
  {
    id: "001_state",
    sql: "CREATE TABLE producer (one INTEGER PRIMARY KEY CHECK (one = 1), state TEXT NOT NULL);",
  },
] as const;

/**
 * Loads and saves one producer. A look at one that was never heard of writes nothing. Opened when it
 * is first used and not when it is made: an object of a newer deploy refuses to be read, and that
 * must not keep its alarm from being armed again.
 */
export class ProducerStore {
  readonly #storage: DurableObjectStorage;
  #exists: boolean | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  load(): ProducerState | null {
    if (!this.#open()) return null;
    const [row] = this.#storage.sql.exec<{ state: string }>("SELECT state FROM producer").toArray();
    return row ? (JSON.parse(row.state) as ProducerState) : null;
  }

  save(state: ProducerState): void {
    if (!this.#open()) this.#migrate();
    this.#storage.sql.exec(
      "INSERT OR REPLACE INTO producer (one, state) VALUES (1, ?)",
      JSON.stringify(state),
    );
  }

  /** Leaves nothing, the alarm included: an empty object costs nothing. */
  async clear(): Promise<void> {
    this.#exists = null;
    await this.#storage.deleteAlarm();
    await this.#storage.deleteAll();
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
    this.#storage.transactionSync(() => applySchema(this.#storage.sql, PRODUCER_SCHEMA));
    this.#exists = true;
  }
}
