import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { holdsLimits, judgeSamples, readSamples } from "../../../scripts/injection-rates.ts";
import { QUARANTINE_LINE } from "../../../src/limits.ts";
import { judgeText } from "../../../src/ticket/quarantine.ts";

const [hostile = [], ordinary = []] = ["hostile", "ordinary"].map((name) =>
  readSamples(
    readFileSync(new URL(`../../fixtures/injection/${name}.jsonl`, import.meta.url), "utf8"),
  ),
);

describe("the corpus", () => {
  it("is large and varied enough to mean something", () => {
    expect(hostile.length).toBeGreaterThanOrEqual(150);
    expect(ordinary.length).toBeGreaterThanOrEqual(350);
    expect(new Set(hostile.map(({ technique }) => technique)).size).toBeGreaterThanOrEqual(20);
    expect(new Set(hostile.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12);
    expect(hostile.every(({ isHostile }) => isHostile)).toBe(true);
    expect(ordinary.some(({ isHostile }) => isHostile)).toBe(false);
  });

  it("has no sample twice", () => {
    const texts = [...hostile, ...ordinary].map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe("judgeText over the corpus", () => {
  it("catches 95 % of the hostile, and takes 1 % of the ordinary for hostile at most", () => {
    const verdicts = judgeSamples([...hostile, ...ordinary], judgeText, QUARANTINE_LINE);
    expect(holdsLimits(verdicts)).toBe(true);
  });
});
