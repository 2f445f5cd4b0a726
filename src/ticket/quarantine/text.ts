// One text in all the guises in which somebody could read it, weighed together.
import { QUARANTINE_BLOBS_MAX } from "../../limits.ts";
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
import {
  closeUp,
  isMoved,
  isTurned,
  joinParts,
  joinPieces,
  reverseWords,
  slugs,
} from "./guises.ts";
import { LONG_WORDS } from "./lookup.ts";
import { DISGUISE_WEIGHT, ENCODED_WEIGHT } from "./techniques.ts";
import type { Technique } from "./techniques.ts";
import { weighDressed, weighUnseen } from "./unseen.ts";
import { weigh, weighChanged, weighLetters } from "./weigh.ts";
import { merge } from "./weights.ts";
import type { Weights } from "./weights.ts";

/** Weighs a text, and so many levels deep what it encodes. */
export function weighText(text: string, depth: number): Weights {
  const unescaped = unescapeText(text);
  const plain = unescapeText(uncover(text));
  const folded = fold(plain);
  const named = fold(splitNames(plain));
  const latin = latinise(folded);
  const joined = joinPieces(plain);
  const open = merge([
    weigh(folded),
    ...(named === folded ? [] : [weigh(named)]),
    weighUnseen(unescaped),
    weighDressed(text, unescaped, folded),
    ...slugs(folded).map((slug) => weighChanged(slug)),
    ...longNames(plain).map((name) => weigh(fold(splitNames(name)))),
  ]);
  const hidden = merge([
    ...(latin === folded ? [] : [weighChanged(latin)]),
    ...(joined === plain ? [] : [weighChanged(fold(joined))]),
    ...joinParts(plain).map((parts) => weighChanged(fold(parts))),
    ...(isSpacedOut(folded)
      ? [weighChanged(spread(latin)), weighChanged(fold(closeUp(plain)))]
      : []),
    ...(isMoved(latin) ? [weighChanged(rot13(latin))] : []),
    ...(isTurned(latin) ? [weighChanged(reverse(latin)), weighChanged(reverseWords(latin))] : []),
    hiddenLetters(latin),
  ]);
  const blobs = depth === 0 ? [] : decodeBlobs(plain).map((blob) => weighText(blob, depth - 1));
  return merge([
    open,
    beside(open, hidden, "disguise", DISGUISE_WEIGHT),
    beside(open, merge(blobs), "encoded", ENCODED_WEIGHT),
  ]);
}

/** Names of functions in a text that are as long as a sentence and have its little words. */
function longNames(plain: string): readonly string[] {
  return (plain.match(/\b[A-Za-z]{20,}/g) ?? [])
    .filter((name) =>
      /^Please[A-Z]|[a-z](?:The|And|All|Then|Please|To|Without|In|For|Before|Until|Should|Must|Every|Always|Never|By)[A-Z]/.test(
        name,
      ),
    )
    .slice(0, QUARANTINE_BLOBS_MAX);
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
