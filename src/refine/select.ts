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
  | "repeated"
  /** More kept candidates than one trace may have; they are told of as shed. */
  | "cut";

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
  const drops = dropsOf(found, dropOfWholeTrace(trace, ownWorkers));
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
  ];
}

function outcomeCandidate(trace: Trace): readonly Candidate[] {
  if (trace.outcome === "ok") return [];
  const text = `invocation ended with ${trace.outcome}`;
  return [{ ...bare(trace), reason: "outcome", type: trace.outcome, parts: [text] }];
}

function statusCandidate(trace: Trace): readonly Candidate[] {
  if (trace.trigger.kind !== "fetch" || trace.trigger.status === null) return [];
  const { status } = trace.trigger;
  if (status < 500) return [];
  const text = "responded with a server error";
  return [{ ...bare(trace), reason: "status", type: "ResponseStatus", parts: [text], status }];
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

// Repeats leave before the cap counts: a loop that logs the same a hundred times must not hide what
// comes after it.
function dropsOf(
  found: readonly Candidate[],
  whole: DropReason | null,
): readonly (DropReason | null)[] {
  const thrown = new Set<string>();
  let hasException = false;
  let hasError = false;
  const words = found.map(said);
  for (const [index, candidate] of found.entries()) {
    const isThrown = candidate.reason === "exception" && !isTruncation(candidate);
    const word = words[index];
    if (isThrown && typeof word === "string") thrown.add(word);
    hasException ||= isThrown;
    hasError ||= isThrown || isLoggedError(candidate);
  }
  const seen = new Set<string>();
  let kept = 0;
  return found.map((candidate, index) => {
    const word = words[index] ?? null;
    const isKnown = { thrown: has(thrown, word), before: has(seen, word) };
    if (word !== null) seen.add(word);
    const drop = whole ?? dropOfCandidate(candidate, isKnown, hasException, hasError);
    if (drop !== null) return drop;
    kept += 1;
    return kept > TRACE_CANDIDATES_MAX ? "cut" : null;
  });
}

function dropOfCandidate(
  candidate: Candidate,
  isKnown: { readonly thrown: boolean; readonly before: boolean },
  hasException: boolean,
  hasError: boolean,
): DropReason | null {
  switch (candidate.reason) {
    case "exception":
      if (isTruncation(candidate)) return "truncation";
      return isKnown.before ? "repeated" : null;
    case "outcome":
      if (QUIET_OUTCOMES.has(candidate.type)) return candidate.type as DropReason;
      return hasException ? "explained" : null;
    case "status":
      return hasError ? "explained" : null;
    case "log":
      if (isKnown.thrown) return "explained";
      return isKnown.before ? "repeated" : null;
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

// Null where objects are among the parts: nothing cheap tells whether two of them say the same.
function said({ type, parts }: Candidate): string | null {
  let words = type;
  for (const part of parts) {
    if (typeof part === "object" && part !== null) return null;
    words += `\0${String(part)}`;
  }
  return words;
}

function has(known: ReadonlySet<string>, word: string | null): boolean {
  return word !== null && known.has(word);
}
