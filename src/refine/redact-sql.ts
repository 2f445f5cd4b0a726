// Secrets in SQL that only their place names.
import { MARK } from "./mark.ts";
import { readName } from "./redact-names.ts";
import { take } from "./redact-tally.ts";
import type { Rule } from "./redact-tally.ts";

/** From quote to quote, or to the end of a text that was cut off. What opens always matches. */
const QUOTED = /'(?:[^'\\]|\\[^]?|'')*(?:'|$)/g;
/** An empty value, or a mark. They match above, lest the next value begin at their closing quote. */
const DONE = new RegExp(`^'(?:(?:${MARK.source})?')?$`);

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
            values.replace(QUOTED, (value) =>
              DONE.test(value) ? value : `'${take(tally, "value")}'`,
            )
          : all,
    ),
};
