// Whether it is still happening: when it failed last, how often within each hour, which versions fail
// and which are live and do not.
import type { SightedVersion } from "../../failure/sighted-version.ts";
import { allVersions, lastFailureAt, totalCount } from "../../incident/followers.ts";
import type { IncidentState } from "../../incident/state.ts";
import { HOUR_MS } from "../../limits.ts";
import { iso } from "../../iso.ts";
import { listed, name, nameOrNull, spanText } from "./text.ts";

export interface Recency {
  readonly says: string;
  readonly count: number;
  /** True where some of them may have been counted twice. */
  readonly approximate: boolean;
  /** With those of all that follow it. */
  readonly countWithFollowers: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly lastAtWithFollowers: string;
  /** Clock hours that have failures, oldest first; within three days. */
  readonly hours: readonly { readonly hour: string; readonly count: number }[];
  /** The latest first. */
  readonly failingVersions: readonly FailingVersion[];
  /** Versions that were live and did not fail, the latest first; null where nobody could say. */
  readonly soundVersions: readonly SoundVersion[] | null;
  readonly routes: readonly {
    readonly count: number;
    readonly untrusted: { readonly route: string };
  }[];
}

interface FailingVersion {
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly untrusted: { readonly id: string; readonly tag: string | null };
}

interface SoundVersion {
  readonly firstAt: string;
  readonly lastAt: string;
  readonly untrusted: { readonly id: string };
}

/** How it stands at `at`, ms since 1970. `sighted`: the producer's versions; null: not known. */
export function recencyOf(
  state: IncidentState,
  sighted: readonly SightedVersion[] | null,
  at: number,
): Recency {
  const { count, approximate, firstAt, lastAt, hours, versions, routes } = state;
  const failing = new Set(allVersions(state).map(({ version }) => version.id));
  const sound = sighted?.filter(({ id }) => !failing.has(id)) ?? null;
  return {
    says: saysOf(state, at),
    count,
    approximate,
    countWithFollowers: totalCount(state),
    firstAt: iso(firstAt),
    lastAt: iso(lastAt),
    lastAtWithFollowers: iso(lastFailureAt(state)),
    hours: hours.map((entry) => ({ hour: iso(entry.hour), count: entry.count })),
    failingVersions: listed(versions.toReversed()).map((entry) => ({
      count: entry.count,
      firstAt: iso(entry.firstAt),
      lastAt: iso(entry.lastAt),
      untrusted: { id: name(entry.version.id), tag: nameOrNull(entry.version.tag) },
    })),
    soundVersions:
      sound &&
      listed(sound.toReversed()).map((version) => ({
        firstAt: iso(version.firstAt),
        lastAt: iso(version.lastAt),
        untrusted: { id: name(version.id) },
      })),
    routes: listed(routes).map((entry) => ({
      count: entry.count,
      untrusted: { route: name(entry.route) },
    })),
  };
}

function saysOf(state: IncidentState, at: number): string {
  const ago = spanText(Math.max(0, at - lastFailureAt(state)));
  const since = (hours: number): number => {
    const from = Math.floor(at / HOUR_MS) * HOUR_MS - hours * HOUR_MS;
    return state.hours
      .filter(({ hour }) => hour >= from)
      .reduce((sum, { count }) => sum + count, 0);
  };
  const whose = state.followers.length === 0 ? "" : ", those that follow it included";
  return `It failed last ${ago} ago${whose}. By itself it failed ${timesText(since(0))} in this clock hour, and ${timesText(since(24))} in this one and the 24 before.`;
}

function timesText(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
