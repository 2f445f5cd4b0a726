// Messages that could not be taken in, kept where they can be looked at.
import { DEAD_LETTER_UNITS_MAX, DEAD_LETTERS_MAX } from "../limits.ts";
import { applySchema, hasSchema } from "../sqlite-schema.ts";

/** A message that could not be taken in, and why. */
export interface DeadLetter {
  /** The queue's id of the message: the same message kept twice is one row. */
  readonly id: string;
  readonly queue: string;
  readonly reason: string;
  /** The body as JSON. */
  readonly body: string;
  /** When the producer sent it, ms since 1970. */
  readonly sentAt: number;
}

/** Append only: what was deployed once is never edited (docs/storage.md). */
export const DEAD_LETTER_SCHEMA = [
  {
    id: "001_letter",
    sql: `CREATE TABLE letter (
            id TEXT PRIMARY KEY, queue TEXT NOT NULL, reason TEXT NOT NULL, body TEXT NOT NULL,
            sent_at INTEGER NOT NULL, kept_at INTEGER NOT NULL
          );`,
  },
] as const;

export class DeadLetterStore {
  readonly #storage: DurableObjectStorage;
  #exists: boolean;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#exists = hasSchema(storage.sql);
    if (this.#exists) this.#migrate();
  }

  /** Keeps the letters; beyond the limit the oldest leave. */
  keep(letters: readonly DeadLetter[], now: number): void {
    if (!this.#exists) this.#migrate();
    this.#storage.transactionSync(() => {
      for (const letter of letters) {
        this.#storage.sql.exec(
          `INSERT OR REPLACE INTO letter (id, queue, reason, body, sent_at, kept_at)
           VALUES (?, ?, ?, ?, ?, ?)`,
          letter.id,
          letter.queue,
          letter.reason,
          letter.body.slice(0, DEAD_LETTER_UNITS_MAX),
          letter.sentAt,
          now,
        );
      }
      this.#storage.sql.exec(
        `DELETE FROM letter WHERE id IN
           (SELECT id FROM letter ORDER BY rowid DESC LIMIT -1 OFFSET ?)`,
        DEAD_LETTERS_MAX,
      );
    });
  }

  count(): number {
    if (!this.#exists) return 0;
    return this.#storage.sql.exec<{ n: number }>("SELECT count(*) AS n FROM letter").one().n;
  }

  #migrate(): void {
    this.#storage.transactionSync(() => applySchema(this.#storage.sql, DEAD_LETTER_SCHEMA));
    this.#exists = true;
  }
}
