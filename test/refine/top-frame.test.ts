import { describe, expect, it } from "vitest";
import { parseStack } from "../../src/refine/stack.ts";
import type { Frame } from "../../src/failure/failure.ts";
import { frameText, topFrame } from "../../src/refine/top-frame.ts";

describe("topFrame", () => {
  it.each<[string, readonly Frame[], number]>([
    ["the first frame", [frame("charge"), frame("Object.fetch")], 0],
    ["the first own one", [runtime("JSON.parse"), frame("readBody"), frame("Object.fetch")], 1],
    ["the caller of a wrapper", [frame("invariant"), frame("charge"), frame("Object.fetch")], 1],
    [
      "the caller of wrappers in wrappers",
      [frame("createError"), frame("fail"), runtime("next"), frame("__awaiter"), frame("charge")],
      4,
    ],
    ["what a wrapper calls", [frame("charge"), frame("dispatch"), frame("Object.fetch")], 0],
    ["a function without a name", [frame("fail"), frame(null), frame("charge")], 1],
    ["the first wrapper where all are", [runtime("a"), frame("fail"), frame("handle")], 1],
  ])("is %s", (_, frames, index) => {
    expect(topFrame(frames)).toBe(frames[index]);
  });

  it.each<[string, readonly Frame[]]>([
    ["no frames", []],
    ["no own frames", [runtime("JSON.parse"), runtime("readFile")]],
  ])("is nothing for %s", (_, frames) => {
    expect(topFrame(frames)).toBeNull();
  });
});

describe("frameText", () => {
  it.each([
    ["charge", "charge@src/pay.ts"],
    // Receivers that say nothing, and those that do.
    ["Object.charge", "charge@src/pay.ts"],
    ["Function.charge", "charge@src/pay.ts"],
    ["Counter.fetch", "Counter.fetch@src/pay.ts"],
    ["exports.shop.charge", "shop.charge@src/pay.ts"],
    // Constructors, accessors, private and any other names.
    ["new Cart", "new Cart@src/pay.ts"],
    ["get total", "get total@src/pay.ts"],
    ["Shop.#open", "Shop.#open@src/pay.ts"],
    ["GET /orders/:id", "GET /orders/:id@src/pay.ts"],
    ["Shop.[Symbol.iterator]", "Shop.[Symbol.iterator]@src/pay.ts"],
    // Properties by which it was called.
    ["Shop.add [as put]", "Shop.add@src/pay.ts"],
    ["Shop.a [as put]", "Shop.put@src/pay.ts"],
    ["Shop.<anonymous> [as put]", "Shop.put@src/pay.ts"],
    ["Shop.a [as b]", "Shop.<anonymous>@src/pay.ts"],
    // No name of its own.
    [null, "src/pay.ts"],
    ["Object.<anonymous>", "src/pay.ts"],
    ["Shop.<anonymous>", "Shop.<anonymous>@src/pay.ts"],
    ["_callee2$", "src/pay.ts"],
    ["eval", "src/pay.ts"],
    // Minified.
    ["a", "src/pay.ts"],
    ["t2", "src/pay.ts"],
    ["_e", "src/pay.ts"],
    ["new t", "src/pay.ts"],
    ["#a", "src/pay.ts"],
    ["t.charge", "charge@src/pay.ts"],
    ["Shop.a", "Shop.<anonymous>@src/pay.ts"],
    // What bundlers and compilers add.
    ["_Counter.fetch", "Counter.fetch@src/pay.ts"],
    ["Counter$1.fetch", "Counter.fetch@src/pay.ts"],
    ["loader$12", "loader@src/pay.ts"],
    ["new _Cart$1", "new Cart@src/pay.ts"],
    ["shop::charge::h0123456789abcdef", "shop::charge@src/pay.ts"],
    // What people count out.
    ["loader2", "loader2@src/pay.ts"],
  ])("tells %j as %s", (name, text) => {
    expect(frameText(frame(name))).toBe(text);
  });

  it("tells the function alone where a module has no name", () => {
    expect(frameText({ ...frame("shop::charge"), file: "wasm://wasm/0145fffe" })).toBe(
      "shop::charge",
    );
  });

  it("is the same after a deployment that shifts, renames and signs anew", () => {
    const before = [
      "    at JSON.parse (<anonymous>)",
      "    at a (file:///bundle/index-3f2a9c1b.js:8:120)",
      "    at async Object.fetch (file:///bundle/index-3f2a9c1b.js:90:7)",
    ];
    const after = before.map((line) =>
      line.replace("at a", "at tX").replace("3f2a9c1b", "77e0c1d2").replace(":8:120", ":12:98"),
    );
    expect(textOf(after)).toBe("index.js");
    expect(textOf(after)).toBe(textOf(before));
  });

  it("is the same for sources mapped on two machines", () => {
    const line = (root: string): string[] => [`    at Shop.charge (${root}/shop/src/pay.ts:3:4)`];
    expect(textOf(line("/home/runner/work/shop"))).toBe("Shop.charge@src/pay.ts");
    expect(textOf(line("C:\\Users\\ann"))).toBe("Shop.charge@src/pay.ts");
  });

  it("tells functions, classes and files apart", () => {
    const texts = [
      frame("charge"),
      frame("refund"),
      frame("Shop.charge"),
      frame("Bank.charge"),
      frame("new Shop"),
      frame(null),
      { ...frame("charge"), file: "src/refund.ts" },
      { ...frame("charge"), file: "packages/api/src/pay.ts" },
    ].map(frameText);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

function frame(name: string | null): Frame {
  return { function: name, file: "src/pay.ts", line: 3, column: 4, own: true };
}

function runtime(name: string): Frame {
  return { function: name, file: "node:internal/x", line: 3, column: 4, own: false };
}

function textOf(lines: readonly string[]): string | null {
  const top = topFrame(parseStack(lines.join("\n"), { name: "Error", message: "x" }));
  return top && frameText(top);
}
