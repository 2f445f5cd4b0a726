// Which language is spoken around a word. Many words in Latin letters mean something else in another
// language ("die", "dan", "al", "clear"), so each counts only among others of its own language.
import { fold } from "./fold.ts";
import type { Language } from "./languages/language.ts";
import type { Word } from "./order.ts";

/** Words before and after that are looked at. */
const AROUND_WORDS = 8;
/** Words so short are found in most languages: more of the language must stand around them. */
const SHORT_UNITS_MAX = 2;
/** A word of a language's vocabulary so long tells of it as its small words do. */
const TELLING_UNITS_MIN = 5;

/** Words of English that every language has borrowed, and that order nothing there. */
const BORROWED = new Set("email mail post login link".split(" "));
/** Words in other letters than Latin around one that show that no English is spoken. */
const OTHER_LETTERS_MIN = 3;

export interface Listener {
  /** Whether the language of that place in the list is spoken around a word. */
  readonly isSpoken: (language: number, words: readonly Word[], i: number) => boolean;
  /** Whether a word that is English too belongs to another language where it stands. */
  readonly isForeign: (words: readonly Word[], i: number) => boolean;
}

/**
 * Listens for those languages. English has its own small words, and other words that tell of no
 * language.
 */
export function listen(
  languages: readonly Language[],
  english: { readonly small: string; readonly words: ReadonlySet<string> },
): Listener {
  const speakers = new Map<string, number>();
  /** Words of each language, whether they tell of it or not. */
  const owners = new Map<string, number>();
  const tell = (word: string, language: number): void => {
    speakers.set(word, (speakers.get(word) ?? 0) | (1 << language));
  };
  const others = new Set(languages.flatMap(({ small = "" }) => fold(small).split(" ")));
  const shared = new Set(english.small.split(" ").filter((word) => others.has(word)));
  const isSaid = (word: string): boolean => word !== "" && !shared.has(word);
  for (const word of english.small.split(" ").filter(isSaid)) tell(word, languages.length);
  for (const [language, { small = "", words }] of languages.entries()) {
    for (const word of fold(small).split(" ").filter(isSaid)) tell(word, language);
    const own = fold(`${small} ${Object.values(words).join(" ")}`).split(/[ *]+/);
    for (const word of own) owners.set(word, (owners.get(word) ?? 0) | (1 << language));
    for (const word of fold(Object.values(words).join(" ")).split(/[ _*~]+/)) {
      if (word.length >= TELLING_UNITS_MIN && !english.words.has(word)) tell(word, language);
    }
  }
  const countAround = (words: readonly Word[], i: number): readonly number[] => {
    const counts = Array.from({ length: languages.length + 1 }, () => 0);
    for (const word of around(words, i)) {
      const told = speakers.get(word.text) ?? 0;
      for (let n = 0; told >> n > 0; n++) counts[n] = (counts[n] ?? 0) + ((told >> n) & 1);
    }
    return counts;
  };
  return {
    isSpoken: (language, words, i) => {
      const counts = countAround(words, i);
      const own = counts[language] ?? 0;
      const isShort = (words[i]?.text.length ?? 0) <= SHORT_UNITS_MAX;
      return own >= (isShort ? 2 : 1) && 2 * own >= Math.max(...counts);
    },
    isForeign: (words, i) => {
      const text = words[i]?.text ?? "";
      const owned = owners.get(text) ?? 0;
      if (owned === 0 && !BORROWED.has(text)) return false;
      const counts = countAround(words, i);
      const spoken = counts.at(-1) ?? 0;
      if (BORROWED.has(text) && spoken === 0) {
        const foreign = around(words, i).filter((word) => !/[a-z0-9]/.test(word.text));
        if (foreign.length >= OTHER_LETTERS_MIN) return true;
      }
      return counts.some((count, n) => ((owned >> n) & 1) === 1 && count > Math.max(1, spoken));
    },
  };
}

/** The words around one, without it. */
function around(words: readonly Word[], i: number): readonly Word[] {
  return [
    ...words.slice(Math.max(0, i - AROUND_WORDS), i),
    ...words.slice(i + 1, i + 1 + AROUND_WORDS),
  ];
}
