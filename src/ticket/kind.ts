// What a ticket is about: each kind has words of its own.
import type { Failure } from "../failure/failure.ts";
import { isOverflow } from "../failure/overflow.ts";
import { samplesOf } from "../incident/state.ts";
import type { IncidentState } from "../incident/state.ts";

export type TicketKind =
  | "exception"
  /** Something was logged as an error. */
  | "log"
  /** A response of 500 or more that no exception explains. */
  | "status"
  /** The platform ended it for what it used. */
  | "cpu"
  | "memory"
  | "wallTime"
  /** It ended otherwise, in a way that the runtime has a word for. */
  | "outcome"
  /** The platform failed, and not the producer. */
  | "platform"
  /** New kinds of failure beyond those that begin incidents of their own. */
  | "overflow";

// A Map: an outcome came from outside, and an object knows names of its own.
const LIMITS: ReadonlyMap<string, TicketKind> = new Map([
  ["exceededCpu", "cpu"],
  ["exceededMemory", "memory"],
  ["exceededWallTime", "wallTime"],
]);

/** The kind of an incident, by its first sample. */
export function kindOf(state: IncidentState): TicketKind {
  if (isOverflow(state.grouping)) return "overflow";
  const samples = samplesOf(state);
  if (samples.some((sample) => sample.platform)) return "platform";
  const [sample] = samples;
  if (sample === undefined) return "exception";
  return isOfTheEnd(sample) ? (LIMITS.get(sample.outcome) ?? sample.reason) : sample.reason;
}

// What was thrown or logged before an invocation was ended is a fault of its own, unless it says that
// it was ended.
function isOfTheEnd({ reason, message }: Failure): boolean {
  return reason === "outcome" || (reason === "exception" && LIMIT_WORDS.test(message));
}

/** "Worker exceeded CPU time limit.", "Worker exceeded memory limit." and what is like them. */
const LIMIT_WORDS = /\bexceeded\b[^\n]{0,40}\b(?:limit|cpu|memory|time)\b/i;
