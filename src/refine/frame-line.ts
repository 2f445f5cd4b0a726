// One line of a V8 stack trace (https://v8.dev/docs/stack-trace-api), read by hand from the right:
// the place is at the end, and all before it is the function's name, of whatever characters. A line
// is read once, without a pattern that could backtrack.

/** What one line says. A place that V8 does not know is null. */
export interface FrameLine {
  readonly function: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

type Place = Omit<FrameLine, "function">;

const NOWHERE: Place = { file: null, line: null, column: null };

/** Ten digits hold every line and column; more are no number that V8 wrote. */
const DIGITS_MAX = 10;

/** How many brackets of a path we look past for the one that ends it. */
const PATH_BRACKETS_MAX = 4;

const CLOSE = ")".charCodeAt(0);
const OPEN = "(".charCodeAt(0);
const SPACE = " ".charCodeAt(0);
const COLON = ":".charCodeAt(0);
const ZERO = "0".charCodeAt(0);
const NINE = "9".charCodeAt(0);

/** Reads what follows "at " on a line, or returns null where that is prose and no frame. */
export function readFrameLine(text: string): FrameLine | null {
  const call = text.startsWith("async ") ? text.slice("async ".length) : text;
  const open = call.charCodeAt(call.length - 1) === CLOSE ? placeOpening(call) : -1;
  if (open === -1) {
    const place = readPlace(call);
    // V8 gives a frame without a name its full place, and prose seldom ends in two numbers.
    if (place === null || place.column === null) return null;
    return { function: null, file: place.file, line: place.line, column: place.column };
  }
  const place = readPlace(call.slice(open + 1, -1));
  if (place === null) return null;
  const name = call.slice(0, open).trimEnd();
  return {
    function: isUnnamed(name) ? null : name,
    file: place.file,
    line: place.line,
    column: place.column,
  };
}

/**
 * Index of the bracket that opens the place. Names and paths may hold brackets too
 * (`GET /x (beta) (/a (copy)/b.js:1:2)`): V8 puts a space before the one we look for, and those
 * inside a path come in pairs.
 */
function placeOpening(call: string): number {
  const first = call.indexOf(" (");
  // Without a space the line is not V8's own, but Edge and bundlers' overlays write it so.
  if (first === -1) return call.indexOf("(");
  if (first === call.lastIndexOf(" (")) return first + 1;
  let unpaired = 0;
  for (let at = call.length - 1; at > first; at--) {
    const code = call.charCodeAt(at);
    if (code === CLOSE) unpaired++;
    else if (code === OPEN && --unpaired <= 0 && call.charCodeAt(at - 1) === SPACE) return at;
  }
  return first + 1;
}

function readPlace(text: string): Place | null {
  if (text.startsWith("eval at ")) return readEvalOrigin(text);
  // The "file" is the program itself: too long to show, and no place that anybody could open.
  if (text.startsWith("data:")) {
    return { file: `<${text.slice(0, text.search(/[;,]|$/))}>`, line: null, column: null };
  }
  const last = numberStart(text, text.length);
  if (last === -1) return readNumberless(text);
  const first = numberStart(text, last - 1);
  const lineStart = first === -1 ? last : first;
  const file = text.slice(0, lineStart - 1);
  return {
    file: file === "<anonymous>" ? null : spaced(file),
    line: Number(text.slice(lineStart, first === -1 ? text.length : last - 1)),
    column: first === -1 ? null : Number(text.slice(last)),
  };
}

/** V8 names modules by URL; the space is the one common character of paths that a URL encodes. */
function spaced(file: string): string {
  return file.includes("%") ? file.replace(/%20/g, " ") : file;
}

/** Start of the digits that end at `end` and follow a colon, or -1. */
function numberStart(text: string, end: number): number {
  let at = end;
  while (at > 0) {
    const code = text.charCodeAt(at - 1);
    if (code < ZERO || code > NINE) break;
    at--;
  }
  const fits = at < end && end - at <= DIGITS_MAX;
  return fits && at > 1 && text.charCodeAt(at - 1) === COLON ? at : -1;
}

function readNumberless(text: string): Place | null {
  const wasm = text.indexOf(":wasm-function[");
  if (wasm > 0) {
    // https://webassembly.github.io/spec/web-api/#conventions: the byte offset stands for a column.
    const offset = Number(text.slice(text.lastIndexOf(":") + 1));
    return {
      file: text.slice(0, wasm),
      line: null,
      column: Number.isInteger(offset) ? offset : null,
    };
  }
  return isPlaceless(text) ? NOWHERE : null;
}

/** What V8 writes for builtins, and "index 2" for the place of a promise in Promise.all. */
function isPlaceless(text: string): boolean {
  return text === "<anonymous>" || text === "native" || /^index \d+$/.test(text);
}

function isUnnamed(name: string): boolean {
  return name === "" || name === "<anonymous>" || name === "?";
}

/** Code made by `eval` is nowhere; the innermost origin is where the producer asked for it. */
function readEvalOrigin(text: string): Place {
  const open = text.indexOf(" (", text.lastIndexOf("eval at "));
  if (open === -1) return NOWHERE;
  let close = text.indexOf(")", open);
  // A bracket that no number precedes belongs to the path.
  for (let tries = 0; tries < PATH_BRACKETS_MAX && close !== -1; tries++) {
    if (numberStart(text, close) !== -1) break;
    close = text.indexOf(")", close + 1);
  }
  return close === -1 ? NOWHERE : (readPlace(text.slice(open + 2, close)) ?? NOWHERE);
}
