// A row of a table: a pattern, and the name by which people speak of it.

export interface NamedPattern {
  readonly name: string;
  readonly pattern: RegExp;
}

/** One expression that matches what any row matches, in half the time of asking each. */
export function anyOf(rows: readonly NamedPattern[]): RegExp {
  return new RegExp(rows.map((row) => row.pattern.source).join("|"));
}

/** Matches the words of a list, parted by spaces, and nothing longer. */
export function wordsOf(list: string): RegExp {
  return new RegExp(`^(?:${list.trim().split(/\s+/).join("|")})$`);
}
