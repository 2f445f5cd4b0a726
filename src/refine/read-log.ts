// What one console.error call says. Newer runtimes hand over the native error among the arguments;
// for older ones the error is read back from its printed form.
import { LOG_ARGS_MAX } from "../limits.ts";
import type { Candidate } from "./select.ts";
import { isFormat } from "./spoken.ts";
import type { TraceLog } from "./trace.ts";

/** The candidate that a console.error call makes. */
export function readLog(log: TraceLog): Candidate {
  const native = log.errors?.find((error) => error !== null);
  const read = native ?? readPrinted(log.args);
  if (read) {
    return { ...base(log), type: read.name, parts: [read.message], stack: read.stack };
  }
  const args = log.args.slice(0, LOG_ARGS_MAX);
  const [first] = args;
  const hasValues = typeof first === "string" && args.length > 1;
  return { ...base(log), parts: args, template: hasValues && isFormat(first) ? first : null };
}

function base(log: TraceLog): Candidate {
  return {
    reason: "log",
    type: "console.error",
    parts: [],
    template: null,
    stack: null,
    status: null,
    at: log.at,
  };
}

// "TypeError: cannot read", as V8 prints an error. The class name is bounded and has one way to
// match, so the expression is linear.
const HEADER = /^(?:Uncaught )?([A-Za-z_$][\w$.]{0,99}): ?/;
const FRAME_LINE = "\n    at ";

function readPrinted(
  args: readonly unknown[],
): { name: string; message: string; stack: string } | null {
  for (const arg of args.slice(0, LOG_ARGS_MAX)) {
    if (typeof arg !== "string") continue;
    const frames = arg.indexOf(FRAME_LINE);
    const header = HEADER.exec(arg);
    if (frames < 0 || !header || header[0].length > frames) continue;
    return {
      name: header[1] ?? "Error",
      message: arg.slice(header[0].length, frames),
      stack: arg.slice(frames + 1),
    };
  }
  return null;
}
