// When Linear says to come back. Never longer than any other try waits: one odd header must not put a
// ticket off for years.
import { EFFECT_RETRY_MAX_MS, RESET_IN_MS_FROM } from "../limits.ts";

/** Linear's budgets by the names that its headers give them; the one of an endpoint is told when it is hit. */
const BUDGETS = ["requests", "endpoint-requests", "complexity"] as const;

/** The instant of `retry-after`, which is in seconds; ms since 1970. */
export function retryAfter(headers: Headers, now: number): number | null {
  return soon([now + Number(headers.get("retry-after")) * 1_000], now);
}

/** The later of `retry-after` and the resets of the budgets that are used up; ms since 1970. */
export function budgetAgain(headers: Headers, now: number): number | null {
  const resets = BUDGETS.filter(
    (budget) => Number(headers.get(`x-ratelimit-${budget}-remaining`) ?? 1) <= 0,
  ).map((budget) => inMs(Number(headers.get(`x-ratelimit-${budget}-reset`))));
  return soon([retryAfter(headers, now) ?? 0, ...resets], now);
}

// Documented, and seen, in milliseconds; some who wrote down what they saw took them for seconds.
function inMs(reset: number): number {
  return reset < RESET_IN_MS_FROM ? reset * 1_000 : reset;
}

function soon(instants: readonly number[], now: number): number | null {
  const known = instants.filter((at) => Number.isFinite(at) && at > now);
  return known.length > 0 ? Math.min(Math.max(...known), now + EFFECT_RETRY_MAX_MS) : null;
}
