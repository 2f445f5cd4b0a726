import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../scripts/mutants/judge.ts";
import { problemsOf, ruleTable, rulesWith, trialTable } from "../../../scripts/mutants/report.ts";
import type { Trial } from "../../../scripts/mutants/run.ts";
import { projectOf } from "../../../scripts/mutants/run-tests.ts";

const trial = (rule: string, verdict: Verdict): Trial => ({
  mutant: {
    rule,
    file: "src/bird.ts",
    find: "song * 2",
    replace: "song",
    tests: ["test/bird.test.ts"],
  },
  verdict,
});

const KILLED = trial("It sings once.", { kind: "killed", killers: ["a", "b".repeat(200), "c"] });
const SURVIVED = trial("It hops.", { kind: "survived" });
const FAILED = trial("It flies.", {
  kind: "error",
  problem: "test/bird.test.ts did not run: wing",
});

describe("rulesWith", () => {
  const { mutant } = KILLED;
  const nest = { ...mutant, rule: "It lays.", file: "src/nest.ts" };
  const egg = { ...mutant, rule: "It hatches.", tests: ["test/egg.test.ts"] as const };

  it.each([
    ["SINGS", [mutant]],
    ["src/nest", [nest]],
    ["egg.test", [egg]],
    ["", [mutant, nest, egg]],
    ["whale", []],
  ])("has those with %j in their words, file or tests", (text, found) => {
    expect(rulesWith(text, [mutant, nest, egg])).toEqual(found);
  });
});

describe("trialTable", () => {
  it("has a line for each rule and one for a second test, shortened", () => {
    const lines = trialTable([KILLED, SURVIVED, FAILED]).split("\n");
    expect(lines.slice(0, 2)).toEqual(["rule            killed by", "It sings once.  a"]);
    expect(lines[2]).toMatch(/^ {16}b{79}…$/);
    expect(lines.slice(3)).toEqual(["It hops.        NOTHING", "It flies.       ERROR"]);
  });
});

describe("problemsOf", () => {
  it("names what survived and what did not run, and where to look", () => {
    expect(problemsOf([KILLED, SURVIVED, FAILED])).toEqual([
      "SURVIVED: It hops. Broken in src/bird.ts, and all tests passed: test/bird.test.ts",
      "ERROR: It flies. Broken in src/bird.ts: test/bird.test.ts did not run: wing",
    ]);
  });
});

describe("ruleTable", () => {
  it("tells rules with their files and tests", () => {
    expect(ruleTable([KILLED.mutant]).split("\n")[1]).toBe(
      "It sings once.  src/bird.ts  test/bird.test.ts",
    );
  });
});

describe("projectOf", () => {
  it.each([
    ["test/incident/count.test.ts", "node"],
    ["test/workerd/intake.test.ts", "workerd"],
    ["test/flow/main-job.test.ts", "flow"],
  ])("says of %s: %s", (test, project) => {
    expect(projectOf(test)).toBe(project);
  });
});
