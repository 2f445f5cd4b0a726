// RULES: what a team knows about its failures, as ordered TOML tables. Both Workers read the same
// setting: the tail Worker drops, keeps, samples and groups; the other one decides who gets a ticket.
import type { Failure } from "./failure.ts";
import { matchesGlob, parseGlob } from "./glob.ts";
import type { Glob } from "./glob.ts";

/** What a rule may look at; globs. */
const SUBJECTS = ["producer", "route", "type", "message", "outcome"] as const;
type Subject = (typeof SUBJECTS)[number];

export interface Rule {
  readonly match: Readonly<Partial<Record<Subject, Glob>>>;
  readonly says: RuleSays;
}

/** What a rule may say. For each of these the first rule that matches and says it decides. */
export interface RuleSays {
  readonly verdict?: "drop" | "keep";
  /** The share of failures that is kept, from 0 to 1; decided by hash, never by chance. */
  readonly sample?: number;
  /** All that match meet in one incident of their producer. */
  readonly group?: string;
  /** Linear's: 1 urgent, 2 high, 3 medium, 4 low. */
  readonly priority?: 1 | 2 | 3 | 4;
  readonly team?: string;
  /** Another agent, or false: a person. */
  readonly agent?: string | false;
  readonly labels?: readonly string[];
}

export interface ParsedRules {
  readonly rules: readonly Rule[];
  /** What is wrong, where, and how to mend it. A wrong rule is left out, the others go on. */
  readonly problems: readonly string[];
}

const RULES_MAX = 200;
const TEXT_UNITS_MAX = 200;

/** Reads the setting as wrangler hands it over: a list of tables, or nothing. */
export function parseRules(setting: unknown): ParsedRules {
  if (setting === undefined || setting === null || setting === "")
    return { rules: [], problems: [] };
  if (!Array.isArray(setting)) {
    return { rules: [], problems: ["RULES is not a list: write each rule as [[vars.RULES]]."] };
  }
  const rules: Rule[] = [];
  const problems: string[] = [];
  if (setting.length > RULES_MAX) {
    problems.push(`RULES has more than ${RULES_MAX} rules: those after it are left out.`);
  }
  for (const [index, table] of setting.slice(0, RULES_MAX).entries()) {
    const found: string[] = [];
    const rule = readRule(table, found);
    problems.push(...found.map((problem) => `RULES[${index}] ${problem}`));
    if (found.length === 0) rules.push(rule);
  }
  return { rules, problems };
}

/** What the rules say about a failure, taken together. */
export function applyRules(
  rules: readonly Rule[],
  failure: Pick<Failure, "grouping" | "message" | "outcome">,
): RuleSays {
  if (rules.length === 0) return {};
  const { producer, route, type } = failure.grouping;
  const subjects = { producer, route, type, message: failure.message, outcome: failure.outcome };
  return rules
    .filter(({ match }) =>
      SUBJECTS.every((subject) => {
        const glob = match[subject];
        return glob === undefined || matchesGlob(glob, subjects[subject]);
      }),
    )
    .reduceRight<RuleSays>((later, rule) => ({ ...later, ...rule.says }), {});
}

function readRule(table: unknown, problems: string[]): Rule {
  if (!isTable(table)) {
    problems.push("is not a table: write match = { … } and what to do, for example drop = true.");
    return { match: {}, says: {} };
  }
  const { match, ...rest } = table;
  const says = Object.entries(rest).map(([name, value]) => readSays(name, value, problems));
  if (says.length === 0) problems.push("says nothing: add drop, keep, sample, group, priority, …");
  return { match: readMatch(match, problems), says: Object.assign({}, ...says) as RuleSays };
}

function readMatch(match: unknown, problems: string[]): Rule["match"] {
  if (!isTable(match) || Object.keys(match).length === 0) {
    problems.push('has no match: write match = { producer = "shop", message = "*timeout*" }.');
    return {};
  }
  const globs: Partial<Record<Subject, Glob>> = {};
  for (const [name, glob] of Object.entries(match)) {
    const subject = SUBJECTS.find((known) => known === name);
    if (subject === undefined) problems.push(`matches on ${quoted(name)}: use ${list(SUBJECTS)}.`);
    else if (!isText(glob)) problems.push(`match.${subject} is not a text of 1 to 200 characters.`);
    else globs[subject] = parseGlob(glob);
  }
  return globs;
}

// One row per word that a rule may say: what is right, and how it is told when it is not.
const WORDS: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  drop: [(value) => value === true, "is true or left out"],
  keep: [(value) => value === true, "is true or left out"],
  sample: [(value) => typeof value === "number" && value >= 0 && value <= 1, "is from 0 to 1"],
  group: [isText, "is a text of 1 to 200 characters"],
  priority: [(value) => [1, 2, 3, 4].includes(value as number), "is 1, 2, 3 or 4"],
  team: [isText, "is a team's key or id"],
  agent: [(value) => value === false || isText(value), "is an agent's name, or false for a person"],
  labels: [(value) => Array.isArray(value) && value.every(isText), "is a list of texts"],
};

function readSays(name: string, value: unknown, problems: string[]): RuleSays {
  const word = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  if (word === undefined) {
    problems.push(`says ${quoted(name)}: use ${list(Object.keys(WORDS))}.`);
    return {};
  }
  const [isRight, told] = word;
  if (!isRight(value)) problems.push(`${name} ${told}.`);
  return name === "drop" || name === "keep" ? { verdict: name } : { [name]: value };
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= TEXT_UNITS_MAX;
}

function quoted(name: string): string {
  return `"${name.slice(0, 40)}"`;
}

function list(words: readonly string[]): string {
  return words.join(", ");
}
