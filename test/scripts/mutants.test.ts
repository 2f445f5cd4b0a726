import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../scripts/mutants/rules.ts";

// `npm run mutants` takes minutes; that it still can break each rule is seen here.
describe("the rules that npm run mutants breaks", () => {
  it.each(RULES)("can be broken: $rule", ({ file, find }) => {
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
    expect(source.split(find)).toHaveLength(2);
  });

  it("are told apart by their names", () => {
    expect(new Set(RULES.map(({ rule }) => rule)).size).toBe(RULES.length);
  });
});
