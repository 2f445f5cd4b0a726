import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ALARM_LEASE_MS, HOUR_MS, SIGHTING_ROW_MS } from "../../src/limits.ts";

// Far ahead, so that no alarm fires but those that a test runs.
const NOW = Date.UTC(2099, 0, 1);
const RETENTION_MS = 90 * 24 * HOUR_MS;

// Each test has a producer of its own, so that none depends on another.
let nth = 0;
function stub() {
  return env.PRODUCER.getByName(`shop ${nth}`);
}

// Tables and the alarm: what an object that holds nothing has none of.
function traces(): Promise<{ tables: readonly unknown[]; alarmAt: number | null }> {
  return runInDurableObject(stub(), async (_instance, { storage }) => ({
    tables: storage.sql.exec("SELECT name FROM sqlite_master").toArray(),
    alarmAt: await storage.getAlarm(),
  }));
}

// Rows written by SQL; an alarm that is set is told apart by its time.
function rowsWritten(work: () => Promise<unknown>): Promise<number> {
  return runInDurableObject(stub(), async (_instance, { storage }) => {
    const executed = vi.spyOn(storage.sql, "exec");
    await work();
    const cursors = executed.mock.results.map(({ value }) => value as { rowsWritten: number });
    executed.mockRestore();
    return cursors.reduce((sum, cursor) => sum + cursor.rowsWritten, 0);
  });
}

describe("ProducerDO", () => {
  beforeEach(() => {
    nth += 1;
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("tells which versions were sighted, evicted in between or not", async () => {
    await stub().sight([{ version: "v2", at: NOW - 1 }]);
    await evictDurableObject(stub());
    await stub().sight([
      { version: "v1", at: NOW - 5 },
      { version: "v2", at: NOW - 9 },
    ]);
    await evictDurableObject(stub());
    expect(await stub().versions()).toEqual([
      { id: "v2", firstAt: NOW - 9, lastAt: NOW - 1 },
      { id: "v1", firstAt: NOW - 5, lastAt: NOW - 5 },
    ]);
  });

  it("admits up to the cap, then tells that it overflowed", async () => {
    const many = Array.from({ length: 51 }, (_, n) => `f${n}`);
    const { admitted, overflowedAt } = await stub().admit(many);
    expect([admitted.length, overflowedAt]).toEqual([50, NOW]);
    await evictDurableObject(stub());
    expect(await stub().admit(["f3", "late"])).toEqual({ admitted: ["f3"], overflowedAt: NOW });
  });

  it("writes nothing at a look, nor where it is asked for nothing", async () => {
    expect(await stub().versions()).toEqual([]);
    await stub().sight([]);
    await stub().admit([]);
    expect(await traces()).toEqual({ tables: [], alarmAt: null });
  });

  it("writes one row for a sighting that is news, and none for one that is not", async () => {
    await stub().sight([{ version: "v1", at: NOW }]);
    const { alarmAt } = await traces();
    const soon = NOW + SIGHTING_ROW_MS - 1;
    expect(await rowsWritten(() => stub().sight([{ version: "v1", at: soon }]))).toBe(0);
    vi.setSystemTime(NOW + SIGHTING_ROW_MS);
    expect(await rowsWritten(() => stub().sight([{ version: "v1", at: soon + 1 }]))).toBe(1);
    expect(await rowsWritten(() => stub().admit(["a"]))).toBe(1);
    expect(await rowsWritten(() => stub().admit(["a"]))).toBe(0);
    expect((await traces()).alarmAt).toBe(alarmAt);
  });

  it("forgets itself when it was not heard of for the retention time", async () => {
    await stub().sight([{ version: "v1", at: NOW }]);
    expect((await traces()).alarmAt).toBe(NOW + RETENTION_MS);
    vi.setSystemTime(NOW + RETENTION_MS);
    await runDurableObjectAlarm(stub());
    expect(await traces()).toEqual({ tables: [], alarmAt: null });
    expect(await stub().versions()).toEqual([]);
    await stub().sight([{ version: "v2", at: NOW + RETENTION_MS }]);
    expect(await stub().versions()).toMatchObject([{ id: "v2" }]);
  });

  it("stays while it is heard of, and looks again when that may be over", async () => {
    await stub().sight([{ version: "v1", at: NOW }]);
    vi.setSystemTime(NOW + HOUR_MS);
    await stub().admit(["a"]);
    vi.setSystemTime(NOW + RETENTION_MS);
    await runDurableObjectAlarm(stub());
    expect(await stub().versions()).toHaveLength(1);
    expect((await traces()).alarmAt).toBe(NOW + HOUR_MS + RETENTION_MS);
  });

  it("is armed by the next call, where arming failed after the row was written", async () => {
    await stub().sight([{ version: "v1", at: NOW }]);
    await runInDurableObject(stub(), (_instance, { storage }) => storage.deleteAlarm());
    await stub().sight([{ version: "v1", at: NOW }]);
    expect((await traces()).alarmAt).toBe(NOW + RETENTION_MS);
  });

  it("goes on waking while a newer deploy's schema keeps it from being read", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    await stub().sight([{ version: "v1", at: NOW }]);
    await runInDurableObject(stub(), (_instance, { storage }) => {
      storage.sql.exec("INSERT INTO schema_step (id, sql) VALUES ('002_next', '')");
    });
    await evictDurableObject(stub());
    await runDurableObjectAlarm(stub());
    expect((await traces()).alarmAt).toBe(NOW + ALARM_LEASE_MS);
    expect(error.mock.calls).toEqual([
      [JSON.stringify({ message: "alarm failed", object: "producer", kind: "Error" })],
    ]);
    error.mockRestore();
  });

  it("works under a name that cleaning took everything out of", async () => {
    const nameless = env.PRODUCER.getByName("");
    expect(await nameless.admit(["a"])).toEqual({ admitted: ["a"], overflowedAt: null });
  });
});
