// The ids of messages that were counted. Within them a redelivered message is not counted again.
import { RING_IDS_MAX } from "../limits.ts";
import type { Ring } from "./state.ts";

/** A ring that remembers nothing yet. */
export const EMPTY_RING: Ring = { entries: [], horizonAt: null };

/** Whether the message was counted, as far as is remembered. */
export function wasCounted(ring: Ring, id: string): boolean {
  return ring.entries.some((entry) => entry.id === id);
}

/** Only ids that left the ring can come back unseen, and they are not newer than the newest of them. */
export function isBehind(ring: Ring, at: number): boolean {
  return ring.horizonAt !== null && at <= ring.horizonAt;
}

/** The ring with one more id; beyond its size the oldest leave and move the horizon. */
export function remember(ring: Ring, id: string, at: number): Ring {
  return bounded([...ring.entries, { id, at }], ring.horizonAt);
}

/** What either of the two remembers. */
export function joinRings(one: Ring, other: Ring): Ring {
  const added = other.entries.filter(({ id }) => !wasCounted(one, id));
  const horizonAt = Math.max(one.horizonAt ?? -Infinity, other.horizonAt ?? -Infinity);
  return bounded(
    [...one.entries, ...added].toSorted((a, b) => a.at - b.at),
    horizonAt === -Infinity ? null : horizonAt,
  );
}

function bounded(entries: Ring["entries"], horizonAt: number | null): Ring {
  const gone = entries.slice(0, Math.max(entries.length - RING_IDS_MAX, 0));
  if (gone.length === 0) return { entries, horizonAt };
  return {
    entries: entries.slice(-RING_IDS_MAX),
    horizonAt: Math.max(...gone.map(({ at }) => at), horizonAt ?? -Infinity),
  };
}
