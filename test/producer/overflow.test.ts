import { describe, expect, it } from "vitest";
import { decodeMessage } from "../../src/failure/decode.ts";
import type { Grouping } from "../../src/failure/failure.ts";
import { overflowFingerprint, overflowMessage } from "../../src/producer/overflow.ts";
import { groupKeys } from "../../src/refine/group.ts";
import { AT, failure, failureMessage } from "../support/factories.ts";

function of(over: Partial<Grouping>) {
  return failure({ grouping: { ...failure().grouping, ...over } });
}

describe("overflowMessage", () => {
  const message = failureMessage({
    id: "m1",
    previousFingerprint: `v1-${"0".repeat(32)}`,
    count: 7,
    firstAt: AT - 5,
    samples: [of({ message: "no <num>" }), of({ message: "no <num>", status: 500 })],
  });

  it("keeps id, count and times, and all of the samples but what they are grouped by", () => {
    const { fingerprint, ...overflowed } = overflowMessage(message);
    const grouping = {
      producer: "shop",
      route: "*",
      type: "Overflow",
      message: "more than 50 new kinds of failure within an hour",
      frame: null,
      status: null,
    };
    const keys = {
      fingerprint,
      family: expect.any(String) as string,
      echoKey: expect.any(String) as string,
    };
    expect(overflowed).toEqual({
      v: 1,
      kind: "failure",
      id: "m1",
      count: 7,
      firstAt: AT - 5,
      lastAt: AT,
      samples: message.samples.map((sample) => ({
        ...sample,
        ...keys,
        grouping,
        groupedAs: "overflow",
      })),
    });
  });

  it("is a message as any other, with three keys of its own", () => {
    const overflowed = overflowMessage(message);
    expect(decodeMessage(overflowed)).toEqual({ ok: true, value: overflowed });
    const [{ fingerprint, family, echoKey, grouping }] = overflowed.samples;
    const keys = [fingerprint, family, echoKey, ...Object.values(groupKeys(grouping))];
    expect(new Set(keys).size).toBe(6);
    expect(fingerprint).toBe(overflowed.fingerprint);
  });

  it("meets all failures of a producer, and none of another", () => {
    const other = overflowMessage(failureMessage({ samples: [of({ type: "TypeError" })] }));
    expect(other.fingerprint).toBe(overflowMessage(message).fingerprint);
    expect(other.fingerprint).toBe(overflowFingerprint("shop"));
    expect(overflowFingerprint("till")).not.toBe(overflowFingerprint("shop"));
  });

  it("changes nothing a second time", () => {
    const once = overflowMessage(message);
    expect(overflowMessage(once)).toEqual(once);
  });
});
