// One message becomes the text that its likes share: what varies becomes a mark, constant words
// stay. normalize-scan.ts cuts the text into words, normalize-table.ts says what varies, and
// normalize-names.ts what holds a digit and does not; whatever else holds a digit is a number.
//
// Normalising twice is normalising once. Marks that are there already stay as they are. The result
// is at most five times as long as the text. Time is linear in the text.

import { mark } from "./mark.ts";
import { Scan } from "./normalize-scan.ts";

const EXCERPT_START = "Unexpected token '";
const EXCERPT_MARKED = `Unexpected token ${mark("json")}`;
const EXCERPT_END = " is not valid JSON";

/** The text that alike failures share. The head of this file says what is promised. */
export function normalizeMessage(text: string): string {
  const tidied = markExcerpts(tidy(text));
  const scan = new Scan(tidied);
  let at = 0;
  while (at < tidied.length) at = scan.step(at);
  return scan.end();
}

/** Without colours and layout, so that the scan sees the text as it will see it the second time. */
function tidy(text: string): string {
  let tidied = text;
  if (tidied.includes("\u001b")) {
    // oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
    tidied = tidied.replace(/\u001b(?:\[[\d;?]*[A-Za-z])?/g, "");
  }
  if (/\s\s|[^\S ]/.test(tidied)) tidied = tidied.replace(/\s+/g, " ");
  return tidied.trim();
}

/**
 * V8 quotes from the text that is not JSON. That is data; the words around it are the fault. Not so
 * in `"undefined" is not valid JSON`: there the quoted text is the mistake itself.
 */
function markExcerpts(text: string): string {
  let marked = "";
  let copied = 0;
  let start = text.indexOf(EXCERPT_START);
  while (start >= 0) {
    const end = text.indexOf(EXCERPT_END, start);
    if (end < 0) break;
    marked += text.slice(copied, start) + EXCERPT_MARKED;
    copied = end;
    start = text.indexOf(EXCERPT_START, end);
  }
  return marked + text.slice(copied);
}
