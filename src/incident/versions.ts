// What versions say about a fix. Versions decide where the platform tells them; where it does not,
// time alone does.
import type { FailureMessage } from "../failure/message.ts";
import { FIX_GRACE_MS, STRAGGLER_RECENT_MS, VERSION_LIVE_MS } from "../limits.ts";
import type { ReopenReason } from "./effect.ts";
import type { Fix, VersionCount } from "./state.ts";

/** What one failure says of a fix: nothing, that an old version still runs, or that it came back. */
export type Verdict = "before" | "straggler" | Extract<ReopenReason, "newVersion" | "timeAlone">;

/** The fix as it stands when its ticket was completed. */
export function beginFix(versions: readonly VersionCount[], completedAt: number): Fix {
  const bad = versions.filter((entry) => entry.firstAt <= completedAt);
  // The reading may come late: what failed since is not known one by one, only when it did last.
  const since = bad.filter((entry) => entry.lastAt > completedAt);
  return {
    completedAt,
    knownBad: bad.map((entry) => entry.version.id),
    stragglers: {
      count: since.length,
      lastAt: since.length === 0 ? null : Math.max(...since.map((entry) => entry.lastAt)),
    },
    sighted: [],
    sightedAt: null,
  };
}

/** What speaks against the fix already when its ticket is found completed, a while later. */
export function failedSince(
  versions: readonly VersionCount[],
  lastAt: number,
  fix: Fix,
): ReopenReason | null {
  if (versions.some((entry) => entry.firstAt > fix.completedAt)) return "newVersion";
  const hasNone = versions.length === 0;
  return hasNone && lastAt > fix.completedAt + FIX_GRACE_MS ? "timeAlone" : null;
}

/** What a failure says of the fix. */
export function judgeFailure(fix: Fix, message: FailureMessage): Verdict {
  // The queue may deliver late what failed before.
  if (message.lastAt <= fix.completedAt) return "before";
  const version = versionOf(message);
  if (version === null) {
    return message.lastAt > fix.completedAt + FIX_GRACE_MS ? "timeAlone" : "straggler";
  }
  return fix.knownBad.includes(version) ? "straggler" : "newVersion";
}

/** The fix, after a failure that does not speak against it. */
export function noteFailure(fix: Fix, message: FailureMessage, verdict: Verdict): Fix {
  if (verdict === "before") {
    const version = versionOf(message);
    const isKnown = version === null || fix.knownBad.includes(version);
    return isKnown ? fix : { ...fix, knownBad: [...fix.knownBad, version] };
  }
  const { count, lastAt } = fix.stragglers;
  return {
    ...fix,
    stragglers: {
      count: count + message.count,
      lastAt: Math.max(lastAt ?? -Infinity, message.lastAt),
    },
  };
}

/**
 * Whether a version known bad failed when a fix had had the time to go live, and no newer version
 * was live beside it: then it is no straggler. It is what runs.
 */
export function failsUnreplaced(versions: readonly VersionCount[], fix: Fix): boolean {
  return versions.some(
    (entry) =>
      fix.knownBad.includes(entry.version.id) &&
      entry.lastAt > fix.completedAt + FIX_GRACE_MS &&
      !isReplaced(entry, fix),
  );
}

/** Whether a known bad version was still failing when the window ended. */
export function stillFails({ stragglers, completedAt }: Fix, endsAt: number): boolean {
  const { lastAt } = stragglers;
  const windowMs = endsAt - completedAt;
  return lastAt !== null && lastAt > endsAt - Math.min(STRAGGLER_RECENT_MS, windowMs / 2);
}

function isReplaced({ version, firstAt, lastAt }: VersionCount, { sighted }: Fix): boolean {
  const seenAt = sighted.find(({ id }) => id === version.id)?.firstAt ?? firstAt;
  const sinceAt = Math.min(seenAt, firstAt);
  return sighted.some(
    (other) =>
      other.id !== version.id && other.firstAt > sinceAt && other.lastAt > lastAt - VERSION_LIVE_MS,
  );
}

function versionOf(message: FailureMessage): string | null {
  return message.samples[0].version?.id ?? null;
}
