// Tries each mutant: breaks its rule in a copy of the project, runs its tests there, mends it.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyProject, PROJECT } from "../project-copy.ts";
import type { ProjectCopy } from "../project-copy.ts";
import { judge } from "./judge.ts";
import type { Verdict } from "./judge.ts";
import { patch } from "./mutant.ts";
import type { Mutant } from "./mutant.ts";
import { runTests } from "./run-tests.ts";

/** A run keeps about one core busy. Each lane has a copy of its own. */
const LANES = 2;
const NOT_COPIED = new Set(["node_modules", "dist", ".git", ".wrangler"]);

export interface Trial {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
}

/** Tries all, in the order given; throws if a patch does not fit or the tests fail without one. */
export async function tryAll(
  mutants: readonly Mutant[],
  told: (step: string) => void,
): Promise<readonly Trial[]> {
  await checkPatches(mutants);
  const entries = await readdir(PROJECT);
  const parts = entries.filter((entry) => !NOT_COPIED.has(entry));
  // All of them now, so that what is edited meanwhile is in none.
  const first = await copyProject("mutants", parts);
  const copies = [first];
  try {
    while (copies.length < Math.min(LANES, mutants.length)) {
      // oxlint-disable-next-line no-await-in-loop -- there are two
      copies.push(await copyProject("mutants", parts));
    }
    await mustPass(first, [...new Set(mutants.flatMap(({ tests }) => tests))]);
    told("the tests pass where no rule is broken");
    const waiting = mutants.entries();
    const trials: Trial[] = [];
    const runLane = async (copy: ProjectCopy): Promise<void> => {
      // All lanes take from the same iterator.
      for (const [index, mutant] of waiting) {
        const startedAt = Date.now();
        // oxlint-disable-next-line no-await-in-loop -- a copy holds one mutant at a time
        const verdict = await tryOne(copy, mutant);
        trials[index] = { mutant, verdict };
        const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
        told(`${verdict.kind.padEnd(8)} after ${seconds} s: ${mutant.rule}`);
      }
    };
    await Promise.all(copies.map(runLane));
    return trials;
  } finally {
    await Promise.all(copies.map((copy) => copy.remove()));
  }
}

// Before anything is run, and all of them, so that they can be mended in one go.
async function checkPatches(mutants: readonly Mutant[]): Promise<void> {
  const checks = mutants.map(async (mutant) =>
    patch(await readFile(join(PROJECT, mutant.file), "utf8"), mutant),
  );
  const settled = await Promise.allSettled(checks);
  const problems = settled.flatMap((check) =>
    check.status === "rejected" ? [(check.reason as Error).message] : [],
  );
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

async function mustPass(copy: ProjectCopy, tests: readonly string[]): Promise<void> {
  const verdict = judge(await runTests(copy.path, tests), tests);
  if (verdict.kind === "error") throw new Error(verdict.problem);
  if (verdict.kind === "killed") {
    throw new Error(`tests fail where no rule is broken:\n${verdict.killers.join("\n")}`);
  }
}

async function tryOne(copy: ProjectCopy, mutant: Mutant): Promise<Verdict> {
  const file = join(copy.path, mutant.file);
  const whole = await readFile(file, "utf8");
  await writeFile(file, patch(whole, mutant));
  try {
    return judge(await runTests(copy.path, mutant.tests), mutant.tests);
  } catch (error) {
    return { kind: "error", problem: (error as Error).message };
  } finally {
    await writeFile(file, whole);
  }
}
