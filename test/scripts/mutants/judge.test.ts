import { describe, expect, it } from "vitest";
import { judge } from "../../../scripts/mutants/judge.ts";
import type { TestReport } from "../../../scripts/mutants/judge.ts";

type FileReport = TestReport["testResults"][number];

function fileReport(
  file: string,
  tests: Readonly<Record<string, "passed" | "failed" | "skipped">>,
  over: Partial<FileReport> = {},
): FileReport {
  const assertionResults = Object.entries(tests).map(([fullName, status]) => ({
    fullName,
    status,
  }));
  const isFailed = assertionResults.some(({ status }) => status === "failed");
  return {
    name: `/copy/test/${file}.test.ts`,
    status: isFailed ? "failed" : "passed",
    message: "",
    assertionResults,
    ...over,
  };
}

const BIRD = "test/bird.test.ts";
const NEST = "test/nest.test.ts";

describe("judge", () => {
  it("says survived when all tests pass", () => {
    const testResults = [fileReport("bird", { "bird sings": "passed", "bird hops": "skipped" })];
    expect(judge({ testResults }, [BIRD])).toEqual({ kind: "survived" });
  });

  it("says killed by the tests that failed, of all files", () => {
    const testResults = [
      fileReport("bird", { "bird sings": "failed", "bird hops": "passed" }),
      fileReport("nest", { "nest holds": "failed" }),
    ];
    expect(judge({ testResults }, [BIRD, NEST])).toEqual({
      kind: "killed",
      killers: ["bird sings", "nest holds"],
    });
  });

  it.each([
    ["does not load", {}, { status: "failed", message: "bird is not defined\n  at x" }],
    ["fails before its tests", { "bird sings": "skipped" }, { status: "failed", message: "cold" }],
    ["has no tests", {}, {}],
  ] as const)("does not count a file that %s, even where another kills", (_, tests, over) => {
    const testResults = [
      fileReport("nest", { "nest holds": "failed" }),
      fileReport("bird", tests, over),
    ];
    expect(judge({ testResults }, [BIRD, NEST])).toEqual({
      kind: "error",
      problem: expect.stringMatching(
        /^test\/bird\.test\.ts did not run: (bird is not defined|cold|it has no tests)$/,
      ) as string,
    });
  });

  it("does not count a run that left a file out", () => {
    const testResults = [fileReport("bird", { "bird sings": "failed" })];
    expect(judge({ testResults }, [BIRD, NEST])).toEqual({
      kind: "error",
      problem: `${NEST} was not run`,
    });
  });
});
