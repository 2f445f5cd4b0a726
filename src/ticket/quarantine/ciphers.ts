// Writings that are no encodings of bytes but stand for letters one by one: base32, Morse.
const BASE32_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
export const BASE32 = /(?<![A-Za-z0-9])[A-Z2-7]{16,}={0,6}(?![a-z0-9])/g;

/** The bytes of a base32 text without padding; what is left of the last ones is dropped. */
export function base32Bytes(blob: string): readonly number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const digit of blob) {
    const value = BASE32_DIGITS.indexOf(digit);
    if (value < 0) break;
    bits = ((bits << 5) | value) & 0xfff;
    count += 5;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return bytes;
}

const MORSE_LETTERS = new Map(
  ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.."
    .split(" ")
    .map((signs, i) => [signs, String.fromCharCode(97 + i)]),
);
/** At least eight letters; dots and bars of other shapes are read as these. */
export const MORSE = /(?:[.·•−–—-]{1,5}(?: ?[/|] ?| {1,3}|\n)){7,}[.·•−–—-]{1,5}/g;

/** What a text in Morse says; a letter that there is not is left out. */
export function fromMorse(blob: string): string {
  return blob
    .replace(/[·•]/g, ".")
    .replace(/[−–—]/g, "-")
    .split(/ ?[/|] ?| {2,3}|\n/)
    .map((word) =>
      word
        .split(" ")
        .map((signs) => MORSE_LETTERS.get(signs) ?? "")
        .join(""),
    )
    .join(" ");
}
