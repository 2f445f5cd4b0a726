import {
  createExecutionContext,
  createMessageBatch,
  evictDurableObject,
  getQueueResult,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MockInstance } from "vitest";
import type { FailureMessage } from "../../src/failure/message.ts";
import worker, { DeadLetterDO, IncidentDO } from "../../src/worker.ts";
import { failureMessage } from "../support/factories.ts";
import { consume, DEAD_LETTERS, FAILURES, NOW } from "./consume.ts";
import type { Sent } from "./consume.ts";

// Each test has fingerprints of its own, so that none depends on another.
let nth = 0;
function fingerprint(name: "a" | "b"): string {
  return `v1-${name}${nth.toString(16).padStart(31, "0")}`;
}
function sent(id: string, name: "a" | "b", over: Partial<FailureMessage> = {}): Sent {
  return { id, body: failureMessage({ id, fingerprint: fingerprint(name), ...over }) };
}

async function countOf(name: "a" | "b"): Promise<number | null> {
  const answer = await env.INCIDENT.getByName(fingerprint(name)).fetch("https://outerloop/");
  return answer.ok ? (await answer.json<{ count: number }>()).count : null;
}

interface Letter extends Record<string, SqlStorageValue> {
  queue: string;
  reason: string;
  body: string;
  sent_at: number;
}

function lettersOf(id: string): Promise<readonly Letter[]> {
  const stub = env.DEAD_LETTER.getByName("dead-letters");
  return runInDurableObject(stub, (_instance, { storage }) =>
    storage.sql
      .exec<Letter>("SELECT queue, reason, body, sent_at FROM letter WHERE id = ?", id)
      .toArray(),
  );
}

// As after a deploy that changed the past: the object refuses to start.
async function breakIncident(name: "a" | "b"): Promise<void> {
  await consume(FAILURES, [sent("before", name)]);
  const stub = env.INCIDENT.getByName(fingerprint(name));
  await runInDurableObject(stub, (_instance, { storage }) => {
    storage.sql.exec("UPDATE schema_step SET sql = 'something else'");
  });
  await evictDurableObject(stub);
}

let warn: MockInstance<typeof console.warn>;

beforeEach(() => {
  nth += 1;
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  warn = vi.spyOn(console, "warn").mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("the queue's consumer", () => {
  it("takes a batch in with one call per fingerprint and acks each message", async () => {
    await consume(FAILURES, [sent("begins a", "a"), sent("begins b", "b")]);
    const record = vi.spyOn(IncidentDO.prototype, "record");
    const { acked, retried } = await consume(FAILURES, [
      sent("1", "a", { count: 3 }),
      sent("2", "b"),
      sent("3", "a", { count: 4 }),
    ]);
    expect(record).toHaveBeenCalledTimes(2);
    expect([await countOf("a"), await countOf("b")]).toEqual([8, 2]);
    expect(acked.toSorted()).toEqual(["1", "2", "3"]);
    expect(retried).toEqual([]);
  });

  it("counts a message that is delivered again once, and acks it again", async () => {
    const batch = [sent("1", "a", { count: 3 }), sent("2", "a")];
    await consume(FAILURES, batch);
    const { acked } = await consume(FAILURES, batch);
    expect(acked).toEqual(["1", "2"]);
    expect(await countOf("a")).toBe(4);
  });

  it("counts a message once that was sent twice under two ids of the queue", async () => {
    const body = failureMessage({ id: "ours", fingerprint: fingerprint("a") });
    await consume(FAILURES, [
      { id: "first send", body },
      { id: "second send", body },
    ]);
    expect(await countOf("a")).toBe(1);
  });

  it("retries what an unwell incident did not take, later each time, and acks the others", async () => {
    await breakIncident("a");
    const { acked, retried } = await consume(FAILURES, [
      sent("1", "a"),
      { ...sent("2", "a"), attempts: 4 },
      sent("3", "b"),
    ]);
    expect(acked).toEqual(["3"]);
    expect(retried).toEqual([
      ["1", 5],
      ["2", 40],
    ]);
    expect(await countOf("b")).toBe(1);
    const line = { message: "intake postponed", kind: "Error", count: 2 };
    expect(warn.mock.calls).toEqual([[JSON.stringify(line)]]);
  });

  it("acks a notice of the tail Worker and logs it in one line", async () => {
    const body = { v: 1, kind: "notice", id: "n1", at: NOW, about: "shed", count: 3 };
    const { acked } = await consume(FAILURES, [{ id: "1", body }]);
    expect(acked).toEqual(["1"]);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(JSON.parse(String(warn.mock.calls[0]?.[0]))).toMatchObject({
      message: "notice of the tail Worker",
      about: "shed",
      count: 3,
    });
  });
});

describe("the queue's consumer, of what it cannot read", () => {
  it("keeps it with its reason and acks it, and takes in the others", async () => {
    const id = `undecodable ${nth}`;
    const body = { v: 9, kind: "failure" };
    const { acked, retried } = await consume(FAILURES, [{ id, body }, sent("1", "a")]);
    expect(acked.toSorted()).toEqual(["1", id]);
    expect(retried).toEqual([]);
    expect(await lettersOf(id)).toEqual([
      {
        queue: FAILURES,
        reason: expect.stringMatching(/^v: /) as string,
        body: JSON.stringify(body),
        sent_at: NOW - 5_000,
      },
    ]);
    expect(await countOf("a")).toBe(1);
  });

  it("keeps the same message once, however often it comes", async () => {
    const id = `twice ${nth}`;
    await consume(FAILURES, [{ id, body: "not ours" }]);
    await consume(FAILURES, [{ id, body: "not ours" }]);
    expect(await lettersOf(id)).toHaveLength(1);
  });

  it("is not held up by a body that no JSON can hold", async () => {
    const id = `no JSON ${nth}`;
    const { acked } = await consume(FAILURES, [{ id, body: { big: 1n } }, sent("1", "a")]);
    expect(acked.toSorted()).toEqual(["1", id]);
    expect(await lettersOf(id)).toHaveLength(1);
  });

  it("retries it while the keeper of dead letters is unwell, and takes in the others", async () => {
    vi.spyOn(DeadLetterDO.prototype, "keep").mockImplementation(() => {
      throw new Error("unwell");
    });
    const { acked, retried } = await consume(FAILURES, [
      { id: "bad", body: null, attempts: 2 },
      sent("1", "a"),
    ]);
    expect(acked).toEqual(["1"]);
    expect(retried).toEqual([["bad", 10]]);
  });
});

describe("the dead-letter queue's consumer", () => {
  const unwell = (): never => {
    throw new Error("unwell");
  };

  it("takes in what was given up on, once the incident is well again", async () => {
    const id = `given up ${nth}`;
    const { acked, retried } = await consume(DEAD_LETTERS, [{ ...sent(id, "a"), attempts: 11 }]);
    expect([acked, retried]).toEqual([[id], []]);
    expect(await countOf("a")).toBe(1);
    expect(await lettersOf(id)).toEqual([]);
  });

  it("keeps what still fails where it can be seen", async () => {
    vi.spyOn(IncidentDO.prototype, "record").mockImplementation(unwell);
    const id = `given up ${nth}`;
    const message = sent(id, "a");
    const { acked, retried } = await consume(DEAD_LETTERS, [message]);
    expect([acked, retried]).toEqual([[id], []]);
    expect(await lettersOf(id)).toEqual([
      {
        queue: DEAD_LETTERS,
        reason: "every retry failed",
        body: JSON.stringify(message.body),
        sent_at: NOW - 5_000,
      },
    ]);
  });

  it("retries while the keeper of dead letters is unwell too", async () => {
    vi.spyOn(IncidentDO.prototype, "record").mockImplementation(unwell);
    vi.spyOn(DeadLetterDO.prototype, "keep").mockImplementation(unwell);
    const { acked, retried } = await consume(DEAD_LETTERS, [sent("1", "a")]);
    expect([acked, retried]).toEqual([[], [["1", 5]]]);
  });
});

describe("the queue's consumer, where nothing may be stored", () => {
  it("leaves the batch on the queue until the jurisdiction is mended", async () => {
    const batch = createMessageBatch(FAILURES, [
      { ...sent("misplaced", "a"), attempts: 1, timestamp: NOW },
    ]);
    const ctx = createExecutionContext();
    await worker.queue(batch, { ...env, JURISDICTION: "europe" } as typeof env);
    const { retryBatch, explicitAcks } = await getQueueResult(batch, ctx);
    expect(retryBatch).toMatchObject({ retry: true });
    expect(explicitAcks).toEqual([]);
    expect(await countOf("a")).toBeNull();
  });
});
