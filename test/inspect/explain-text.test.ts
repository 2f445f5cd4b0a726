import { describe, expect, it } from "vitest";
import { explainText } from "../../src/inspect/explain.ts";
import { EXPLAIN_LINES_MAX } from "../../src/limits.ts";
import { traceItem } from "../support/factories.ts";

const OPTIONS = {
  unnamedProducer: "unnamed",
  ownWorkers: new Set<string>(),
  rules: [],
  redactKeys: [],
};
const exceptions = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, nth) => ({ name: "Error", message: `fault ${nth}` }));

describe("explainText", () => {
  it("explains all of what is shorter than a most of lines", () => {
    const input = `${JSON.stringify(traceItem())}\nno trace\n`;
    expect(explainText(input, OPTIONS, 2)).toEqual(explainText(input, OPTIONS));
    expect(explainText(input, OPTIONS)).toHaveLength(2);
  });

  it.each([
    ["half a million broken lines", "a\n".repeat(500_000)],
    ["half a million values", `[${"1,".repeat(499_999)}1]`],
    [
      "one trace of very many faults",
      JSON.stringify(traceItem({ outcome: "exception", exceptions: exceptions(20_000) })),
    ],
  ])("ends after so many lines, and says so, of %s", (_what, input) => {
    const lines = explainText(input, OPTIONS, EXPLAIN_LINES_MAX);
    expect(lines).toHaveLength(EXPLAIN_LINES_MAX + 1);
    expect(lines.at(-1)).toMatchObject({ error: expect.stringContaining("ends here") as string });
  });
});
