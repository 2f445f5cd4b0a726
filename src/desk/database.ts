// The desk's SQLite. An edge: it knows the storage API and decides nothing.
import { applySchema, hasSchema } from "../sqlite-schema.ts";
import { DESK_SCHEMA } from "./schema.ts";

/**
 * Opens the tables when they are first used and not when it is made: an object of a newer deploy
 * refuses to be read, and that must not keep its alarm from being armed again.
 */
export class DeskDatabase {
  readonly #storage: DurableObjectStorage;
  #exists: boolean | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** For a look, which creates nothing: null where nothing was ever written. */
  toRead(): SqlStorage | null {
    if (this.#exists === null) {
      this.#exists = hasSchema(this.#storage.sql);
      // An object from an older deploy gets the steps that it lacks before anything reads it.
      if (this.#exists) this.#migrate();
    }
    return this.#exists ? this.#storage.sql : null;
  }

  /** What a query finds; nothing where nothing was ever written. */
  // oxlint-disable-next-line no-unnecessary-type-parameters -- the query says what its rows are
  rows<Row extends object>(query: string, ...values: readonly string[]): readonly Row[] {
    type Read = Row & Record<string, SqlStorageValue>;
    return (
      this.toRead()
        ?.exec<Read>(query, ...values)
        .toArray() ?? []
    );
  }

  toWrite(): SqlStorage {
    if (this.toRead() === null) this.#migrate();
    return this.#storage.sql;
  }

  /** All of the work or nothing of it. */
  inOneWrite<Done>(work: () => Done): Done {
    return this.#storage.transactionSync(work);
  }

  #migrate(): void {
    this.#storage.transactionSync(() => applySchema(this.#storage.sql, DESK_SCHEMA));
    this.#exists = true;
  }
}
