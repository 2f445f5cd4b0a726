// What varies in a message. Order is the algorithm: the first row that fits a place takes it.
//
// A pattern is sticky and is tried only where a word starts, and only where one look at that word
// found all of the row's `when`. A run in a pattern is bounded, or is taken for good when it
// matched, so the whole is linear in the text.

import { mark } from "./mark.ts";
import { Found } from "./normalize-words.ts";

/** One kind of variable part, and the mark that takes its place. */
export interface Kind {
  readonly mark: string;
  readonly when: number;
  readonly pattern: RegExp;
}

/**
 * What holds a digit and is of no kind below: a number, as an order number is one. Decimal,
 * hexadecimal and mixed ones share the mark, since their looks depend on chance: of random ids with
 * eight hexadecimal digits, one in forty has no letter, and would not meet its likes.
 */
export const NUMBER = mark("num");
export const PATH = mark("path");

/** "<" too, since more of the word may stand behind it as a mark. */
const WORD_ENDS = String.raw`(?![A-Za-z0-9_]|[-.][A-Za-z0-9<])`;
const URL_REST = String.raw`[^\s"'<>()[\]{}|${"`"}]*(?<![.,;:!?])`;
/** V8 quotes code: `api.net is not a function`. */
const NOT_CODE = "(?! is not (?:a function|a constructor|iterable))";
const PORT_AND_PATH = String.raw`(?::\d{1,5}(?!\w))?(?:\/${URL_REST})?`;
const LABELS = String.raw`(?:[a-z0-9_][a-z0-9_-]*\.)+`;
const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const AMOUNT = String.raw`(?:\d{1,3}(?:,\d{3}){1,6}|\d+)(?:\.\d+)?`;
const DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}";
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}";
const CLOCK = String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?`;
const ZONE = String.raw`(?: ?(?:Z|GMT|UTC|[ECMP][SD]T|CES?T|BST|IST|JST))?(?: ?[+-]\d\d:?\d\d)?`;

/** The parts of a message that vary from one failure to its like. */
export const KINDS: readonly Kind[] = [
  // Any scheme with an authority. First of all, since a URL holds hosts, paths, ids and dates. All
  // of it goes: the frame tells which call it was, and the words of a URL are often a customer's.
  {
    mark: mark("url"),
    when: Found.schemeNext,
    pattern: caseless(String.raw`[a-z][a-z0-9+.-]*:\/\/(?:\[[0-9a-f:.]{2,45}\])?${URL_REST}`),
  },
  // data: carries its content. Not `data: 5`, which is a word and its value.
  {
    mark: mark("url"),
    when: Found.colonNext | Found.letter,
    pattern: caseless(String.raw`data:[a-z]+\/[a-z0-9.+-]+[;,]${URL_REST}`),
  },
  // Neither an object and its address (`Socket@3fa2`) nor a package and its version (`zod@4.6.7`).
  {
    mark: mark("email"),
    when: Found.atNext,
    pattern: caseless(String.raw`[\w.+~-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?!\w)`),
  },
  // `user=alice`: who it happened to is never what happened. Only a key that names a person or an
  // account; `reason=timeout` is the fault itself. Not `user=null` either.
  {
    mark: mark("name"),
    when: Found.equalsBefore,
    pattern: caseless(
      String.raw`(?<=\b(?:user|username|login|account|tenant|customer)=)` +
        String.raw`(?!(?:null|undefined|none|true|false)\b)[\w.+~-]+`,
    ),
  },
  // Addresses and names are one kind, with or without port: a resolver may know the name or not.
  // A version of four parts is taken for an address, which groups as well.
  {
    mark: mark("host"),
    when: Found.digitFirst | Found.dot,
    pattern: caseless(String.raw`(?:${OCTET}\.){3}${OCTET}${WORD_ENDS}${PORT_AND_PATH}`),
  },
  // A host by its ending. `local` is Hyperdrive's: one host for each connection. Missed on purpose:
  // endings that are also properties or file types (`user.name`, `page.info`, `main.rs`).
  {
    mark: mark("host"),
    when: Found.dot,
    pattern: caseless(
      `${LABELS}(?:com|net|org|edu|gov|local|internal|de|uk|fr|nl|eu|ru|jp|cn|br|au)` +
        `${WORD_ENDS}${NOT_CODE}${PORT_AND_PATH}`,
    ),
  },
  // Endings to be trusted only behind a third label: `java.io` is a package, `props.it` code. Still
  // without countries that are words, keys or file types (`at`, `id`, `in`, `sk`, `rs`).
  {
    mark: mark("host"),
    when: Found.dot,
    pattern: caseless(
      String.raw`${LABELS}(?:(?:com|net|org|edu|gov|co|ac)\.[a-z]{2}|[\w-]+\.(?:io|dev|ai|cloud` +
        "|ca|ch|cz|dk|es|fi|gr|hk|hu|ie|il|it|kr|mx|nz|pl|pt|ro|se|sg|th|tr|tw|ua|us|za))" +
        `${WORD_ENDS}${NOT_CODE}${PORT_AND_PATH}`,
    ),
  },
  // Cloudflare's data centre: it depends on who asks. Three capitals alone may be a currency.
  {
    mark: mark("colo"),
    when: Found.capitalFirst,
    pattern: cased(
      String.raw`[A-Z]{3}(?!\w)(?<=(?:\bcolo["']?[ :=]{1,3}["']?|[0-9a-f]{16} ?[(-])[A-Z]{3})`,
    ),
  },
  // Any version and variant: nobody mints them by the book. More may be glued on ("…_copy").
  {
    mark: mark("uuid"),
    when: Found.dash | Found.long,
    pattern: caseless("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z])"),
  },
  // ISO 8601 with dashes. Impossible days are numbers; so are compact and slashed dates, of digits
  // only.
  {
    mark: mark("date"),
    when: Found.digitFirst | Found.dash,
    pattern: cased(
      String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]${CLOCK}${ZONE})?` +
        WORD_ENDS,
    ),
  },
  // Dates in words: Date's own, mail headers, ctime, a month before or after its day. A month alone
  // is a word ("May"), and so is a day ("Sun").
  {
    mark: mark("date"),
    when: Found.capitalFirst,
    pattern: cased(
      String.raw`(?:${DAY},? )?(?:${MONTH} \d{1,2}|\d{1,2}[ -]${MONTH})(?:,?[ -]\d{2,4}(?!:))?` +
        String.raw`(?:,? ${CLOCK}${ZONE}(?: \([A-Z][A-Za-z ]+\))?(?: \d{4})?)?${WORD_ENDS}`,
    ),
  },
  {
    mark: mark("date"),
    when: Found.day,
    pattern: cased(String.raw`\d{1,2}[ -]${MONTH}[ -]\d{2,4}(?:,? ${CLOCK}${ZONE})?${WORD_ENDS}`),
  },
  // Only the clock of twelve hours, whose "AM" would stay behind. `12:31` alone may as well be a
  // line and a column: a number.
  {
    mark: mark("time"),
    when: Found.digitFirst | Found.colonNext,
    pattern: cased(String.raw`${CLOCK} ?[AaPp][Mm]${WORD_ENDS}`),
  },
  // Formatters choose the unit by the value, so it varies with it.
  {
    mark: mark("size"),
    when: Found.digitFirst | Found.unit,
    pattern: cased(String.raw`${AMOUNT}(?: ?(?:[KMGTP]i?B|kb|bytes?)| B)${WORD_ENDS}`),
  },
  // Not "5 m", "5 h", "5 d" nor "5d": such a letter alone is as often something else.
  {
    mark: mark("duration"),
    when: Found.digitFirst | Found.unit,
    pattern: cased(
      String.raw`(?:${AMOUNT}(?: ?(?:[nuµm]?s|secs?|(?:milli)?seconds?|mins?|minutes?|hrs?` +
        String.raw`|hours?|days?)|[mh]))+${WORD_ENDS}`,
    ),
  },
  // 0x names itself. 32 digits and more are a digest, a Durable Object, a KV namespace: so many
  // always hold a letter. Fewer are a number.
  {
    mark: mark("hex"),
    when: Found.digitFirst | Found.letter,
    pattern: caseless("0x[0-9a-f]+(?![0-9a-z])"),
  },
  {
    mark: mark("hex"),
    when: Found.digit | Found.long,
    pattern: caseless(String.raw`[0-9a-f]{32,}${WORD_ENDS}`),
  },
];

/** A path from the root, as a request or a file has it. `</div>`, `a/b` and `and/or` are none. */
export const ROOTED = cased(
  String.raw`(?:\/{1,2}[\w.~%+@$*-]+)+\/?(?:\?[^\s"'<>${"`"}]+)?(?<![.?])`,
);

/** Several words that are read as one: the whole of them says which mark they get, if any. */
export interface Run {
  readonly when: number;
  readonly pattern: RegExp;
  readonly markOf: (run: string) => string | null;
}

export const RUNS: readonly Run[] = [
  // IPv6 and hardware addresses, fingerprints of certificates. Without a digit (`Fee::add`) they
  // are words; with digits only (`12:31:12`) a time or a place: a number.
  {
    when: Found.colonNext,
    pattern: caseless("[0-9a-f]{1,4}(?:::?[0-9a-f]{1,4}){2,}(?![0-9a-z])"),
    markOf: (run) => (!/\d/.test(run) ? null : /[a-f]|::/i.test(run) ? mark("host") : NUMBER),
  },
  // Three parts and more between slashes. If a digit is in one, they are a path, or a date where
  // all are numbers; otherwise words (`and/or/not`).
  {
    when: Found.slashNext,
    pattern: cased(String.raw`[\w.~%+@$*-]+\/[\w.~%+@$*-]*\/[\w.~%+@$*/-]*`),
    markOf: (run) => (!/\d/.test(run) ? null : /[A-Za-z]/.test(run) ? PATH : NUMBER),
  },
];

function cased(source: string): RegExp {
  return new RegExp(source, "y");
}

function caseless(source: string): RegExp {
  return new RegExp(source, "iy");
}
