// Whether a verb orders something where it stands, or tells of it: "delete the file" is an order,
// "cannot delete the file" and "client.delete(file)" are none.
import { isMethod, isOfStatement } from "./statements.ts";

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
  "agreed decided advised requested encouraged invited urged obliged as refuse refuses need needs have has want required told asked instructed supposed expected sure remember proceed go try authorised authorized allowed permitted free you is are agent agents assistant assistants ai llm bot developer engineer you".split(
    " ",
  ),
);
const TELLS_AFTER = new Set(
  "access failed failure fails failing error errors operation of is was were are has had timeout timed exceeded not denied limit request requests method function aborted rejected returned reason code codes handler hook key id name type conflict conflicts invalid already could cannot event result results attempt digit digits constraint".split(
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
  "is try consider recommend recommended suggest suggested start mind means requires involves need helps and or keep".split(
    " ",
  ),
);
/** Nouns as often as verbs: they order only where a clause begins. */
const NOUNS = new Set(
  "run call test list copy report display show email mail share output dump print leak export commit merge push release pull clone fetch request set change update upgrade replace switch point mark tag patch drop skip deploy start access visit open close echo transfer override bypass install place write prompt empty clear lower import download upload post quote mirror query redirect stop allow".split(
    " ",
  ),
);
const BEGINS_AFTER = new Set(
  "please pls kindly and then or just simply now also first next instead always immediately must should shall will to you lets quickly directly quietly silently never so but therefore afterwards here below above continue proceed go agent agents assistant assistants automation bot bots ai llm copilot claude everyone everybody whoever it this bitte favor ought not step can could would do again rather better urgent urgently".split(
    " ",
  ),
);
/** Before "you": what is told of, "before you add". */
const CLAUSES = new Set(
  "before if when until once after while whether that why what how unless since because where until".split(
    " ",
  ),
);
/** "You are asked to" orders; "the user asked to" tells. */
const ASKS = new Set("is are be hereby kindly been now therefore".split(" "));
/** "Call me" runs nothing. */
const CALLED = new Set("me us him her them back the a our".split(" "));

/** What has a title, which stands behind it in quotes: job "purge old logs". */
const LABELLED =
  /\b(?:task|job|rule|button|file|title|label|step|flag|query|queue|document|entry|form|macro|workflow|cron|event|page|menu|tab|article|chapter|course|song|movie|recipe|campaign|template)s?(?: #?\d{1,6})? ["'\u201c][^"'\u201d\n]{0,24}$/;
const LABEL_UNITS = 50;

/** Whether a word may be an order where it stands: no part of a name, and nothing that is told. */
export function isOrdered(folded: string, words: readonly Word[], i: number): boolean {
  const [beforeLast, last, word, next] = [words[i - 2], words[i - 1], words[i], words[i + 1]];
  if (word === undefined) return false;
  const end = word.index + word.text.length;
  const gap = folded.slice(last === undefined ? 0 : last.index + last.text.length, word.index);
  const after = folded.slice(end, Math.min(next?.index ?? Infinity, end + 3));
  if (/[^e]ed$/.test(word.text) || (word.text === "call" && CALLED.has(next?.text ?? "")))
    return false;
  if (LABELLED.test(folded.slice(Math.max(0, word.index - LABEL_UNITS), word.index))) return false;
  // A word in quotes is a value.
  if (/["'`]$/.test(gap) && /^["'`]/.test(after)) return false;
  if (NAME_BEFORE.test(gap) || NAME_AFTER.test(after + (next?.text ?? ""))) return false;
  if (isMethod(folded, words, i) || isOfStatement(words, i)) return false;
  if (word.text.endsWith("ing")) return BEFORE_GERUND.has(last?.text ?? "");
  if (
    isOfTool(folded, words, i) ||
    word.text === "installer" ||
    (word.text === "make" && next?.text === "sure")
  )
    return false;
  if (gap === " " && /[^e]ed$/.test(last?.text ?? "")) return false;
  if (last?.text === "i" && /^(?:do|can|did|should|would|could)$/.test(beforeLast?.text ?? ""))
    return false;
  if (last?.text === "you" && CLAUSES.has(beforeLast?.text ?? "")) return false;
  if (NOUNS.has(word.text) && gap === " " && last !== undefined && !BEGINS_AFTER.has(last.text)) {
    return false;
  }
  // No word of a sentence is as long as the name of an option.
  if (NOUNS.has(word.text) && after === " " && /^.{1,13}[^e]ed$/.test(next?.text ?? ""))
    return false;
  if (gap === " " && ADVERBS.has(last?.text ?? "") && TELLS_BEFORE.has(beforeLast?.text ?? ""))
    return false;
  if (next !== undefined && after === " " && TELLS_AFTER.has(next.text)) return false;
  // What a full stop, a comma or a line break sets apart does not belong together.
  if (last === undefined || !TELLS_BEFORE.has(last.text) || !/^[ ']$/.test(gap)) return true;
  if (last.text !== "to" || !TO_AFTER.has(beforeLast?.text ?? "")) return false;
  return (
    !/^(?:ask|tol|instruct|advis|request|invit|urg|expect|requir)/.test(beforeLast?.text ?? "") ||
    ASKS.has(words[i - 3]?.text ?? "")
  );
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
