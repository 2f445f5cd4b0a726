// When an incident tells the index of itself: on a change of phase and on a slow tick, however often
// it fails.
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HOUR_MS, IDLE_TICK_MS } from "../../src/limits.ts";
import { IncidentIndexDO } from "../../src/worker.ts";
import { failureMessage } from "../support/factories.ts";
import { fingerprintOf } from "../support/lists.ts";
import { NOW } from "./consume.ts";

// Each test has an incident of its own, so that none depends on another.
let nth = 0xd00;

function stub() {
  return env.INCIDENT.getByName(fingerprintOf(nth));
}

/** Time passes until then; alarms ring when they are due. */
async function passUntil(at: number): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one alarm after the other
    const armed = await runInDurableObject(stub(), (_instance, { storage }) => storage.getAlarm());
    if (armed === null || armed > at) break;
    vi.setSystemTime(armed);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await runDurableObjectAlarm(stub());
  }
  vi.setSystemTime(at);
}

async function failAt(at: number): Promise<void> {
  await passUntil(at);
  const message = failureMessage({
    id: `${nth} ${at}`,
    fingerprint: fingerprintOf(nth),
    firstAt: at,
    lastAt: at,
  });
  await stub().record([message], { counted: null });
}

beforeEach(() => {
  nth += 1;
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("an incident", () => {
  it("that fails 1,000 times in its first hour tells the index twice, and then hourly", async () => {
    const put = vi.spyOn(IncidentIndexDO.prototype, "put");
    for (let n = 0; n < 1_000; n += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one failure after the other
      await failAt(NOW + (n * HOUR_MS) / 1_000);
    }
    const told = put.mock.calls.map(([{ phase, ticket }]) => [phase, ticket?.status]);
    expect(told).toEqual([
      ["collecting", undefined],
      ["ticketed", "draft"],
    ]);
    put.mockClear();
    for (let n = 0; n < 300; n += 1) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await failAt(NOW + HOUR_MS + (n * HOUR_MS) / 100);
    }
    expect(put).toHaveBeenCalledTimes(3);
  });

  it("that fails no more tells it daily that it is there", async () => {
    await failAt(NOW);
    await passUntil(NOW + IDLE_TICK_MS / 2);
    const put = vi.spyOn(IncidentIndexDO.prototype, "put");
    await passUntil(NOW + 10.5 * IDLE_TICK_MS);
    expect(put).toHaveBeenCalledTimes(10);
  });
});
