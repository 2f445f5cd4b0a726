// Tokens that give themselves away: by how their issuer begins them, or by being made by chance.
import { isRandom, isWordUnit } from "./redact-random.ts";
import { take } from "./redact-tally.ts";
import type { Rule } from "./redact-tally.ts";

/** Shorter runs are words, counts and short ids. */
const RUN_MIN = 12;
/** Units of a run that are looked at. */
const LOOK_MAX = 128;
/** How far before a run the name of a secret still speaks for it. */
const REACH = 48;

// Beginnings that issuers document. Most tokens need none of them, since what follows is random
// enough; the remainders of these are short, hexadecimal or of one case.
const ISSUED = new RegExp(
  `^(?:(?:${[
    "gh[oprsu]|github_pat|gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas|imt|ffct)|npms?", // code
    "sgp|slk|sq[pua]|sntry[su]|do[opr]_v1|cf(?:ut|at|k)|pul|pgar|NR[A-Z]{2}", // platforms
    "xox[a-z]|xapp|shp[a-z]{2,3}|lin_(?:api|oauth)|lsv2_pt|PMAK|whsec", // work and trade
  ].join("|")})[_-](?=[A-Za-z\\d]*\\d|[A-Za-z]{30})(?=[\\w-]{8})|(?:${[
    "A[BKS]IA[A-Z\\d]{16}|AIza[\\w-]{30}|EAA[A-Z][A-Za-z\\d]{20}", // AWS, Google, Meta
    "hf_[A-Za-z]{30}|(?:AKC|AP\\d|GR1348941)[A-Za-z\\d]{10}", // Hugging Face, JFrog, GitLab
    "(?:AC|SK|sk-|dapi|(?:pub)?key-|spu-)[\\da-f]{32}$", // Twilio, Databricks, Mailgun
    "[\\da-f]{32}-us\\d{1,2}$", // Mailchimp
    "0-[\\da-f]{24}-[\\da-f]{64,}", // what follows "v1." in Cloudflare's origin CA keys
    "0x[\\da-fA-F]{64}$", // Ethereum: a private key looks like the id of a transaction
  ].join("|")}))`,
);
// "acme_live_…", "acme_pat_…": how issuers part their keys, whatever their own name is.
const PARTED = new RegExp(
  "^(?:[a-z]{2,12}_){0,2}(?:live|test|prod|sandbox|pat|sk|tkn|secret|api|key)_(?:[a-z]{2,6}_)?" +
    "(?:(?=[A-Za-z]*\\d)[A-Za-z\\d]{16}|[A-Za-z\\d]{24})",
);
/** Digests, numbers, UUIDs and Cloudflare's ray ids ("8a1b…-AMS"): ids, unless a name says more. */
const HEX = /^(?:0x)?[\da-f-]+(?:-[A-Z]{3})?$/i;
/** A file's or a host's: bundlers put hashes into file names, and stacks are full of them. */
const ENDING = /^\.[a-z]{2,5}(?![\w-])/;

const SECRET = "passw\\w*|secret|tokens?|(?:api|access|secret)[-_ ]?key|credentials?|bearer";
/** The name of a secret right before the run: "token 5fc3…", "API key provided: '5fc3…". */
const BESIDE = new RegExp(
  `(?:${SECRET}|session(?:[-_ ]?id)?)["'\`)\\]]*(?: \\w+)?[\\s:=>|.(-]*["'\`({[<]?$`,
  "i",
);
/** The same anywhere within reach: for runs that look made by chance themselves. */
const NEARBY = new RegExp(`${SECRET}|\\bkey\\b|auth`, "i");

/** Runs that are tokens by their look, alone or beside the name of a secret. */
export const RUNS: Rule = {
  hint: /\w/,
  cut: (text, tally) => {
    let done = "";
    let from = 0;
    let start = 0;
    for (let i = 0; i <= text.length; i++) {
      if (i < text.length && isWordUnit(text.charCodeAt(i))) continue;
      if (i - start >= RUN_MIN && isToken(text, start, i, from)) {
        const end = joinedEnd(text, i);
        done += text.slice(from, start) + take(tally, "token", text.slice(start, end));
        from = end;
        i = end;
      }
      start = i + 1;
    }
    return from === 0 ? text : done + text.slice(from);
  },
};

function isToken(text: string, start: number, end: number, floor: number): boolean {
  const run = text.slice(start, Math.min(end, start + LOOK_MAX));
  if (ISSUED.test(run) || PARTED.test(run)) return true;
  if (!/\d/.test(run) || !/[a-z]/i.test(run)) return false;
  if (isAlone(run)) return !ENDING.test(text.slice(end, end + 8));
  const line = wordsBefore(text, start, floor);
  if (!HEX.test(run)) return NEARBY.test(line) && isRandom(run, 8);
  return run.length > 15 && !run.startsWith("0x") && BESIDE.test(line);
}

/**
 * What stands on the line before `at`, but not past a mark: its own name would speak for the run,
 * and the more so in a text that is redacted again.
 */
function wordsBefore(text: string, at: number, floor: number): string {
  const near = text.slice(Math.max(floor, at - REACH), at);
  return near.slice(Math.max(near.lastIndexOf("\n"), near.lastIndexOf(">")) + 1);
}

/** Random enough to need no name beside it: long, and not the hexadecimal of ids and digests. */
function isAlone(run: string): boolean {
  if (run.length < 20 || HEX.test(run) || !isRandom(run, 12)) return false;
  const mixed = /[a-z]/.test(run) && /[A-Z]/.test(run);
  const labelled = /^[A-Za-z][A-Za-z\d]{1,9}[_-][A-Za-z\d]{20}/.test(run);
  return (mixed || labelled || run.length >= 32) && /[A-Za-z\d]{12}/.test(run);
}

/** The token's end: what one of ".~=+/" joins to it and looks the same goes along. */
function joinedEnd(text: string, end: number): number {
  let at = end;
  while (/[.~=+/]/.test(text.charAt(at))) {
    let next = at + 1;
    while (next < text.length && isWordUnit(text.charCodeAt(next))) next++;
    if (next - at <= RUN_MIN || !isRandom(text.slice(at + 1, next), 6)) return at;
    at = next;
  }
  return at;
}
