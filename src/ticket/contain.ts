// Text that others wrote may stand in a ticket only where Markdown cannot make anything of it:
// inside a fence longer than any run it contains, or as code on one line.

/** A fenced block that the text cannot leave. */
export function fence(text: string, info = "text"): string {
  const marks = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${marks}${info}\n${text}\n${marks}`;
}

/** Code on one line. Line breaks become spaces, and a table's bars are written so that none ends. */
export function inlineCode(text: string): string {
  const line = text.replace(/[\r\n\u2028\u2029]+/g, " ").replaceAll("|", "¦");
  const marks = "`".repeat(longestRun(line) + 1);
  if (line.trim() === "") return "` `";
  // Beside a backtick of the text's own the fence would grow; a space on both sides keeps them
  // apart and is taken off again by the reader of the Markdown.
  const apart = /^[` ]|[` ]$/.test(line) ? " " : "";
  return `${marks}${apart}${line}${apart}${marks}`;
}

/** The word, if it is made of plain characters only and short; else null. Titles are made of these. */
export function plainWord(text: string, expression: RegExp): string | null {
  return expression.test(text) ? text : null;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
