import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TicketDeskDO } from "../../durable-objects/ticket-desk-do.ts";
import {
  ALARM_LEASE_MS,
  EFFECT_RETRY_BASE_MS,
  HOUR_MS,
  STORM_SETTLE_MS,
} from "../../src/limits.ts";
import { claim } from "../desk/asking.ts";

// Far ahead, so that no alarm fires but those that a test runs. The start of a clock hour.
const NOW = Date.UTC(2099, 0, 1);
// wrangler.toml's.
const TICKETS_PER_HOUR = 10;

// Each test has a desk of its own, so that none depends on another.
let nth = 0;
function stub() {
  return env.TICKET_DESK.getByName(`desk ${nth}`);
}

function traces(): Promise<{ tables: readonly unknown[]; alarmAt: number | null }> {
  return runInDurableObject(stub(), async (_instance, { storage }) => ({
    tables: storage.sql.exec("SELECT name FROM sqlite_master").toArray(),
    alarmAt: await storage.getAlarm(),
  }));
}

/** Works on the desk as it would be with a key, and with a Linear that does not answer. */
function withKey<Done>(work: (desk: TicketDeskDO) => Promise<Done>): Promise<Done> {
  return runInDurableObject(stub(), (_instance, state) => {
    const keyed = {
      ...env,
      LINEAR_API_KEY: "lin_api_test",
      LINEAR_API_URL: "http://127.0.0.1:1/graphql",
      LINEAR_TEAM: "ENG",
      PUBLIC_URL: "https://outerloop.example",
    };
    return work(new TicketDeskDO(state, keyed));
  });
}

async function claimMany(desk: Pick<TicketDeskDO, "claim">, n: number): Promise<void> {
  for (let i = 0; i < n; i += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await desk.claim(claim(`f${i}`, { firstAt: NOW, lastAt: NOW }));
  }
}

describe("TicketDeskDO", () => {
  beforeEach(() => {
    nth += 1;
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("grants one ticket a ticket key, evicted in between or not", async () => {
    const family = { ticketKey: "k" };
    const granted = { kind: "own", episode: 1, previous: null };
    expect(await stub().claim(claim("a", family))).toEqual(granted);
    await evictDurableObject(stub());
    expect(await stub().claim(claim("b", family))).toEqual({
      kind: "follow",
      owner: "a",
      why: "family",
    });
    expect(await stub().claim(claim("a", family))).toEqual(granted);
    const issue = { ticketId: "id", identifier: "ENG-1", url: "https://linear.example/ENG-1" };
    const told = { ...issue, ticketKey: "k", fingerprint: "a", episode: 1 };
    expect(await stub().opened(told)).toBe(true);
    expect(await stub().ownerOf("id")).toEqual({
      ticketKey: "k",
      owner: "a",
      identifier: "ENG-1",
    });
    expect(await stub().followersOf("k")).toEqual(["b"]);
    expect(await stub().appoint("k", "a", "b")).toBe(true);
    await stub().leave("a");
    expect(await stub().ownerOf("id")).toMatchObject({ owner: "b" });
  });

  it("creates nothing at a look, nor where somebody leaves who never came", async () => {
    expect(await stub().counts()).toEqual({ tickets: 0, waiting: [], problems: [] });
    expect(await stub().ownerOf("id")).toBeNull();
    expect(await stub().followersOf("k")).toEqual([]);
    expect(await stub().appoint("k", "a", "b")).toBe(false);
    await stub().leave("a");
    expect(await traces()).toEqual({ tables: [], alarmAt: null });
  });

  it("grants as many tickets an hour as are set, and lists those that wait", async () => {
    await claimMany(stub(), TICKETS_PER_HOUR);
    expect(await stub().claim(claim("late"))).toEqual({ kind: "wait", until: NOW + HOUR_MS });
    expect(await stub().counts()).toEqual({
      tickets: TICKETS_PER_HOUR,
      waiting: [{ producer: "shop", count: 1 }],
      problems: [],
    });
    vi.setSystemTime(NOW + HOUR_MS);
    expect(await stub().claim(claim("late"))).toMatchObject({ kind: "own" });
    expect((await stub().counts()).waiting).toEqual([]);
  });

  it("needs no alarm without a key: the list is kept", async () => {
    await claimMany(stub(), TICKETS_PER_HOUR + 2);
    expect((await traces()).alarmAt).toBeNull();
    expect((await stub().counts()).waiting).toEqual([{ producer: "shop", count: 2 }]);
  });

  it("wakes for the storm ticket when somebody waits, and not where that one leaves", async () => {
    await withKey((desk) => claimMany(desk, TICKETS_PER_HOUR + 1));
    expect((await traces()).alarmAt).toBe(NOW + STORM_SETTLE_MS);
    await withKey((desk) => desk.leave(`f${TICKETS_PER_HOUR}`));
    expect((await traces()).alarmAt).toBeNull();
  });

  it("backs off while Linear does not answer, and says so", async () => {
    const warning = vi.spyOn(console, "warn").mockImplementation(() => {});
    await withKey((desk) => claimMany(desk, TICKETS_PER_HOUR + 1));
    const at = NOW + STORM_SETTLE_MS;
    vi.setSystemTime(at);
    await withKey((desk) => desk.alarm());
    const { alarmAt } = await traces();
    expect(alarmAt).toBeGreaterThanOrEqual(at + EFFECT_RETRY_BASE_MS / 2);
    expect(alarmAt).toBeLessThanOrEqual(at + EFFECT_RETRY_BASE_MS);
    const problem = "Linear did not answer";
    expect((await stub().counts()).problems).toEqual([`1 storm tickets wait: ${problem}`]);
    expect(warning.mock.calls).toEqual([
      [JSON.stringify({ message: "storm ticket postponed", problem })],
    ]);
    warning.mockRestore();
  });

  it("goes on waking while a newer deploy's schema keeps it from being read", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    await withKey((desk) => claimMany(desk, TICKETS_PER_HOUR + 1));
    await runInDurableObject(stub(), (_instance, { storage }) => {
      storage.sql.exec("INSERT INTO schema_step (id, sql) VALUES ('999_next', '')");
    });
    await evictDurableObject(stub());
    await runDurableObjectAlarm(stub());
    expect((await traces()).alarmAt).toBe(NOW + ALARM_LEASE_MS);
    expect(error.mock.calls).toEqual([
      [JSON.stringify({ message: "alarm failed", object: "desk", kind: "Error" })],
    ]);
    error.mockRestore();
  });
});
