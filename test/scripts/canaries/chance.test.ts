import { describe, expect, it } from "vitest";
import { cardNumber, chanceText, phoneNumber } from "../../../scripts/canaries/chance.ts";

const COUNTERS = Array.from({ length: 500 }, (_, n) => n + 1);

describe("chanceText", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(chanceText(1, 20)).toBe(chanceText(1, 20));
    expect(new Set(COUNTERS.map((n) => chanceText(n, 20))).size).toBe(COUNTERS.length);
  });
});

describe("cardNumber", () => {
  it("has sixteen digits in groups and a right check digit", () => {
    expect(luhn("4111 1111 1111 1111")).toBe(true);
    expect(luhn("4111 1111 1111 1112")).toBe(false);
    for (const n of COUNTERS) {
      expect(cardNumber(n)).toMatch(/^4\d{3}(?: \d{4}){3}$/);
      expect(luhn(cardNumber(n))).toBe(true);
    }
  });
});

describe("phoneNumber", () => {
  it("is one of those that are kept for fiction, and no other's", () => {
    for (const n of COUNTERS) expect(phoneNumber(n)).toMatch(/^[2-9]\d\d 555 01\d\d$/);
    expect(new Set(COUNTERS.map(phoneNumber)).size).toBe(COUNTERS.length);
  });
});

function luhn(card: string): boolean {
  const digits = Array.from(card.replaceAll(" ", ""), Number).toReversed();
  const sum = digits.reduce((total, digit, place) => {
    const twice = place % 2 === 0 ? digit : digit * 2;
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}
