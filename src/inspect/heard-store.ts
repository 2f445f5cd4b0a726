// Who was heard of and when: a table beside the list of incidents, in the same object.
import { PRODUCERS_HEARD_MAX } from "../limits.ts";
import { noteHeard } from "../producer/heard.ts";
import type { Heard, Known } from "../producer/heard.ts";

/** A step of the index's schema (index-store.ts). */
export const HEARD_STEP = {
  id: "002_heard",
  sql: `CREATE TABLE heard (
          kind TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
          failed INTEGER, mapped INTEGER, bundled INTEGER, rejected INTEGER,
          PRIMARY KEY (kind, name)
        ) WITHOUT ROWID;`,
} as const;

interface HeardRow extends Record<string, SqlStorageValue> {
  kind: Known["kind"];
  name: string;
  at: number;
  failed: number | null;
  mapped: number | null;
  bundled: number | null;
  rejected: number | null;
}

/** Notes what was heard; writes a row only where that is news. */
export function putHeard(sql: SqlStorage, heard: readonly Heard[]): void {
  for (const one of heard) {
    const { kind, name } = one;
    const [row] = sql
      .exec<HeardRow>("SELECT * FROM heard WHERE kind = ? AND name = ?", kind, name)
      .toArray();
    const before = row === undefined ? null : knownOf(row);
    const after = noteHeard(before, one);
    if (after === before) continue;
    const { failed, mapped, bundled, rejected } = after.facts;
    sql.exec(
      `INSERT OR REPLACE INTO heard (kind, name, at, failed, mapped, bundled, rejected)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      kind,
      name,
      after.at,
      failed,
      mapped,
      bundled,
      rejected,
    );
    if (before === null) dropOldest(sql, kind);
  }
}

/** All that were heard of, those of last first. */
export function listHeard(sql: SqlStorage): readonly Known[] {
  return sql
    .exec<HeardRow>("SELECT * FROM heard ORDER BY at DESC, kind, name")
    .toArray()
    .map(knownOf);
}

function dropOldest(sql: SqlStorage, kind: Known["kind"]): void {
  sql.exec(
    `DELETE FROM heard WHERE kind = ?1 AND name IN
       (SELECT name FROM heard WHERE kind = ?1 ORDER BY at DESC, name LIMIT -1 OFFSET ?2)`,
    kind,
    PRODUCERS_HEARD_MAX,
  );
}

function knownOf({ kind, name, at, failed, mapped, bundled, rejected }: HeardRow): Known {
  return { kind, name, at, facts: { failed, mapped, bundled, rejected } };
}
