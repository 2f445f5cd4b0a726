// Reads the rules and tells which hold: signs that stand within so many words of each other.
import { firstFrom } from "./read.ts";
import { CONTROL_RULES } from "./rules-of-control.ts";
import { REMEDY_RULES } from "./rules-of-remedies.ts";
import { RULES } from "./rules.ts";
import type { Technique } from "./techniques.ts";

/** Places of each sign, in ascending order. */
export type Signs = ReadonlyMap<string, readonly number[]>;

export interface Rule {
  readonly technique: Technique;
  readonly weight: number;
  readonly isCertain: boolean;
  /** One of these, … */
  readonly at: readonly string[];
  /** … and one of each group near it. */
  readonly near: readonly Group[];
}

interface Group {
  readonly signs: readonly string[];
  readonly within: number;
  /** Only what comes after: "agent, >!deed". */
  readonly isAfter: boolean;
}

/** All rules, read. */
export const READ_RULES: readonly Rule[] = [RULES, CONTROL_RULES, REMEDY_RULES]
  .flatMap((table) => Object.entries(table))
  .flatMap(([technique, rules]) => rules.map((rule) => readRule(technique as Technique, rule)));

/** Reads "10 certain within 8: ignore, orders/context, prior@4". */
function readRule(technique: Technique, rule: string): Rule {
  const [head = "", signs = ""] = rule.split(": ");
  const [weight, ...words] = head.split(" ");
  const [at = "", ...near] = signs.split(", ");
  return {
    technique,
    weight: Number(weight),
    isCertain: words.includes("certain"),
    at: at.split("/"),
    near: near.map((group) => readGroup(group, Number(words.at(-1)))),
  };
}

function readGroup(group: string, within: number): Group {
  const [signs = "", own] = group.split("@");
  return {
    signs: signs.replace(">", "").split("/"),
    within: own === undefined ? within : Number(own),
    isAfter: signs.startsWith(">"),
  };
}

export function holds({ at, near }: Rule, signs: Signs): boolean {
  const groups = near.map((group) => ({
    within: group.within,
    isAfter: group.isAfter,
    all: group.signs.map((sign) => signs.get(sign) ?? []),
  }));
  return at.some((first) =>
    (signs.get(first) ?? []).some((place) =>
      groups.every(({ all, within, isAfter }) =>
        all.some((places) => hasNear(places, place, within, isAfter)),
      ),
    ),
  );
}

/** Whether one of `places` lies within so many words of `place`, but not on it. */
function hasNear(
  places: readonly number[],
  place: number,
  within: number,
  isAfter: boolean,
): boolean {
  const start = isAfter ? place : place - within;
  const from = firstFrom(places.length, (i) => (places[i] ?? 0) >= start);
  const next = places[from] === place ? from + 1 : from;
  return (places[next] ?? Infinity) <= place + within;
}
