// `POST /explain` and `npm run explain`: what refine makes of traces that somebody has at hand. It
// stores nothing. The one place outside the tail Worker that imports refine, and it calls the very
// functions of production.
import { readTrace } from "../capture/trace.ts";
import { explainTrace } from "../refine/explain.ts";
import type { Explained, Healthy } from "../refine/explain.ts";
import type { RefineOptions } from "../refine/refine.ts";
import { readValues } from "./read-traces.ts";

/** What stands in the place of a trace where the input has none. */
export interface Unreadable {
  readonly trace: number;
  readonly error: string;
}

/** A line for every candidate of every trace of the input, in its order. */
export function explainText(
  text: string,
  options: RefineOptions,
): readonly (Explained | Healthy | Unreadable)[] {
  return readValues(text).flatMap<Explained | Healthy | Unreadable>((value, position) => {
    const trace = value.ok ? readTrace(value.value) : value;
    return trace.ok
      ? explainTrace(trace.value, position, options)
      : [{ trace: position, error: trace.problem }];
  });
}
