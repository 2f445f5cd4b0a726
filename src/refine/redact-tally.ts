// What one redaction has taken out so far.
import { mark } from "./mark.ts";
import { isRandom } from "./redact-random.ts";

/** Secrets that are looked for again; bounded, since each costs one more search of the text. */
const AGAIN_MAX = 16;
const AGAIN_UNITS_MIN = 8;

export interface Tally {
  /** How many of each mark. */
  readonly counts: Record<string, number>;
  /** Secrets that may stand elsewhere without what gave them away, and their marks. */
  readonly again: Map<string, string>;
  /** Names of fields that the user adds. */
  readonly keys: readonly string[];
}

/** A rule: `hint` is cheap and necessary, and `cut` is only called on a text that has it. */
export interface Rule {
  readonly hint: RegExp;
  cut(text: string, tally: Tally): string;
}

/** An empty tally. */
export function createTally(keys: readonly string[]): Tally {
  return { counts: {}, again: new Map(), keys };
}

/** Counts one secret and answers the mark that stands in its place. */
export function take(tally: Tally, name: string, secret = ""): string {
  tally.counts[name] = (tally.counts[name] ?? 0) + 1;
  if (secret.length >= AGAIN_UNITS_MIN && tally.again.size < AGAIN_MAX) {
    // A plain word that served as a password must not vanish from every other sentence.
    if (isRandom(secret, 4) || /\d{16}/.test(secret)) tally.again.set(secret, name);
  }
  return mark(name);
}

/** Takes out the secrets that were given away once wherever else they stand. */
export function takeAgain(text: string, tally: Tally): string {
  let left = text;
  for (const [secret, name] of tally.again) {
    left = left.replaceAll(secret, () => take(tally, name));
  }
  return left;
}
