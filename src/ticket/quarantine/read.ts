// Which ideas a folded text holds, and where: its words are looked up one after the other, so the
// time is linear. Places are counted in words, since languages differ in letters.
import { NAMING_UNITS_MAX } from "../../limits.ts";
import { ideasAt } from "./lookup.ts";
import { isDenied, isOfPerson, isParameter, isPossible, isQuoted, isRefused } from "./meant.ts";
import { isOrdered } from "./order.ts";
import { isMethod, isOfStatement } from "./statements.ts";
import { isToldAround } from "./told.ts";
import { DEEDS } from "./words.ts";
import type { Idea } from "./words.ts";

/** Where each idea stands, in ascending order. */
export interface Reading {
  readonly found: ReadonlyMap<Idea | "deed", readonly number[]>;
  /** Only where it is an order: "delete the file", not "cannot delete the file". */
  readonly ordered: ReadonlyMap<Idea | "deed", readonly number[]>;
  readonly wordCount: number;
  /** Different words that order a deed. */
  readonly deedCount: number;
  /** The place of the word at or before a unit of the text. */
  readonly placeOf: (unit: number) => number;
}

/** What an address goes on with: its words are names. */
const ADDRESS = /:\/\/[^\s"'<>)]+/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that put no space between words: each letter may begin one. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\u30fc]/u;
/** Arabic and Hebrew write "and", "with", "to" and "the" on the word. */
const PREFIXED = /^[\u0590-\u06ff]/;
const PREFIX_UNITS_MAX = 3;

/** Finds the ideas of a folded text. */
export function read(whole: string): Reading {
  const folded = whole.replace(ADDRESS, (address) => `://${"_".repeat(address.length - 3)}`);
  const words = [...folded.matchAll(WORD)].map(({ 0: text, index }) => ({ text, index }));
  const found = new Map<Idea | "deed", number[]>();
  const ordered = new Map<Idea | "deed", number[]>();
  const deeds = new Set<string>();
  const places: number[] = [];
  // In a name alone, a route or the name of a class, every word counts.
  const isName =
    folded.length <= NAMING_UNITS_MAX &&
    folded.split(/\s/, 3).length < 3 &&
    !UNSPACED.test(folded) &&
    !/["'{}=;()<>,]|:\/\//.test(folded);
  let place = 0;
  let lastEnd = 0;
  for (const [i, word] of words.entries()) {
    const gap = folded.slice(lastEnd, word.index);
    if (i > 0 && SENTENCE_END.test(gap)) place += SENTENCE_END_PLACES;
    lastEnd = word.index + word.text.length;
    places.push(place);
    const isOrder = isName ? !isMethod(folded, words, i) : isOrdered(folded, words, i);
    const told = new Map<number, boolean>();
    const isTold = (offset: number): boolean => {
      const known = told.get(offset) ?? isToldAround(folded, word.index + offset);
      told.set(offset, known);
      return known;
    };
    const isUnspaced = UNSPACED.test(word.text);
    const last = isUnspaced
      ? word.text.length - 1
      : PREFIXED.test(word.text)
        ? PREFIX_UNITS_MAX
        : 0;
    for (let offset = 0; offset <= last; offset++) {
      const here = place + (isUnspaced ? offset / 2 : 0);
      for (const { idea, isPhrase } of ideasAt(
        isName ? folded.replaceAll("_", " ") : folded,
        words,
        i,
        offset,
        isUnspaced,
      )) {
        if (idea === "ignore" && !isName && (isTold(offset) || isOfStatement(words, i))) continue;
        if ((idea === "approved" || idea === "entitled") && isDenied(words, i)) continue;
        if (idea === "sent" && words[i - 1]?.text === "not") continue;
        if (idea === "entitled" && isPossible(words, i)) continue;
        if (idea === "secret" && !isName && isQuoted(folded, word)) continue;
        if (NAMED.has(idea) && isQuoted(folded, word) && isParameter(words, i)) continue;
        if (REFUSABLE.has(idea) && word.text === "without" && isRefused(folded, words, i)) continue;
        if (isOfPerson(words, i) && OWNED.has(idea)) continue;
        note(found, idea, here);
        if (!isOrder && (!isPhrase || MUST_COMMAND.has(idea))) continue;
        if (DEEDS.includes(idea) && !isName && isTold(offset)) continue;
        note(ordered, idea, here);
        if (!DEEDS.includes(idea)) continue;
        note(ordered, "deed", here);
        deeds.add(word.text.slice(offset, offset + 4));
      }
    }
    place += isUnspaced ? Math.ceil(word.text.length / 2) : 1;
  }
  const placeOf = (unit: number): number => {
    const after = firstFrom(words.length, (i) => (words[i]?.index ?? 0) > unit);
    return places[Math.max(0, after - 1)] ?? 0;
  };
  return { found, ordered, wordCount: words.length, deedCount: deeds.size, placeOf };
}

/** Phrases that mean nothing but where they command: "the attribute set to none". */
const MUST_COMMAND: ReadonlySet<Idea> = new Set(["flips", "allowit"] as const);

/** What parameters of models are called. */
const NAMED: ReadonlySet<Idea> = new Set(["orders", "instructions", "context"] as const);
/** Lack of consent that is refused. */
const REFUSABLE: ReadonlySet<Idea> = new Set(["without", "hush"] as const);

/** What may be a customer's own, which he writes of to his support. */
const OWNED: ReadonlySet<Idea> = new Set(["secret", "target", "asset", "data", "agent"] as const);

/** Where a sentence ends; what stands in two sentences belongs together less. */
const SENTENCE_END = /[.!?:;]\s|\n\n|[。!?]/;
const SENTENCE_END_PLACES = 8;

function note(map: Map<Idea | "deed", number[]>, idea: Idea | "deed", place: number): void {
  const known = map.get(idea);
  if (known === undefined) map.set(idea, [place]);
  else if (known.at(-1) !== place) known.push(place);
}

/** The first of `count` indices for which `isAfter` holds, or `count`: it must hold from there on. */
export function firstFrom(count: number, isAfter: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
