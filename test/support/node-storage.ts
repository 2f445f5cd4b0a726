// As much of a Durable Object's storage as the stores use, on Node's own SQLite: so that the SQL of
// a store runs in property tests too, thousands of times.
import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue } from "node:sqlite";

/** Storage in memory; what is done in a transaction that throws is undone, as on the platform. */
export function nodeStorage(): DurableObjectStorage {
  const database = new DatabaseSync(":memory:");
  const prepared = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  const sql = {
    exec(query: string, ...bindings: SQLInputValue[]) {
      // Several statements at once are schema steps: they take no values and give no rows.
      const isMany = query.trim().replace(/;$/, "").includes(";");
      if (isMany) database.exec(query);
      if (isMany) return { toArray: () => [], one: () => undefined };
      const statement = prepared.get(query) ?? database.prepare(query);
      prepared.set(query, statement);
      const rows = statement.all(...bindings);
      return { toArray: () => rows, one: () => rows[0] };
    },
  };
  let depth = 0;
  const storage = {
    sql,
    transactionSync<Done>(work: () => Done): Done {
      depth += 1;
      database.exec(`SAVEPOINT s${depth}`);
      try {
        const done = work();
        database.exec(`RELEASE s${depth}`);
        return done;
      } catch (error) {
        database.exec(`ROLLBACK TO s${depth}`);
        throw error;
      } finally {
        depth -= 1;
      }
    },
  };
  return storage as DurableObjectStorage;
}
