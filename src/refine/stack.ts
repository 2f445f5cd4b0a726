// A stack trace as V8 writes it and Cloudflare hands it on, read into frames. Cloudflare takes the
// header ("TypeError: message") off, but leaves it where a class sets `this.name` late, and then
// calls the exception only "Error". A message has many lines, written by whoever sent the request,
// and some may look like frames: so what was thrown tells what to skip.

import type { Frame } from "../failure/failure.ts";
import { readFrameLine } from "./frame-line.ts";
import type { FrameLine } from "./frame-line.ts";
import { isOwnCode } from "./own-code.ts";

/** What the runtime says about a thrown value, beside its stack. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
}

/** V8 keeps 10 frames; producers who raise `Error.stackTraceLimit` seldom need more than this. */
const FRAMES_READ_MAX = 50;

/** Enough for a long message that we could not match, and little work when the stack is hostile. */
const LINES_READ_MAX = 200;

/** In UTF-16 units. A deep path below `.pnpm` takes half; longer are data URLs, or hostile. */
const LINE_UNITS_MAX = 512;

/** How often a class name and what is logged before it may hold ": ". */
const HEADER_COLONS_MAX = 4;

/** Where another error's text begins inside a stack: Node's inspect, and loggers. */
const OTHER_ERROR = /^(?:\{ )?(?:\[(?:cause|errors)\]|caused by\b)/i;

/** What may stand in a title: no message, no URL, no sentence. */
const CLASS_NAME = /^[A-Za-z_$][\w$.]{0,63}$/;

/** Reads the frames of what was thrown, first thrown first: at most 50, and none of its causes'. */
export function parseStack(stack: string, thrown: Thrown): Frame[] {
  const frames: Frame[] = [];
  let start = framesStart(stack, thrown.message);
  for (let lines = 0; lines < LINES_READ_MAX && start < stack.length; lines++) {
    const end = lineEnd(stack, start);
    const line = end - start > LINE_UNITS_MAX ? "" : stack.slice(start, end).trim();
    start = end + 1;
    if (line.startsWith("at ")) {
      const frame = readFrameLine(withoutBrace(line.slice("at ".length)));
      if (frame !== null) frames.push(owned(frame));
      if (frames.length === FRAMES_READ_MAX) break;
    } else if (line !== "" && (frames.length > 0 || OTHER_ERROR.test(line))) {
      // Prose behind the frames, too, is another error's, or the logger's.
      break;
    }
  }
  return frames;
}

/**
 * The class of what was thrown, also where the runtime only says "Error" and the stack's header
 * knows better. "Error" where that is no identifier.
 */
export function realType(stack: string | null, thrown: Thrown): string {
  const generic = thrown.name === "" || thrown.name === "Error";
  const name = generic && stack !== null ? headerName(stack, thrown.message) : thrown.name;
  return CLASS_NAME.test(name) ? name : "Error";
}

function owned(frame: FrameLine): Frame {
  return {
    function: frame.function,
    file: frame.file,
    line: frame.line,
    column: frame.column,
    own: isOwnCode(frame.function, frame.file),
  };
}

/** Node's inspect opens the braces of an error's own properties behind its last frame. */
function withoutBrace(text: string): string {
  return text.endsWith(" {") ? text.slice(0, -" {".length) : text;
}

/** Where the line after the message begins; 0 where the stack has no header that we know. */
function framesStart(stack: string, message: string): number {
  const start = messageStart(stack, message);
  return start === -1 ? 0 : lineEnd(stack, start + message.length) + 1;
}

/** Where the message stands in the stack's header, or -1. */
function messageStart(stack: string, message: string): number {
  if (message === "") return -1;
  // An error with an empty name has its message alone for a header. Whole lines of it: a message of
  // four spaces also begins a stack without a header.
  if (stack.startsWith(message) && isLineEnd(stack, message.length)) return 0;
  const line = headerLine(stack);
  let colon = line.indexOf(": ");
  for (let tries = 0; tries < HEADER_COLONS_MAX && colon !== -1; tries++) {
    const start = colon + ": ".length;
    if (stack.startsWith(message, start)) return start;
    colon = line.indexOf(": ", start);
  }
  return -1;
}

/** "ValidationError" of `ValidationError: …`, and of Node's `TypeError [ERR_X]: …`. */
function headerName(stack: string, message: string): string {
  const line = headerLine(stack);
  // V8 leaves the colon out where there is no message. Else the name is only what stands right
  // before the message that we know: other text may be anybody's.
  const end = message === "" ? line.length : messageStart(stack, message) - ": ".length;
  const name = line.slice(0, Math.max(end, 0)).trim();
  const code = name.indexOf(" [");
  return code === -1 ? name : name.slice(0, code);
}

/** The first line where it is no frame, else nothing. */
function headerLine(stack: string): string {
  const line = stack.slice(0, Math.min(lineEnd(stack, 0), LINE_UNITS_MAX));
  return line.trimStart().startsWith("at ") ? "" : line;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline === -1 ? text.length : newline;
}

function isLineEnd(text: string, at: number): boolean {
  return at === text.length || text.startsWith("\n", at);
}
