// Which ideas a word stands for, over all languages at once.
import { fold } from "./fold.ts";
import { ENGLISH_SMALL, LATIN_SCRIPT, OTHER_SCRIPTS } from "./languages.ts";
import { ENGLISH_WISHES } from "./languages/english.ts";
import type { Word } from "./order.ts";
import { ENGLISH_CONTROL } from "./languages/english-control.ts";
import { ENGLISH_NORMS } from "./languages/english-norms.ts";
import { ENGLISH_REMEDIES } from "./languages/english-remedies.ts";
import { ENGLISH } from "./languages/english-words.ts";
import { follow } from "./phrases.ts";
import type { Part } from "./phrases.ts";
import { listen } from "./spoken.ts";
import { isToldOf } from "./told.ts";
import type { Idea } from "./words.ts";

/** What a word stands for, and in which language. */
interface Meaning {
  readonly idea: Idea;
  readonly language: Tongue;
}

/** The place of a language in LATIN_SCRIPT; of others the letters that they never have, if any. */
type Tongue = number | "english" | RegExp | undefined;

interface Phrase extends Meaning {
  /** The words after the first; "~" is a gap. */
  readonly rest: readonly Part[];
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
/** Are English words of another meaning, or of less weight, and read as those. */
const ENGLISH_TOO = new Set(
  "model firewall installer die env data api url error login protection".split(" "),
);
/** No word of ours is longer: a text without spaces is not read to its end at each letter. */
const WORD_UNITS_MAX = 40;
/** The same for scripts without spaces, where each letter may begin a word. */
const UNSPACED_UNITS_MAX = 12;

/** So near stand the letters by which languages without spaces are told apart. */
const BESIDE_UNITS = 20;

const exact = new Map<string, readonly Meaning[]>();
const stems = new Map<string, readonly Meaning[]>();
const phrases = new Map<string, readonly Phrase[]>();
/** Those whose first word may have any ending. */
const stemPhrases = new Map<string, readonly Phrase[]>();
const ENGLISH_LISTS = [ENGLISH, ENGLISH_WISHES, ENGLISH_CONTROL, ENGLISH_NORMS, ENGLISH_REMEDIES];
const ENGLISH_WORDS = new Set(
  ENGLISH_LISTS.flatMap(Object.values<string>).flatMap((list) => list.split(/[ _]/)),
);
for (const words of ENGLISH_LISTS) {
  for (const [idea, list] of Object.entries(words)) learn(idea as Idea, list, "english");
}
for (const { words, never } of OTHER_SCRIPTS) {
  for (const [idea, list] of Object.entries(words)) {
    learn(idea as Idea, withoutLatin(list), never);
  }
}
for (const [language, { words }] of LATIN_SCRIPT.entries()) {
  for (const [idea, list] of Object.entries(words)) {
    learn(idea as Idea, withEndings(list), language);
  }
}
const STEM_UNITS_MAX = Math.max(
  ...[...stems.keys(), ...stemPhrases.keys()].map((stem) => stem.length),
);
const listener = listen(LATIN_SCRIPT, { small: ENGLISH_SMALL, words: ENGLISH_WORDS });

/** Among the words of another script a Latin one (API, env) would be read in English texts. */
function withoutLatin(list: string): string {
  return list
    .split(" ")
    .filter((word) => !/^[a-z]+\*?$/i.test(word))
    .join(" ");
}

/** Other languages bend their words: long ones stand for any ending, unless English begins so too. */
function withEndings(list: string): string {
  return list
    .split(" ")
    .filter((word) => !ENGLISH_TOO.has(word))
    .map((word) => (isBent(word) ? `${word}*` : word))
    .join(" ");
}

function isBent(word: string): boolean {
  return word.length > 5 && !/[_*]/.test(word) && !ENGLISH_WORDS.has(word) && !NOT_BENT.has(word);
}

function learn(idea: Idea, list: string, language: Tongue): void {
  for (const entry of list.split(" ").filter(Boolean)) {
    const [first, ...rest] = fold(entry)
      .split("_")
      .filter(Boolean)
      .map((part) => ({ text: part.replaceAll("*", ""), isStem: part.endsWith("*") }));
    if (first === undefined) continue;
    // "No longer needed, remove it": what is asked for is wished for too.
    if (idea === "weaken" && language !== "english") learn("dropped", entry, language);
    if (rest.length > 0) {
      add(first.isStem ? stemPhrases : phrases, first.text, { rest, idea, language });
    } else add(first.isStem ? stems : exact, first.text, { idea, language });
  }
}

function add<T>(map: Map<string, readonly T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** Verbs whose other forms tell: "it ignores" is no order in letters without spaces either. */
const FLEXED = new Set(ENGLISH.ignore?.split(" ") ?? []);

function flex(word: string): readonly string[] {
  const stem = word.replace(/e$/, "");
  return [`${word}s`, `${stem}ed`, `${stem}ing`];
}

/** English words of some length, the longest first: what is found in letters without spaces. */
export const LONG_WORDS: readonly string[] = [
  ...new Set(
    Object.values(ENGLISH)
      .flatMap((list) => list.split(/[ _]/))
      .flatMap((word) => (FLEXED.has(word) ? [word, ...flex(word)] : [word])),
  ),
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
  const meanings = [...(exact.get(text) ?? [])];
  const begun = [...(phrases.get(text) ?? [])];
  for (let length = 1; length <= Math.min(text.length, STEM_UNITS_MAX); length++) {
    const stem = text.slice(0, length);
    meanings.push(...(stems.get(stem) ?? []));
    begun.push(...(stemPhrases.get(stem) ?? []));
  }
  const inPhrases = begun.filter(({ rest }) => follow(rest, folded, words, i));
  const heard = new Map<number, boolean>();
  const isHeard = (language: number): boolean => {
    const known = heard.get(language) ?? listener.isSpoken(language, words, i);
    heard.set(language, known);
    return known;
  };
  const beside =
    words[i]?.text.slice(Math.max(0, offset - BESIDE_UNITS), offset + BESIDE_UNITS) ?? "";
  const isWritten = (language: number | RegExp | undefined): boolean =>
    typeof language === "number"
      ? isHeard(language)
      : language === undefined || !language.test(beside);
  const unit = (words[i]?.index ?? 0) + offset;
  const isForeign =
    meanings.some(({ language }) => language === "english") &&
    offset === 0 &&
    listener.isForeign(words, i);
  const isMeant = ({ idea, language }: Meaning): boolean =>
    language === "english" ? !isForeign : isWritten(language) && !isToldOf(idea, folded, unit);
  return [
    ...meanings.filter(isMeant).map(({ idea }) => ({ idea, isPhrase: false })),
    ...inPhrases
      .filter((meaning) => meaning.language === "english" || isMeant(meaning))
      .map(({ idea }) => ({ idea, isPhrase: true })),
  ];
}
