// npm run evals -- PATH: what refine scores on labelled cases that nobody of this project wrote.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFingerprintScores, scoreRows } from "./eval-scores.ts";
import type { NormalizeScores, RedactScores, StackScores } from "./eval-scores.ts";

const HELP = `usage: npm run evals -- PATH

PATH is the folder with eval-normalize.mjs, eval-redact.mjs, eval-stack.mjs, eval-fingerprint.mjs and
their data. Prints our score beside its target, a line each.

Exit status: 0 if every target is reached, 1 if one is not, 2 if something could not be run.`;

function main(path: string | undefined): number {
  if (path === undefined || path === "--help") {
    console.log(HELP);
    return path === undefined ? 2 : 0;
  }
  const folder = mkdtempSync(join(tmpdir(), "outerloop-evals-"));
  try {
    const measure = (name: string, ...args: readonly string[]): unknown => {
      const out = join(folder, `${name}.json`);
      run(join(path, `eval-${name}.mjs`), args, { EVAL_JSON: out });
      return JSON.parse(readFileSync(out, "utf8"));
    };
    const explain = [process.execPath, "scripts/explain.ts"];
    const rows = scoreRows({
      normalize: measure(
        "normalize",
        "src/refine/normalize.ts",
        "normalizeMessage",
      ) as NormalizeScores,
      redact: measure(
        "redact",
        "src/refine/redact.ts",
        "redact",
        "--objects=redactValue",
      ) as RedactScores,
      stack: measure("stack", "src/refine/stack.ts", "parseStack") as StackScores,
      fingerprint: readFingerprintScores(
        run(join(path, "eval-fingerprint.mjs"), ["--", ...explain], {}),
      ),
    });
    for (const { measure: name, ours, target, reached } of rows) {
      console.log(
        `${reached ? "  " : "! "}${name.padEnd(58)}${ours.padStart(9)}   target ${target}`,
      );
    }
    return rows.every(({ reached }) => reached) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): string {
  const ran = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
  if (ran.status !== 0) throw new Error(`${script} failed (${ran.status}): ${ran.stderr}`);
  return ran.stdout;
}

try {
  process.exitCode = main(process.argv[2]);
} catch (error) {
  console.error(`evals: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
