// How long work takes, on a machine that others keep busy too.

/** How long the fastest of some runs takes, in ms. The fastest, since a busy machine only ever adds. */
export function fastestOf(run: () => unknown, runs = 15): number {
  let fastest = Infinity;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    run();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

const ROUNDS_MS = 2_500;
// What the clock and a first run may add.
const SLACK_MS = 0.2;

/**
 * How many times as long `long` takes as `short`, by the fastest run of each. They take turns until the
 * quotient is under `limit`, for 2.5 s at most: others on the machine are waited for, and what really
 * takes longer stays over it.
 */
export function timesAsLong(long: () => unknown, short: () => unknown, limit: number): number {
  const end = performance.now() + ROUNDS_MS;
  let [longMs, shortMs] = [Infinity, Infinity];
  do {
    shortMs = Math.min(shortMs, fastestOf(short, 3));
    longMs = Math.min(longMs, fastestOf(long, 3));
  } while (longMs / (shortMs + SLACK_MS) >= limit && performance.now() < end);
  return longMs / (shortMs + SLACK_MS);
}
