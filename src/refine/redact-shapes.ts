// Secrets and personal data that show themselves by their shape.
import { standsIn } from "./redact-named.ts";
import { isRandom } from "./redact-random.ts";
import { take } from "./redact-tally.ts";
import type { Rule, Tally } from "./redact-tally.ts";

/** To its end, or to the end of the text: a key that was cut short is one too. */
export const PRIVATE_KEY = shape(
  "private-key",
  /PRIVATE KEY|PuTTY/,
  new RegExp(
    [
      "-{4,5} ?BEGIN[ A-Z\\d]{0,40}PRIVATE KEY[^]*?(?:END[ A-Z\\d]{0,40}KEY[ A-Z]{0,7}-{4,5}|$)",
      "PuTTY-User-Key-File-[^]*",
    ].join("|"),
    "g",
  ),
);

/** Base64 of `{"` and one more part at least: signed, encrypted, or with the algorithm "none". */
export const JWT = shape("jwt", /eyJ/, /(?<![\w-])eyJ[\w-]{4,}={0,2}(?:\.[\w-]*={0,2}){1,4}/g);

/** JDBC has as many places for a password as there are drivers, so it goes whole. */
export const CONNECTION_STRING = shape("connection-string", /jdbc:/i, /(?<=\bjdbc:)[^\s"'`<>]+/gi);

/** "https://user:password@host", and the paths of webhooks: whoever has one may post to it. */
export const URLS: Rule = {
  hint: /@|hook|\/workflows\//i,
  cut: (text, tally) =>
    text.replace(/:\/\/[^\s"'`<>]+/g, (addresses) =>
      addresses
        .split("://")
        .map((address) => cutAddress(address, tally))
        .join("://"),
    ),
};

function cutAddress(address: string, tally: Tally): string {
  const authority = /^[^/?#]*/.exec(address)?.[0] ?? "";
  let at = authority.lastIndexOf("@");
  // A password with a bare "/" in it: what follows the colon is no port.
  if (at < 0 && /^[^[:]*:(?!\d*$)/.test(authority)) at = address.indexOf("@");
  const info = at < 0 ? "" : cutUserInfo(address.slice(0, at), tally);
  const rest = at < 0 ? address : address.slice(at);
  const path = rest.indexOf("/") + 1;
  return path > 0 && /hook|\/workflows\//i.test(rest) && hasRandomPart(rest.slice(path))
    ? info + rest.slice(0, path) + take(tally, "webhook")
    : info + rest;
}

/** A user's name is kept unless it is a token itself, as many interfaces have it. */
function cutUserInfo(info: string, tally: Tally): string {
  const colon = info.indexOf(":");
  const user = colon < 0 ? info : info.slice(0, colon);
  const password = colon < 0 ? "" : info.slice(colon + 1);
  return (
    (isRandom(user, 6) ? take(tally, "token", user) : user) +
    (colon < 0 ? "" : ":") +
    (standsIn(password) ? password : take(tally, "password", password))
  );
}

/** "/webhooks/stripe" is a route: only a path with something made by chance opens anything. */
function hasRandomPart(path: string): boolean {
  return path.split("/").some((part) => /\d/.test(part) && isRandom(part, 5));
}

/** "Bearer x" and "Basic x" without a header's name. "Basic authentication" is prose. */
export const SCHEME_AND_SECRET = shape(
  "token",
  /basic |bearer /i,
  /(?<=\b(?:basic|bearer)[ \t]{1,16})[\w.~+/=-]{6,}/gi,
  (secret) => /\d|[a-z][A-Z]|^[^A-Z=]*[A-Z=].*=/.test(secret) || secret.length > 24,
);

const ADDRESS = "[\\w.%+\\u00a1-\\uffff-]";
const DOMAIN = "[a-z\\u00a1-\\uffff][\\w\\u00a1-\\uffff-]+";
const NO_DOMAIN = "(?!(?:[cm]?[jt]sx?|json|html|css|png|jpg|svg)(?![\\w-]))";
/** In any script. "pkg@1.2.3", "icon@2x.png" and Firefox's "fn@app.js" are no addresses. */
export const EMAIL = shape(
  "email",
  /@/,
  new RegExp(`(?<!${ADDRESS}|//)${ADDRESS}+@${ADDRESS}+\\.${NO_DOMAIN}${DOMAIN}`, "gi"),
);

/** 13 to 19 digits of a known issuer with a right check digit. Not in ids such as "blk_-41…". */
export const CARD = shape(
  "card",
  /\d(?:[ +-]?\d){12}/,
  /(?<![\w.+-])\d(?:[ +-]?\d){12,18}(?![\w-])/g,
  (digits) => isCard(digits.replace(/\D/g, "")),
);

/** Only in forms that nothing else has: other digits are counts, dates and ids. */
export const PHONE = shape(
  "phone",
  /[+(]\d|\d[ .-]\d{3}/,
  new RegExp(
    `(?<![\\w+.-])(?:${[
      "\\+[1-9]\\d{0,2}[ .-]?(?:\\(\\d{1,4}\\)[ .-]?)?\\d(?:[ .-]?\\d){5,11}", // +44 20 7946 0958
      "\\(0?[1-9]\\d{1,3}\\)[ -]?\\d{3,4}[ .-]\\d{2,4}(?:[ -]\\d\\d)?", // (415) 555-0132
      "[2-9]\\d\\d([.-])[2-9]\\d\\d\\1\\d{4}", // 415-555-0132
      "0[1-9]\\d{0,2}[ -]\\d{3}[ -]?\\d\\d[ -]?\\d\\d", // 0532 123 45 67
    ].join("|")})(?![\\w-])`,
    "g",
  ),
);

/** A rule that takes whatever `pattern` finds and `accepts` agrees to. */
function shape(
  name: string,
  hint: RegExp,
  pattern: RegExp,
  accepts: (found: string) => boolean = () => true,
): Rule {
  return {
    hint,
    cut: (text, tally) =>
      text.replace(pattern, (found: string) => (accepts(found) ? take(tally, name, found) : found)),
  };
}

const CARD_ISSUER = /^(?:2[2-7]|3[04-9]|4|5[1-5]|6[045])/;

/** A known issuer's first digits, and Luhn's sum. */
function isCard(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const twice = digit * 2;
    sum += i % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0 && CARD_ISSUER.test(digits);
}
