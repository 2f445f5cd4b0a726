import { globSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { fastestOf } from "./refine/timing.ts";
import { judge, parseExpressions, recordBuilt } from "./support/expressions.ts";
import type { Built, Expression, Verdict } from "./support/expressions.ts";
import { POLYNOMIAL } from "./support/polynomial-expressions.ts";

const root = new URL("../", import.meta.url);
const paths = globSync("{src,durable-objects}/**/*.ts", { cwd: root.pathname }).filter(
  (path) => !path.endsWith(".d.ts"),
);
const parsed = paths.map((path) =>
  parseExpressions(path, readFileSync(new URL(path, root), "utf8")),
);

describe("the regular expressions of the sources", () => {
  let built: readonly Built[] = [];
  let all: readonly Expression[] = [];
  /** By the expression's text: many stand in several places. */
  const verdicts = new Map<string, Verdict>();

  beforeAll(async () => {
    built = await recordBuilt(root, loadAll);
    all = [...parsed.flatMap(({ literals }) => literals), ...built];
    for (const { pattern } of all) {
      const text = String(pattern);
      if (!verdicts.has(text)) verdicts.set(text, judge(pattern));
    }
  }, 600_000);

  it("are all found, those too that are built while modules load", () => {
    expect(all.length).toBeGreaterThan(100);
    const reached = new Set(built.flatMap(({ lines }) => lines));
    // Built later, by a function: nothing here would judge it.
    expect(parsed.flatMap(({ calls }) => calls).filter((place) => !reached.has(place))).toEqual([]);
  });

  it("are linear, or polynomial and on the list", () => {
    const problems = all.flatMap(({ pattern, place }) => {
      const { complexity } = verdicts.get(String(pattern)) ?? { complexity: "unknown" };
      const isListed = POLYNOMIAL.some((row) => isAbout(row, pattern, place));
      const isFine = complexity === "linear" || (complexity === "polynomial" && isListed);
      return isFine ? [] : [`${place} is ${complexity}: ${pattern}`];
    });
    expect(problems).toEqual([]);
  });

  it.each(POLYNOMIAL)("cost little where they are bounded: $file $begins", (row) => {
    const found = all.find(({ pattern, place }) => isAbout(row, pattern, place));
    const text = verdicts.get(String(found?.pattern))?.attack?.(row.unitsMax);
    // Gone, or linear by now: take it off the list.
    if (found === undefined || text === undefined) throw new Error("nothing polynomial is there");
    const ms = fastestOf(() => text.replace(found.pattern, ""), 5);
    // Room for a slow and busy machine.
    expect(ms).toBeLessThan(Math.max(20, 10 * row.costMs));
  });
});

describe("judge", () => {
  it.each([
    ["linear", /^a+b/],
    ["polynomial", /a+$/],
    ["exponential", /(a+)+$/],
    ["exponential", /(?<=x)(?:\w{1,9}-?){1,99}!/i],
  ])("finds what is %s", (complexity, pattern) => {
    expect(judge(pattern).complexity).toBe(complexity);
  });
});

describe("parseExpressions", () => {
  it("finds literals and calls wherever they stand, and none in comments and texts", () => {
    const source =
      "const a = /b+/g; // /c/\nf(`${/d/.source}/e/`, '/f/');\nnew RegExp(a), RegExp('g');";
    const { literals, calls } = parseExpressions("src/x.ts", source);
    expect(literals).toEqual([
      { pattern: /b+/g, place: "src/x.ts:1" },
      { pattern: /d/, place: "src/x.ts:2" },
    ]);
    expect(calls).toEqual(["src/x.ts:3", "src/x.ts:3"]);
  });
});

async function loadAll(): Promise<void> {
  vi.doMock("cloudflare:workers", () => ({ DurableObject: Object }));
  // What is loaded already would build nothing.
  vi.resetModules();
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a Worker loads them
    await import(new URL(path, root).href);
  }
}

function isAbout(
  { file, begins }: { file: string; begins: string },
  { source }: RegExp,
  place: string,
): boolean {
  return place.startsWith(`${file}:`) && source.startsWith(begins);
}
