// Whether the value of a named field is the secret that its name promises, and what is left of it.
import { isRandom } from "./redact-random.ts";
import { take } from "./redact-tally.ts";
import type { Naming } from "./redact-names.ts";
import type { Tally } from "./redact-tally.ts";

/** Units of a value that are looked at; the rest goes with them. */
const LOOK_MAX = 96;

// What stands where a secret would. Taken out: "<token>", "***", "[Filtered]", "REDACTED" (the
// platform's own). A reference: "${TOKEN}", "$TOKEN", "%s", "{{token}}", "?1", ":token", "getToken()".
// A choice: fetch's credentials. Or nothing.
export const STAND_IN =
  /^(?:<[^<>]*>|[$%{]\{.*|[$%:?]\w*|[*x•]{3,}|\.{3}|…|\[[\w ]*\]|redacted|process\.env\.\w+|[a-z_$.]+\(.*|\w+\[\]|await|new|include|omit|same-origin|null|undefined|none|nil|nan|true|false|empty|yes|no|)[\s.,;:!]*$/i;

// How a sentence goes on after "password: ", and no password does.
const PROSE =
  /^(?:must|should|is|was|are|ha[sd]|can|cannot|could|not|missing|required|invalid|expired|incorrect|wrong|mismatch|(?:un)?expected|the|an?|your|too|failed|error|changed|reset|string|length|at|for|of|in|and|or|to|with)$/i;

/** A scheme of the Authorization header and the blanks after it; what follows is the secret. */
export const SCHEME =
  /^(?:basic|bearer|digest|token|api-?key|negotiate|ntlm|oauth|hawk|hmac|jwt|dpop|aws4-hmac-sha256)[ \t]+(?=\S)/i;

const NUMBER = /^[-+]?(?:0x[\da-f]{1,16}|[\d.,_:]+)$/i;

/** `value` without the secret that `naming` promises; `bare` behind a colon it may be prose. */
export function redactNamed(value: string, naming: Naming, bare: boolean, tally: Tally): string {
  const scheme = SCHEME.exec(value)?.[0] ?? "";
  const secret = value.slice(scheme.length);
  return isSecret(secret.slice(0, LOOK_MAX).trim(), naming, bare && scheme === "")
    ? scheme + take(tally, naming.mark, secret)
    : value;
}

function isSecret(value: string, { mark, trust }: Naming, bare: boolean): boolean {
  if (STAND_IN.test(value)) return false;
  if (mark === "phone") return /(?:\d\D{0,2}){6}/.test(value);
  if (trust === "random") return looksMade(value);
  if (NUMBER.test(value)) return (mark === "token" ? /^\d{16}/ : /^\d{3}/).test(value);
  if (!bare) return true;
  return !PROSE.test(value) && (trust === "always" || /[^a-z]/i.test(value) || isRandom(value, 8));
}

/** Letters and digits in an order that words and numbers do not have, or a long hexadecimal. */
function looksMade(value: string): boolean {
  if (value.length < 10 || NUMBER.test(value) || /^[a-z]\w*\(/i.test(value)) return false;
  return /^[\da-f-]{16,}$/i.test(value) || isRandom(value, /\d/.test(value) ? 6 : 12);
}
