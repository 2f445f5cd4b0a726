// A rejection that nobody handles is hidden from tail Workers: no exception, no outcome, no log
// (https://github.com/cloudflare/workerd/issues/412). A producer has to tell it itself.
import type { Failure } from "./failure.ts";

/**
 * What a producer adds, at the top level of its entry. An error of its own with the stack of the
 * other: a label beside the error is lost, since of a console call with a native error that error is
 * all that is read; and a stack that is logged as text never meets its source map. The header of the
 * stack is the message, so that no line of a message is taken for a frame.
 */
export const REJECTION_LINE =
  'addEventListener("unhandledrejection", ({ reason }) => console.error(Object.assign(new Error(String(reason)), { name: "UnhandledRejection", stack: reason?.stack })));';

const TOLD = /^unhandled[ _-]?(?:promise[ _-]?)?rejection/i;

/**
 * Whether a failure is such a rejection, told by a listener of the producer: by that line, or by
 * another that logs a label of this kind first and a value that is no error.
 */
export function isUnhandledRejection({
  reason,
  grouping,
  message,
}: Pick<Failure, "reason" | "grouping" | "message">): boolean {
  return reason === "log" && (TOLD.test(grouping.type) || TOLD.test(message));
}
