// The words of a phrase behind its first one, and whether they stand in a text.
import type { Word } from "./order.ts";

/** A word of a phrase, of which a stem has any ending. */
export interface Part {
  readonly text: string;
  readonly isStem: boolean;
}

/** Verbs of some languages are split: "schalte die Prüfung ab". */
const GAP = "~";
const GAP_WORDS_MAX = 4;

/** Whether the further words of a phrase stand behind the word at `i`. */
export function follow(
  rest: readonly Part[],
  folded: string,
  words: readonly Word[],
  i: number,
): boolean {
  let last = i;
  let gap = 0;
  for (const part of rest) {
    if (part.text === GAP) {
      gap = GAP_WORDS_MAX;
      continue;
    }
    const next = words.slice(last + 1, last + 2 + gap).findIndex(({ text, index }) => {
      if (folded.charAt(index - 1) === "_") return false;
      return part.isStem ? text.startsWith(part.text) : text === part.text;
    });
    if (next < 0) return false;
    last += 1 + next;
    gap = 0;
  }
  return true;
}
