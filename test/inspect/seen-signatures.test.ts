import { describe, expect, it } from "vitest";
import { SeenSignatures } from "../../src/inspect/seen-signatures.ts";
import { WEBHOOK_REMEMBERED_MS, WEBHOOKS_REMEMBERED_MAX } from "../../src/limits.ts";
import { AT } from "../support/factories.ts";

describe("SeenSignatures", () => {
  it("knows those that were taken, for as long as they could be sent again", () => {
    const seen = new SeenSignatures();
    expect(seen.has("a", AT)).toBe(false);
    seen.add("a", AT);
    expect(seen.has("a", AT + WEBHOOK_REMEMBERED_MS - 1)).toBe(true);
    expect(seen.has("a", AT + WEBHOOK_REMEMBERED_MS)).toBe(false);
    expect(seen.has("b", AT)).toBe(false);
  });

  it("forgets the oldest beyond so many, and no other", () => {
    const seen = new SeenSignatures();
    for (let nth = 0; nth < WEBHOOKS_REMEMBERED_MAX; nth += 1) seen.add(`${nth}`, AT);
    // Taken once more: it is the latest now.
    seen.add("0", AT);
    expect(seen.has("1", AT)).toBe(true);
    seen.add("one too many", AT);
    expect(["0", "1", "2", "one too many"].map((signature) => seen.has(signature, AT))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});
