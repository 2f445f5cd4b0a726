// Text that others wrote may stand in a ticket only where Markdown cannot make anything of it:
// inside a fence longer than any run it contains, or as code on one line. What cannot be seen is taken
// out here once more, whatever was done to it before.
import { bound, sanitize } from "../failure/sanitize.ts";
import { RUN_UNITS_MAX } from "../limits.ts";

// Readers of Markdown give up on long runs: cmark-gfm, GitHub's own, takes no run of 80 or more for
// code on a line, and no more than 255 for a fence (0.29, tried in November 2026).
const LONG_RUN = new RegExp(`\`{${RUN_UNITS_MAX},}`, "g");

/** A fenced block that the text cannot leave, of at most `unitsMax` UTF-16 units of it. */
export function fence(text: string, unitsMax: number): string {
  const shown = bound(withoutLongRuns(sanitize(text)), unitsMax);
  const marks = "`".repeat(Math.max(3, longestRun(shown) + 1));
  return `${marks}text\n${shown}\n${marks}`;
}

/** Code on one line, of at most `unitsMax` units. A table's bars are written so that none ends. */
export function inlineCode(text: string, unitsMax = INLINE_UNITS_MAX): string {
  const line = bound(withoutLongRuns(oneLine(text)), unitsMax).replaceAll("|", "¦");
  const marks = "`".repeat(longestRun(line) + 1);
  if (line.trim() === "") return "` `";
  // Beside a backtick of the text's own the fence would grow; a space on both sides keeps them
  // apart and is taken off again by the reader of the Markdown.
  const apart = /^[` ]|[` ]$/.test(line) ? " " : "";
  return `${marks}${apart}${line}${apart}${marks}`;
}

/** The text on one line, for a line of a fence. */
export function oneLine(text: string): string {
  return sanitize(text).replace(/\s+/g, " ");
}

/** The word, if it is made of plain characters only and short; else null. Titles are made of these. */
export function plainWord(text: string, expression: RegExp): string | null {
  return expression.test(text) ? text : null;
}

/** Longer than any route or address of ours; what is cut of others' is in the incident. */
const INLINE_UNITS_MAX = 300;

function withoutLongRuns(text: string): string {
  return text.replace(LONG_RUN, `${"`".repeat(RUN_UNITS_MAX - 1)}…`);
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
