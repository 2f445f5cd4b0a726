// What is written down of a language.
import type { Words } from "../words.ts";

/**
 * The words of a language, as people write them or already folded: "_" joins the words of a phrase,
 * "*" stands for any ending, "~" in a phrase for some words or none: "schalte_~_ab".
 */
export interface Language {
  /**
   * Its articles, pronouns, prepositions: where they stand, it is spoken. Only languages in Latin
   * letters have them, whose other words are easily taken for those of another.
   */
  readonly small?: string;
  /** Letters that its texts never have: Japanese shares signs with Chinese, which has no kana. */
  readonly never?: RegExp;
  /** How the things begin that a company approves every day: orders, invoices, leave. */
  readonly matters?: string;
  readonly words: Words;
}
