// One text, however it was dressed up: whoever hides an order spaces, swaps, encodes or turns its
// letters. What a reader would still read is brought back here before it is judged.

/** Default ignorables and controls; line feeds and tabs are kept. Also what stands on a blank Braille. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{DI}\u2800]/gu;
/** Accents on Latin, Greek and Cyrillic letters, Arabic vowels and tatweel, the nukta of Devanagari. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0640\u0670\u093c]/g;
/** Letters in boxes, and those of which flags are made. */
const BOXED = /[\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
/** Braille without contractions, in the order of the alphabet. */
const BRAILLE = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵";
/** Tags (U+E0020 to U+E007E): ASCII that nobody sees. */
const TAGS = /[\u{e0020}-\u{e007e}]/gu;

/** What colours the output of a terminal; one of them hides it, which hidden text is known by. */
// oxlint-disable-next-line no-control-regex -- it begins with one
const COLOURS = /\u001b\[[\d;]{0,12}m/g;

const LETTERS: Readonly<Record<string, string>> = {
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ى: "ي",
};
const SPECIAL = /[ıłøđßæœأإآى]/g;

/** Compatibility forms as plain letters, tags as what they spell, and nothing that is unseen. */
export function uncover(text: string): string {
  return text
    .toWellFormed()
    .replace(COLOURS, (colour) => (colour.endsWith("[8m") ? " [8m" : ""))
    .replace(TAGS, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000))
    .replace(BOXED, (boxed) => String.fromCharCode(97 + boxOf(boxed.codePointAt(0) ?? 0)))
    .replace(/[\u2801-\u283f]/g, (dots) => {
      const at = BRAILLE.indexOf(dots);
      return at < 0 ? dots : String.fromCharCode(97 + at);
    })
    .normalize("NFKC")
    .replace(UNSEEN, "");
}

function boxOf(code: number): number {
  return code >= 0x1f1e6 ? code - 0x1f1e6 : (code - 0x1f130) % 0x20;
}

/** Uncovered, in lower case, without accents; one space for many. */
export function fold(text: string): string {
  return uncover(text)
    .toLowerCase()
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .normalize("NFKC")
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(/[’‘ʼ`´]/g, (mark) => (mark === "`" ? mark : "'"))
    .replace(/\s+/g, (gap) => (gap.includes("\n") ? "\n" : " "));
}

// Letters that look like Latin ones: first those of Cyrillic, then Greek, Armenian, Cherokee (lower
// case), and small capitals of phonetic writing. Each stands above the letter that it looks like.
const LOOKS = "абвгдеѕіїјкӏмнопрстухһԁԛԝҽѵαβγδεηικμνοπρτυχωϲϳհոսցօաɑɡᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";
const LATIN = "a6brdesiijklmhonpctyxhdqwevabydenikmvonptuxwcjhnugoaagabcdeghijklmnoprstuvwyz";
/** Digits and signs that stand for letters. */
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
};
const LATIN_BY_LOOK = new Map(Array.from(LOOKS, (look, i) => [look, LATIN.charAt(i)]));
const LOOK = new RegExp(`[${LOOKS}]`, "gu");
const LEET_WORD = /[a-z0-9@$!|]+/g;

/** A folded text in which letters of other scripts, digits and signs are what they look like. */
export function latinise(folded: string): string {
  return folded
    .replace(LOOK, (look) => LATIN_BY_LOOK.get(look) ?? look)
    .replace(LEET_WORD, (word) =>
      /[a-z]/.test(word) && /[0-9@$!|]/.test(word)
        ? word.replace(/[0-9@$!|]/g, (sign) => LEET[sign] ?? sign)
        : word,
    );
}

/** `text` with "_" before each capital inside a word: the names of functions are sentences too. */
export function splitNames(text: string): string {
  return text.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_");
}

/** The letters of a folded text, nothing between them. */
export function squeeze(folded: string): string {
  return folded.replace(/[^\p{L}\p{M}\n]+/gu, "").replaceAll("\n", "");
}

/** Whether most words of a folded text are single letters, as in "r u n". */
export function isSpacedOut(folded: string): boolean {
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.length >= SPACED_WORDS_MIN &&
    words.filter((word) => word.length === 1).length > words.length / 2
  );
}
const SPACED_WORDS_MIN = 8;

/** Latin letters moved by thirteen places, which is its own reverse. */
export function rot13(folded: string): string {
  return folded.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
  );
}

export function reverse(folded: string): string {
  return Array.from(folded).toReversed().join("");
}
