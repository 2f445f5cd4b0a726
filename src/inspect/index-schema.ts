// What the index stores, in steps. Append only: what was deployed once is never edited
// (docs/storage.md).
import { HEARD_STEP } from "./heard-store.ts";

/**
 * Rows of a kilobyte and more do not fit into the pages of a table WITHOUT ROWID: such a list took up
 * to twice the bytes, and a search several times as long (docs/incident-index.md). Until an incident
 * tells again, within a day, its words are folded as far as SQLite can, since when something keeps it is not known,
 * and what does not say whether
 * it is held back is held back.
 */
const LIST_STEP = {
  id: "003_list",
  sql: `CREATE TABLE summary_next (
          fingerprint TEXT PRIMARY KEY, phase TEXT NOT NULL, producer TEXT NOT NULL,
          type TEXT NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
          count INTEGER NOT NULL, is_held_back INTEGER NOT NULL, problem TEXT,
          undone_since INTEGER, words TEXT NOT NULL, body TEXT NOT NULL
        );
        INSERT INTO summary_next
          SELECT fingerprint, phase, body ->> '$.grouping.producer', body ->> '$.grouping.type',
            body ->> '$.firstAt', last_at, body ->> '$.count',
            coalesce(body ->> '$.isHeldBack', 1), problem, NULL,
            lower((body ->> '$.grouping.type') || char(10) || (body ->> '$.grouping.route')
              || char(10) || (body ->> '$.grouping.message')),
            json_set(body, '$.undoneSince', NULL, '$.isHeldBack',
              json(iif(body ->> '$.isHeldBack' = 0, 'false', 'true')))
          FROM summary;
        DROP TABLE summary;
        ALTER TABLE summary_next RENAME TO summary;
        CREATE INDEX summary_by_last ON summary (last_at, fingerprint);
        CREATE INDEX summary_by_first ON summary (first_at, fingerprint);
        CREATE INDEX summary_by_count ON summary (count, fingerprint);
        CREATE INDEX summary_by_phase ON summary (phase, last_at, fingerprint);
        CREATE INDEX summary_by_producer ON summary (producer, last_at, fingerprint);
        CREATE INDEX summary_by_type ON summary (type, last_at, fingerprint);
        CREATE INDEX summary_by_problem ON summary (problem) WHERE problem IS NOT NULL;
        CREATE INDEX summary_by_undone ON summary (undone_since) WHERE undone_since IS NOT NULL;`,
} as const;

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
  LIST_STEP,
] as const;
