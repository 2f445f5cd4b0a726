import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FINGERPRINT } from "../../src/failure/decode.ts";
import { encodeParts } from "../../src/failure/digest.ts";
import { groupKeys } from "../../src/refine/group.ts";
import { failure } from "../support/factories.ts";

const { grouping } = failure();

describe("groupKeys", () => {
  it("makes keys of one form, of three kinds that never meet", () => {
    const keys = Object.values(groupKeys(grouping));
    for (const key of keys) expect(key).toMatch(FINGERPRINT);
    expect(new Set(keys).size).toBe(3);
  });

  it.each(["producer", "route", "type", "message", "frame", "status"] as const)(
    "gives another fingerprint for another %s",
    (part) => {
      const other = { ...grouping, [part]: part === "status" ? 503 : "other" };
      expect(groupKeys(other).fingerprint).not.toBe(groupKeys(grouping).fingerprint);
    },
  );

  it("has one family for one fault on two routes and with two statuses", () => {
    const other = { ...grouping, route: "POST /orders", status: 500 };
    expect(groupKeys(other).family).toBe(groupKeys(grouping).family);
  });

  it("has one echo key for the same words in two producers", () => {
    const other = { ...grouping, producer: "gateway", route: "GET /", frame: null };
    expect(groupKeys(other).echoKey).toBe(groupKeys(grouping).echoKey);
    expect(groupKeys(other).family).not.toBe(groupKeys(grouping).family);
  });

  it("answers the same from its memory as without it", () => {
    const first = groupKeys(grouping);
    for (let n = 0; n < 1_000; n += 1) groupKeys({ ...grouping, message: `filler ${n}` });
    expect(groupKeys(grouping)).toEqual(first);
    expect(groupKeys(grouping)).toEqual(first);
  });

  it("stays as it was released: stored fingerprints outlive a deploy", () => {
    expect(groupKeys(grouping)).toMatchInlineSnapshot(`
      {
        "echoKey": "v1-369e22dd3a4024c0a0930616870db773",
        "family": "v1-972745cc254ea2bbeb502fdb5e4c2a46",
        "fingerprint": "v1-1c912567bf439489dde0f2085f49e705",
      }
    `);
  });
});

describe("encodeParts", () => {
  it("gives no two lists of parts the same text", () => {
    const part = fc.oneof(fc.string(), fc.constant(null), fc.integer());
    const parts = fc.array(part, { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = JSON.stringify(one.map(asText)) === JSON.stringify(other.map(asText));
        expect(encodeParts(one) === encodeParts(other)).toBe(same);
      }),
    );
  });
});

function asText(part: string | number | null): string | null {
  return part === null ? null : String(part);
}
