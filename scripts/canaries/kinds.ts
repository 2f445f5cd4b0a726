// The kinds of secret that are planted, each as it stands where real ones are found. A bare word
// cannot be known for a secret, so most stand in a context. None opens anything; what looks like an
// issuer's key is put together from pieces, so that scanners of repositories do not take it for one.
import {
  BASE64,
  CAPITALS,
  cardNumber,
  chanceText,
  DIGITS,
  LETTERS,
  MIXED,
  phoneNumber,
  SMALL,
} from "./chance.ts";

export interface Kind {
  readonly name: string;
  /** What no other text has in it; `counter` is the canary's own. */
  readonly secret: (counter: number) => string;
  /** The secret where it stands in a text. */
  readonly text: (secret: string) => string;
  /** The secret where it stands in a logged object. */
  readonly entry: (secret: string) => readonly [key: string, value: string];
  /** The secret alone, for a kind that shows what it is by its look. */
  readonly bare?: (secret: string) => string;
  /** Units of it that are in no other text, where 8 of them are. */
  readonly pieceUnits?: number;
}

/** Set as REDACT_KEYS, so that a field of the user's own is among the kinds. */
export const REDACT_KEYS = "ward_ref";

const glue = (...pieces: readonly string[]): string => pieces.join("");
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const JWT_HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString("base64url");
const BEGIN = glue("-----BEGIN PRIV", "ATE KEY-----");
const END = glue("-----END PRIV", "ATE KEY-----");

export const KINDS: readonly Kind[] = [
  issued("Stripe key", glue("sk_", "live_"), 24),
  issued("GitHub token", glue("gh", "p_"), 35),
  issued("AWS key id", glue("AK", "IA"), 15, CAPITALS),
  issued("Google key", glue("AI", "za"), 34),
  issued("Slack token", glue("xo", "xb-2740198563-"), 23),
  shown(
    "JWT",
    (n) => `eyJ${chanceText(n, 76)}`,
    (jwt) => `${JWT_HEADER}.${jwt.replace(/.{43}$/, ".$&")}`,
  ),
  shown(
    "email",
    (n) => chanceText(n, 16, SMALL),
    (name) => `${name}@mail.example`,
  ),
  shown("card", cardNumber, (card) => card),
  { ...shown("phone", phoneNumber, (phone) => `+1 ${phone}`), pieceUnits: 12 },
  inText(
    "private key",
    (n) => chanceText(n, 64, BASE64),
    (body) => `${BEGIN}\n${body}\n${END}`,
  ),
  inText("URL credentials", mixed(20), (password) => `https://bob:${password}@api.example/v1`),
  inText(
    "connection string",
    mixed(20),
    (password) => `Server=db.example;Database=shop;User Id=app;Password=${password};Encrypt=true`,
  ),
  inText("JSON field", parted('"'), (password) => JSON.stringify({ user: "bob", password, n: 1 })),
  inText("form field", parted("&"), (pass) => `a=1&password=${encodeURIComponent(pass)}&b=2`),
  inText("query value", mixed(32), (token) => `GET https://shop.example/?token=${token}&lang=en`),
  inText("SQL text", parted("''"), (pass) => `UPDATE users SET password = '${pass}' WHERE id = 7`),
  inText(
    "CLI flag",
    mixed(24),
    (token) => `exit status 1 of deploy --token ${token} --env production`,
  ),
  named("assigned password", parted("#"), "DB_PASSWORD", "="),
  named("assigned token", mixed(40), "client_secret", "="),
  // Letters only: nothing but the user's setting tells that it is secret.
  named("REDACT_KEYS", (n) => chanceText(n, 16, LETTERS), REDACT_KEYS, "="),
  named("bearer", mixed(40), "Authorization", ": ", (token) => `Bearer ${token}`),
  named(
    "basic",
    (n) => base64(chanceText(n, 30)),
    "Authorization",
    ": ",
    (pair) => `Basic ${pair}`,
  ),
  named("cookie", mixed(24), "Cookie", ": ", (cart) => `theme=dark; cart=${cart}; lang=en`),
  // A zero-width space must not hide what the name says.
  named("hidden password", parted("#"), "pass\u200bword", "="),
];

function mixed(length: number): Kind["secret"] {
  return (counter) => chanceText(counter, length);
}

// Two halves around a sign that the context must write in another way.
function parted(sign: string): Kind["secret"] {
  return (counter) => `${chanceText(counter, 9)}${sign}${chanceText(`${counter} b`, 9)}`;
}

// What its look gives away, in a sentence that says nothing about it.
function shown(name: string, secret: Kind["secret"], bare: (secret: string) => string): Kind {
  const text = (made: string): string => `upstream refused ${bare(made)} today`;
  return { name, secret, text, entry: (made) => ["note", bare(made)], bare };
}

// One digit for certain: without any, a key is taken for a word.
function issued(name: string, beginning: string, length: number, letters = MIXED): Kind {
  const secret = (counter: number): string =>
    chanceText(counter, length, letters) + chanceText(counter, 1, DIGITS);
  return shown(name, secret, (made) => `${beginning}${made}`);
}

// What a text gives away by how it goes; in an object it stands under a key that says nothing.
function inText(name: string, secret: Kind["secret"], text: (secret: string) => string): Kind {
  return { name, secret, text, entry: (made) => ["note", text(made)] };
}

// What the name before it gives away; in an object that name is the key.
function named(
  name: string,
  secret: Kind["secret"],
  key: string,
  separator: string,
  value: (secret: string) => string = (made) => made,
): Kind {
  const text = (made: string): string => `${key}${separator}${value(made)}`;
  return { name, secret, text, entry: (made) => [key, value(made)] };
}
