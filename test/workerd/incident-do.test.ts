import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FailureMessage } from "../../src/failure/message.ts";
import { ALARM_LEASE_MS } from "../../src/limits.ts";
import { IncidentStore } from "../../src/incident/store.ts";
import { failure, failureMessage } from "../support/factories.ts";
import { listQuery } from "../support/lists.ts";

// Far ahead, so that no alarm fires but those that a test runs.
const NOW = Date.UTC(2099, 0, 1);
const LEAVE = { counted: null };

// Each test has an incident of its own, so that none depends on another.
let nth = 0;
function freshMessage(over: Partial<FailureMessage> = {}): FailureMessage {
  // A family of its own: the desk gives it a ticket of its own.
  const grouping = { ...failure().grouping, frame: `charge${nth}@src/pay.ts` };
  const samples = [failure({ grouping })] as const;
  const fingerprint = fingerprintOf(nth);
  return failureMessage({ fingerprint, samples, firstAt: NOW, lastAt: NOW, ...over });
}
function fingerprintOf(n: number): string {
  return `v1-${n.toString(16).padStart(32, "0")}`;
}
function stub() {
  return env.INCIDENT.getByName(fingerprintOf(nth));
}
async function view(): Promise<{
  count: number;
  phase: { name: string; ticket?: { status: string; draft?: { title: string } } };
  waiting: { effect: string; tries: number }[];
  alarmAt: string | null;
}> {
  return (await stub().fetch("https://outerloop/")).json();
}

describe("IncidentDO", () => {
  beforeEach(() => {
    nth += 1;
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("counts a batch once, redelivered or not", async () => {
    const messages = [freshMessage({ id: "a", count: 3 }), freshMessage({ id: "b" })] as const;
    await stub().record(messages, LEAVE);
    await stub().record(messages, LEAVE);
    expect(await view()).toMatchObject({ count: 4, phase: { name: "collecting" } });
  });

  it("arms one alarm: for the index at once, then for the end of the settle window", async () => {
    await stub().record([freshMessage()], LEAVE);
    expect((await view()).alarmAt).toBe(new Date(NOW).toISOString());
    await runDurableObjectAlarm(stub());
    expect((await view()).alarmAt).toBe(new Date(NOW + 30_000).toISOString());
  });

  it("drafts the ticket without a key, when the settle window has passed", async () => {
    await stub().record([freshMessage()], LEAVE);
    await runDurableObjectAlarm(stub());
    vi.setSystemTime(NOW + 30_000);
    await runDurableObjectAlarm(stub());
    const { phase, waiting } = await view();
    expect(phase).toMatchObject({
      name: "ticketed",
      ticket: {
        status: "draft",
        draft: { title: "shop: PaymentError at GET /orders/:id", delegate: false },
      },
    });
    expect(waiting).toEqual([]);
  });

  it("remembers everything when it is evicted between two steps", async () => {
    await stub().record([freshMessage({ id: "a" })], LEAVE);
    await evictDurableObject(stub());
    await stub().record([freshMessage({ id: "a" }), freshMessage({ id: "b" })], LEAVE);
    await evictDurableObject(stub());
    vi.setSystemTime(NOW + 30_000);
    await runDurableObjectAlarm(stub());
    await evictDurableObject(stub());
    await runDurableObjectAlarm(stub());
    expect(await view()).toMatchObject({
      count: 2,
      phase: { name: "ticketed", ticket: { status: "draft" } },
    });
  });

  it("writes at most six rows for a batch of twenty failures", async () => {
    await stub().record([freshMessage({ id: "first" })], LEAVE);
    const [head, ...rest] = Array.from({ length: 20 }, (_, n) => freshMessage({ id: `m${n}` }));
    if (head === undefined) throw new Error("no message");
    const written = await runInDurableObject(stub(), async (instance, state) => {
      const counted = vi.spyOn(state.storage.sql, "exec");
      await instance.record([head, ...rest], LEAVE);
      return counted.mock.results.reduce(
        (sum, { value }) => sum + (value as { rowsWritten: number }).rowsWritten,
        0,
      );
    });
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThanOrEqual(6);
    expect(await view()).toMatchObject({ count: 21 });
  });

  it("answers 404 for an incident that never failed, and creates nothing", async () => {
    const answer = await stub().fetch("https://outerloop/");
    expect(answer.status).toBe(404);
    await runInDurableObject(stub(), async (_instance, state) => {
      expect(state.storage.sql.exec("SELECT name FROM sqlite_master").toArray()).toEqual([]);
      expect(await state.storage.getAlarm()).toBeNull();
    });
  });

  it("refuses to go on with a schema whose past was changed", async () => {
    await stub().record([freshMessage()], LEAVE);
    await runInDurableObject(stub(), (_instance, { storage }) => {
      expect(() => new IncidentStore(storage).load()).not.toThrow();
      storage.sql.exec("UPDATE schema_step SET sql = 'something else'");
      expect(() => new IncidentStore(storage).load()).toThrow(/was changed after it was applied/);
    });
  });

  it("goes on waking while a newer deploy's schema keeps it from being read", async () => {
    await stub().record([freshMessage()], LEAVE);
    await runInDurableObject(stub(), (_instance, { storage }) => {
      storage.sql.exec("INSERT INTO schema_step (id, sql) VALUES ('002_next', '')");
    });
    await evictDurableObject(stub());
    await runDurableObjectAlarm(stub());
    const armed = await runInDurableObject(stub(), (_instance, { storage }) => storage.getAlarm());
    expect(armed).toBe(NOW + ALARM_LEASE_MS);
  });

  it("shows itself in the index after its alarm", async () => {
    await stub().record([freshMessage({ count: 5, samples: [failure()] })], LEAVE);
    await runDurableObjectAlarm(stub());
    const { lines } = await env.INCIDENT_INDEX.getByName("index").list(listQuery(), true);
    expect(lines.find(({ count }) => count === 5)).toMatchObject({ phase: "collecting" });
  });
});
