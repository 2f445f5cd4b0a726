// The SQL of a list. Every value is bound; what is not bound is chosen here. A text is looked for with
// instr: it knows no wildcards, and the platform's LIKE takes no pattern above 50 bytes.
import type { ListQuery, ListSort } from "./list-query.ts";
import { folded } from "./summary-row.ts";

export interface Statement {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const COLUMNS: Readonly<Record<ListSort, string>> = {
  last: "last_at",
  first: "first_at",
  count: "count",
};

/**
 * A page of the list, and one line more where there are more. `seesHeldBack`: for whom it is false,
 * lines that are held back match no type and no text, so that nobody finds out by asking what they are.
 */
export function listStatement(query: ListQuery, seesHeldBack: boolean): Statement {
  const column = COLUMNS[query.sort];
  const conditions = [...filters(query, seesHeldBack), ...place(query, column)];
  const where = conditions.map(({ sql }) => sql).join(" AND ");
  return {
    sql: `SELECT body FROM summary ${where && `WHERE ${where}`}
          ORDER BY ${column} DESC, fingerprint DESC LIMIT ?`,
    values: [...conditions.flatMap(({ values }) => values), query.limit + 1],
  };
}

function filters(query: ListQuery, seesHeldBack: boolean): readonly Statement[] {
  const { type, text, from, to } = query;
  const asksForText = type !== null || text !== null;
  return [
    ...equalities(query),
    ...(asksForText && !seesHeldBack ? [{ sql: "is_held_back = 0", values: [] }] : []),
    ...unlessNull("last_at >= ?", from),
    ...unlessNull("last_at < ?", to),
    ...unlessNull("instr(words, ?) > 0", text && folded(text)),
  ];
}

// The one that is likely to leave the fewest lines is looked up; the sign keeps SQLite from taking the
// index of another.
function equalities({ type, producer, phase }: ListQuery): readonly Statement[] {
  return [
    ...unlessNull("type = ?", type),
    ...unlessNull("producer = ?", producer),
    ...unlessNull("phase = ?", phase),
  ].map(({ sql, values }, nth) => ({ sql: nth === 0 ? sql : `+${sql}`, values }));
}

function place({ after }: ListQuery, column: string): readonly Statement[] {
  if (after === null) return [];
  const { value, fingerprint } = after;
  return [{ sql: `(${column}, fingerprint) < (?, ?)`, values: [value, fingerprint] }];
}

function unlessNull(sql: string, value: string | number | null): readonly Statement[] {
  return value === null ? [] : [{ sql, values: [value] }];
}
