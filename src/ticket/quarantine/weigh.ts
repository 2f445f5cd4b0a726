// Applies the rules to one folded text. A technique weighs what its heaviest rule does, so that one
// thing said twice does not count twice; the score is the sum over the techniques.
import { isOfVendor } from "./hosts.ts";
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
    const isPlace = PLACES.has(shape);
    const found = [...folded.matchAll(pattern)].filter(
      ({ 0: text, index }) => !isPlace || !isHarmless(folded, index + schemeIn(text)),
    );
    return [shape, found.map(({ 0: text, index }) => index + text.length - 1)] as const;
  });
  const pointed = [...folded.matchAll(ADDRESS)].filter(
    ({ index }) => isPointedTo(folded, index) && !isOfVendor(folded, index),
  );
  const places = [...shapes, ...packages, ["pointed", pointed.map(({ index }) => index)] as const]
    .filter(([, units]) => units.length > 0)
    .map(([sign, units]) => [sign, units.map(reading.placeOf)] as const);
  const signs = new Map([...signsOfWords(reading), ...places]);
  // Only English has its words of a failure here.
  const isPlainReport = REPORTS.test(folded) || !isEnglish(folded, reading.wordCount);
  const weights = new Map(
    heaviest(
      READ_RULES.filter(
        (rule) => !(rule.technique === "bare" && isPlainReport) && holds(rule, signs),
      ),
    ),
  );
  for (const [technique, weight] of ofTheWhole(folded, reading, weights)) {
    weights.set(technique, Math.max(weight, weights.get(technique) ?? 0));
  }
  return weights;
}

/** Where the scheme of an address begins in what was found, which may begin with a setting. */
function schemeIn(found: string): number {
  return Math.max(0, found.lastIndexOf("http"));
}

function isHarmless(folded: string, unit: number): boolean {
  return isOfVendor(folded, unit) || isPointedTo(folded, unit);
}

/** Shapes that are of no interest where they lead to a vendor. */
const PLACES: ReadonlySet<string> = new Set(["address", "host", "sets-address", "imports"]);

/** Whether enough of its words are small ones of English: one among many is of another language. */
function isEnglish(folded: string, wordCount: number): boolean {
  const small = new Set(folded.match(ENGLISH_SMALL)).size;
  return small > 1 || small * SHARE_OF_ENGLISH >= wordCount;
}
const SHARE_OF_ENGLISH = 5;
const ENGLISH_SMALL =
  /\b(?:the|is|are|of|this|with|and|it|from|to|for|in|on|that|you|your|as|be|not|all|an|by|at|its)\b/g;
const ADDRESS = /\bhttps?:\/\//g;

/** What a message of a failure says, whoever wrote it. */
const REPORTS =
  /error|exception|fail|cannot|can ?not|could not|unable|invalid|missing|(?:did|is|are|was|were|has) not|dropped|needs (?:a|an|at|options|to)\b|you need to|make sure|unexpected|unknown|denied|not (?:found|supported|allowed|defined|set|a|valid|configured|authori[sz]ed|available|provided|permitted|ready|enabled|run|yet|use|match)|n't\b|does not|undefined|\bnull\b|refused|reject|time[ds]? ?out|timeout|exceed|mismatch|forbidden|unauthori|expire|warn|deprecat|malformed|conflict|unavailable|\btoo [a-z]+|no such|did you (?:forget|mean|run)|can only|try again|declined|when using|instead of|overload|\breset\b|\blost\b|must (?:be|not|have|contain|match|start|end|provide)|is required|are required|shorter|longer than|at least|at most|less than|greater|without a matching|\bat .{0,80}:\d+|\bhttp [45]\d\d|[45]\d\d [a-z]|cancel|abort|panick|insufficient|incorrect|wrong|violat|blocked|disabled|duplicate|prevent|requires|revoked|vulnerab|already|no longer (?:supported|available|valid|exist)|skipped|ignored|stale|hint:|unsupported|ambiguous|is empty|took \d|retry/;

/** Whether an address is named for whoever wants to know more, as errors of libraries do. */
function isPointedTo(folded: string, unit: number): boolean {
  return /(?:read more|learn more|more info|more information|more details|documentation|docs|see|see also|refer to|details)(?: at| here)?[:,]? ?[<("'`]?$/.test(
    folded.slice(Math.max(0, unit - POINTER_UNITS), unit),
  );
}
const POINTER_UNITS = 32;

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
    ...(isLetter && !isReport && spokenTo >= PROSE_YOU_MIN
      ? [["prose", PROSE_WEIGHT] as const]
      : []),
    ...(isLetter && !isReport ? [["prose", LETTER_WEIGHT] as const] : []),
  ];
}
