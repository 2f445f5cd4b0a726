// What one look at a word of a message and its neighbours finds. It is cheap, and tells which rows
// of normalize-table.ts are worth trying: most words are plain and cost nothing more.

/** The findings, as bits. */
export const Found = {
  /** a to f. */
  hexLetter: 1,
  /** g to z. */
  letter: 2,
  digit: 4,
  dot: 8,
  /** "-", "_", "~" or "+", which join a word as the dot does. */
  dash: 16,
  capitalFirst: 32,
  digitFirst: 64,
  /** A number, then letters, glued on or after a space: perhaps with a unit. */
  unit: 128,
  /** A number, then a dash, or a space and a capital: perhaps the day of a month. */
  day: 256,
  /** 32 characters and more. */
  long: 512,
  /** 8 characters and more, each of them hexadecimal: no word is made of a to f only. */
  hexOnly: 1024,
  equalsBefore: 2048,
  atNext: 4096,
  colonNext: 8192,
  /** "://" is next. */
  schemeNext: 16384,
  slashNext: 32768,
} as const;

/** What a word is made of, between its joiners. */
export const WORD = Found.hexLetter | Found.letter | Found.digit;
export const LETTERS = Found.hexLetter | Found.letter;
const JOINERS = Found.dot | Found.dash;

const BY_CODE = new Uint8Array(128);
for (const code of BY_CODE.keys()) BY_CODE[code] = classify(String.fromCharCode(code));

/** What one character adds to what is found; 0 for what no word has, so for all beyond ASCII. */
export function foundIn(code: number): number {
  return code < 128 ? (BY_CODE[code] ?? 0) : 0;
}

/** Where the word that starts at `start` ends: a joiner belongs to it only between two parts. */
export function wordEnd(text: string, start: number): number {
  let end = start + 1;
  for (let at = end; at < text.length; at++) {
    const bits = foundIn(text.charCodeAt(at));
    if (bits & WORD) end = at + 1;
    else if (!(bits & JOINERS)) break;
  }
  return end;
}

/** All findings for the word text[start, end). */
export function lookAt(text: string, start: number, end: number): number {
  let found = 0;
  for (let at = start; at < end; at++) found |= foundIn(text.charCodeAt(at));
  const first = text.charCodeAt(start);
  const next = text.charCodeAt(end);
  if (next === 0x3a /* : */) {
    found |= text.startsWith("//", end + 1) ? Found.schemeNext : Found.colonNext;
  } else if (next === 0x40 /* @ */) found |= Found.atNext;
  else if (next === 0x2f /* / */) found |= Found.slashNext;
  if (first <= 0x39 /* 9 */) found |= Found.digitFirst | afterNumber(text, end, found);
  else if (first <= 0x5a /* Z */) found |= Found.capitalFirst;
  if (text.charCodeAt(start - 1) === 0x3d /* = */) found |= Found.equalsBefore;
  if (end - start >= 8 && !(found & (Found.letter | JOINERS))) found |= Found.hexOnly;
  if (end - start >= 32) found |= Found.long;
  return found;
}

/** Where a sticky pattern's match at `at` ends, or -1. */
export function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function afterNumber(text: string, end: number, within: number): number {
  const next = text.charCodeAt(end);
  let found = within & LETTERS || next === 0xb5 /* µ */ ? Found.unit : 0;
  if (within & Found.dash) found |= Found.day;
  if (next === 0x20 /* space */) {
    const letter = text.charCodeAt(end + 1);
    if (foundIn(letter) & LETTERS) found |= letter <= 0x5a ? Found.unit | Found.day : Found.unit;
    else if (letter === 0xb5) found |= Found.unit;
  } else if (next === 0x2c /* , */ && foundIn(text.charCodeAt(end + 2)) & Found.digit) {
    found |= Found.unit; // thousands
  }
  return found;
}

function classify(char: string): number {
  if (char >= "0" && char <= "9") return Found.digit;
  const small = char.toLowerCase();
  if (small >= "a" && small <= "z") return small <= "f" ? Found.hexLetter : Found.letter;
  if (char === ".") return Found.dot;
  return "-_~+".includes(char) ? Found.dash : 0;
}
