// Whoever calls a producer may vary a text, and with it the fingerprint. So a producer begins only
// so many incidents within a clock hour; what comes beyond them meets in its overflow incident.
import {
  HOUR_MS,
  NEW_INCIDENTS_AN_HOUR_MAX,
  OVERFLOW_TOLD_MS,
  QUEUE_RETENTION_MS,
} from "../limits.ts";
import type { ProducerState } from "./state.ts";

/** Which of the fingerprints that no incident has may begin one. */
export interface Admission {
  readonly admitted: readonly string[];
  /** When this producer had one refused last; null where it never had. */
  readonly overflowedAt: number | null;
}

/**
 * Asks for new fingerprints, in the order in which they came. One that was admitted in this hour is
 * admitted again and takes no second place: its batch may have failed since. The same state where
 * nothing new was admitted and nothing refused.
 */
export function admit(
  before: ProducerState,
  fingerprints: readonly string[],
  at: number,
): { readonly state: ProducerState; readonly admission: Admission } {
  // A clock that was set back gives no new places.
  const hour = Math.max(Math.floor(at / HOUR_MS) * HOUR_MS, before.admitted.hour);
  const held = before.admitted.hour === hour ? before.admitted.fingerprints : [];
  const places = new Set(held);
  for (const fingerprint of fingerprints) {
    if (places.size < NEW_INCIDENTS_AN_HOUR_MAX) places.add(fingerprint);
  }
  const admitted = fingerprints.filter((fingerprint) => places.has(fingerprint));
  const isRefused = admitted.length < fingerprints.length;
  // A refusal of some minutes ago says the same: in a storm not every batch writes a row.
  const isKnown = before.overflowedAt !== null && at - before.overflowedAt < OVERFLOW_TOLD_MS;
  const overflowedAt = isRefused && !isKnown ? at : before.overflowedAt;
  // The queue delivers nothing again that is older than it keeps.
  const isRecent = overflowedAt !== null && at - overflowedAt < QUEUE_RETENTION_MS;
  const admission = { admitted, overflowedAt: isRecent ? overflowedAt : null };
  if (places.size === held.length && overflowedAt === before.overflowedAt) {
    return { state: before, admission };
  }
  return {
    state: {
      ...before,
      admitted: { hour, fingerprints: [...places] },
      overflowedAt,
      heardAt: at,
    },
    admission,
  };
}
