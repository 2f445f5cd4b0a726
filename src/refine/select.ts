// Which parts of a trace went wrong. Never by `outcome` alone: a rejected `waitUntil` and a returned
// 503 both arrive as "ok", and an uncaught throw in `fetch` has no response status.
import type { FailureReason } from "../failure/failure.ts";
import { TRACE_CANDIDATES_MAX } from "../limits.ts";
import { readLog } from "./read-log.ts";
import type { Trace } from "./trace.ts";

/** A part of a trace that may become a failure. Nothing in it is cleaned yet. */
export interface Candidate {
  readonly reason: FailureReason;
  readonly type: string;
  /** What was said: texts, or the arguments of a console call. */
  readonly parts: readonly unknown[];
  /** A format string, where one was logged: it groups better than what was filled into it. */
  readonly template: string | null;
  readonly stack: string | null;
  readonly status: number | null;
  readonly at: number | null;
}

/** Why a candidate is dropped. */
export type DropReason =
  | "canceled"
  | "responseStreamDisconnected"
  | "tail"
  | "preview"
  | "own-worker"
  | "truncation"
  | "explained"
  | "repeated";

/** Drops that a rule may overrule. The others keep us from watching ourselves or counting twice. */
export const OVERRULED: ReadonlySet<DropReason> = new Set([
  "canceled",
  "responseStreamDisconnected",
  "preview",
]);

export interface Selected {
  readonly candidate: Candidate;
  /** Null where the candidate is kept. */
  readonly dropped: DropReason | null;
  /** What was dropped because this candidate explains it. */
  readonly also: readonly FailureReason[];
}

/** The platform's failures: nothing that a change of the producer's code would mend. */
export const PLATFORM_OUTCOMES: ReadonlySet<string> = new Set([
  "internalError",
  "daemonDown",
  "loadShed",
  "killSwitch",
  "scriptNotFound",
]);

// The client went away. That is no failure of the producer, and no rarity either.
const QUIET_OUTCOMES: ReadonlySet<string> = new Set(["canceled", "responseStreamDisconnected"]);

// What the runtime writes into a trace that outgrew its 256 KB (workerd, tracer.c++).
const TRUNCATION = "Trace resource limit exceeded";

/** All candidates of a trace, each kept or dropped with its reason. None: the trace is healthy. */
export function select(trace: Trace, ownWorkers: ReadonlySet<string>): readonly Selected[] {
  const found = candidates(trace);
  const whole = dropOfWholeTrace(trace, ownWorkers);
  const drops = found.map(
    (candidate, index) => whole ?? dropOfCandidate(candidate, found.slice(0, index), found),
  );
  const also = found.filter((_, index) => drops[index] === "explained").map(({ reason }) => reason);
  // What explains the others comes first: exceptions stand before outcome, status and logs, and only
  // a logged error explains a status without one.
  const explains = found.findIndex(
    (candidate, index) => drops[index] === null && isErrorOf(candidate),
  );
  return found.map((candidate, index) => ({
    candidate,
    dropped: drops[index] ?? null,
    also: index === explains ? also : [],
  }));
}

function isErrorOf(candidate: Candidate): boolean {
  return candidate.reason === "exception" || isLoggedError(candidate);
}

function candidates(trace: Trace): readonly Candidate[] {
  return [
    ...trace.exceptions.map((thrown): Candidate => ({
      reason: "exception",
      type: thrown.name,
      parts: [thrown.message],
      template: null,
      stack: thrown.stack,
      status: null,
      at: thrown.at,
    })),
    ...outcomeCandidate(trace),
    ...statusCandidate(trace),
    ...trace.logs.filter((log) => log.level === "error").map(readLog),
  ].slice(0, TRACE_CANDIDATES_MAX);
}

function outcomeCandidate(trace: Trace): readonly Candidate[] {
  if (trace.outcome === "ok") return [];
  const said = `invocation ended with ${trace.outcome}`;
  return [{ ...bare(trace), reason: "outcome", type: trace.outcome, parts: [said] }];
}

function statusCandidate(trace: Trace): readonly Candidate[] {
  if (trace.trigger.kind !== "fetch" || trace.trigger.status === null) return [];
  const { status } = trace.trigger;
  if (status < 500) return [];
  const said = "responded with a server error";
  return [{ ...bare(trace), reason: "status", type: "ResponseStatus", parts: [said], status }];
}

function bare(trace: Trace): Omit<Candidate, "reason" | "type" | "parts"> {
  return { template: null, stack: null, status: null, at: trace.at };
}

function dropOfWholeTrace(trace: Trace, ownWorkers: ReadonlySet<string>): DropReason | null {
  // A tail Worker that watches its own failures would feed itself.
  if (trace.trigger.kind === "tail") return "tail";
  if (trace.scriptName !== null && ownWorkers.has(trace.scriptName)) return "own-worker";
  return trace.preview ? "preview" : null;
}

function dropOfCandidate(
  candidate: Candidate,
  before: readonly Candidate[],
  all: readonly Candidate[],
): DropReason | null {
  const exceptions = all.filter((other) => other.reason === "exception" && !isTruncation(other));
  switch (candidate.reason) {
    case "exception":
      if (isTruncation(candidate)) return "truncation";
      return before.some((other) => saysTheSame(other, candidate)) ? "repeated" : null;
    case "outcome":
      if (QUIET_OUTCOMES.has(candidate.type)) return candidate.type as DropReason;
      return exceptions.length > 0 ? "explained" : null;
    case "status":
      return exceptions.length > 0 || all.some(isLoggedError) ? "explained" : null;
    case "log":
      if (exceptions.some((other) => saysTheSame(other, candidate))) return "explained";
      return before.some((other) => saysTheSame(other, candidate)) ? "repeated" : null;
  }
}

// An error that was logged and answered with a 5xx is one fault; a logged sentence beside a 5xx
// may have nothing to do with it.
function isLoggedError(candidate: Candidate): boolean {
  return candidate.reason === "log" && candidate.stack !== null;
}

function isTruncation(candidate: Candidate): boolean {
  return String(candidate.parts[0]).startsWith(TRUNCATION);
}

function saysTheSame(one: Candidate, other: Candidate): boolean {
  return (
    one.type === other.type &&
    one.parts.length === other.parts.length &&
    one.parts.every((part, index) => typeof part === "string" && part === other.parts[index])
  );
}
