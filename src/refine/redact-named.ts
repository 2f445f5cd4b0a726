// Whether the value of a named field is the secret that its name promises, and what is left of it.
import { isRandom } from "./redact-random.ts";
import { take } from "./redact-tally.ts";
import type { Naming } from "./redact-names.ts";
import type { Tally } from "./redact-tally.ts";

/** Units of a value that are looked at; the rest goes with them. */
const LOOK_MAX = 96;

// A reference to a secret: "${TOKEN}", "{{token}}", "$TOKEN" but not "$ecret1", "%s", SQL's "?1"
// and ":token", "getToken()", "string[]".
const REFERENCE =
  /^(?:[$%{]\{.*|\$[A-Z][A-Z\d_]*|%[sdjoOc]|\?\d*|:[a-z_]+|[a-zA-Z_$.]+\(.*|\w+\[\])$/;

// What stands where a secret would.
const STAND_IN = new RegExp(
  `^(?:${[
    "<[^<>]*>|[*x•]{3,}|\\.{3}|…|\\[[\\w ]*\\]|redacted", // taken out, by us or by the platform
    "null|undefined|none|nil|nan|true|false|empty|yes|no|", // not there
    "include|omit|same-origin|await|new", // fetch's credentials, and what goes before a reference
  ].join("|")})[\\s.,;:!]*$`,
  "i",
);

// How a sentence goes on after "password: ", and no password does.
const PROSE = new RegExp(
  `^(?:${[
    "must|should|is|was|are|ha[sd]|can|cannot|could|not|the|an?|your|too",
    "missing|required|invalid|expired|incorrect|wrong|mismatch|(?:un)?expected|failed|error",
    "changed|reset|string|length|at|for|of|in|and|or|to|with",
  ].join("|")})$`,
  "i",
);

/** A scheme of the Authorization header and the blanks after it; what follows is the secret. */
export const SCHEME =
  /^(?:basic|bearer|digest|token|api-?key|negotiate|oauth|hawk|hmac|jwt|aws4-hmac-sha256)[ \t]+/i;

const NUMBER = /^[-+]?(?:0x[\da-f]{1,16}|[\d.,_:]+)$/i;

/** `value` without the secret that `naming` promises; `bare` behind a colon it may be prose. */
export function redactNamed(value: string, naming: Naming, bare: boolean, tally: Tally): string {
  const scheme = SCHEME.exec(value)?.[0] ?? "";
  const secret = value.slice(scheme.length);
  return isSecret(secret.slice(0, LOOK_MAX).trim(), naming, bare && scheme === "")
    ? scheme + take(tally, naming.mark, secret)
    : value;
}

/** Whether `value` is no secret whatever its name promises. */
export function standsIn(value: string): boolean {
  return STAND_IN.test(value) || REFERENCE.test(value);
}

function isSecret(value: string, { mark, trust }: Naming, bare: boolean): boolean {
  if (standsIn(value)) return false;
  if (mark === "phone") return /(?:\d\D{0,2}){6}/.test(value);
  if (trust === "random") return looksMade(value);
  if (NUMBER.test(value)) {
    // "Session: 4" and "sessionid = 0x14ed93111f20027" are counts and places; "pin: 1234" is not.
    return trust === "always" || mark !== "token" ? value.length > 2 : /^\d{16}/.test(value);
  }
  if (!bare) return true;
  return !PROSE.test(value) && (trust === "always" || /[^a-z]/i.test(value) || isRandom(value, 8));
}

/** Letters and digits in an order that words and numbers do not have, or a long hexadecimal. */
function looksMade(value: string): boolean {
  if (value.length < 10 || NUMBER.test(value) || /^[a-z]\w*\(/i.test(value)) return false;
  return /^[\da-f-]{16,}$/i.test(value) || isRandom(value, /\d/.test(value) ? 6 : 12);
}
