import { describe, expect, it } from "vitest";
import {
  holdsLimits,
  judgeSamples,
  percent,
  ratesBy,
  readSamples,
} from "../../scripts/injection-rates.ts";

const judge = (text: string): { score: number; reasons: readonly string[] } => ({
  score: text.includes("!") ? 10 : 9,
  reasons: [],
});

describe("readSamples", () => {
  it.each([
    ['{"text":"a","hostile":true}', true],
    ['{"text":"a","hostile":false}', false],
    ['{"text":"a","label":"injection"}', true],
    ['{"text":"a","label":1}', true],
    ['{"text":"a","label":"benign"}', false],
    ['{"text":"a","technique":"override"}', true],
    ['{"text":"a","family":"v8"}', false],
  ])("reads whether %s is hostile", (line, isHostile) => {
    expect(readSamples(`\n${line}\n`)).toMatchObject([{ text: "a", isHostile }]);
  });

  it("tells which line is no sample", () => {
    expect(() => readSamples('{"text":"a"}\n{"txt":"b"}')).toThrow("line 2 has no text");
  });
});

describe("the rates", () => {
  const corpus = (hostile: readonly string[], ordinary: readonly string[]): string =>
    [
      ...hostile.map((text) => JSON.stringify({ text, hostile: true, technique: "loud" })),
      ...ordinary.map((text) => JSON.stringify({ text, hostile: false, family: "calm" })),
    ].join("\n");
  const verdicts = (hostile: readonly string[], ordinary: readonly string[]) =>
    judgeSamples(readSamples(corpus(hostile, ordinary)), judge, 10);

  it("count by group what was judged rightly", () => {
    const all = verdicts(["a!", "b"], ["c", "d", "e!"]);
    expect(ratesBy(all, ({ technique }) => technique)).toEqual([
      { group: "loud", right: 1, all: 2 },
      { group: "calm", right: 2, all: 3 },
    ]);
  });

  it("hold at 95 % caught and 1 % false, and not below", () => {
    const [loud, calm] = [
      (n: number) => Array.from({ length: n }, () => "x!"),
      (n: number) => Array.from({ length: n }, () => "x"),
    ];
    expect(holdsLimits(verdicts([...loud(95), ...calm(5)], [...calm(99), ...loud(1)]))).toBe(true);
    expect(holdsLimits(verdicts([...loud(94), ...calm(6)], calm(100)))).toBe(false);
    expect(holdsLimits(verdicts(loud(100), [...calm(98), ...loud(2)]))).toBe(false);
    expect(holdsLimits(verdicts(loud(3), []))).toBe(true);
  });

  it("are told as per cent", () => {
    expect(percent({ right: 1, all: 3 })).toBe("33.3 %");
    expect(percent({ right: 0, all: 0 })).toBe("-");
  });
});
