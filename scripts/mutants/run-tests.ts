// Runs test files of a copy of the project with vitest, in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { PROJECT } from "../project-copy.ts";
import type { TestReport } from "./judge.ts";

const VITEST = join(PROJECT, "node_modules/vitest/vitest.mjs");
/** A broken rule may make a loop endless, and the runner cannot end a test that gives nothing back. */
const PATIENCE_MS = 120_000;

/** Gives vitest's report; throws if there is none. */
export async function runTests(folder: string, tests: readonly string[]): Promise<TestReport> {
  const report = join(folder, "test-report.json");
  await rm(report, { force: true });
  const projects = new Set(tests.map(projectOf));
  const child = spawn(
    process.execPath,
    [
      VITEST,
      "run",
      ...[...projects].flatMap((project) => ["--project", project]),
      "--reporter=json",
      `--outputFile=${report}`,
      ...tests,
    ],
    {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
      stdio: ["ignore", "ignore", "pipe"],
      // Of its own group, so that it can be ended with all that it started.
      detached: true,
    },
  );
  let isTooLate = false;
  const endAll = (): void => endGroup(child.pid);
  const timer = setTimeout(() => {
    isTooLate = true;
    endAll();
  }, PATIENCE_MS);
  process.once("exit", endAll);
  try {
    const [said] = await Promise.all([text(child.stderr), once(child, "close")]);
    if (isTooLate) throw new Error(`the tests did not end in ${PATIENCE_MS / 1_000} s`);
    return await read(report, said);
  } finally {
    clearTimeout(timer);
    process.off("exit", endAll);
  }
}

/** The project of vitest.config.ts that a test file belongs to. */
export function projectOf(test: string): string {
  return /^test\/(workerd|flow)\//.exec(test)?.[1] ?? "node";
}

async function read(report: string, said: string): Promise<TestReport> {
  try {
    return JSON.parse(await readFile(report, "utf8")) as TestReport;
  } catch {
    throw new Error(`vitest made no report. It said: ${said.trim().slice(-500) || "nothing"}`);
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
