// Which versions of a producer were live, and when.
import type { SightingMessage } from "../failure/message.ts";
import type { SightedVersion } from "../failure/sighted-version.ts";
import { SIGHTING_ROW_MS, VERSIONS_SIGHTED_MAX } from "../limits.ts";
import type { ProducerState } from "./state.ts";

/** What is read of a sighting here. */
export type Sighting = Pick<SightingMessage, "version" | "at">;

/**
 * The versions with the sightings noted: each from its earliest to its latest one, in whatever order
 * and however often they come. Those sighted last are kept; those sighted first come first.
 */
export function noteSightings(
  known: readonly SightedVersion[],
  sightings: readonly Sighting[],
): readonly SightedVersion[] {
  const byId = new Map(known.map((version) => [version.id, version]));
  for (const { version: id, at } of sightings) {
    const { firstAt, lastAt } = byId.get(id) ?? { firstAt: at, lastAt: at };
    byId.set(id, { id, firstAt: Math.min(firstAt, at), lastAt: Math.max(lastAt, at) });
  }
  return [...byId.values()]
    .toSorted((a, b) => b.lastAt - a.lastAt || byName(a, b))
    .slice(0, VERSIONS_SIGHTED_MAX)
    .toSorted((a, b) => a.firstAt - b.firstAt || byName(a, b));
}

/**
 * The producer with the sightings noted. The same state where they tell nothing that is worth a row:
 * every isolate of a version sends them, and each only moves the version's last time by a little.
 */
export function sight(
  before: ProducerState,
  sightings: readonly Sighting[],
  at: number,
): ProducerState {
  const versions = noteSightings(before.versions, sightings);
  const isNews = versions.some((version) => {
    const known = before.versions.find(({ id }) => id === version.id);
    return (
      known === undefined ||
      version.firstAt < known.firstAt ||
      version.lastAt - known.lastAt >= SIGHTING_ROW_MS
    );
  });
  return isNews ? { ...before, versions, heardAt: at } : before;
}

function byName(a: SightedVersion, b: SightedVersion): number {
  return a.id < b.id ? -1 : 1;
}
