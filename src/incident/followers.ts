// What an owner knows of the incidents that follow it.
import {
  ECHO_COUNT_FACTOR,
  ECHO_COUNT_SLACK,
  FOLLOWER_VERSIONS_MAX,
  FOLLOWERS_MAX,
  IDLE_TICK_MS,
  VERSIONS_MAX,
} from "../limits.ts";
import type { Follower, IncidentState, VersionCount } from "./state.ts";

/** How a follower tells its owner of itself. */
export function followerOf(state: IncidentState, why: Follower["why"]): Follower {
  const { fingerprint, grouping, count, firstAt, lastAt } = state;
  const { producer, route } = grouping;
  const versions = state.versions.slice(-FOLLOWER_VERSIONS_MAX);
  return { fingerprint, producer, route, why, count, firstAt, lastAt, versions };
}

/**
 * The followers with one of them as it is now. A full list takes a new one only in the place of one
 * that has been quiet for a day: else they would push each other out in turns.
 */
export function withFollower(followers: readonly Follower[], told: Follower): readonly Follower[] {
  const isKnown = followers.some(({ fingerprint }) => fingerprint === told.fingerprint);
  const quietest = followers.at(-1);
  const isFull = followers.length >= FOLLOWERS_MAX && quietest !== undefined;
  if (!isKnown && isFull && quietest.lastAt > told.lastAt - IDLE_TICK_MS) return followers;
  return [...followers.filter(({ fingerprint }) => fingerprint !== told.fingerprint), told]
    .toSorted((a, b) => b.lastAt - a.lastAt)
    .slice(0, FOLLOWERS_MAX);
}

/** Failures of the incident and of all that follow it. */
export function totalCount({ count, followers }: IncidentState): number {
  return followers.reduce((sum, follower) => sum + follower.count, count);
}

/** When it or any that follows it failed last, ms since 1970. */
export function lastFailureAt({ lastAt, followers }: IncidentState): number {
  return Math.max(lastAt, ...followers.map((follower) => follower.lastAt));
}

/** The versions that failed here or at a follower, as one list. */
export function allVersions({ versions, followers }: IncidentState): readonly VersionCount[] {
  const joined = new Map<string, VersionCount>();
  for (const entry of [...versions, ...followers.flatMap((follower) => follower.versions)]) {
    const known = joined.get(entry.version.id);
    joined.set(entry.version.id, {
      version: entry.version,
      count: entry.count + (known?.count ?? 0),
      firstAt: Math.min(entry.firstAt, known?.firstAt ?? Infinity),
      lastAt: Math.max(entry.lastAt, known?.lastAt ?? 0),
    });
  }
  return [...joined.values()].toSorted((a, b) => a.firstAt - b.firstAt).slice(-VERSIONS_MAX);
}

/** Whether a follower fails more often than what it is taken for the echo of ever could. */
export function outgrows(follower: Follower, { count }: IncidentState): boolean {
  const most = count * ECHO_COUNT_FACTOR + ECHO_COUNT_SLACK;
  return follower.why === "echo" && follower.count > most;
}
