// Which ideas a word stands for, over all languages at once.
import { fold } from "./fold.ts";
import { LATIN_SCRIPT, OTHER_SCRIPTS } from "./languages.ts";
import type { Word } from "./order.ts";
import { ENGLISH } from "./words.ts";
import type { Idea } from "./words.ts";

interface Phrase {
  readonly rest: readonly string[];
  readonly isStem: boolean;
  readonly idea: Idea;
}

/** Begin English words that mean something else: "installed", "confirmation". */
const NOT_BENT = new Set([
  "installe",
  "confirma",
  "valide",
  "direction",
  "solution",
  "attention",
  "imprime",
  "commande",
  "elimina",
  "verifica",
  "signatur",
  "autorise",
  "supprime",
]);
/** No word of ours is longer: a text without spaces is not read to its end at each letter. */
const WORD_UNITS_MAX = 40;
/** The same for scripts without spaces, where each letter may begin a word. */
const UNSPACED_UNITS_MAX = 12;

const exact = new Map<string, readonly Idea[]>();
const stems = new Map<string, readonly Idea[]>();
const phrases = new Map<string, readonly Phrase[]>();
const ENGLISH_WORDS = new Set(Object.values(ENGLISH).flatMap((list) => list.split(/[ _]/)));
for (const words of [ENGLISH, LATIN_SCRIPT, OTHER_SCRIPTS]) {
  for (const [idea, list] of Object.entries(words)) {
    learn(idea as Idea, words === LATIN_SCRIPT ? withEndings(list) : list);
  }
}

/** Other languages bend their words: long ones stand for any ending, unless English begins so too. */
function withEndings(list: string): string {
  return list
    .split(" ")
    .map((word) => (isBent(word) ? `${word}*` : word))
    .join(" ");
}

function isBent(word: string): boolean {
  return word.length > 5 && !/[_*]/.test(word) && !ENGLISH_WORDS.has(word) && !NOT_BENT.has(word);
}
const STEM_UNITS_MAX = Math.max(...[...stems.keys()].map((stem) => stem.length));

function learn(idea: Idea, list: string): void {
  for (const entry of list.split(" ")) {
    const isStem = entry.endsWith("*");
    const [first = "", ...rest] = fold(entry.replaceAll("*", "")).split("_").filter(Boolean);
    if (rest.length > 0) add(phrases, first, { rest, isStem, idea });
    else add(isStem ? stems : exact, first, idea);
  }
}

function add<T>(map: Map<string, readonly T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** English words of some length, the longest first: what is found in letters without spaces. */
export const LONG_WORDS: readonly string[] = [
  ...new Set(Object.values(ENGLISH).flatMap((list) => list.split(/[ _]/))),
]
  .filter((word) => word.length > 3 || word === "all" || word === "run")
  .toSorted((a, b) => b.length - a.length);

export interface Found {
  readonly idea: Idea;
  readonly isPhrase: boolean;
}

/** The ideas of a word from a unit of it on, alone and with the words that follow. */
export function ideasAt(
  folded: string,
  words: readonly Word[],
  i: number,
  offset: number,
  isUnspaced: boolean,
): readonly Found[] {
  const text =
    words[i]?.text.slice(offset, offset + (isUnspaced ? UNSPACED_UNITS_MAX : WORD_UNITS_MAX)) ?? "";
  const ideas = [...(exact.get(text) ?? [])];
  const inPhrases: Idea[] = [];
  for (let length = 1; length <= Math.min(text.length, STEM_UNITS_MAX); length++) {
    ideas.push(...(stems.get(text.slice(0, length)) ?? []));
  }
  for (const { rest, isStem, idea } of phrases.get(text) ?? []) {
    const fits = rest.every((part, n) => {
      const word = words[i + 1 + n]?.text ?? "";
      if (folded.charAt((words[i + 1 + n]?.index ?? 0) - 1) === "_") return false;
      return isStem && n === rest.length - 1 ? word.startsWith(part) : word === part;
    });
    if (fits) inPhrases.push(idea);
  }
  return [
    ...ideas.map((idea) => ({ idea, isPhrase: false })),
    ...inPhrases.map((idea) => ({ idea, isPhrase: true })),
  ];
}
