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

const CERTAIN_WEIGHT = 10;

/** Weighs a text as it came, before anything is taken off. */
export function weighUnseen(text: string): Weights {
  const isHiding =
    TAG_LETTERS.test(text.replace(FLAG, "")) ||
    (text.match(SPLITS)?.length ?? 0) >= SPLITS_MIN ||
    RUN.test(text) ||
    TURNS.test(text);
  return new Map(isHiding ? [["disguise", CERTAIN_WEIGHT] as const] : []);
}
