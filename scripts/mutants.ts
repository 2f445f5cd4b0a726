// npm run mutants: breaks the rules of the project, one at a time, and sees that a test notices.
import { parseArgs } from "node:util";
import { problemsOf, ruleTable, rulesWith, trialTable } from "./mutants/report.ts";
import { RULES } from "./mutants/rules.ts";
import { tryAll } from "./mutants/run.ts";
import { leaveWith, startProgress } from "./script.ts";

const HELP = `usage: npm run mutants -- [--only TEXT] [--list]

Breaks each rule of scripts/mutants/rules.ts by its patch, in a copy of the project under dist/, and
runs its tests there: at least one must fail. Prints the rules with the tests that noticed.

  --only TEXT   only rules with TEXT in their words, their file or their tests, in whatever case
  --list        the rules with their files and tests, and nothing else
  --help        this text

Exit status: 0 if a test failed for each rule; 1 and a list if not, or if the tests of a broken rule
did not even load; 2 if it could not run: a patch does not fit its file, or the tests fail as it is.
Takes about two seconds a rule. Your files stay as they are.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: "" },
      list: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const rules = rulesWith(values.only, RULES);
  if (rules.length === 0) throw new Error(`no rule has "${values.only}": see --list`);
  if (values.list) {
    console.log(ruleTable(rules));
    return 0;
  }
  const told = startProgress();
  told(`${rules.length} rules to break`);
  const trials = await tryAll(rules, told);
  console.log(`\n${trialTable(trials)}\n`);
  const problems = problemsOf(trials);
  for (const problem of problems) console.log(problem);
  const killed = trials.length - problems.length;
  told(`${killed} of ${trials.length} broken rules were noticed`);
  return problems.length === 0 ? 0 : 1;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(2));
await leaveWith("mutants", main);
