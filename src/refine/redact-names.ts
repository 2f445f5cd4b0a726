// What the name of a field says of its value: "jira_token", "MYSQL_PWD", "X-Api-Key", "lastName".
import { matchesGlob, parseGlob } from "../failure/glob.ts";

/** Under which mark the value of a field goes, and how far its name alone is enough. */
export interface Naming {
  readonly mark: string;
  readonly trust: Trust;
}

/**
 * always: any value goes. named: any but a plain word that stands bare behind a colon, as in prose.
 * random: only what chance made, since such names stand beside harmless values too.
 */
export type Trust = "always" | "named" | "random";

// Ordered: the first that fits decides. Names come in lower case, their words parted by "_".
const ROWS: readonly (readonly [mark: string, trust: Trust, name: RegExp])[] = [
  // The whole header: a cookie's own name says nothing of what it opens.
  ["cookie", "always", /cookies?$/],
  // "passwd", "db_pass", "mysql_pwd", "passphrase", "pin". Not "passport", "bypass", "compass".
  ["password", "always", /passw|pass_?(?:phrase|code)|pwd|(?:^|_)(?:pass|pw)(?:_|$)/],
  // Few digits, and short-lived for that reason.
  ["code", "named", /(?:^|_)(?:pin|t?otp|mfa|two_factor|cv[vc])(?:_|$)/],
  ["token", "always", /secret|credential/],
  // Inside longer words too: "stripetoken", "IBMCLOUDIAMAPIKEY", "csrfToken". Not "tokenize".
  ["token", "named", /token(?!i)|bearer|jwt|[cx]srf|(?:api|access|private|auth|account)_?key/],
  // As whole words only: "auth" but not "author". A session's id is as good as a token.
  ["token", "named", /(?:^|_)(?:o?auth|authorization|creds?|sso|saml|identity)(?:_|$)/],
  ["token", "named", /(?:^|_)(?:sid|(?:php_?)?sess(?:ion)?(?:_?id)?)(?:_|$)/],
  // A person's name has a field of its own. "file_name", "hostname" and plain "name" are kept.
  ["name", "always", /(?:^|_)(?:first|last|full|middle|sur|given|family)_?name$/],
  ["name", "always", /(?:customer|patient|contact|holder|billing|shipping)_?name$|card_?holder$/],
  ["phone", "always", /(?:phone|mobile)(?:_?(?:number|no))?$/],
  ["card", "always", /card_?(?:number|no)$/],
  ["personal", "always", /(?:^|_)(?:ssn|dob|birth_?da(?:te|y)|date_of_birth)$/],
  // Beside secrets and beside harmless things: cache keys, logins, licences.
  ["token", "random", /(?:key|login|signature|hook|license)s?(?:_?(?:id|\d+))?$/],
  ["token", "random", /(?:^|_)(?:api|sig|pat|access)(?:_|$)/],
];

/** Cheap and necessary: no row fits a name without one of these. */
const ANY = new RegExp(
  [
    "cookie|pass|pw|pin|otp|mfa|factor|cv[vc]|secret|cred|token|key|bearer|jwt|srf|auth|sso|saml",
    "identity|sid|sess|name|holder|phone|mobile|card|ssn|dob|birth|login|sig|hook|license|api|pat",
    "access",
  ].join("|"),
  "i",
);

// "token_type", "max_tokens", "passwordLength", "has_secret": about a secret, not the secret.
const ABOUT = new RegExp(
  [
    "_(?:name|type|count|length|size|limit|index|expir\\w*|ttl|age|at|in|ur[il]|path|file|field)$",
    "_(?:method|mode|status|state|format|policy|used?|usage|version|enabled|required|valid|error)$",
    "_(?:alg\\w*|provider|(?<!sess_|session_)id)$|tokens$|_public_",
    "^(?:is|has|max|min|num|no|use|needs?|total|public)_",
  ].join("|"),
);

/** What `name` says of its value, or null for nothing; `keys` are the user's own names. */
export function readName(name: string, keys: readonly string[]): Naming | null {
  if (keys.some((key) => matchesGlob(parseGlob(plain(key)), plain(name)))) {
    return { mark: "private", trust: "always" };
  }
  if (!ANY.test(name)) return null;
  const words = plain(name);
  for (const [mark, trust, row] of ROWS) {
    if (!row.test(words)) continue;
    return { mark, trust: mark !== "name" && ABOUT.test(words) ? "random" : trust };
  }
  return null;
}

/** "x-Api.Key" -> "x_api_key". One lower letter begins no word: "x-aPi-kEy" is the same name. */
function plain(name: string): string {
  return name
    .replace(/([a-z\d]{2})([A-Z])/g, "$1_$2")
    .replace(/[-.\s$]+/g, "_")
    .toLowerCase();
}
