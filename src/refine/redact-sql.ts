// Secrets in SQL that only their place names.
import { readName } from "./redact-names.ts";
import { take } from "./redact-tally.ts";
import type { Rule } from "./redact-tally.ts";

/** All values of an INSERT that names a secret column: which one is not worth being wrong about. */
export const SQL_INSERT: Rule = {
  hint: /insert\s+into/i,
  cut: (text, tally) =>
    text.replace(
      /(insert\s{1,8}into[^()]{1,128}\(([^()]{1,512})\)\s{0,8}values)([^;]*)/gi,
      (all, head: string, columns: string, values: string) =>
        columns
          .split(/[\s,"'`]+/)
          .some((name) => (readName(name, tally.keys)?.trust ?? "random") !== "random")
          ? head +
            values.replace(/'(?!<)(?:[^'\\]|\\[^]?|'')+(?:'|$)/g, () => `'${take(tally, "value")}'`)
          : all,
    ),
};
