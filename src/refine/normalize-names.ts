// What holds a digit and yet is the same in every failure of its kind: names, versions, codes.

import { Found, foundIn, LETTERS, matchAt } from "./normalize-words.ts";

/**
 * Names with digits, by what they name. A name starts at a word, a hump or a dash, and no small
 * letter follows it: `Uint8Array` and `sha256_sum`, but not the random `v8abc`. Not here: a word
 * with one digit at its end, which isName knows by its shape.
 */
const NAMES = [
  // encodings and alphabets
  String.raw`utf[-_]?(?:8(?:mb[34])?|16(?:[lb]e)?|32)|ucs-?2|iso-?8859-\d{1,2}`,
  "base-?(?:16|32|36|58|62|64(?:url)?|85)",
  // digests, ciphers and keys, with the algorithms of JSON Web Tokens
  "sha-?[123]?-?(?:1|224|256|384|512)(?:sum)?|md[245](?:sum)?|ripemd-?160|blake[23][bs]?",
  String.raw`aes-?(?:128|192|256)|[ehpr]s(?:256|384|512)|p-?(?:256|384|521)|rsa-?\d{4}`,
  String.raw`(?:ed|x|curve)(?:25519|448)|secp\d{3}[kr]1|pbkdf2|pkcs-?\d\d?|x-?509`,
  // widths of numbers and processors
  "u?int-?(?:8|16|32|64|128)|float-?(?:16|32|64)|[fiu](?:8|16|32|64|128)",
  "(?:amd|arm|win|wasm|x)-?(?:32|64|86)",
  // languages, protocols and formats
  String.raw`es(?:20\d\d|\d)|http-?[123]|h[23]|ipv?[46]|oauth-?[12]|web[23]|h26[45]|mp[34]`,
  // versions, of which each is an API of its own
  String.raw`v\d`,
  // services of Cloudflare and others
  "d1|r2|s3|ec2|k8s|log4js?",
  // words with a digit for letters or for a sound, classes of status
  "i18n|l10n|a11y|o11y|[2m]fa|e2e|b2[bc]|p2p|s2s|3ds?|[1-5]xx",
];
const NAME = new RegExp(String.raw`(?:${NAMES.join("|")})(?!\d)`, "iy");

const STATUS = String.raw`[45]\d\d`;
const VERSION = String.raw`\d(?:\.\d)?`;
const LETTERED = String.raw`[A-Z]{1,8}-?\d{3,5}`;

/**
 * Values that are kept behind a word (in small letters, without "_" and "-"). The code of an error
 * is what the error is. But a number of four digits and more behind a bare "code" was sent to
 * somebody's telephone, and one behind "error:" begins a sentence.
 */
const KEPT_AFTER: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    // `HTTP 503` and `HTTP/1.1`. A status below 400 is no fault, and so a number like others.
    http: `${STATUS}|${VERSION}`,
    // In a line of an access log (`… HTTP/1.1" status: 404 len: 296`) it is one more measurement.
    status: String.raw`(?<!HTTP\/\d\.\d["']? status: ?)${STATUS}`,
    // How people say it: "upstream responded with 502".
    response: STATUS,
    responded: STATUS,
    respondedwith: STATUS,
    returned: STATUS,
    upstream: STATUS,
    statuscode: STATUS,
    // 1000 to 1015 tell why a WebSocket was closed.
    code: String.raw`-?\d{1,3}|10[01]\d|${LETTERED}`,
    // "Error 1062", but not "Error: 12 items".
    error: String.raw`(?<!: ?)-?\d{1,4}|${LETTERED}`,
    errno: String.raw`-?\d{1,5}`,
    errorcode: String.raw`-?\d{1,5}|${LETTERED}`,
    exitcode: String.raw`-?\d{1,3}`,
    closecode: String.raw`\d{4}`,
    // Five digits or capitals: `42P01`.
    sqlstate: String.raw`[\dA-Z]{5}`,
    // Versions of protocols that stand behind a space.
    tls: VERSION,
    tlsv: VERSION,
    oauth: VERSION,
  }).map(([word, values]) => [word, new RegExp(String.raw`(?:${values})(?!\w|\.\d)`, "y")]),
);

/**
 * Where the value ends that is kept at `at` because of the words before it, or -1. Words before
 * `from` do not count: marks took their place.
 */
export function keptEnd(text: string, at: number, from: number): number {
  let end = at;
  while (end > at - 3 && " :=/\"'".includes(text.charAt(end - 1))) end--;
  if (end === at || !(foundIn(text.charCodeAt(end - 1)) & LETTERS)) return -1;
  const start = wordStart(text, end);
  if (start < from) return -1;
  let word = text.slice(start, end).toLowerCase().replace(/[-_]/g, "");
  let values: RegExp | undefined;
  if (word === "code" || word === "with") {
    const before = text.slice(wordStart(text, start - 1), start - 1).toLowerCase();
    values = KEPT_AFTER.get(before + word);
  } else if (word.endsWith("error")) word = "error";
  values ??= KEPT_AFTER.get(word);
  return values === undefined ? -1 : matchAt(values, text, at);
}

/** True where each number in text[start, end) is part of a name: `sha256`, `D1_ERROR`, `line2`. */
export function isName(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!(foundIn(text.charCodeAt(at)) & Found.digit)) continue;
    const nameEnd = matchAt(NAME, text, nameStart(text, start, at));
    if (nameEnd <= at || isSmall(text, nameEnd)) return isNumberedOnce(text, start, end);
    at = nameEnd - 1;
  }
  return true;
}

/**
 * A word with one digit at its end is a name more often than an id (`line2`, `oauth2`), and if it
 * is not, there are ten of them at most. Not so where no letter is beyond f, which may be
 * hexadecimal, nor where there is a hump in every four letters, which no name has.
 */
function isNumberedOnce(text: string, start: number, end: number): boolean {
  let found = 0;
  let humps = 0;
  for (let at = start; at < end - 1; at++) {
    const bits = foundIn(text.charCodeAt(at));
    if (!(bits & LETTERS)) return false;
    found |= bits;
    if (at > start && isSmall(text, at - 1) && !isSmall(text, at)) humps++;
  }
  const length = end - start;
  return length > 2 && humps * 4 <= length && (found & Found.letter) !== 0;
}

/** Where a name would start whose number is at `at`: at its word, its hump, or one dash further. */
function nameStart(text: string, start: number, at: number): number {
  const low = Math.max(start, at - 12);
  let from = at;
  if (from > low && foundIn(text.charCodeAt(from - 1)) & Found.dash) from--;
  while (from > low && foundIn(text.charCodeAt(from - 1)) & LETTERS) {
    from--;
    if (!isSmall(text, from) && isSmall(text, from - 1)) break;
  }
  return from;
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > end - 16 && start > 0) {
    const bits = foundIn(text.charCodeAt(start - 1));
    if (!(bits & (LETTERS | Found.dash))) break;
    start--;
  }
  return start;
}

function isSmall(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122;
}
