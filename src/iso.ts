// How an instant is told: ISO 8601 in UTC, of ms since 1970.

export function iso(at: number): string {
  return new Date(at).toISOString();
}

export function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
