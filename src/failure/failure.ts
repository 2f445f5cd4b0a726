// The seam between the two Workers: what one failure is. Only these fields leave the tail Worker,
// each of them cleaned and bounded. Plain data, JSON all the way down.

/** Which part of a trace a failure was read from. */
export type FailureReason = "exception" | "outcome" | "status" | "log";

/** One thing that went wrong in one invocation of a producer. */
export interface Failure {
  /** `v1-` and 32 hex digits: the key under which alike failures meet. */
  readonly fingerprint: string;
  /** The wider key, without route and status: the same fault wherever it surfaces. */
  readonly family: string;
  /** Type and message only, without the producer: finds the stackless echo of a throw. */
  readonly echoKey: string;
  readonly grouping: Grouping;
  /** The text of a rule that the keys were made of, in place of the grouping. */
  readonly groupedAs: string | null;
  readonly reason: FailureReason;
  /** What else of the same trace was this fault: it was logged too, or answered with a 500. */
  readonly also: readonly FailureReason[];
  /** True where the platform failed and not the producer: for a person, never for an agent. */
  readonly platform: boolean;
  /** The kind of the trigger: "fetch", "rpc", "scheduled", …. */
  readonly trigger: string;
  readonly outcome: string;
  readonly executionModel: string;
  readonly entrypoint: string | null;
  readonly version: FailureVersion | null;
  /** When it failed, in ms since 1970; null where the trace does not tell. */
  readonly at: number | null;
  /** Cleaned, but not normalised. */
  readonly message: string;
  /** First thrown first. */
  readonly frames: readonly Frame[];
  readonly cpuMs: number;
  readonly wallMs: number;
  /** True where the runtime cut the trace down: something may be missing. */
  readonly truncated: boolean;
  /** How many parts of each kind were redacted, over all fields. */
  readonly redactions: Readonly<Record<string, number>>;
  /** Names of fields that were dropped because cleaning them failed. */
  readonly dropped: readonly string[];
}

/** The six parts of the fingerprint, in their order. */
export interface Grouping {
  readonly producer: string;
  readonly route: string;
  readonly type: string;
  /** Normalised: what varies is a mark such as `<num>`. */
  readonly message: string;
  /** `function@file` of the first frame of the producer's own code, or null. */
  readonly frame: string | null;
  readonly status: number | null;
}

export interface FailureVersion {
  readonly id: string;
  readonly tag: string | null;
}

export interface Frame {
  readonly function: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** True for the producer's own code. */
  readonly own: boolean;
}
