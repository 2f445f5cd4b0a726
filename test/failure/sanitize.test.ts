import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bound, sanitize } from "../../src/failure/sanitize.ts";
import { timesAsLong } from "../refine/timing.ts";

const HOSTILE = fc.string({
  unit: fc.oneof(
    fc.constantFrom("\u001b", "[", "]", "31m", "\u0007", "\r", "\n", "\t", "\u0000", "\u0085"),
    fc.constantFrom(
      "\u200b",
      "\u202e",
      "\ufe0f",
      "\u2028",
      "\ud83d",
      "\ude00",
      "\u{e0041}",
      "\u3164",
    ),
    fc.string({ unit: "grapheme", maxLength: 3 }),
  ),
  maxLength: 40,
});

describe("sanitize", () => {
  it.each([
    ["colours of a terminal", "\u001b[1;31mfailed\u001b[0m", "failed"],
    ["a cursor that moves up to overwrite", "kept\u001b[2A\u001b[2Kgone", "keptgone"],
    ["a window title", "\u001b]0;pwned\u0007rest", "rest"],
    ["a link with its address", "\u001b]8;;https://x.example\u001b\\text", "text"],
    ["a device control string", "a\u001bPq#0\u001b\\b", "ab"],
    ["an escape that never ends, but not the text behind it", "\u001b]0;title", "0;title"],
    ["controls", "a\u0000b\u0008c\u001bd\u007fe\u009bf", "abcef"],
    ["directions of reading", "user\u202Etxt.exe\u2066\u2069\u061C", "usertxt.exe"],
    ["zero-width characters", "to\u200Bk\u200Ce\u200Dn\uFEFF\u2060", "token"],
    ["variation selectors", "a\uFE0Fb\u{E0100}", "ab"],
    ["tags, which spell hidden ASCII", "a\u{E0069}\u{E0067}\u{E006E}b\u{E007F}", "ab"],
    ["soft hyphens", "pass\u00ADword", "password"],
    ["fillers that look like nothing", "a\u3164\u115F\u1160\uFFA0\u2800b", "ab"],
    ["interlinear notes", "a\uFFF9b\uFFFAc\uFFFB", "abc"],
    ["invisible operators", "a\u2061\u2062\u2063\u2064b", "ab"],
  ])("takes out %s", (_, text, expected) => {
    expect(sanitize(text)).toBe(expected);
  });

  it.each(["\r\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f"])(
    "makes one line feed of %j",
    (end) => {
      expect(sanitize(`a${end}b`)).toBe("a\nb");
    },
  );

  it("keeps line feeds, tabs, accents, other scripts and emoji", () => {
    const text = "a\n\tb é Zürich 東京 مرحبا 😀";
    expect(sanitize(text)).toBe(text);
  });

  it("shows lone surrogates as what they are, also with something unseen between two", () => {
    expect(sanitize("a\ud83db")).toBe("a\ufffdb");
    expect(sanitize("\ud83d\u200b\ude00")).toBe("\ufffd\ufffd");
  });

  it("leaves nothing of what it takes out, and a second time changes nothing", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const once = sanitize(text);
        // oxlint-disable-next-line no-control-regex -- these must be gone
        expect(once).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e]/);
        expect(once).not.toMatch(/[\ufe00-\ufe0f\ufeff\u{e0000}-\u{e007f}]/u);
        expect(once.isWellFormed()).toBe(true);
        expect(sanitize(once)).toBe(once);
      }),
    );
  });

  it.each(["\u001b]", "\u001b[", "\u001b[1;", "\r", "\u200b", "\ud83d", "é\u001b"])(
    "takes four times as long for four times as much of %j",
    (piece) => {
      const [short, long] = [piece.repeat(4_000), piece.repeat(16_000)];
      expect(
        timesAsLong(
          () => sanitize(long),
          () => sanitize(short),
          10,
        ),
      ).toBeLessThan(10);
    },
  );
});

describe("bound", () => {
  it("leaves a text alone that fits", () => {
    expect(bound("12345", 5)).toBe("12345");
    expect(bound("", 0)).toBe("");
  });

  it.each([
    ["cuts at the end of a word", "one two three", 8, "one two…"],
    ["takes a word along that the cut splits", "some words three", 13, "some words …"],
    ["takes a quarter of the bound of a longer word", "abcdefghijklmnop", 9, "abcdef…"],
    ["has no room for more than its mark", "abc", 1, "…"],
    ["has no room at all", "abc", 0, ""],
  ])("%s", (_, text, unitsMax, expected) => {
    expect(bound(text, unitsMax)).toBe(expected);
  });

  it("never cuts a character in two, is never longer than it may be, and cuts once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, unitsMax) => {
        const once = bound(text, unitsMax);
        expect(once.length).toBeLessThanOrEqual(unitsMax);
        expect(once.isWellFormed()).toBe(true);
        expect(text.startsWith(once.replace(/…$/, ""))).toBe(true);
        expect(bound(once, unitsMax)).toBe(once);
      }),
    );
  });
});
