import { describe, expect, it } from "vitest";
import { schemaProblem } from "../src/sqlite-schema.ts";
import type { SchemaStep } from "../src/sqlite-schema.ts";

const one: SchemaStep = { id: "001_state", sql: "CREATE TABLE state (a)" };
const two: SchemaStep = { id: "002_more", sql: "ALTER TABLE state ADD b" };

describe("schemaProblem", () => {
  it.each([
    ["nothing was applied yet", [], [one, two]],
    ["a step was added", [one], [one, two]],
    ["all is applied", [one, two], [one, two]],
    ["there is nothing to apply", [], []],
  ])("finds none where %s", (_what, applied, steps) => {
    expect(schemaProblem(applied, steps)).toBeNull();
  });

  it.each([
    ["the sql of a step", [one], [{ ...one, sql: "CREATE TABLE state (b)" }, two], "001_state"],
    ["the name of a step", [one], [{ ...one, id: "001_other" }], "001_state"],
    ["the order of steps", [one, two], [two, one], "001_state"],
    ["a later step", [one, two], [one, { ...two, sql: "" }], "002_more"],
  ])(
    "names the first step where %s was changed, and says what to do",
    (_what, applied, steps, id) => {
      expect(schemaProblem(applied, steps)).toBe(
        `Schema step ${id} was changed after it was applied; add a new step instead.`,
      );
    },
  );

  it("knows an object that a newer deploy has written", () => {
    const problem = schemaProblem([one, two], [one]);
    expect(problem).toMatch(/newer deploy \(002_more\); deploy that again/);
  });
});
