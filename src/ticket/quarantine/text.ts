// One text in all the guises in which somebody could read it, weighed together.
import { decodeBlobs, unescapeText } from "./decode.ts";
import {
  fold,
  isSpacedOut,
  latinise,
  reverse,
  rot13,
  splitNames,
  squeeze,
  uncover,
} from "./fold.ts";
import { LONG_WORDS } from "./lookup.ts";
import { DISGUISE_WEIGHT, ENCODED_WEIGHT } from "./techniques.ts";
import type { Technique } from "./techniques.ts";
import { weigh, weighChanged, weighLetters } from "./weigh.ts";
import { merge } from "./weights.ts";
import type { Weights } from "./weights.ts";

/** Weighs a text, and so many levels deep what it encodes. */
export function weighText(text: string, depth: number): Weights {
  const plain = unescapeText(uncover(text));
  const folded = fold(plain);
  const named = fold(splitNames(plain));
  const latin = latinise(folded);
  const open = merge([weigh(folded), ...(named === folded ? [] : [weigh(named)])]);
  const hidden = merge([
    ...(latin === folded ? [] : [weighChanged(latin)]),
    ...(isSpacedOut(folded) ? [weighChanged(spread(latin))] : []),
    hiddenLetters(latin),
  ]);
  const blobs = depth === 0 ? [] : decodeBlobs(plain).map((blob) => weighText(blob, depth - 1));
  return merge([
    open,
    beside(open, hidden, "disguise", DISGUISE_WEIGHT),
    beside(open, merge(blobs), "encoded", ENCODED_WEIGHT),
  ]);
}

/** Weighs names that stand one below the other: what is certain alone, since names are verbs anyway. */
export function weighNames(names: readonly string[]): Weights {
  return hiddenLetters(latinise(fold(unescapeText(uncover(names.join(" "))))));
}

function hiddenLetters(latin: string): Weights {
  return merge([
    weighLetters(spread(latin)),
    weighLetters(reverse(latin)),
    weighLetters(rot13(latin)),
  ]);
}

const KNOWN = new RegExp(LONG_WORDS.join("|"), "g");

/** The letters of a text with spaces where words that we know begin and end. */
function spread(latin: string): string {
  return squeeze(latin).replace(KNOWN, " $& ");
}

/** `weights` with what hiding them weighs, where they tell more than what stands there openly. */
function beside(open: Weights, weights: Weights, technique: Technique, weight: number): Weights {
  const isMore = [...weights].some(([key, value]) => value > (open.get(key) ?? 0));
  return isMore ? merge([weights, new Map([[technique, weight]])]) : weights;
}
