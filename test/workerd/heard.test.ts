// What the queue's consumer tells the index of those it heard of, on the real runtime.
import { createMessageBatch, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { INDEX_SCHEMA } from "../../src/inspect/index-schema.ts";
import { IndexStore } from "../../src/inspect/index-store.ts";
import { HEARD_ROW_MS, HEARD_TELL_TIMEOUT_MS, PRODUCERS_HEARD_MAX } from "../../src/limits.ts";
import type { Heard, Known } from "../../src/producer/heard.ts";
import { applySchema } from "../../src/sqlite-schema.ts";
import worker, { IncidentIndexDO } from "../../src/worker.ts";
import { failure, failureMessage, sightingMessage } from "../support/factories.ts";
import { consume, DEAD_LETTERS, FAILURES, NOW } from "./consume.ts";
import type { Sent } from "./consume.ts";

// Each test has a producer of its own and an hour of its own, so that none depends on another.
let nth = 0;
let now = 0;
let producer = "";

function failed(id: string, over: Parameters<typeof failure>[0] = {}): Sent {
  const grouping = { ...failure().grouping, producer, ...over.grouping };
  const sample = failure({ ...over, grouping });
  return { id, body: failureMessage({ id: `${nth} ${id}`, samples: [sample] }) };
}

function sighted(id: string): Sent {
  return { id, body: sightingMessage({ id: `${nth} ${id}`, producer, at: now }) };
}

async function known(kind: Known["kind"], name: string): Promise<Known | undefined> {
  const all = await env.INCIDENT_INDEX.getByName("index").known();
  return (all as readonly Known[]).find((one) => one.kind === kind && one.name === name);
}

beforeEach(() => {
  nth += 1;
  producer = `shop ${nth}`;
  now = NOW + nth * 3_600_000;
  vi.useFakeTimers({ toFake: ["Date"], now });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("the queue's consumer tells the index", () => {
  it("of a producer that failed, and how its stacks look", async () => {
    await consume(FAILURES, [failed("1")]);
    expect(await known("producer", producer)).toEqual({
      kind: "producer",
      name: producer,
      at: now,
      facts: { failed: now, mapped: now, bundled: null, rejected: null },
    });
  });

  it("of a producer that is only sighted", async () => {
    await consume(FAILURES, [sighted("1")]);
    expect(await known("producer", producer)).toMatchObject({ at: now, facts: { failed: null } });
  });

  it("of a batch that it took in, by its queue, also where it could read nothing", async () => {
    await consume(DEAD_LETTERS, [{ id: "bad", body: null }]);
    expect(await known("queue", DEAD_LETTERS)).toMatchObject({ at: now });
    await consume(FAILURES, [sighted("1")]);
    expect(await known("queue", FAILURES)).toMatchObject({ at: now });
  });

  it("once in ten minutes, unless something new is known", async () => {
    const tell = vi.spyOn(IncidentIndexDO.prototype, "heard");
    await consume(FAILURES, [failed("1")]);
    await consume(FAILURES, [failed("2"), sighted("3")]);
    expect(tell).toHaveBeenCalledTimes(1);
    const grouping = { ...failure().grouping, producer, type: "UnhandledRejection" };
    await consume(FAILURES, [failed("4", { reason: "log", grouping })]);
    expect(tell).toHaveBeenCalledTimes(2);
    expect(await known("producer", producer)).toMatchObject({ facts: { rejected: now } });
    vi.setSystemTime(now + HEARD_ROW_MS);
    await consume(FAILURES, [failed("5")]);
    expect(tell).toHaveBeenCalledTimes(3);
    expect(await known("producer", producer)).toMatchObject({ at: now + HEARD_ROW_MS });
  });

  it("and acks all the same where the index is unwell, and tells it with the next batch", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const tell = vi.spyOn(IncidentIndexDO.prototype, "heard").mockImplementation(() => {
      throw new RangeError(`secret of ${producer}`);
    });
    expect((await consume(FAILURES, [failed("1")])).acked).toEqual(["1"]);
    const line = { message: "the index was not told who was heard of", kind: "RangeError" };
    expect(warn.mock.calls).toEqual([[JSON.stringify(line)]]);
    tell.mockRestore();
    await consume(FAILURES, [failed("2")]);
    expect(await known("producer", producer)).toMatchObject({ at: now });
  });

  it("and does not wait long for an index that does not answer", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const settled = Promise.withResolvers<void>();
    vi.spyOn(IncidentIndexDO.prototype, "heard").mockReturnValue(settled.promise as never);
    const started = performance.now();
    expect((await consume(FAILURES, [failed("1")])).acked).toEqual(["1"]);
    expect(performance.now() - started).toBeLessThan(HEARD_TELL_TIMEOUT_MS + 2_000);
    settled.resolve();
  });

  it("nothing while nothing may be stored", async () => {
    const tell = vi.spyOn(IncidentIndexDO.prototype, "heard");
    vi.spyOn(console, "error").mockImplementation(() => {});
    const batch = createMessageBatch(FAILURES, [
      { ...failed("1"), attempts: 1, timestamp: new Date(now) },
    ]);
    await worker.queue(batch, { ...env, JURISDICTION: "europe" } as typeof env);
    expect(tell).not.toHaveBeenCalled();
  });
});

describe("IndexStore, of who was heard of", () => {
  const heard = (name: string, at: number, over: Partial<Heard> = {}): Heard => ({
    kind: "producer",
    name,
    at,
    ...over,
  });
  const inFreshObject = <Seen>(look: (storage: DurableObjectStorage) => Seen): Promise<Seen> =>
    runInDurableObject(env.DEAD_LETTER.getByName(`heard ${nth}`), (_object, { storage }) =>
      look(storage),
    );

  it("knows nobody at first, and a look at it writes nothing", async () => {
    const seen = await inFreshObject((storage) => [
      new IndexStore(storage).known(),
      storage.sql.exec("SELECT name FROM sqlite_master").toArray(),
    ]);
    expect(seen).toEqual([[], []]);
  });

  it("lists those that were heard of last first, also when its object comes back", async () => {
    const names = await inFreshObject((storage) => {
      new IndexStore(storage).hear([heard("a", 1), heard("b", 3), heard("c", 2)]);
      return new IndexStore(storage).known().map(({ name }) => name);
    });
    expect(names).toEqual(["b", "c", "a"]);
  });

  it("is added to an index that an older deploy made", async () => {
    const names = await inFreshObject((storage) => {
      storage.transactionSync(() => applySchema(storage.sql, INDEX_SCHEMA.slice(0, 1)));
      const store = new IndexStore(storage);
      store.hear([heard("b", 1)]);
      return store.known().map(({ name }) => name);
    });
    expect(names).toEqual(["b"]);
  });

  it("writes one row for what is news, and none for what is not", async () => {
    const written = await inFreshObject((storage) => {
      const store = new IndexStore(storage);
      store.hear([heard("a", now)]);
      const rowsOf = (work: () => void): number => {
        const spied = vi.spyOn(storage.sql, "exec");
        work();
        const inserts = spied.mock.calls.filter(([sql]) => sql.includes("INSERT"));
        spied.mockRestore();
        return inserts.length;
      };
      return [
        rowsOf(() => store.hear([heard("a", now + 1)])),
        rowsOf(() => store.hear([heard("a", now + 2, { facts: ["failed"] })])),
        rowsOf(() => store.hear([heard("a", now + 3, { facts: ["failed"] })])),
        rowsOf(() => store.hear([heard("a", now + 2 + HEARD_ROW_MS)])),
      ];
    });
    expect(written).toEqual([0, 1, 0, 1]);
  });

  it("keeps no more producers than its limit: those heard of longest ago leave first", async () => {
    const [count, last, others] = await inFreshObject((storage) => {
      const store = new IndexStore(storage);
      // Another kind takes no room, whether it was heard of before or after.
      store.hear([{ kind: "queue", name: "q", at: 0 }]);
      store.hear([{ kind: "webhook", name: "w", at: now }]);
      for (let n = 0; n < PRODUCERS_HEARD_MAX + 5; n += 1) store.hear([heard(`p${n}`, n + 1)]);
      const producers = store.known().filter(({ kind }) => kind === "producer");
      return [producers.length, producers.at(-1)?.name, store.known().length - producers.length];
    });
    expect([count, last, others]).toEqual([PRODUCERS_HEARD_MAX, "p5", 2]);
  });
});
