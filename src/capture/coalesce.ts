// Failures of one fingerprint that follow each other closely ride together: the first goes at once,
// its followers wait in the isolate for a moment and leave as one message with a count. So a storm
// gets cheaper per failure as it grows. Pure: time arrives as an argument, waiting is the caller's.
import { COALESCE_KEYS_MAX, COALESCE_MS } from "../limits.ts";
import { joinMessages } from "../failure/message.ts";
import type { FailureMessage } from "../failure/message.ts";

/** What waits in this isolate, by fingerprint and version. */
export type Waiting = Map<string, Ride>;

interface Ride {
  /** When the ride leaves, in ms since 1970; a failure after it starts anew. */
  readonly leavesAt: number;
  /** Null while only the first failure has passed. */
  readonly message: FailureMessage | null;
}

/** What to do with a message: send it, wait and then take the ride, or nothing: it got on one. */
export type Boarding =
  | { readonly kind: "send" }
  | { readonly kind: "wait"; readonly key: string; readonly waitMs: number }
  | { readonly kind: "aboard" };

/** Puts a message on the ride of its fingerprint, or says that it should go by itself. */
export function board(waiting: Waiting, message: FailureMessage, now: number): Boarding {
  const key = rideKey(message);
  const ride = waiting.get(key);
  if (ride === undefined || (ride.message === null && ride.leavesAt <= now)) {
    dropEmptyRides(waiting, now);
    if (waiting.size < COALESCE_KEYS_MAX) {
      waiting.set(key, { leavesAt: now + COALESCE_MS, message: null });
    }
    return { kind: "send" };
  }
  if (ride.message === null) {
    waiting.set(key, { ...ride, message });
    return { kind: "wait", key, waitMs: ride.leavesAt - now };
  }
  waiting.set(key, { ...ride, message: joinMessages(ride.message, message) });
  return { kind: "aboard" };
}

/** Takes what rode together; the next failures of that fingerprint start to ride again. */
export function leave(waiting: Waiting, key: string, now: number): FailureMessage | null {
  const ride = waiting.get(key);
  if (ride === undefined) return null;
  waiting.set(key, { leavesAt: now + COALESCE_MS, message: null });
  return ride.message;
}

/** Rides that nobody came back for: the platform ended whoever waited for them. */
export function overdueKeys(waiting: Waiting, now: number): readonly string[] {
  return [...waiting]
    .filter(([, ride]) => ride.message !== null && ride.leavesAt + COALESCE_MS <= now)
    .map(([key]) => key);
}

// Versions stay apart, so that a count is never told of the wrong one.
function rideKey(message: FailureMessage): string {
  return `${message.fingerprint} ${message.samples[0].version?.id ?? ""}`;
}

function dropEmptyRides(waiting: Waiting, now: number): void {
  if (waiting.size < COALESCE_KEYS_MAX) return;
  for (const [key, ride] of waiting) {
    if (ride.message === null && ride.leavesAt <= now) waiting.delete(key);
  }
}
