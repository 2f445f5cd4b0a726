// Words that mean less than they say: a customer's own password, an agent who is a person, the name of a
// field, an approval that is not there.
import type { Word } from "./order.ts";

/** Agents and assistants of these are people. */
const STAFF = new Set(
  "your my his her sales support insurance service travel estate personal shop medical dental booking delivery user".split(
    " ",
  ),
);
/** Said before "the password" by whoever chooses one. */
const CHOSEN = new Set(
  "change reset enter confirm choose set update forgot check verify".split(" "),
);
/** Before what is approved: it is not yet. */
const DENIES = new Set(
  "not never t yet un non isn be only if until unless nobody neither nicht pas non".split(" "),
);
/** Accounts and data of these are theirs. */
const OWN = new Set("my our his her their".split(" "));
/** A password behind one of these is a customer's own. */
const PERSONAL = new Set(
  "my your their his her new old current same forgot forgotten reset wrong correct incorrect invalid a user".split(
    " ",
  ),
);
/** Whether what is approved is not yet: "not authorized", "must be approved". */
export function isDenied(words: readonly Word[], i: number): boolean {
  return [1, 2].some((back) => DENIES.has(words[i - back]?.text ?? ""));
}

/** Behind "you may": what may have to be done, and no permission. */
const NEEDS = new Set(
  "use need want wish have be also experience see encounter still lose".split(" "),
);

/** Whether "may" tells what may happen: "you may need a loader". */
export function isPossible(words: readonly Word[], i: number): boolean {
  return words[i + 1]?.text === "may" && NEEDS.has(words[i + 2]?.text ?? "");
}

/** Whether it is a customer's own, or a person: "I forgot my password", "your agent hung up". */
export function isOfPerson(words: readonly Word[], i: number): boolean {
  const [beforeLast, last, word] = [words[i - 2], words[i - 1], words[i]].map(
    (at) => at?.text ?? "",
  );
  if (/^(?:accounts?|data|orders?|profile|subscription)$/.test(word ?? ""))
    return OWN.has(last ?? "");
  if (/^(?:agent|assistant|bot)s?$/.test(word ?? "")) return STAFF.has(last ?? "");
  if (!/^passwords?$/.test(word ?? "")) return false;
  return PERSONAL.has(last ?? "") || (last === "the" && CHOSEN.has(beforeLast ?? ""));
}

/** Whether something must not be done in that way: "do not deploy without a review". */
export function isRefused(folded: string, words: readonly Word[], i: number): boolean {
  const end = words[i]?.index ?? 0;
  return [2, 3, 4, 5].some((back) => {
    const word = words[i - back];
    return (
      word !== undefined &&
      REFUSES.has(word.text) &&
      !/[.,;:!?\n]/.test(folded.slice(word.index, end))
    );
  });
}
const REFUSES = new Set("not never cannot nobody".split(" "));

/** What parameters are called: "the `instructions` parameter". */
export function isParameter(words: readonly Word[], i: number): boolean {
  return /^(?:parameter|field|property|argument|option|column|key|attribute)s?$/.test(
    words[i + 1]?.text ?? "",
  );
}

/** Whether a word alone stands in quotes: the name of a field, as in \"token\" is missing. */
export function isQuoted(folded: string, { text, index }: Word): boolean {
  let from = index - 1;
  let to = index + text.length;
  while (index - from < NAME_UNITS_MAX && /\w/.test(folded.charAt(from))) from--;
  while (to - index < NAME_UNITS_MAX && /\w/.test(folded.charAt(to))) to++;
  return /["'`]/.test(folded.charAt(from)) && folded.charAt(to) === folded.charAt(from);
}
const NAME_UNITS_MAX = 60;
