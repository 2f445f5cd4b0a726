import { describe, expect, it } from "vitest";
import { speak } from "../../src/refine/spoken.ts";

describe("speak", () => {
  it.each([
    [["order %s failed after %d ms", "A-1", "12"], "order A-1 failed after 12 ms"],
    [["%s", "a", "b"], "a b"],
    [["%s and %s", "a"], "a and %s"],
    [["100 % of it", "1"], "100 % of it 1"],
    [["password", "hunter2"], "password: hunter2"],
    [["user", "bob"], "user bob"],
    [["the apiKey", "abc", "def"], "the apiKey: abc def"],
    [[], ""],
  ])("says %j as %j", (parts, expected) => {
    expect(speak(parts, [])).toBe(expected);
  });

  it("takes the names that a team gives for labels too", () => {
    expect(speak(["ward_pin", "1234"], ["*_pin"])).toBe("ward_pin: 1234");
  });

  it("fills a value in once, whatever directives it holds itself", () => {
    expect(speak(["%s", "%s %s", "x"], [])).toBe("%s %s x");
  });
});
