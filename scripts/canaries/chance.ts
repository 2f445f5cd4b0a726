// Text that looks made by chance and is the same in each run.
import { createHash } from "node:crypto";

export const MIXED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
export const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
export const LETTERS = "abcdefghijklmnopqrstuvwxyz";
export const SMALL = `${LETTERS}0123456789`;
export const BASE64 = `${MIXED}+/`;
export const DIGITS = "0123456789";

/** The text that belongs to `seed`: `length` of these letters. */
export function chanceText(seed: number | string, length: number, letters = MIXED): string {
  const digest = createHash("shake256", { outputLength: length }).update(`canary ${seed}`);
  return Array.from(digest.digest(), (byte) => letters.charAt(byte % letters.length)).join("");
}

/** A card's number in groups of four: the issuer's first digit, chance, and Luhn's check digit. */
export function cardNumber(counter: number): string {
  const digits = `4${chanceText(counter, 14, DIGITS)}`;
  const sum = Array.from(digits).reduce((total, digit, place) => {
    const twice = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`.replace(/\d{4}(?=\d)/g, "$& ");
}

/** A number of those that are kept free for fiction: 555-0100 to 555-0199 of each area. */
export function phoneNumber(counter: number): string {
  const area = 201 + (Math.floor(counter / 100) % 700);
  return `${area} 555 01${String(counter % 100).padStart(2, "0")}`;
}
