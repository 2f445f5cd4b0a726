import type { Clock } from "../store/clock.ts";

const HOUR_MS = 3_600_000;
const REQUESTS_MAX = 2_500;
const COMPLEXITY_MAX = 3_000_000;

/** Counts a request and gives the headers that Linear sends with every answer. */
export type RateLimit = (complexity: number) => Readonly<Record<string, string>>;

/**
 * Makes the count of an hour's requests. The numbers are those of a small Linear workspace; resets
 * are instants in milliseconds. Nothing is refused when they run out: plan a failure for that.
 */
export function createRateLimit(clock: Clock): RateLimit {
  let resetAt = 0;
  let requests = 0;
  let spent = 0;
  return (complexity) => {
    const now = clock.now();
    if (now >= resetAt) [resetAt, requests, spent] = [now + HOUR_MS, 0, 0];
    requests += 1;
    spent += complexity;
    return {
      "x-complexity": String(complexity),
      "x-ratelimit-requests-limit": String(REQUESTS_MAX),
      "x-ratelimit-requests-remaining": String(Math.max(0, REQUESTS_MAX - requests)),
      "x-ratelimit-requests-reset": String(resetAt),
      "x-ratelimit-complexity-limit": String(COMPLEXITY_MAX),
      "x-ratelimit-complexity-remaining": String(Math.max(0, COMPLEXITY_MAX - spent)),
      "x-ratelimit-complexity-reset": String(resetAt),
    };
  };
}
