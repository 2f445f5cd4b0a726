// What an encoded part of a text says: escapes are undone in place, blobs are handed back to be
// judged by themselves.
import { BASE32, MORSE, base32Bytes, fromMorse } from "./ciphers.ts";
import { QUARANTINE_BLOBS_MAX, QUARANTINE_BLOB_UNITS_MAX } from "../../limits.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
  colon: ":",
  newline: "\n",
  tab: " ",
  sol: "/",
  vert: "|",
  period: ".",
  comma: ",",
};
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,7}));/gi;
const ESCAPE =
  /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([0-3]?[0-7]{2})|([nrt"'/]))/gi;
/** Percent signs, and the equals signs of mail, of which a few stand in any query. */
const PERCENT = /(?:%[0-9a-f]{2})+|(?:=[0-9a-f]{2}){4,}/gi;

/** `text` with HTML entities, percent signs and backslash escapes read, so many times: one may hide another. */
export function unescapeText(text: string): string {
  return unescapeOnce(unescapeOnce(unescapeOnce(text)));
}

function unescapeOnce(text: string): string {
  if (!/[&%\\=]/.test(text)) return text;
  return text
    .replace(ENTITY, (whole, hex?: string, decimal?: string, name = "") =>
      hex === undefined && decimal === undefined
        ? (ENTITIES[String(name).toLowerCase()] ?? whole)
        : letter(Number.parseInt(hex ?? decimal ?? "", hex === undefined ? 10 : 16)),
    )
    .replace(PERCENT, (run) => utf8(run.match(/[0-9a-f]{2}/gi) ?? []) ?? run)
    .replace(
      ESCAPE,
      (_, braced?: string, four?: string, two?: string, octal?: string, short = "") => {
        const hex = braced ?? four ?? two;
        if (hex !== undefined) return letter(Number.parseInt(hex, 16));
        if (octal !== undefined) return letter(Number.parseInt(octal, 8));
        return /[nrt]/i.test(String(short)) ? "\n" : String(short);
      },
    );
}

function letter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
}

const BASE64 = /[A-Za-z0-9+/_-]{16,}/g;
const HEX = /(?<![a-z0-9])(?:(?:0x|\\x|%)?[0-9a-f]{2}[\s,:]{0,2}){8,}/gi;
const NUMBERS = /(?:\d{2,3}[\s,;]{1,2}){8,}\d{2,3}/g;
const BITS = /(?:[01]{8}\s?){8,}/g;

/** The readable texts that stand in `text` as base64, base32, hex, bits, numbers of letters or Morse. */
export function decodeBlobs(text: string): readonly string[] {
  const base64 = take(text, BASE64);
  const found = [
    ...[...base64, ...(base64.length > 1 ? [base64.join("")] : [])].map((blob) => fromBase64(blob)),
    ...take(text, BASE32).map((blob) => decodeUtf8(Uint8Array.from(base32Bytes(blob)))),
    ...take(text, MORSE).map((blob) => fromMorse(blob)),
    ...take(text, HEX).map((blob) =>
      utf8(blob.replace(/0x|\\x/gi, "").match(/[0-9a-f]{2}/gi) ?? []),
    ),
    ...take(text, BITS).map((blob) => utf8(blob.match(/[01]{8}/g) ?? [], 2)),
    ...take(text, NUMBERS).map((blob) => utf8(blob.match(/\d+/g) ?? [], 10)),
  ];
  return found.filter((decoded) => decoded !== null && isReadable(decoded)).map(String);
}

function take(text: string, shape: RegExp): readonly string[] {
  return (text.match(shape) ?? [])
    .slice(0, QUARANTINE_BLOBS_MAX)
    .map((blob) => blob.slice(0, QUARANTINE_BLOB_UNITS_MAX));
}

function fromBase64(blob: string): string | null {
  const plain = blob.replaceAll("-", "+").replaceAll("_", "/");
  const whole = plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0));
  const bytes = Uint8Array.from(atob(whole), (byte) => byte.charCodeAt(0));
  return decodeUtf8(bytes);
}

function utf8(numbers: readonly string[], radix = 16): string | null {
  const bytes = numbers.map((number) => Number.parseInt(number, radix));
  return bytes.some((byte) => byte > 255) ? null : decodeUtf8(Uint8Array.from(bytes));
}

function decodeUtf8(bytes: Uint8Array): string | null {
  // The last letter may be cut in two.
  const text = new TextDecoder().decode(bytes).replace(/\ufffd{1,3}$|\0{1,8}$/, "");
  return text.includes("\ufffd") ? null : text;
}

/** Whether it is a text and no number, picture or digest that decodes by chance. */
function isReadable(decoded: string): boolean {
  // oxlint-disable-next-line no-control-regex -- controls are what no text has
  if (decoded.length < 8 || /[\0-\x08\x0e-\x1f\x7f]/.test(decoded)) return false;
  const letters = decoded.match(/[\p{L}\p{M}\p{N}\s\u{e0020}-\u{e007e}]/gu)?.length ?? 0;
  return letters > decoded.length / 3 || /^[-./ ]{20,}$/.test(decoded);
}
