// What is printed of rules and trials.
import { layOut } from "../table.ts";
import type { Mutant } from "./mutant.ts";
import type { Trial } from "./run.ts";

const KILLERS_SHOWN = 2;
const NAME_CHARS_MAX = 80;
const NO_KILLER = { survived: "NOTHING", error: "ERROR" } as const;

/** Those that have `text` in their words, their file or their tests, in whatever case. */
export function rulesWith(text: string, rules: readonly Mutant[]): readonly Mutant[] {
  const wanted = text.toLowerCase();
  return rules.filter(({ rule, file, tests }) =>
    [rule, file, ...tests].some((where) => where.toLowerCase().includes(wanted)),
  );
}

/** Rules with the tests that killed their mutants, two of them at most. */
export function trialTable(trials: readonly Trial[]): string {
  return layOut([
    ["rule", "killed by"],
    ...trials.flatMap(({ mutant, verdict }) => {
      if (verdict.kind !== "killed") return [[mutant.rule, NO_KILLER[verdict.kind]]];
      const killers = verdict.killers.slice(0, KILLERS_SHOWN).map(shorten);
      return killers.map((killer, index) => [index === 0 ? mutant.rule : "", killer]);
    }),
  ]);
}

/** Each rule that nothing was seen to hold, a line each. */
export function problemsOf(trials: readonly Trial[]): readonly string[] {
  return trials.flatMap(({ mutant: { rule, file, tests }, verdict }) => {
    if (verdict.kind === "killed") return [];
    return verdict.kind === "survived"
      ? [`SURVIVED: ${rule} Broken in ${file}, and all tests passed: ${tests.join(", ")}`]
      : [`ERROR: ${rule} Broken in ${file}: ${verdict.problem}`];
  });
}

/** Rules with where they are held and what should notice. */
export function ruleTable(mutants: readonly Mutant[]): string {
  return layOut([
    ["rule", "file", "tests"],
    ...mutants.map(({ rule, file, tests }) => [rule, file, tests.join(", ")]),
  ]);
}

function shorten(name: string): string {
  return name.length > NAME_CHARS_MAX ? `${name.slice(0, NAME_CHARS_MAX - 1).trimEnd()}…` : name;
}
