import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Failure, Frame } from "../../src/failure/failure.ts";
import { failureMessage, joinMessages, messageBytes } from "../../src/failure/message.ts";
import type { FailureMessage } from "../../src/failure/message.ts";
import * as limits from "../../src/limits.ts";
import { AT, failure, failureMessage as message } from "../support/factories.ts";

// Three bytes each in UTF-8: the most that a unit of cleaned text takes.
function wide(units: number): string {
  return "語".repeat(units);
}

function frames(count: number, units: number): readonly Frame[] {
  const frame = { function: wide(units), file: wide(units), line: 1, column: 2, own: true };
  return Array.from({ length: count }, () => frame);
}

// About 72 KB of frames: one fits into a message, two do not.
function large(over: Partial<Failure> = {}): Failure {
  return failure({ frames: frames(20, 600), ...over });
}

describe("failureMessage", () => {
  it("stands for one failure, under the failure's fingerprint and the id that it was given", () => {
    const sample = failure();
    expect(failureMessage(sample, "id-1", AT)).toEqual({
      v: 1,
      kind: "failure",
      id: "id-1",
      fingerprint: sample.fingerprint,
      count: 1,
      firstAt: AT,
      lastAt: AT,
      samples: [sample],
    });
  });

  it.each([
    ["takes the failure's own time", AT - 5_000, AT - 5_000],
    ["takes the present where the trace told no time", null, AT],
  ])("%s", (_what, at, expected) => {
    const made = failureMessage(failure({ at }), "id-1", AT);
    expect([made.firstAt, made.lastAt]).toEqual([expected, expected]);
  });

  it("sheds nothing of a failure whose fields are all as long as they may be", () => {
    const name = wide(limits.NAME_UNITS_MAX);
    const full = failure({
      grouping: {
        producer: name,
        route: wide(limits.ROUTE_UNITS_MAX),
        type: wide(limits.TYPE_UNITS_MAX),
        message: wide(limits.GROUPING_MESSAGE_UNITS_MAX),
        frame: wide(limits.FRAME_TEXT_UNITS_MAX),
        status: 599,
      },
      outcome: name,
      executionModel: name,
      entrypoint: name,
      version: { id: name, tag: name },
      message: wide(limits.MESSAGE_UNITS_MAX),
      frames: frames(limits.FRAMES_MAX, limits.NAME_UNITS_MAX),
    });
    expect(failureMessage(full, "id-1", AT).samples).toEqual([full]);
  });

  it("sheds the frames of a failure that does not fit, and says so", () => {
    const made = failureMessage(failure({ frames: frames(20, 5_000) }), "id-1", AT);
    expect(messageBytes(made)).toBeLessThanOrEqual(limits.MESSAGE_BYTES_MAX);
    expect(made.samples).toEqual([failure({ frames: [], dropped: ["frames"] })]);
  });
});

describe("joinMessages", () => {
  it("adds the counts under the id of the first", () => {
    const joined = joinMessages(message({ id: "a", count: 3 }), message({ id: "b", count: 4 }));
    expect(joined).toMatchObject({ id: "a", count: 7 });
  });

  it.each([
    ["the later one comes second", [AT, AT + 10, AT + 20, AT + 30]],
    ["the later one comes first", [AT + 20, AT + 30, AT, AT + 10]],
    ["one lies within the other", [AT, AT + 30, AT + 10, AT + 20]],
  ])("spans both times where %s", (_what, [a = 0, b = 0, c = 0, d = 0]) => {
    const joined = joinMessages(
      message({ firstAt: a, lastAt: b }),
      message({ firstAt: c, lastAt: d }),
    );
    expect([joined.firstAt, joined.lastAt]).toEqual([AT, AT + 30]);
  });

  it("keeps the first samples and no more than its limit", () => {
    const texts = ["a", "b", "c", "d", "e"];
    const joined = texts
      .map((text) => message({ samples: [failure({ message: text })] }))
      .reduce(joinMessages);
    expect(joined.samples.map((sample) => sample.message)).toEqual(
      texts.slice(0, limits.MESSAGE_SAMPLES_MAX),
    );
  });

  it("sheds later samples before frames, and never of the count", () => {
    const joined = joinMessages(
      message({ count: 3, samples: [large({ message: "first" })] }),
      message({ count: 4, samples: [large({ message: "second" })] }),
    );
    expect(joined.samples).toEqual([large({ message: "first" })]);
    expect(joined.count).toBe(7);
  });

  it("never loses a failure and never outgrows the queue, whatever is joined", () => {
    const one = fc
      .record({
        count: fc.integer({ min: 1, max: 1_000 }),
        at: fc.integer({ min: 0, max: AT }),
        units: fc.integer({ min: 0, max: 4_000 }),
        frameCount: fc.integer({ min: 0, max: 20 }),
      })
      .map(({ count, at, units, frameCount }): FailureMessage => {
        const sample = failure({ frames: frames(frameCount, units) });
        return { ...failureMessage(sample, `at ${at}`, AT), count, firstAt: at, lastAt: at };
      });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (messages) => {
        const joined = messages.reduce(joinMessages);
        expect(joined.id).toBe(messages[0]?.id);
        expect(joined.count).toBe(messages.reduce((sum, { count }) => sum + count, 0));
        expect(joined.firstAt).toBe(Math.min(...messages.map(({ firstAt }) => firstAt)));
        expect(joined.lastAt).toBe(Math.max(...messages.map(({ lastAt }) => lastAt)));
        expect(joined.samples.length).toBeLessThanOrEqual(limits.MESSAGE_SAMPLES_MAX);
        expect(messageBytes(joined)).toBeLessThanOrEqual(limits.MESSAGE_BYTES_MAX);
      }),
    );
  });
});

describe("messageBytes", () => {
  it("counts bytes of the JSON and not UTF-16 units", () => {
    const plain = messageBytes(message({ id: "aaaa" }));
    expect(messageBytes(message({ id: "語語語語" }))).toBe(plain + 8);
    expect(messageBytes(message({ id: '"aaa' }))).toBe(plain + 1);
    expect(plain).toBe(Buffer.byteLength(JSON.stringify(message({ id: "aaaa" }))));
  });
});
