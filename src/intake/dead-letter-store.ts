// Messages that could not be taken in, kept where they can be looked at.
import type { DeadLetter, KeptLetter, LetterLine } from "../failure/dead-letter.ts";
import { DEAD_LETTER_UNITS_MAX, DEAD_LETTERS_MAX } from "../limits.ts";
import { applySchema, hasSchema } from "../sqlite-schema.ts";

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

const LINE = "rowid AS place, id, queue, reason, length(body) AS units, sent_at, kept_at";

type LetterRow = Readonly<Record<"id" | "queue" | "reason" | "body", string>> &
  Readonly<Record<"place" | "units" | "sent_at" | "kept_at", number>>;

function lineOf({ place, id, queue, reason, units, sent_at, kept_at }: LetterRow): LetterLine {
  return { place, id, queue, reason, units, sentAt: sent_at, keptAt: kept_at };
}

function letterOf(row: LetterRow): KeptLetter {
  return { ...lineOf(row), body: row.body };
}

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

  /** Lines before a place, those kept last first. */
  list(limit: number, before: number): readonly LetterLine[] {
    const query = `SELECT ${LINE} FROM letter WHERE rowid < ? ORDER BY rowid DESC LIMIT ?`;
    return this.#rows(query, before, limit).map(lineOf);
  }

  /** One letter, or null. */
  read(id: string): KeptLetter | null {
    const [row] = this.#rows(`SELECT ${LINE}, body FROM letter WHERE id = ?`, id);
    return row === undefined ? null : letterOf(row);
  }

  /** Letters after a place whose body is JSON, those kept first come first. */
  oldestWhole(limit: number, after: number): readonly KeptLetter[] {
    const query = `SELECT ${LINE}, body FROM letter WHERE rowid > ? AND json_valid(body)
                   ORDER BY rowid LIMIT ?`;
    return this.#rows(query, after, limit).map(letterOf);
  }

  discard(id: string): void {
    if (this.#exists) this.#storage.sql.exec("DELETE FROM letter WHERE id = ?", id);
  }

  #rows(query: string, ...values: readonly (string | number)[]): readonly LetterRow[] {
    return this.#exists ? this.#storage.sql.exec<LetterRow>(query, ...values).toArray() : [];
  }

  #migrate(): void {
    this.#storage.transactionSync(() => applySchema(this.#storage.sql, DEAD_LETTER_SCHEMA));
    this.#exists = true;
  }
}
