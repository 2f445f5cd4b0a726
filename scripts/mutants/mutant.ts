// A mutant: the code with one rule broken. If no test fails then, nothing holds the rule.

/** One rule and how to break it. */
export interface Mutant {
  /** What holds, as a sentence. */
  readonly rule: string;
  /** Where it is held, from the project's root. */
  readonly file: string;
  /** The text to be replaced. It must be there exactly once, so it need be no longer than that takes. */
  readonly find: string;
  readonly replace: string;
  /** Those that should notice, from the project's root. */
  readonly tests: readonly `test/${string}.test.ts`[];
}

/** The file's text with the rule broken. Throws where the patch does not fit the text. */
export function patch(text: string, { rule, file, find, replace }: Mutant): string {
  const times = find === "" ? 0 : text.split(find).length - 1;
  if (times !== 1) {
    throw new Error(
      `"${rule}" looks in ${file} for ${JSON.stringify(find)}: ${times} times, not 1`,
    );
  }
  if (find === replace) throw new Error(`"${rule}" changes nothing in ${file}`);
  // As a function, since a text with a dollar sign in it would mean more than itself.
  return text.replace(find, () => replace);
}
