// Whether a failure after the fix speaks against it. Versions decide where the platform tells them;
// where it does not, time alone does.
import type { FailureMessage } from "../failure/message.ts";
import { FIX_GRACE_MS, STRAGGLER_RECENT_MS } from "../limits.ts";
import type { Regression } from "./effect.ts";
import type { Fix, IncidentState } from "./state.ts";

/** What one failure says of a fix: nothing, that an old version still runs, or that it came back. */
export type Verdict = "before" | "straggler" | Regression;

/** The fix as it stands when its ticket was completed. */
export function beginFix(state: IncidentState, completedAt: number): Fix {
  return {
    completedAt,
    knownBad: state.versions
      .filter((entry) => entry.firstAt <= completedAt)
      .map((entry) => entry.version.id),
    stragglers: { count: 0, lastAt: null },
  };
}

/** What a failure says of the fix. */
export function judgeFailure(fix: Fix, message: FailureMessage): Verdict {
  // The queue may deliver late what failed before.
  if (message.lastAt <= fix.completedAt) return "before";
  const version = message.samples[0].version?.id ?? null;
  if (version === null) {
    return message.lastAt > fix.completedAt + FIX_GRACE_MS ? "timeAlone" : "straggler";
  }
  return fix.knownBad.includes(version) ? "straggler" : "newVersion";
}

/** The fix with one more straggler. */
export function countStraggler(fix: Fix, message: FailureMessage): Fix {
  const { count, lastAt } = fix.stragglers;
  return {
    ...fix,
    stragglers: {
      count: count + message.count,
      lastAt: Math.max(lastAt ?? 0, message.lastAt),
    },
  };
}

/** Whether a known bad version was still failing when the window ended. */
export function stillFails(fix: Fix, endsAt: number): boolean {
  const { lastAt } = fix.stragglers;
  const windowMs = endsAt - fix.completedAt;
  return lastAt !== null && lastAt > endsAt - Math.min(STRAGGLER_RECENT_MS, windowMs / 2);
}

/** A version that failed first after the ticket was completed: the reading came late. */
export function failedSince(state: IncidentState, fix: Fix): boolean {
  return state.versions.some((entry) => entry.firstAt > fix.completedAt);
}
