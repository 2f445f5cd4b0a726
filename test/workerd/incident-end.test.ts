import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { IDLE_TICK_MS } from "../../src/limits.ts";
import { IncidentIndexDO } from "../../src/worker.ts";
import { listQuery } from "../support/lists.ts";
import { NOW } from "./consume.ts";
import { act, begin, deliver, failed, see, storedOf } from "./people.ts";

/** RETENTION_DAYS as it is in wrangler.toml. */
const RETENTION_MS = 90 * 24 * 3_600_000;
const OVER_AT = NOW + RETENTION_MS;
const GONE = { tables: [], alarmAt: null };

// Each test has an incident of its own, so that none depends on another.
let nth = 0;
function fingerprint(): string {
  return `v1-${nth.toString(16).padStart(32, "0")}`;
}

async function isListed(): Promise<boolean> {
  const { lines } = await env.INCIDENT_INDEX.getByName("index").list(listQuery(), true);
  return lines.some((summary) => summary.fingerprint === fingerprint());
}

async function ringAt(at: number): Promise<void> {
  vi.setSystemTime(at);
  await runDurableObjectAlarm(env.INCIDENT.getByName(fingerprint()));
}

// Somebody ignores it for good, and the index is told.
beforeEach(async () => {
  nth += 1;
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await begin(fingerprint(), "first");
  await act(fingerprint(), "ignore");
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a lost index", () => {
  it("is whole again after the slow tick of a day", async () => {
    await ringAt(NOW);
    await env.INCIDENT_INDEX.getByName("index").drop(fingerprint());
    expect(await isListed()).toBe(false);
    await ringAt(NOW + IDLE_TICK_MS);
    expect(await isListed()).toBe(true);
  });
});

describe("the end of an incident", () => {
  it("comes when it has not failed for as long as incidents are kept", async () => {
    await ringAt(NOW);
    expect((await storedOf(fingerprint())).alarmAt).toBe(NOW + IDLE_TICK_MS);
    expect(await isListed()).toBe(true);
    await ringAt(OVER_AT);
    expect(await see(fingerprint())).toBeNull();
    expect(await isListed()).toBe(false);
  });

  it("leaves nothing in its storage", async () => {
    await ringAt(NOW);
    await ringAt(OVER_AT);
    expect(await storedOf(fingerprint())).toEqual(GONE);
  });

  it("does not come a moment earlier", async () => {
    await ringAt(NOW);
    await ringAt(OVER_AT - 1);
    expect(await see(fingerprint())).toMatchObject({ count: 1, phase: { name: "ignored" } });
    expect((await storedOf(fingerprint())).alarmAt).toBe(OVER_AT);
    expect(await isListed()).toBe(true);
  });

  it("is put off by each failure, though it is ignored", async () => {
    const later = NOW + RETENTION_MS / 2;
    await ringAt(NOW);
    vi.setSystemTime(later);
    const message = { ...failed(fingerprint(), "second"), lastAt: later };
    await env.INCIDENT.getByName(fingerprint()).record([message]);
    await ringAt(OVER_AT);
    expect(await see(fingerprint())).toMatchObject({ count: 2 });
    await ringAt(later + RETENTION_MS - 1);
    expect((await storedOf(fingerprint())).alarmAt).toBe(later + RETENTION_MS);
  });

  it("is followed by a new beginning when it fails once more", async () => {
    await ringAt(NOW);
    await ringAt(OVER_AT);
    expect(await deliver(fingerprint(), "much later")).toEqual(["much later"]);
    expect(await see(fingerprint())).toMatchObject({
      count: 1,
      phase: { name: "collecting" },
      timeline: [{ what: "first failure" }],
    });
    await ringAt(OVER_AT);
    expect(await isListed()).toBe(true);
  });

  it("does not come while something is wanted", async () => {
    const put = vi.spyOn(IncidentIndexDO.prototype, "put").mockImplementation(() => {
      throw new Error("unwell");
    });
    await ringAt(NOW);
    await ringAt(OVER_AT);
    expect(await see(fingerprint())).toMatchObject({ waiting: [{ effect: "updateIndex" }] });
    put.mockRestore();
    const { alarmAt } = await storedOf(fingerprint());
    await ringAt(alarmAt ?? 0);
    expect(await see(fingerprint())).toMatchObject({ waiting: [] });
    await ringAt((await storedOf(fingerprint())).alarmAt ?? 0);
    expect(await storedOf(fingerprint())).toEqual(GONE);
  });

  it("waits for the index, and keeps what it holds until then", async () => {
    const drop = vi.spyOn(IncidentIndexDO.prototype, "drop").mockImplementation(() => {
      throw new Error("unwell");
    });
    await ringAt(NOW);
    await ringAt(OVER_AT);
    expect(await see(fingerprint())).toMatchObject({
      count: 1,
      waiting: [{ effect: "leaveIndex", problem: "unexpected Error" }],
    });
    drop.mockRestore();
    await ringAt((await storedOf(fingerprint())).alarmAt ?? 0);
    expect(await storedOf(fingerprint())).toEqual(GONE);
    expect(await isListed()).toBe(false);
  });

  it("is called off by a failure that comes while the index is told", async () => {
    const { drop } = IncidentIndexDO.prototype;
    vi.spyOn(IncidentIndexDO.prototype, "drop").mockImplementation(async function dropLate(
      this: IncidentIndexDO,
      name: string,
    ) {
      drop.call(this, name);
      const message = { ...failed(name, "late"), lastAt: OVER_AT };
      await env.INCIDENT.getByName(name).record([message]);
    });
    await ringAt(NOW);
    await ringAt(OVER_AT);
    expect(await see(fingerprint())).toMatchObject({
      count: 2,
      phase: { name: "ignored" },
      waiting: [],
    });
    expect(await isListed()).toBe(true);
    expect((await storedOf(fingerprint())).alarmAt).toBe(OVER_AT + 3_600_000);
  });
});
