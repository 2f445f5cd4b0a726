// Whether a verb orders something where it stands, or tells of it: "delete the file" is an order,
// "cannot delete the file" and "client.delete(file)" are none.

/** A word of a text and where it begins. */
export interface Word {
  readonly text: string;
  readonly index: number;
}

// A verb after or before one of these tells of something and orders nothing.
const TELLS_BEFORE = new Set(
  "will never avoid currently yet to not cannot t could couldn failed failing unable the a an of is was were are be been being did does didn doesn for on in by this that with no its his her their our each every when while if during after before last first previous next which who during between via new old only our test pre auto re un non could would might may http status method or can didn".split(
    " ",
  ),
);
const TO_AFTER = new Set(
  "refuse refuses need needs have has want required told asked instructed supposed expected sure remember proceed go try authorised authorized allowed permitted free you is are agent agents assistant assistants ai llm bot developer engineer you".split(
    " ",
  ),
);
const TELLS_AFTER = new Set(
  "access failed failure fails failing error errors operation of is was were are has had timeout timed exceeded not denied limit request requests method function aborted rejected returned reason code codes handler hook key id name type conflict conflicts invalid already could cannot event result results attempt".split(
    " ",
  ),
);

/** Signs of code and addresses: a word beside one is a part of a name. */
const NAME_BEFORE = /[./_\-=&?@:$\\#%+]$/;
const NAME_AFTER =
  /^(?:[(=/_\\@$[{<%+]|[.:][^\s"']|-(?!(?:o|a|os|as|me|lo|la|los|las|le|les|moi|se|nos|y)$))/;
/** Tools whose commands are verbs: "wrangler secret delete". */
const TOOLS = new Set(
  "wrangler prisma npm pnpm yarn npx bun docker kubectl git vercel supabase turbo nx drizzle kit d1 r2 kv vectorize pages".split(
    " ",
  ),
);
const AFTER_TOOL_WORDS = 3;
const ADVERBS = new Set("always also then now automatically only still".split(" "));
/** "running" orders only as in "by running" or "consider running". */
const BEFORE_GERUND = new Set(
  "by is try consider recommend recommended suggest suggested start means requires involves need helps and or keep".split(
    " ",
  ),
);
const METHODS = new Set(["get", "post", "put", "patch", "delete", "options"]);

/** Whether a word may be an order where it stands: no part of a name, and nothing that is told. */
export function isOrdered(folded: string, words: readonly Word[], i: number): boolean {
  const [beforeLast, last, word, next] = [words[i - 2], words[i - 1], words[i], words[i + 1]];
  if (word === undefined) return false;
  const end = word.index + word.text.length;
  const gap = folded.slice(last === undefined ? 0 : last.index + last.text.length, word.index);
  const after = folded.slice(end, Math.min(next?.index ?? Infinity, end + 3));
  // A word in quotes is a value.
  if (/["'`]$/.test(gap) && /^["'`]/.test(after)) return false;
  if (NAME_BEFORE.test(gap) || NAME_AFTER.test(after + (next?.text ?? ""))) return false;
  if (isMethod(folded, words, i) || isOfStatement(words, i)) return false;
  if (word.text.endsWith("ing")) return BEFORE_GERUND.has(last?.text ?? "");
  if (isOfTool(folded, words, i)) return false;
  if (ADVERBS.has(last?.text ?? "") && TELLS_BEFORE.has(beforeLast?.text ?? "")) return false;
  if (next !== undefined && after === " " && TELLS_AFTER.has(next.text)) return false;
  // What a full stop, a comma or a line break sets apart does not belong together.
  if (last === undefined || !TELLS_BEFORE.has(last.text) || !/^[ ']$/.test(gap)) return true;
  return last.text === "to" && TO_AFTER.has(beforeLast?.text ?? "");
}

/** Whether one of the words just before, on the same line and with nothing but spaces between, is a tool. */
function isOfTool(folded: string, words: readonly Word[], i: number): boolean {
  const end = words[i]?.index ?? 0;
  return words
    .slice(Math.max(0, i - AFTER_TOOL_WORDS), i)
    .some(
      ({ text, index }) =>
        TOOLS.has(text) && /^[\w -]*$/.test(folded.slice(index + text.length, end)),
    );
}

/** Whether it is a verb of SQL: `update carts set`, `insert into`, `alter table carts drop`. */
function isOfStatement(words: readonly Word[], i: number): boolean {
  const at = (place: number): string => words[i + place]?.text ?? "";
  switch (at(0)) {
    case "update":
      return at(1) === "set" || at(2) === "set";
    case "set":
      return at(-1) === "update" || at(-2) === "update";
    case "insert":
      return at(1) === "into";
    case "alter":
      return at(1) === "table";
    default:
      return at(-3) === "alter" && at(-2) === "table";
  }
}

/** Whether it is the method of a request: "DELETE /orders". */
export function isMethod(folded: string, words: readonly Word[], i: number): boolean {
  const [word, next] = [words[i], words[i + 1]];
  if (word === undefined || !METHODS.has(word.text)) return false;
  const end = word.index + word.text.length;
  return folded.startsWith(" /", end) || /^https?$/.test(next?.text ?? "");
}
