// What a test run says about a mutant. Only a test that ran and failed kills: a file that does not
// load says that the patch is wrong, not that the rule is held.

export type Verdict =
  /** By the names of the tests that failed. */
  | { readonly kind: "killed"; readonly killers: readonly string[] }
  | { readonly kind: "survived" }
  | { readonly kind: "error"; readonly problem: string };

/** What is read of vitest's JSON report. */
export interface TestReport {
  readonly testResults: readonly {
    /** The file's whole path. */
    readonly name: string;
    readonly status: "passed" | "failed";
    /** Why the file failed where none of its tests did. */
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Judges by the report of a run over these test files. */
export function judge({ testResults }: TestReport, tests: readonly string[]): Verdict {
  const missing = tests.find((test) => !testResults.some(({ name }) => name.endsWith(`/${test}`)));
  if (missing !== undefined) return { kind: "error", problem: `${missing} was not run` };

  const killers: string[] = [];
  for (const { name, status, message, assertionResults } of testResults) {
    const failed = assertionResults.filter((result) => result.status === "failed");
    if (failed.length === 0 && (status === "failed" || assertionResults.length === 0)) {
      const file = tests.find((test) => name.endsWith(`/${test}`)) ?? name;
      return { kind: "error", problem: `${file} did not run: ${firstLine(message)}` };
    }
    killers.push(...failed.map(({ fullName }) => fullName));
  }
  return killers.length > 0 ? { kind: "killed", killers } : { kind: "survived" };
}

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] || "it has no tests";
}
