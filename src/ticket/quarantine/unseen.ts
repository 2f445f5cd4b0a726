// What hides letters from whoever looks at a text and not from what reads it. Nobody needs these in a
// message of a failure, so they tell by themselves.
import type { Weights } from "./weights.ts";

/** Tags spell the region of a flag behind a black one; anywhere else they are letters that nobody sees. */
const TAG_LETTERS = /[\u{e0020}-\u{e007e}]{4}/u;
const FLAG = /\u{1f3f4}[\u{e0030}-\u{e007a}]{1,6}\u{e007f}/gu;
/** Zero-width ones within a word in Latin letters; Persian and Indic words need them. */
const SPLITS = /[A-Za-z\uff21-\uff5a][\u200b-\u200d\u2060\ufeff](?=[A-Za-z\uff21-\uff5a])/g;
const SPLITS_MIN = 4;
/** So many together are bits of a text. */
const RUN = /(?:[\u200b-\u200d\u2060-\u2064\ufeff]|\p{Variation_Selector}){8}/u;
/** Overrides that turn Latin letters about; Hebrew and Arabic need none for it. */
const TURNS = /[\u202d\u202e][\t !-~]{0,8}[A-Za-z]{3}/;

/** Latin letters that are written as escapes, or taken from alphabets of circles, boxes and formulas. */
const ESCAPED =
  /(?:(?:&#(?:x[46][1-9a-f]|x[57][\da]|6[5-9]|[78]\d|9[07-9]|1[01]\d|12[0-2]);|\\(?:x|u00)(?:[46][1-9a-f]|[57][\da])|%(?:[46][1-9a-f]|[57][\da]))[\s-]?){4}/i;
const FANCY =
  /(?:[\u24b6-\u24e9\u{1d400}-\u{1d7cb}\u{1f130}-\u{1f189}][\s\p{Variation_Selector}]?){4}/u;
/** Words of Latin letters with Greek or Cyrillic ones among them. */
const MIXED = /[a-z][\u03b1-\u03c9\u0430-\u045f]|[\u03b1-\u03c9\u0430-\u045f][a-z]/g;
const MIXED_MIN = 4;

const CERTAIN_WEIGHT = 10;
/** What letters weigh that are hidden from nobody, but from whoever looks for words. */
const DRESSED_WEIGHT = 4;

/** Weighs a text as it came, before anything is taken off. */
export function weighUnseen(text: string): Weights {
  const isHiding =
    TAG_LETTERS.test(text.replace(FLAG, "")) ||
    (text.match(SPLITS)?.length ?? 0) >= SPLITS_MIN ||
    RUN.test(text) ||
    TURNS.test(text);
  return new Map(isHiding ? [["disguise", CERTAIN_WEIGHT] as const] : []);
}

/** Weighs letters in another dress: a text as it came, with its escapes undone, and folded. */
export function weighDressed(text: string, unescaped: string, folded: string): Weights {
  const isDressed =
    ESCAPED.test(text) || FANCY.test(unescaped) || (folded.match(MIXED)?.length ?? 0) >= MIXED_MIN;
  return new Map(isDressed ? [["disguise", DRESSED_WEIGHT] as const] : []);
}
