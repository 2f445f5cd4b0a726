import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noticeOf } from "../../src/capture/send.ts";
import type { FailureMessage } from "../../src/failure/message.ts";
import { retryDelaySeconds, sortBatch } from "../../src/intake/sort-batch.ts";
import { RETRY_BASE_SECONDS, RETRY_MAX_SECONDS } from "../../src/limits.ts";
import { AT, failureMessage, sightingMessage } from "../support/factories.ts";

interface Envelope {
  readonly name: string;
  readonly body: unknown;
}

function ofFingerprint(n: number, over: Partial<FailureMessage> = {}): FailureMessage {
  return failureMessage({ fingerprint: `v1-${n.toString(16).padStart(32, "0")}`, ...over });
}

function envelope(name: string, body: unknown): Envelope {
  return { name, body };
}

describe("sortBatch", () => {
  it("is empty for an empty batch", () => {
    expect(sortBatch([])).toEqual({
      failures: new Map(),
      sightings: new Map(),
      notices: [],
      undecodable: [],
    });
  });

  it("puts alike failures together, in their order, and keeps others apart", () => {
    const sent = [
      envelope("a", ofFingerprint(1, { id: "a" })),
      envelope("b", ofFingerprint(2, { id: "b" })),
      envelope("c", ofFingerprint(1, { id: "c" })),
    ];
    const { failures } = sortBatch(sent);
    const names = [...failures].map(([key, alike]) => [key, alike.map((one) => one.envelope.name)]);
    expect(names).toEqual([
      [ofFingerprint(1).fingerprint, ["a", "c"]],
      [ofFingerprint(2).fingerprint, ["b"]],
    ]);
  });

  it("hands over each message with the envelope that it came in", () => {
    const one = envelope("a", failureMessage({ count: 7 }));
    const [alike] = sortBatch([one]).failures.values();
    expect(alike).toEqual([{ envelope: one, message: failureMessage({ count: 7 }) }]);
    expect(alike?.[0]?.envelope).toBe(one);
  });

  it("puts the sightings of each producer together", () => {
    const sent = ["shop", "till", "shop"].map((producer, n) =>
      envelope(`e${n}`, sightingMessage({ producer })),
    );
    const { sightings, failures } = sortBatch(sent);
    const names = [...sightings].map(([key, all]) => [key, all.map((one) => one.envelope.name)]);
    expect(names).toEqual([
      ["shop", ["e0", "e2"]],
      ["till", ["e1"]],
    ]);
    expect(failures.size).toBe(0);
  });

  it("tells notices from failures", () => {
    const notice = noticeOf("shed", 3, "n1", AT);
    const { failures, notices } = sortBatch([envelope("n", notice)]);
    expect(notices.map(({ message }) => message)).toEqual([notice]);
    expect(failures.size).toBe(0);
  });

  it.each([
    ["a text", "hello"],
    ["nothing", undefined],
    ["a version that is not known yet", { ...failureMessage(), v: 2 }],
    ["a failure without samples", { ...failureMessage(), samples: [] }],
  ])("sets %s aside with its reason, and goes on with the others", (_what, body) => {
    const sent = [envelope("bad", body), envelope("good", failureMessage())];
    const { failures, undecodable } = sortBatch(sent);
    expect(undecodable).toEqual([
      { envelope: sent[0], reason: expect.stringMatching(/: /) as string },
    ]);
    expect(failures.size).toBe(1);
  });

  it("loses no envelope and takes none twice, whatever the batch", () => {
    const body = fc.oneof(
      fc.nat(5).map((n) => ofFingerprint(n)),
      fc.nat(5).map((n) => noticeOf("shed", n + 1, `n${n}`, AT)),
      fc.nat(5).map((n) => sightingMessage({ producer: `p${n}` })),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.array(body, { maxLength: 40 }), (bodies) => {
        const sent = bodies.map((one, n) => envelope(`e${n}`, one));
        const { failures, sightings, notices, undecodable } = sortBatch(sent);
        const sorted = [
          ...[...failures.values()].flat(),
          ...[...sightings.values()].flat(),
          ...notices,
          ...undecodable,
        ];
        const names = sorted.map((one) => one.envelope.name).toSorted();
        expect(names).toEqual(sent.map(({ name }) => name).toSorted());
      }),
    );
  });
});

describe("retryDelaySeconds", () => {
  it.each([
    [1, RETRY_BASE_SECONDS],
    [2, RETRY_BASE_SECONDS * 2],
    [4, RETRY_BASE_SECONDS * 8],
    [0, RETRY_BASE_SECONDS],
    [1_000_000, RETRY_MAX_SECONDS],
  ])("waits after attempt %d for %d s", (attempts, seconds) => {
    expect(retryDelaySeconds(attempts)).toBe(seconds);
  });

  it("never waits longer than a queue allows, which is twelve hours", () => {
    expect(RETRY_MAX_SECONDS).toBeLessThanOrEqual(12 * 3_600);
  });
});
