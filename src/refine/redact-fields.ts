// Named values in running text: assignments, JSON, headers, queries, forms, XML, lists, flags, SQL.
import { createExtents, endOf } from "./redact-extent.ts";
import { redactNamed } from "./redact-named.ts";
import { readName } from "./redact-names.ts";
import type { Naming } from "./redact-names.ts";
import { isWordUnit } from "./redact-random.ts";
import type { Rule } from "./redact-tally.ts";

const NAME_MAX = 64;
/** Blanks, quotes and brackets that may stand between a name and its separator. */
const GAP = " \t\"'`\\]?";
const GAP_MAX = 8;

// What stands between a name and its value. Each begins with a character of its own or looks back a
// bounded way, so that finding them is one walk over the text.
const SEPARATOR = new RegExp(
  [
    "[:=]+>?", // a: x, a=x, a => x, a := x
    "%3D", // an escaped "=", in a query inside a query
    " -(?= [\"'])", // a - 'x'
    "(?<=<([\\w:.-]{1,64}))>(?=(?:<!\\[CDATA\\[)?[^<]+</\\1)", // <a>x</a>; a mark has no end tag
    "(?<=[\"'])\\s{1,4}value=", // <add key="a" value="x">
    "(?<=[\"']),\\s{0,4}[\"']value[\"']\\s?:", // {"name":"a","value":"x"}
    "(?<=[[(]\\s?[\"'][^\"']{1,64}[\"']),(?=\\s?[\"'][^\"']*[\"']\\s?[\\])])", // ["a","x"]
    '(?<=")\\r?\\n\\r?\\n', // name="a", a blank line, x: multipart/form-data
    "(?<!\\S)--?[a-z][\\w-]{0,40}[ \\t]+(?=[^\\s-])", // --a x
    "(?<=password|identified by) (?=')", // SQL: identified by 'x'
  ].join("|"),
  "gi",
);

/** curl's "-u user:password". */
const CURL_USER = /-(?:u|-user|-proxy-user)[ \t]+["']?[^\s"']*:/y;

/** Values whose names tell that they are secret or personal. */
export const FIELDS: Rule = {
  hint: /[:=>,]|%3D|(?<!\S)-|['"]/i,
  cut: (text, tally) => {
    const extentOf = createExtents(text);
    const names = new Map<string, Naming | null>();
    const read = (name: string): Naming | null => {
      const known = names.get(name);
      if (known !== undefined) return known;
      const naming = readName(name, tally.keys);
      names.set(name, naming);
      return naming;
    };
    let done = "";
    let from = 0;
    SEPARATOR.lastIndex = 0;
    for (let found = SEPARATOR.exec(text); found !== null; found = SEPARATOR.exec(text)) {
      const [separator] = found;
      const naming = namingBefore(text, found.index, separator, from, read);
      const extent = naming && extentOf(SEPARATOR.lastIndex, separator, naming);
      if (naming === null || extent === null) continue;
      const value = text.slice(extent.start, extent.end);
      const left = redactNamed(value, naming, extent.bare && separator === ":", tally);
      if (left === value) continue;
      done += text.slice(from, extent.start) + left;
      from = extent.end;
      SEPARATOR.lastIndex = from;
    }
    return from === 0 ? text : done + text.slice(from);
  },
};

/** What the name before a separator says; it is read back no further than `floor`. */
function namingBefore(
  text: string,
  at: number,
  separator: string,
  floor: number,
  read: (name: string) => Naming | null,
): Naming | null {
  if (separator === " ") return { mark: "password", trust: "always" };
  const flag = separator.startsWith("-");
  if (flag && endOf(CURL_USER, text, at) > at) return { mark: "token", trust: "always" };
  const behind = flag ? at + separator.length : at;
  let end = behind;
  while (end > floor && behind - end < GAP_MAX && GAP.includes(text.charAt(end - 1))) end--;
  const start = nameStart(text, end, floor);
  // "API key: x", "Access Key = x": the word before tells what kind of key.
  const kind = /^keys?$/i.test(text.slice(start, end)) && text.charAt(start - 1) === " ";
  return read(text.slice(kind ? nameStart(text, start - 1, floor) : start, end));
}

function nameStart(text: string, end: number, floor: number): number {
  let start = end;
  while (start > floor && end - start < NAME_MAX) {
    const unit = text.charCodeAt(start - 1);
    // "." and "$", and the letters of other scripts.
    if (!isWordUnit(unit) && unit !== 46 && unit !== 36 && unit < 128) break;
    start--;
  }
  return start;
}
