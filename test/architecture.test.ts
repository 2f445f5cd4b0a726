import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { brokenRules, EDGES, importsOf } from "./support/architecture.ts";

const root = new URL("../", import.meta.url);
const sources = new Map(
  globSync("{src,durable-objects}/**/*.ts", { cwd: root.pathname })
    .filter((path) => !path.endsWith(".d.ts"))
    .map((path) => [path, readFileSync(new URL(path, root), "utf8")]),
);

describe("the house", () => {
  it("keeps its rules", () => {
    expect(sources.size).toBeGreaterThan(30);
    expect(brokenRules(sources)).toEqual([]);
  });

  it("lists as edges only files that are there", () => {
    expect(EDGES.filter((path) => !sources.has(path))).toEqual([]);
  });

  it("has no circle of imports", () => {
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): readonly string[] => {
      if (trail.includes(path)) return [[...trail, path].join(" > ")];
      if (done.has(path)) return [];
      done.add(path);
      const targets = importsOf(path, valueImports(sources.get(path) ?? ""));
      return targets
        .filter((target) => sources.has(target))
        .flatMap((target) => visit(target, [...trail, path]));
    };
    expect([...sources.keys()].flatMap((path) => visit(path, []))).toEqual([]);
  });
});

// Each rule, broken on purpose: a rule that nothing can break is no rule.
describe("brokenRules", () => {
  const broken = (path: string, text: string): readonly string[] =>
    brokenRules(new Map([...sources, [path, text]]));

  it.each([
    ["an import upwards", "src/incident/x.ts", 'import "../ticket/render.ts";', /not below it/],
    ["the other wing", "src/capture/x.ts", 'import "../incident/state.ts";', /other wing/],
    ["a folder that it does not know", "src/extra/x.ts", "", /no floor/],
    ["a clock in the core", "src/incident/x.ts", "const at = Date.now();", /the clock/],
    ["chance in the core", "src/refine/x.ts", "Math.random();", /chance/],
    ["the console in the core", "src/ticket/x.ts", 'console.log("x");', /the console/],
    ["I/O in the core", "src/ticket/x.ts", "await fetch(url);", /I\/O/],
    ["zod in refine", "src/refine/x.ts", 'import "../failure/decode.ts";', /reaches zod/],
    ["a drawer for everything", "src/refine/utils.ts", "", /name the file/],
  ])("finds %s", (_name, path, text, problem) => {
    expect(broken(path, text).join("\n")).toMatch(problem);
  });
});

function valueImports(text: string): string {
  return text.replace(/import type [\s\S]*?;/g, "");
}
