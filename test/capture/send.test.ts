import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureCount, sendMessages, noticeOf } from "../../src/capture/send.ts";
import type { CapturedMessage, SendDeps } from "../../src/capture/send.ts";
import { decodeMessage } from "../../src/failure/decode.ts";
import { messageBytes } from "../../src/failure/message.ts";
import * as limits from "../../src/limits.ts";
import { AT, failure, failureMessage } from "../support/factories.ts";

type Batch = readonly MessageSendRequest<CapturedMessage>[];
interface MessageSendRequest<Body> {
  readonly body: Body;
  readonly contentType?: string;
}

// A queue that keeps what it gets; `refuses` says which calls fail, counted from 1.
function makeDeps(refuses: (call: number) => boolean = () => false): {
  deps: SendDeps;
  calls: Batch[];
  waits: number[];
} {
  const calls: Batch[] = [];
  const waits: number[] = [];
  const deps: SendDeps = {
    queue: {
      async sendBatch(batch) {
        calls.push([...batch]);
        if (refuses(calls.length)) throw new Error("Too Many Requests");
        return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
      },
    },
    wait: async (ms) => waits.push(ms),
    random: () => 0.5,
  };
  return { deps, calls, waits };
}

function messages(count: number): readonly CapturedMessage[] {
  return Array.from({ length: count }, (_, n) => failureMessage({ id: `m${n}`, count: n + 1 }));
}

function ids(batch: Batch | undefined): readonly string[] {
  return (batch ?? []).map(({ body }) => body.id);
}

describe("sendMessages", () => {
  it("calls nobody when there is nothing to send", async () => {
    const { deps, calls } = makeDeps();
    expect(await sendMessages([], deps)).toEqual([]);
    expect(calls).toEqual([]);
  });

  it("sends what fits into one call in one call, as JSON", async () => {
    const { deps, calls, waits } = makeDeps();
    const sent = messages(3);
    expect(await sendMessages(sent, deps)).toEqual([]);
    expect(calls).toEqual([sent.map((body) => ({ body, contentType: "json" }))]);
    expect(waits).toEqual([]);
  });

  it("puts no more than a hundred messages into a call", async () => {
    const { deps, calls } = makeDeps();
    await sendMessages(messages(250), deps);
    expect(calls.map((batch) => batch.length)).toEqual([100, 100, 50]);
  });

  it("loses no message and outgrows no call, whatever their sizes", async () => {
    const size = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 110_000 }));
    await fc.assert(
      fc.asyncProperty(fc.array(size, { maxLength: 150 }), async (sizes) => {
        const { deps, calls } = makeDeps();
        const sent = sizes.map((units, n) =>
          failureMessage({ id: `m${n}`, samples: [failure({ message: "x".repeat(units) })] }),
        );
        await sendMessages(sent, deps);
        expect(calls.flatMap(ids)).toEqual(sent.map(({ id }) => id));
        for (const batch of calls) {
          const bytes = batch.reduce((sum, { body }) => sum + messageBytes(body), 0);
          expect(bytes).toBeLessThanOrEqual(limits.SEND_BATCH_BYTES_MAX);
          expect(batch.length).toBeLessThanOrEqual(limits.SEND_BATCH_MESSAGES_MAX);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("tries again what was refused, waiting longer each time", async () => {
    const { deps, calls, waits } = makeDeps((call) => call < 4);
    const sent = messages(2);
    expect(await sendMessages(sent, deps)).toEqual([]);
    expect(calls.map(ids)).toEqual(Array.from({ length: 4 }, () => ["m0", "m1"]));
    expect(waits).toEqual([250, 1_000, 4_000]);
  });

  it("leaves half of each wait to chance, so that many isolates do not knock at once", async () => {
    const waits = await Promise.all(
      [0, 0.999].map(async (random) => {
        const made = makeDeps((call) => call === 1);
        await sendMessages(messages(1), { ...made.deps, random: () => random });
        return made.waits[0];
      }),
    );
    expect(waits).toEqual([125, expect.closeTo(375, 0)]);
  });

  it("gives up after its tries, far within the 30 s that a tail Worker gets, and says what", async () => {
    const { deps, calls, waits } = makeDeps(() => true);
    const sent = messages(2);
    expect(await sendMessages(sent, deps)).toEqual(sent);
    expect(calls).toHaveLength(limits.SEND_TRIES_MAX);
    const longest = waits.reduce((sum, ms) => sum + ms * 1.5, 0) + limits.COALESCE_MS;
    expect(longest).toBeLessThan(15_000);
  });

  it("gives up only the call that was refused", async () => {
    const sent = messages(150);
    const { deps } = makeDeps();
    const refusing: SendDeps = {
      ...deps,
      queue: {
        async sendBatch(batch) {
          const all = [...batch];
          if (all.length === 50) throw new Error("gone");
          return deps.queue.sendBatch(all);
        },
      },
    };
    expect(await sendMessages(sent, refusing)).toEqual(sent.slice(100));
  });
});

describe("failureCount", () => {
  it("counts failures and not messages", () => {
    expect(failureCount([...messages(3), noticeOf("shed", 4, "n1", AT)])).toBe(10);
    expect(failureCount([])).toBe(0);
  });
});

describe("noticeOf", () => {
  it("is a message that the reader takes", () => {
    const notice = noticeOf("shed", 7, "n1", AT);
    expect(decodeMessage(JSON.parse(JSON.stringify(notice)))).toEqual({ ok: true, value: notice });
    expect(notice).toMatchObject({ about: "shed", count: 7, at: AT });
  });
});
