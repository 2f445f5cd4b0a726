// Query parameters, which anybody may write.

/** A whole number from 1 to `max`; `missing` where there is none, null where it is anything else. */
export function readNumber(
  value: string | readonly string[] | undefined,
  missing: number,
  max: number = Number.MAX_SAFE_INTEGER,
): number | null {
  if (value === undefined) return missing;
  const number = typeof value === "string" && /^\d{1,16}$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= max ? number : null;
}
