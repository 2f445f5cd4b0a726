import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksMinified, splitFunctionName } from "../../src/refine/function-name.ts";

describe("splitFunctionName", () => {
  it.each([
    ["charge", "", "charge", ""],
    ["Object.charge", "Object", "charge", ""],
    ["shop.cart.add", "shop.cart", "add", ""],
    ["Shop.add [as put]", "Shop", "add", "put"],
    ["Shop.<anonymous>", "Shop", "", ""],
    ["Shop.<anonymous> [as put]", "Shop", "", "put"],
    ["<anonymous>", "", "", ""],
    ["Shop.eval [as put]", "Shop", "", "put"],
    ["Object.<computed>", "Object", "", ""],
    ["_callee$", "", "", ""],
    ["_callee2$", "", "", ""],
    ["Page.", "Page", "", ""],
    ["#open", "", "#open", ""],
    ["Shop.#open", "Shop", "#open", ""],
    ["[Symbol.iterator]", "", "[Symbol.iterator]", ""],
    ["Shop.[Symbol.iterator]", "Shop", "[Symbol.iterator]", ""],
    ["get total", "", "get total", ""],
    ["/orders.json", "", "/orders.json", ""],
    ["GET /orders.json", "", "GET /orders.json", ""],
    ["Object.GET /orders.json", "Object", "GET /orders.json", ""],
    ["shop::pay::charge", "", "shop::pay::charge", ""],
  ])("takes %j apart", (text, owner, own, alias) => {
    expect(splitFunctionName(text)).toEqual({ constructed: false, owner, own, alias });
  });

  it.each([
    ["new Cart", "", "Cart"],
    ["new shop.Cart", "shop", "Cart"],
    ["new <anonymous>", "", ""],
  ])("knows a constructor by %j", (text, owner, own) => {
    expect(splitFunctionName(text)).toEqual({ constructed: true, owner, own, alias: "" });
  });

  it("never throws and makes nothing up", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { owner, own, alias } = splitFunctionName(text);
        expect([owner, own, alias].every((part) => text.includes(part))).toBe(true);
      }),
    );
  });
});

describe("looksMinified", () => {
  it.each([
    "a",
    "t2",
    "_e",
    "$",
    "A",
    "aB",
    "aBc",
    "Xa2",
    "e$1",
    "_ab",
    "t12",
    "ab345",
    "_0x3f2a",
    "#a",
  ])("takes %s for a minifier's", (name) => {
    expect(looksMinified(name)).toBe(true);
  });

  it.each([
    "get",
    "GET",
    "pay",
    "Map",
    "load",
    "sha1",
    "notFound2",
    "$fetch",
    "#open",
    "/a",
    "[x]",
    "日本",
  ])("takes %s for an author's", (name) => {
    expect(looksMinified(name)).toBe(false);
  });

  it("takes nothing for a name", () => {
    expect(looksMinified("")).toBe(false);
  });
});
