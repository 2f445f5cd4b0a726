// How far the value behind a separator goes.
import { MARK } from "./mark.ts";
import { SCHEME } from "./redact-named.ts";
import type { Naming } from "./redact-names.ts";

export interface Extent {
  readonly start: number;
  readonly end: number;
  /** Neither in quotes nor in an element: prose may look so. */
  readonly bare: boolean;
}

const OPENING = /[ \t]{0,16}(\\{0,3}["'`])?/y;
// A quote inside is escaped, or doubled as SQL and CSV do.
const QUOTED: Readonly<Record<string, RegExp>> = {
  '"': /[^"\\\n]*(?:(?:\\.|"")[^"\\\n]*)*/y,
  "'": /[^'\\\n]*(?:(?:\\.|'')[^'\\\n]*)*/y,
  "`": /[^`\\\n]*(?:\\.[^`\\\n]*)*/y,
};
/** By the backslashes before the opening quote: a quote with more of them stands inside the value. */
const QUOTED_IN_QUOTES = [1, 2, 3].map(
  (depth) =>
    new RegExp(`[^\\\\\\n]*(?:(?:\\\\+(?!["'\`\\\\])|\\\\{${depth + 1},}["'\`])[^\\\\\\n]*)*`, "y"),
);
const CDATA = /<!\[CDATA\[/y;
const ELEMENT = /[^<\]]*(?:\](?!\]>)[^<\]]*)*/y;
const BARE = /[^\s"'`,;&<>|]*/y;
const LINE = /[^\n"'`]*/y;
const WHOLE_LINE = /[^\n]*/y;
/** A person's: one word, and those after it that begin with a capital and name no further field. */
const NAME = /[^\s"'`,;&<>|]*(?: [A-Z\u00c0-\uffff][\w.'\u00c0-\uffff-]{0,40}(?![\w:=]))*/y;
/** An object or a list of JSON. */
const NESTED = /\{\s?["']|\[\s?["'{\d]/y;

const MARK_HERE = new RegExp(MARK.source, "y");
const COOKIE = /[^\s=;"'`]{1,256}=/y;
const NEXT_FIELD = /[\w.-]{1,64}=(?!=|$)/y;
/** Schemes that have their secret among several fields. */
const SCHEME_OF_FIELDS = /^(?:digest|hawk|hmac|oauth|aws4)/i;
const SCHEME_MAX = 40;
/** What belongs to the sentence around a bare value. */
const CLOSERS = /[)\]}.,:!?\\]+$/;
const CLOSERS_MAX = 8;

/** Finds the extents of values in one text, from left to right; null where there is no value. */
export function createExtents(
  text: string,
): (at: number, separator: string, naming: Naming) => Extent | null {
  const bareEnd = remembered(BARE, text);
  const lineEnd = remembered(LINE, text);

  return (at, separator, { mark, trust }) => {
    if (separator === ">") {
      const inside = endOf(CDATA, text, at);
      return { start: inside, end: endOf(ELEMENT, text, inside), bare: false };
    }
    const start = endOf(OPENING, text, at);
    const quote = /\\*["'`]$/.exec(text.slice(Math.max(at, start - 4), start))?.[0];
    if (quote !== undefined) {
      const end = endOf(QUOTED[quote] ?? QUOTED_IN_QUOTES[quote.length - 2] ?? BARE, text, start);
      // An apostrophe opens nothing; a double quote that never closes was cut off with its line.
      const closed = text.startsWith(quote, end) || quote.endsWith('"');
      return { start, end: closed ? end : bareEnd(start), bare: false };
    }
    // "https://…" is no value, and of a mark nothing is left to take.
    if (text.startsWith("//", start) || endOf(MARK_HERE, text, start) > start) return null;
    const bracket = text.charAt(start);
    if (/[{[(]/.test(bracket)) {
      // An object has names of its own, unless all of it is secret; a list has none.
      const whole = trust === "always" || (trust === "named" && bracket === "[");
      if (!whole || endOf(NESTED, text, start) === start) return null;
      return { start, end: nestedEnd(text, start), bare: false };
    }
    if (separator.endsWith("\n") || (mark === "cookie" && endOf(COOKIE, text, start) > start)) {
      return { start, end: lineEnd(start), bare: false };
    }
    // "password= user=bob": an empty value, and the next field.
    if (separator === "=" && start > at && endOf(NEXT_FIELD, text, start) > start) return null;
    const scheme = SCHEME.exec(text.slice(start, start + SCHEME_MAX))?.[0] ?? "";
    const from = start + scheme.length;
    if (SCHEME_OF_FIELDS.test(scheme)) {
      return { start, end: endOf(WHOLE_LINE, text, from), bare: true };
    }
    const end = mark === "name" ? endOf(NAME, text, from) : bareEnd(from);
    const tail = text.slice(Math.max(from + 1, end - CLOSERS_MAX), end);
    const closers = CLOSERS.exec(tail)?.[0] ?? "";
    return end > from ? { start, end: end - closers.length, bare: true } : null;
  };
}

/** Where what `pattern` matches at `at` ends; `at` itself where it does not match. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The same for a run that many names may share: its end is looked for once. */
function remembered(run: RegExp, text: string): (at: number) => number {
  let start = 0;
  let end = 0;
  return (at) => {
    if (at < start || at >= end) {
      start = at;
      end = endOf(run, text, at);
    }
    return end;
  };
}

/** Behind the bracket that closes the one at `start`, or at the end of a text that was cut off. */
function nestedEnd(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const unit = text.charAt(i);
    if (unit === '"') i = endOf(QUOTED['"'] ?? BARE, text, i + 1);
    else if (unit === "{" || unit === "[") depth++;
    else if ((unit === "}" || unit === "]") && --depth === 0) return i + 1;
  }
  return text.length;
}
