import { describe, expect, it } from "vitest";
import { NAME_TOLD_UNITS_MAX, NAMES_TOLD_MAX } from "../../src/limits.ts";
import { tellNames } from "../../src/ticket/existing-names.ts";

describe("tellNames", () => {
  it("lists what exists", () => {
    expect(tellNames("teams", ["ENG (Engineering)", "OPS (Operations)"])).toBe(
      "teams: ENG (Engineering), OPS (Operations)",
    );
  });

  it("says where there is nothing", () => {
    expect(tellNames("projects", [])).toBe("projects: none");
  });

  it("lists a few and says that there are more", () => {
    const names = Array.from({ length: NAMES_TOLD_MAX + 1 }, (_, nth) => `n${nth}`);
    expect(tellNames("agents", names.slice(1))).toMatch(/, n10$/);
    expect(tellNames("agents", names)).toMatch(/, n9, and more$/);
  });

  it("keeps each name short and all of them on one line", () => {
    expect(tellNames("teams", ["x".repeat(1_000)])).toHaveLength(
      "teams: ".length + NAME_TOLD_UNITS_MAX,
    );
    expect(tellNames("teams", ["a\r\n\u2028b\u202Ec\t d"])).toBe("teams: a b c d");
  });

  it("leaves no half of a character where it cuts", () => {
    const told = tellNames("teams", [`${"x".repeat(NAME_TOLD_UNITS_MAX - 1)}\u{1F525}`]);
    expect(told).toBe(`teams: ${"x".repeat(NAME_TOLD_UNITS_MAX - 1)}`);
  });
});
