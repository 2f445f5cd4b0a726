// How many new tickets a producer gets within a clock hour. What comes beyond them waits.
import { HOUR_MS } from "../limits.ts";

/** The new tickets of one producer in one clock hour. */
export interface BudgetHour {
  /** The hour's start, ms since 1970. */
  readonly hour: number;
  readonly granted: number;
}

/** A producer that got no ticket yet. */
export const UNSPENT: BudgetHour = { hour: 0, granted: 0 };

/** The budget after one ticket more; null where the hour has none left, and until when. */
export function spend(
  before: BudgetHour,
  at: number,
  ticketsPerHour: number,
): { readonly budget: BudgetHour | null; readonly until: number } {
  // A clock that was set back gives no new tickets.
  const hour = Math.max(Math.floor(at / HOUR_MS) * HOUR_MS, before.hour);
  const granted = (hour === before.hour ? before.granted : 0) + 1;
  return { budget: granted <= ticketsPerHour ? { hour, granted } : null, until: hour + HOUR_MS };
}
