/** Append only: what was deployed once is never edited (docs/storage.md). */
export const DESK_SCHEMA = [
  {
    id: "001_tickets",
    sql: `CREATE TABLE ticket (
            ticket_key TEXT PRIMARY KEY, owner TEXT, episode INTEGER NOT NULL,
            ticket_id TEXT, identifier TEXT, url TEXT, previous TEXT, updated_at INTEGER NOT NULL
          ) WITHOUT ROWID;
          CREATE INDEX ticket_by_owner ON ticket (owner, updated_at);
          CREATE INDEX ticket_by_ticket_id ON ticket (ticket_id);
          CREATE TABLE member (
            fingerprint TEXT PRIMARY KEY, ticket_key TEXT NOT NULL, echo_of TEXT,
            last_at INTEGER NOT NULL
          ) WITHOUT ROWID;
          CREATE INDEX member_by_ticket_key ON member (ticket_key, last_at);
          CREATE TABLE framed (
            fingerprint TEXT PRIMARY KEY, echo_key TEXT NOT NULL, ticket_key TEXT NOT NULL,
            first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, count INTEGER NOT NULL,
            asked_at INTEGER NOT NULL
          ) WITHOUT ROWID;
          CREATE INDEX framed_by_echo_key ON framed (echo_key);
          CREATE INDEX framed_by_asked_at ON framed (asked_at);
          CREATE TABLE budget (
            producer TEXT PRIMARY KEY, hour INTEGER NOT NULL, granted INTEGER NOT NULL
          ) WITHOUT ROWID;
          CREATE INDEX budget_by_hour ON budget (hour);
          CREATE TABLE waiting (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, fingerprint TEXT NOT NULL UNIQUE,
            producer TEXT NOT NULL, route TEXT NOT NULL, type TEXT NOT NULL,
            count INTEGER NOT NULL, since INTEGER NOT NULL
          );
          CREATE INDEX waiting_by_producer ON waiting (producer, since);
          CREATE TABLE storm (producer TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;`,
  },
] as const;
