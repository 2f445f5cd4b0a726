// The row of an incident in the index: what lists look for in columns of their own, the line itself
// as JSON.
import type { IncidentSummary } from "../incident/summary.ts";

/** As the schema has it (index-schema.ts), without its key, the fingerprint. */
export interface SummaryRow extends Record<string, SqlStorageValue> {
  phase: string;
  producer: string;
  type: string;
  first_at: number;
  last_at: number;
  count: number;
  is_held_back: number;
  problem: string | null;
  undone_since: number | null;
  /** Type, route and message, a line each, folded: where a text is looked for. */
  words: string;
  body: string;
}

/** The row of that line. */
export function rowOf(summary: IncidentSummary): SummaryRow {
  const { phase, grouping, firstAt, lastAt, count, isHeldBack, problem, undoneSince } = summary;
  const { producer, type, route, message } = grouping;
  return {
    phase,
    producer,
    type,
    first_at: firstAt,
    last_at: lastAt,
    count,
    is_held_back: Number(isHeldBack),
    problem,
    undone_since: undoneSince,
    words: folded(`${type}\n${route}\n${message}`),
    body: JSON.stringify(summary),
  };
}

/** Columns whose value is another now: what else is written costs a row for each of its indexes. */
export function changedColumns(before: SummaryRow, after: SummaryRow): readonly string[] {
  return Object.keys(after).filter((column) => after[column] !== before[column]);
}

/** The text without the case of its letters, those outside ASCII too, which SQLite cannot. */
export function folded(text: string): string {
  return text.toLowerCase();
}
