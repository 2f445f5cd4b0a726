// Tells what refine makes of a trace, candidate by candidate, kept or not. It calls the same
// functions as production, so what it prints is what the queue would carry.
import type { Failure, Frame, Grouping } from "../failure/failure.ts";
import { refineCandidate } from "./refine.ts";
import type { Refined, RefineOptions } from "./refine.ts";
import { select } from "./select.ts";
import type { Trace } from "./trace.ts";

/** One candidate, explained; `trace` is the position of its trace in the input, from 0. */
export interface Explained {
  readonly trace: number;
  readonly kept: boolean;
  /** What a kept candidate was read from; why another was dropped. */
  readonly reason: Refined["reason"];
  readonly fingerprint: string;
  readonly family: string;
  readonly grouping: Grouping;
  /** Exactly what would go on the queue. */
  readonly failure: Failure;
  readonly frames: readonly Frame[];
  readonly redactions: Readonly<Record<string, number>>;
}

export interface Healthy {
  readonly trace: number;
  readonly kept: false;
  readonly reason: "healthy";
}

/** Every candidate of the trace, in its order, each when it is asked for; `healthy` where there is none. */
export function* explainTrace(
  trace: Trace,
  position: number,
  options: RefineOptions,
): Generator<Explained | Healthy> {
  const selected = select(trace, options.ownWorkers);
  if (selected.length === 0) yield { trace: position, kept: false, reason: "healthy" };
  for (const one of selected) {
    const { kept, reason, failure } = refineCandidate(trace, one, options);
    yield {
      trace: position,
      kept,
      reason,
      fingerprint: failure.fingerprint,
      family: failure.family,
      grouping: failure.grouping,
      failure,
      frames: failure.frames,
      redactions: failure.redactions,
    };
  }
}
