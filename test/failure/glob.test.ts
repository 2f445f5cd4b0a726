import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesGlob, parseGlob } from "../../src/failure/glob.ts";

describe("matchesGlob", () => {
  it.each([
    ["shop", "shop", true],
    ["shop", "shops", false],
    ["SHOP", "shop", true],
    ["GET /health*", "GET /healthz", true],
    ["*timeout*", "a timeout happened", true],
    ["*timeout*", "nothing", false],
    ["a*b*c", "a-b-c", true],
    ["a*b*c", "a-c", false],
    ["a*a", "a", false],
    ["*", "", true],
    ["", "", true],
    ["", "x", false],
    ["a.c", "abc", false],
  ])("takes %j for %j: %s", (glob, text, expected) => {
    expect(matchesGlob(parseGlob(glob), text)).toBe(expected);
  });

  it("agrees with the regular expression of the same meaning", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 12 });
    fc.assert(
      fc.property(word, text, (glob, subject) => {
        const expression = new RegExp(`^${glob.replaceAll("*", "[^]*")}$`);
        expect(matchesGlob(parseGlob(glob), subject)).toBe(expression.test(subject));
      }),
      { numRuns: 2_000 },
    );
  });
});
