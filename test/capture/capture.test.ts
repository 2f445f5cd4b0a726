import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capture } from "../../src/capture/capture.ts";
import type { CaptureDeps, CaptureMemory } from "../../src/capture/capture.ts";
import type { CapturedMessage } from "../../src/capture/send.ts";
import { readTrace } from "../../src/capture/trace.ts";
import { decodeMessage } from "../../src/failure/decode.ts";
import { COALESCE_MS, SEND_TRIES_MAX } from "../../src/limits.ts";
import { refine } from "../../src/refine/refine.ts";
import { AT, traceItem } from "../support/factories.ts";

const options = { unnamedProducer: "unnamed", ownWorkers: new Set<string>(), rules: [] };

function memory(): CaptureMemory {
  return {
    waiting: new Map(),
    routes: { hour: 0, byProducer: new Map() },
    shed: 0,
    ruleProblems: 0,
  };
}

// An isolate with a queue that keeps what it gets and a clock that moves by waiting alone.
function makeDeps(over: { refuses?: () => boolean; wait?: CaptureDeps["wait"] } = {}): {
  deps: CaptureDeps;
  calls: (readonly CapturedMessage[])[];
} {
  const calls: (readonly CapturedMessage[])[] = [];
  let now = AT;
  let ids = 0;
  const deps: CaptureDeps = {
    options,
    queue: {
      async sendBatch(batch) {
        calls.push([...batch].map(({ body }) => body));
        if (over.refuses?.()) throw new Error("Too Many Requests");
        return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
      },
    },
    wait: async (ms) => {
      await over.wait?.(ms);
      now += ms;
    },
    random: () => 0.5,
    now: () => now,
    newId() {
      ids += 1;
      return `id-${ids}`;
    },
  };
  return { deps, calls };
}

function thrown(name: string, over: object = {}): object {
  const exception = {
    timestamp: AT,
    name,
    message: "no price",
    stack: "    at f (src/shop.ts:1:2)",
  };
  return traceItem({ outcome: "exception", exceptions: [exception], ...over });
}

function failuresIn(messages: readonly CapturedMessage[]): number {
  return messages.reduce((sum, { kind, count }) => sum + (kind === "failure" ? count : 0), 0);
}

describe("capture", () => {
  it("sends a failure at once, as a message that the reader takes", async () => {
    const { deps, calls } = makeDeps();
    await capture([thrown("TypeError")], memory(), deps);
    expect(calls).toHaveLength(1);
    const [message] = calls.flat();
    expect(message).toMatchObject({ kind: "failure", id: "id-1", count: 1, firstAt: AT });
    expect(decodeMessage(JSON.parse(JSON.stringify(message)))).toMatchObject({ ok: true });
  });

  it.each([
    ["a healthy trace", traceItem()],
    ["a client that went away", traceItem({ outcome: "canceled" })],
  ])("sends nothing for %s", async (_what, item) => {
    const { deps, calls } = makeDeps();
    await capture([item], memory(), deps);
    expect(calls).toEqual([]);
  });

  it("sends failures of many kinds in one call", async () => {
    const { deps, calls } = makeDeps();
    await capture([thrown("TypeError"), thrown("RangeError")], memory(), deps);
    expect(calls.map((call) => call.length)).toEqual([2]);
    expect(new Set(calls.flat().map(({ id }) => id)).size).toBe(2);
  });

  it("lets followers of a failure ride together, with a count", async () => {
    const { deps, calls } = makeDeps();
    const storm = Array.from({ length: 50 }, () => thrown("TypeError"));
    await capture(storm, memory(), deps);
    expect(calls.map((call) => call.map(({ count }) => count))).toEqual([[1], [49]]);
  });

  it("lets them ride over several invocations of one isolate", async () => {
    const one = memory();
    const { promise, resolve } = Promise.withResolvers<void>();
    const { deps, calls } = makeDeps({ wait: () => promise });
    await capture([thrown("TypeError")], one, deps);
    const waiting = capture([thrown("TypeError")], one, deps);
    await capture([thrown("TypeError")], one, deps);
    expect(failuresIn(calls.flat())).toBe(1);
    resolve();
    await waiting;
    expect(calls.flat().map(({ count }) => count)).toEqual([1, 2]);
  });

  it("waits no longer than its window", async () => {
    const waits: number[] = [];
    const { deps } = makeDeps({ wait: async (ms) => waits.push(ms) });
    await capture([thrown("TypeError"), thrown("TypeError")], memory(), deps);
    expect(waits).toEqual([COALESCE_MS]);
  });

  it("takes the time of the invocation where that of the exception is not told", async () => {
    const { deps, calls } = makeDeps();
    const exceptions = [{ name: "TypeError", message: "no time" }];
    const item = thrown("TypeError", { exceptions, eventTimestamp: AT - 7_000 });
    await capture([item], memory(), deps);
    expect(calls.flat()).toMatchObject([{ firstAt: AT - 7_000, lastAt: AT - 7_000 }]);
  });

  it("takes the present where no time is told at all", async () => {
    const { deps, calls } = makeDeps();
    const exceptions = [{ name: "TypeError", message: "no time" }];
    await capture([thrown("TypeError", { exceptions, eventTimestamp: null })], memory(), deps);
    expect(calls.flat()).toMatchObject([{ firstAt: AT, lastAt: AT }]);
  });
});

describe("capture, when something goes wrong", () => {
  it("tells how many traces it could not refine, and goes on with the others", async () => {
    const { deps, calls } = makeDeps();
    await capture([null, thrown("TypeError"), { outcome: 7 }], memory(), deps);
    expect(calls.flat()).toMatchObject([
      { kind: "failure", count: 1 },
      { kind: "notice", about: "unrefined", count: 2, at: AT },
    ]);
  });

  it("tells with the next send what it gave up, once", async () => {
    let refuses = true;
    const one = memory();
    const { deps, calls } = makeDeps({ refuses: () => refuses });
    await capture([thrown("TypeError"), thrown("RangeError")], one, deps);
    expect(calls).toHaveLength(SEND_TRIES_MAX);
    refuses = false;
    await capture([thrown("SyntaxError")], one, deps);
    await capture([thrown("EvalError")], one, deps);
    expect(calls.slice(SEND_TRIES_MAX)).toMatchObject([
      [
        { kind: "failure", count: 1 },
        { kind: "notice", about: "shed", count: 2 },
      ],
      [{ kind: "failure", count: 1 }],
    ]);
  });

  it("forgets nothing while the queue stays away", async () => {
    const one = memory();
    const { deps } = makeDeps({ refuses: () => true });
    await capture([thrown("TypeError"), thrown("RangeError")], one, deps);
    await capture([thrown("SyntaxError")], one, deps);
    expect(one.shed).toBe(3);
  });

  it("gives up what rode together like all else", async () => {
    let sends = 0;
    const one = memory();
    const { deps } = makeDeps({ refuses: () => (sends += 1) > 1 });
    await capture([thrown("TypeError"), thrown("TypeError"), thrown("TypeError")], one, deps);
    expect(one.shed).toBe(2);
  });
});

describe("capture, of whatever the host hands over", () => {
  const amount = fc.oneof(fc.double(), fc.constant(null));
  const text = fc.string({ unit: "binary", maxLength: 30 });
  const item = fc.record({
    outcome: fc.constantFrom("ok", "exception", "exceededCpu", "canceled", "new"),
    scriptName: fc.option(text),
    entrypoint: fc.option(text),
    scriptVersion: fc.option(fc.record({ id: text, tag: text })),
    eventTimestamp: amount,
    cpuTime: amount,
    wallTime: amount,
    event: fc.oneof(
      fc.anything(),
      fc.record({
        request: fc.record({ method: text, url: fc.oneof(text, fc.webUrl()) }),
        response: fc.record({ status: amount }),
      }),
    ),
    exceptions: fc.array(
      fc.record({ timestamp: amount, name: text, message: fc.anything(), stack: text }),
      { maxLength: 3 },
    ),
    logs: fc.array(
      fc.record({
        timestamp: amount,
        level: fc.constantFrom("error", "log"),
        message: fc.array(fc.anything(), { maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
  });

  it("loses no failure, and sends nothing that the reader refuses", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 4 }), async (items) => {
        const { deps, calls } = makeDeps();
        await capture(items, memory(), deps);
        const expected = items.flatMap((one) => {
          const trace = readTrace(one);
          return trace.ok ? refine(trace.value, options) : [];
        });
        expect(failuresIn(calls.flat())).toBe(expected.length);
        for (const message of calls.flat()) {
          expect(decodeMessage(JSON.parse(JSON.stringify(message)))).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 300 },
    );
  });
});
