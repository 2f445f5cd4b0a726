// After a ticket was completed: whether the failure stopped, as production shows it.
import type { FailureMessage } from "../failure/message.ts";
import type { SightedVersion } from "../failure/sighted-version.ts";
import { READ_VERSIONS_AFTER_MS } from "../limits.ts";
import type { Effect, ReopenReason } from "./effect.ts";
import { reopen } from "./reopen.ts";
import { allVersions, lastFailureAt } from "./followers.ts";
import type { Fix, IncidentState, Phase, VerifyingPhase } from "./state.ts";
import type { LivingStep, Policy } from "./step.ts";
import { quietStep } from "./step.ts";
import type { ClosedTicket } from "./ticket.ts";
import { withEntry } from "./timeline.ts";
import {
  beginFix,
  failedSince,
  failsUnreplaced,
  judgeFailure,
  noteFailure,
  stillFails,
} from "./versions.ts";

type FixedPhase = Extract<Phase, { readonly fix: unknown }>;

/** Watches production from now on, for a fix that was completed at `completedAt`. */
export function beginWatch(
  state: IncidentState,
  ticket: ClosedTicket,
  completedAt: number,
  at: number,
  policy: Policy,
): LivingStep {
  const versions = allVersions(state);
  const fix = beginFix(versions, completedAt);
  const back = failedSince(versions, lastFailureAt(state), fix);
  if (back !== null) return reopen(state, ticket, back, at);
  const endsAt = Math.max(completedAt + policy.watchMs, at);
  return {
    state: {
      ...state,
      phase: { name: "verifying", since: at, ticket, fix, endsAt, isEnding: false },
    },
    effects: [{ kind: "readVersions" }, { kind: "updateIndex" }],
  };
}

/** What new failures mean for a fix that is watched, or was found to hold. */
export function watchFix(
  state: IncidentState,
  phase: FixedPhase,
  fresh: readonly FailureMessage[],
  at: number,
): LivingStep {
  let { fix } = phase;
  let back: ReopenReason | null = null;
  // Older ones first, whatever order they came in: they may show a version to be bad of old.
  for (const message of fresh.toSorted((a, b) => a.lastAt - b.lastAt)) {
    const verdict = judgeFailure(fix, message);
    if (verdict === "newVersion" || verdict === "timeAlone") back ??= verdict;
    else fix = noteFailure(fix, message, verdict);
  }
  if (back !== null) {
    return reopen(state, phase.ticket, phase.name === "resolved" ? "afterResolved" : back, at);
  }
  return withFix(state, phase, fix, at);
}

/** What the failures of followers, as they told them, mean for a fix. */
export function judgeFollowers(state: IncidentState, phase: FixedPhase, at: number): LivingStep {
  const { fix } = phase;
  const versions = allVersions(state);
  const back = failedSince(versions, lastFailureAt(state), fix);
  if (back !== null) {
    return reopen(state, phase.ticket, phase.name === "resolved" ? "afterResolved" : back, at);
  }
  const now = beginFix(versions, fix.completedAt);
  const lastAt = Math.max(fix.stragglers.lastAt ?? 0, now.stragglers.lastAt ?? 0);
  const isLater = lastAt > (fix.stragglers.lastAt ?? 0);
  const stragglers = isLater ? { count: fix.stragglers.count + 1, lastAt } : fix.stragglers;
  const knownBad = [...new Set([...fix.knownBad, ...now.knownBad])];
  return withFix(state, phase, { ...fix, knownBad, stragglers }, at);
}

// A straggler asks what is live, but not every one of them.
function withFix(state: IncidentState, phase: FixedPhase, fix: Fix, at: number): LivingStep {
  const isStraggling = fix.stragglers !== phase.fix.stragglers;
  const isStale = fix.sightedAt === null || at - fix.sightedAt >= READ_VERSIONS_AFTER_MS;
  const effects: readonly Effect[] = isStraggling && isStale ? [{ kind: "readVersions" }] : [];
  return { state: { ...state, phase: { ...phase, fix } }, effects };
}

/** Judges stragglers by the versions that are live, and goes on with a window that is over. */
export function readVersions(
  state: IncidentState,
  versions: readonly SightedVersion[],
  at: number,
): LivingStep {
  const { phase } = state;
  if (phase.name !== "verifying" && phase.name !== "resolved") return quietStep(state);
  const fix = { ...phase.fix, sighted: versions, sightedAt: at };
  const next = { ...state, phase: { ...phase, fix } };
  if (failsUnreplaced(allVersions(next), fix)) return reopen(next, phase.ticket, "notLive", at);
  if (phase.name === "resolved" || !phase.isEnding) return quietStep(next);
  // Somebody may have opened the ticket again by hand.
  if (phase.ticket?.status === "made") {
    return { state: next, effects: [{ kind: "readTicket", ticketId: phase.ticket.id }] };
  }
  return endWatch(next, { ...phase, fix }, at);
}

/** The window is over: what is asked first, so that the last word rests on what is so now. */
export function beginEnd(state: IncidentState, phase: VerifyingPhase): LivingStep {
  return {
    state: { ...state, phase: { ...phase, isEnding: true } },
    effects: [{ kind: "readVersions" }],
  };
}

/** The last word on the fix. */
export function endWatch(state: IncidentState, phase: VerifyingPhase, at: number): LivingStep {
  const { ticket, fix, endsAt } = phase;
  if (stillFails(fix, endsAt)) return reopen(state, ticket, "notLive", at);
  const next = { ...state, phase: { name: "resolved", since: at, ticket, fix } as const };
  const { completedAt } = fix;
  return {
    state: withEntry(next, at, "resolved: the failure stopped"),
    effects: [
      ...(ticket?.status === "made"
        ? [{ kind: "tellQuiet", ticketId: ticket.id, completedAt } as const]
        : []),
      { kind: "updateIndex" },
    ],
  };
}
