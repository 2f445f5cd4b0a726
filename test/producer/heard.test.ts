import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/failure/failure.ts";
import { HEARD_ROW_MS, NAME_UNITS_MAX } from "../../src/limits.ts";
import { hearProducers, noteHeard } from "../../src/producer/heard.ts";
import type { HeardFact, Known } from "../../src/producer/heard.ts";
import { AT, failure, failureMessage, sightingMessage } from "../support/factories.ts";

const bundled = [{ function: "charge", file: "worker.js", line: 2, column: 3, own: true }];

function factsOf(...samples: readonly [Failure, ...Failure[]]): readonly string[] {
  const [heard] = hearProducers([failureMessage({ samples })], [], AT);
  return heard?.facts ?? [];
}

describe("hearProducers", () => {
  it("hears of each producer once, by its failures and its sightings", () => {
    const grouping = { ...failure().grouping, producer: "till" };
    const heard = hearProducers(
      [failureMessage(), failureMessage(), failureMessage({ samples: [failure({ grouping })] })],
      [sightingMessage(), sightingMessage({ producer: "quiet" })],
      AT,
    );
    expect(heard).toEqual([
      { kind: "producer", name: "shop", at: AT, facts: ["failed", "mapped"] },
      { kind: "producer", name: "quiet", at: AT, facts: [] },
      { kind: "producer", name: "till", at: AT, facts: ["failed", "mapped"] },
    ]);
  });

  it("hears whether stacks are mapped, by every sample", () => {
    expect(factsOf(failure({ frames: [] }), failure({ frames: bundled }))).toEqual([
      "failed",
      "bundled",
    ]);
    expect(factsOf(failure({ frames: bundled }), failure())).toEqual([
      "failed",
      "bundled",
      "mapped",
    ]);
  });

  it("blames nobody for a stack that was logged: text is never mapped", () => {
    expect(factsOf(failure({ frames: bundled, reason: "log" }))).toEqual(["failed"]);
    expect(factsOf(failure({ reason: "log" }))).toEqual(["failed", "mapped"]);
  });

  it("hears of unhandled rejections", () => {
    const grouping = { ...failure().grouping, type: "UnhandledRejection" };
    expect(factsOf(failure({ reason: "log", grouping }))).toContain("rejected");
  });

  it("bounds the names", () => {
    const grouping = { ...failure().grouping, producer: "x".repeat(9_999) };
    const [heard] = hearProducers([failureMessage({ samples: [failure({ grouping })] })], [], AT);
    expect(heard?.name).toHaveLength(NAME_UNITS_MAX);
  });
});

describe("noteHeard", () => {
  const heard = (at: number, ...facts: readonly HeardFact[]) =>
    ({ kind: "producer", name: "shop", at, facts }) as const;
  const known: Known = noteHeard(null, heard(AT, "failed"));

  it("begins with what was heard first", () => {
    expect(known).toEqual({
      kind: "producer",
      name: "shop",
      at: AT,
      facts: { failed: AT, mapped: null, bundled: null, rejected: null },
    });
  });

  it.each([
    ["the same again, a little later", heard(AT + HEARD_ROW_MS - 1, "failed")],
    ["a word without facts", heard(AT + 1)],
    ["an older word", heard(AT - HEARD_ROW_MS, "failed")],
  ])("is the same, so that no row is written, after %s", (_what, word) => {
    expect(noteHeard(known, word)).toBe(known);
  });

  it("moves on after ten minutes", () => {
    const later = AT + HEARD_ROW_MS;
    expect(noteHeard(known, heard(later))).toMatchObject({ at: later, facts: { failed: AT } });
    expect(noteHeard(known, heard(later, "failed"))).toMatchObject({ facts: { failed: later } });
  });

  it("notes a fact that is new at once, and leaves the others", () => {
    const after = noteHeard(known, heard(AT + 5, "failed", "rejected"));
    expect(after).toMatchObject({ at: AT + 5, facts: { failed: AT, rejected: AT + 5 } });
  });

  it("never goes back in time", () => {
    expect(noteHeard(known, heard(AT - 5, "mapped"))).toMatchObject({ at: AT });
  });
});
