import { describe, expect, it } from "vitest";
import { patch } from "../../../scripts/mutants/mutant.ts";
import type { Mutant } from "../../../scripts/mutants/mutant.ts";

const mutant = (over: Partial<Mutant> = {}): Mutant => ({
  rule: "A bird sings once.",
  file: "src/bird.ts",
  find: "song * 2",
  replace: "song",
  tests: ["test/bird.test.ts"],
  ...over,
});

describe("patch", () => {
  it("breaks the rule and leaves the rest", () => {
    expect(patch("a\nreturn song * 2;\nb\n", mutant())).toBe("a\nreturn song;\nb\n");
  });

  it("can take text out, over lines too", () => {
    expect(patch("a\nb\nc\n", mutant({ find: "a\nb\n", replace: "" }))).toBe("c\n");
  });

  it("reads both texts as they are, whatever is in them", () => {
    const patched = patch("f(${a}.*)", mutant({ find: "${a}.*", replace: "$& $1 $'" }));
    expect(patched).toBe("f($& $1 $')");
  });

  it.each([
    ["is not there", "return song;", "0 times"],
    ["is there twice", "song * 2 + song * 2", "2 times"],
  ])("refuses a text that %s, and names rule, file and text", (_, text, times) => {
    expect(() => patch(text, mutant())).toThrow(times);
    expect(() => patch(text, mutant())).toThrow(
      /"A bird sings once\." .*src\/bird\.ts.*"song \* 2"/,
    );
  });

  it("refuses to look for nothing and to change nothing", () => {
    expect(() => patch("song", mutant({ find: "" }))).toThrow("0 times");
    expect(() => patch("song", mutant({ find: "song" }))).toThrow("changes nothing");
  });
});
