// Verbs that are the methods of requests or belong to statements of SQL: they order nothing.
import type { Word } from "./order.ts";

/** What a statement of SQL names behind its verb, without an article. */
const STATED = new Set(
  "table index column schema database view type trigger constraint foreign subscription publication from select insert".split(
    " ",
  ),
);
const METHODS = new Set(["get", "post", "put", "patch", "delete", "options"]);

/** Whether it is a verb of SQL: `update carts set`, `insert into`, `alter table carts drop`. */
export function isOfStatement(words: readonly Word[], i: number): boolean {
  const at = (place: number): string => words[i + place]?.text ?? "";
  switch (at(0)) {
    case "update":
      return at(1) === "set" || at(2) === "set";
    case "set":
      return at(-1) === "update" || at(-2) === "update";
    case "insert":
      return at(1) === "into";
    case "alter":
    case "drop":
    case "truncate":
      return STATED.has(at(1));
    case "grant":
    case "delete":
      return STATED.has(at(1));
    default:
      return at(-3) === "alter" && at(-2) === "table";
  }
}

/** Whether it is the method of a request: "DELETE /orders". */
export function isMethod(folded: string, words: readonly Word[], i: number): boolean {
  const [word, next] = [words[i], words[i + 1]];
  if (word === undefined || !METHODS.has(word.text)) return false;
  const end = word.index + word.text.length;
  return (
    (folded.startsWith(" /", end) && folded.charAt(end + 2) !== "/") ||
    /^https?$/.test(next?.text ?? "")
  );
}
