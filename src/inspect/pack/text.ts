// How a pack writes what it was told: bounded, and nothing in it unseen.
import { bound, sanitize } from "../../failure/sanitize.ts";
import { HOUR_MS, PACK_LISTED_MAX, PACK_NAME_UNITS_MAX } from "../../limits.ts";

/** A name, a route or a file that others wrote. */
export function name(text: string): string {
  return bound(sanitize(text), PACK_NAME_UNITS_MAX);
}

export function nameOrNull(text: string | null): string | null {
  return text === null ? null : name(text);
}

/** The first of a list, and no more than a pack tells. */
export function listed<Item>(items: readonly Item[]): readonly Item[] {
  return items.slice(0, PACK_LISTED_MAX);
}

/** How long that is, in words: "12 minutes". */
export function spanText(ms: number): string {
  if (ms < 60_000) return "less than a minute";
  const [amount, unit] =
    ms < HOUR_MS
      ? [ms / 60_000, "minute"]
      : ms < 48 * HOUR_MS
        ? [ms / HOUR_MS, "hour"]
        : [ms / (24 * HOUR_MS), "day"];
  const whole = Math.floor(amount);
  return `${whole} ${unit}${whole === 1 ? "" : "s"}`;
}
