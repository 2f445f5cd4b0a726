// Applies the rules to one folded text. A technique weighs what its heaviest rule does, so that one
// thing said twice does not count twice; the score is the sum over the techniques.
import { READ_RULES, holds } from "./near.ts";
import type { Signs } from "./near.ts";
import { findPackages } from "./packages.ts";
import { read } from "./read.ts";
import type { Reading } from "./read.ts";
import {
  BARE_WEIGHT,
  BARE_WORDS_MIN,
  LETTER_WEIGHT,
  ORDERS,
  PROSE_WEIGHT,
  PROSE_WORDS_MIN,
  PROSE_YOU_MIN,
  SUSPICION_MIN,
} from "./techniques.ts";
import type { Technique } from "./techniques.ts";
import { SHAPES } from "./shapes.ts";
import type { Weights } from "./weights.ts";

/** Weighs a folded text by all rules. */
export function weigh(folded: string): Weights {
  const { installed, run } = findPackages(folded);
  return weighBy(folded, [
    ["package", installed],
    ["unknown-package", run],
  ]);
}

/** Weighs a text whose letters were changed: the names of packages in it are no longer theirs. */
export function weighChanged(latin: string): Weights {
  return weighBy(latin, []);
}

/** Weighs letters without spaces, turned or moved: by the rules alone that are certain in them too. */
export function weighLetters(letters: string): Weights {
  const signs = signsOfWords(read(letters));
  return heaviest(READ_RULES.filter((rule) => rule.isCertain && holds(rule, signs)));
}

function weighBy(
  folded: string,
  packages: readonly (readonly [sign: string, units: readonly number[]])[],
): Weights {
  const reading = read(folded);
  const shapes = SHAPES.map(({ shape, pattern }) => {
    const found = [...folded.matchAll(pattern)];
    return [shape, found.map(({ 0: text, index }) => index + text.length - 1)] as const;
  });
  const places = [...shapes, ...packages]
    .filter(([, units]) => units.length > 0)
    .map(([sign, units]) => [sign, units.map(reading.placeOf)] as const);
  const signs = new Map([...signsOfWords(reading), ...places]);
  const weights = new Map(heaviest(READ_RULES.filter((rule) => holds(rule, signs))));
  for (const [technique, weight] of ofTheWhole(folded, reading, weights)) {
    weights.set(technique, weight);
  }
  return weights;
}

function signsOfWords({ found, ordered }: Reading): Signs {
  return new Map([
    ...found,
    ...[...ordered].map(([idea, places]) => [`!${idea}`, places] as const),
  ]);
}

function heaviest(
  rules: readonly { readonly technique: Technique; readonly weight: number }[],
): Weights {
  const byWeight = rules.toSorted((a, b) => a.weight - b.weight);
  return new Map(byWeight.map(({ technique, weight }) => [technique, weight]));
}

/** What no place of the text tells but the whole. */
function ofTheWhole(
  folded: string,
  { found, deedCount, wordCount }: Reading,
  weights: Weights,
): readonly (readonly [Technique, number])[] {
  const orders = ORDERS.findLast(({ deeds }) => deedCount >= deeds);
  const isReport = found.has("trouble") || /error|exception|fail/.test(folded);
  const isSuspect = deedCount > 0 || Math.max(0, ...weights.values()) >= SUSPICION_MIN;
  const isBare = !isReport && isSuspect && wordCount >= BARE_WORDS_MIN;
  const isLetter = wordCount >= PROSE_WORDS_MIN && deedCount > 0;
  const spokenTo = found.get("you")?.length ?? 0;
  return [
    ...(orders === undefined ? [] : [["orders", orders.weight] as const]),
    ...(isBare ? [["bare", BARE_WEIGHT] as const] : []),
    ...(isLetter && spokenTo >= PROSE_YOU_MIN ? [["prose", PROSE_WEIGHT] as const] : []),
    ...(isLetter && !isReport ? [["prose", LETTER_WEIGHT] as const] : []),
  ];
}
