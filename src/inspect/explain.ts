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

type Line = Explained | Healthy | Unreadable;

/**
 * A line for every candidate of every trace of the input, in its order. At `linesMax` it ends, and the
 * line after says so: a short input may hold very many.
 */
export function explainText(
  text: string,
  options: RefineOptions,
  linesMax = Infinity,
): readonly Line[] {
  const lines: Line[] = [];
  for (const line of explainEach(text, options)) {
    if (lines.length === linesMax) {
      const error = `the answer ends here, after ${linesMax} lines: send the rest by itself`;
      return [...lines, { trace: line.trace, error }];
    }
    lines.push(line);
  }
  return lines;
}

function* explainEach(text: string, options: RefineOptions): Generator<Line> {
  let position = 0;
  for (const value of readValues(text)) {
    const trace = value.ok ? readTrace(value.value) : value;
    if (trace.ok) yield* explainTrace(trace.value, position, options);
    else yield { trace: position, error: trace.problem };
    position += 1;
  }
}
