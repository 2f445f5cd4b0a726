import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact, redactValue } from "../../src/refine/redact.ts";
import { glue, TEXT } from "./redact-fakes.ts";

describe("redactValue", () => {
  it("writes plain JSON as JSON.stringify does", () => {
    const word = fc.constantFrom(
      "order",
      "id",
      "sku",
      "hello world",
      "é",
      'a "b"',
      "line\nfeed",
      "",
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.integer(),
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        fc.boolean(),
        fc.constant(null),
        word,
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(word, tie("value"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(
        value.filter((plain) => typeof plain !== "string"),
        (plain) => {
          expect(redactValue(plain).text).toBe(JSON.stringify(plain));
        },
      ),
    );
  });

  it.each([
    ["a string bare", "just text", "just text"],
    ["an error bare", new RangeError("too far"), "RangeError: too far"],
    ["nothing", undefined, "undefined"],
    ["a large integer", 12n, "12"],
    ["what is no number", Number.NaN, "NaN"],
    ["a date as JSON does", { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
    [
      "an address as JSON does",
      { url: new URL("https://x.example/") },
      '{"url":"https://x.example/"}',
    ],
    ["a map as an object", new Map([["a", 1]]), '{"a":1}'],
    ["a set as a list", new Set([1, 2]), "[1,2]"],
    ["an error inside", { cause: new Error("no") }, '{"cause":"Error: no"}'],
    [
      "no functions and nothing undefined",
      { a: () => 1, b: undefined, c: [undefined] },
      '{"c":[null]}',
    ],
    ["a symbol by its name", [Symbol("s")], "[Symbol(s)]"],
  ])("writes %s", (_, value, expected) => {
    expect(redactValue(value).text).toBe(expected);
  });

  it("takes the values of telling keys, however deep and of whatever type", () => {
    const value = {
      user: { lastName: "Fakename", pin: 1234, roles: ["admin"] },
      headers: new Map([["Set-Cookie", ["a=b", "c=d"]]]),
      credentials: { any: "thing", list: [1, { deep: "thing" }] },
      query: [["api_key", "letmein"]],
      body: '{"password":"letmein"}',
    };
    const { text, counts } = redactValue(value);
    expect(text).not.toMatch(/Fakename|1234|a=b|c=d|thing|letmein/);
    expect(text).toContain('"roles":["admin"]');
    expect(counts).toMatchObject({ name: 1, code: 1, cookie: 1, password: 1 });
  });

  it("finds a secret in a line of its own, where JSON escapes the line feed", () => {
    const token = glue("gh", "p_", "Ab1".repeat(12));
    expect(redactValue(["first\n", `\n${token}\n`]).text).toBe(
      String.raw`["first\n","\n<token>\n"]`,
    );
  });

  it("survives circles, getters and proxies that throw, and shows the rest", () => {
    const circle: Record<string, unknown> = { a: 1 };
    circle["self"] = circle;
    expect(redactValue(circle).text).toBe('{"a":1,"self":"…"}');
    const thrower = {
      get bad(): never {
        throw new Error("never");
      },
    };
    expect(redactValue([1, thrower, { toJSON: () => thrower.bad }, 2]).text).toBe('[1,"…","…",2]');
  });

  it("is bounded for what is long, wide, deep or all of it", () => {
    let deep: unknown = "end";
    for (let i = 0; i < 10_000; i++) deep = { deep };
    const wide = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, i) => [`k${i}`, "v".repeat(99)]),
    );
    for (const value of [
      "long ".repeat(99_999),
      wide,
      deep,
      Array.from({ length: 99_999 }, () => wide),
    ]) {
      expect(redactValue(value).text.length).toBeLessThan(20_000);
    }
  });

  it("changes nothing a second time", () => {
    fc.assert(
      fc.property(TEXT, TEXT, (key, text) => {
        const once = redactValue({ [key]: text, list: [text, key] }).text;
        expect(redact(once).text).toBe(once);
      }),
    );
  });
});
