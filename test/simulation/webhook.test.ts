// From a change in Linear to an incident that knows of it, with a webhook and without.
import { runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { HINT_SKEW_MS, SLOW_TICK_MS } from "../../src/limits.ts";
import { issueWebhook, webhookRequest } from "../support/webhook.ts";
import { alarmOf, DESK, ring, see } from "./incidents.ts";
import { Linear } from "./linear.ts";
import { fail, objectOf, pass, ticketsOf } from "./tickets.ts";
import type { SeenTicket } from "./tickets.ts";

const NOBODYS = "0c7c5c3e-3a5e-4b0e-9d6f-0000000000ff";

const linearUrl = inject("linearUrl");
const linear = new Linear(linearUrl);

// Each test has an incident of its own: all tests share one Linear.
let nth = 0;
let editedAt = 0;
let ticket: SeenTicket;
function fingerprint(): string {
  return `v1-0beeb0${nth.toString(16).padStart(26, "0")}`;
}

async function moveTo(at: number): Promise<void> {
  vi.setSystemTime(at);
  await linear.setClock(at);
}

/** Linear sends a webhook on an issue; `over` makes another one of it, as a second isolate gets. */
async function webhook(id: string, sentAt: number, over: object = {}): Promise<number> {
  const answer = await exports.default.fetch(webhookRequest(issueWebhook(id, sentAt, over)));
  await answer.text();
  return answer.status;
}

/** All rows of an object, and when its alarm rings. */
function storedOf(stub: DurableObjectStub): Promise<unknown> {
  return runInDurableObject(stub, async (_object, { storage }) => {
    const tables = storage.sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .toArray()
      .filter(({ name }) => !name.startsWith("_cf_"));
    const rows = tables.map(({ name }) => storage.sql.exec(`SELECT * FROM ${name}`).toArray());
    return { tables, rows, alarmAt: await storage.getAlarm() };
  });
}

/** The requests to Linear while that is done. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const calls = vi.spyOn(globalThis, "fetch");
  await work();
  const count = calls.mock.calls.filter(([url]) => url === `${linearUrl}/graphql`).length;
  calls.mockRestore();
  return count;
}

beforeEach(async () => {
  nth += 1;
  const begins = await linear.untouchedDay();
  editedAt = begins + 10 * 60_000;
  vi.useFakeTimers({ toFake: ["Date"], now: begins });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await linear.mend();
  await moveTo(begins);
  await fail(fingerprint(), `${fingerprint()} first`);
  await pass(fingerprint(), editedAt);
  const [opened] = await ticketsOf(fingerprint(), linearUrl);
  if (opened === undefined) throw new Error("there is no ticket");
  ticket = opened;
  await moveTo(editedAt);
});

afterEach(async () => {
  await linear.remove(ticket.identifier);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a ticket that somebody completes in Linear", () => {
  beforeEach(() => linear.edit(ticket.identifier, { state: "Done" }));

  it("makes its incident verifying at once, where Linear sends a webhook", async () => {
    expect(await webhook(ticket.id, editedAt)).toBe(200);
    expect(await alarmOf(fingerprint())).toBe(editedAt);
    await ring(fingerprint());
    expect(await see(fingerprint())).toMatchObject({ phase: { name: "verifying" }, waiting: [] });
  });

  it("makes it verifying at the hourly tick, where Linear sends none", async () => {
    const tickAt = await alarmOf(fingerprint());
    if (tickAt === null) throw new Error("no alarm is set");
    expect(tickAt).toBeGreaterThan(editedAt);
    expect(tickAt).toBeLessThanOrEqual(editedAt + SLOW_TICK_MS);
    await pass(fingerprint(), tickAt - 1);
    expect(await see(fingerprint())).toMatchObject({ phase: { name: "ticketed" } });
    await pass(fingerprint(), tickAt);
    expect(await see(fingerprint())).toMatchObject({ phase: { name: "verifying" } });
  });

  it("is not read by the webhook itself, and once by the alarm, however many webhooks come", async () => {
    const sending = await requestsOf(async () => {
      await webhook(ticket.id, editedAt);
      await webhook(ticket.id, editedAt);
      await webhook(ticket.id, editedAt, { action: "create" });
    });
    expect(sending).toBe(0);
    expect((await see(fingerprint()))?.waiting).toMatchObject([{ effect: "readTicket" }]);
    expect(await requestsOf(() => ring(fingerprint()))).toBe(1);
  });

  it("is read no further by a webhook that is sent again, here or through another isolate", async () => {
    await webhook(ticket.id, editedAt);
    await moveTo(editedAt + HINT_SKEW_MS + 1);
    await ring(fingerprint());
    const before = await storedOf(objectOf(fingerprint()));
    expect(await webhook(ticket.id, editedAt)).toBe(200);
    expect(await webhook(ticket.id, editedAt, { action: "create" })).toBe(200);
    expect(await storedOf(objectOf(fingerprint()))).toEqual(before);
  });

  it("keeps its back-off while Linear is down, whatever webhooks come", async () => {
    await linear.fail("no-answer", 1_000_000);
    await webhook(ticket.id, editedAt);
    await ring(fingerprint());
    const retryAt = await alarmOf(fingerprint());
    expect(retryAt).toBeGreaterThan(editedAt);
    expect(await webhook(ticket.id, editedAt, { action: "create" })).toBe(200);
    expect(await alarmOf(fingerprint())).toBe(retryAt);
    await linear.mend();
    await pass(fingerprint(), editedAt + SLOW_TICK_MS);
    expect(await see(fingerprint())).toMatchObject({ phase: { name: "verifying" } });
  });
});

describe("a webhook that tells nothing new", () => {
  it("has a ticket that is open as before read, and nothing comes of it", async () => {
    const before = await see(fingerprint());
    await webhook(ticket.id, editedAt);
    await ring(fingerprint());
    const after = await see(fingerprint());
    expect(after?.phase.name).toBe("ticketed");
    expect(after?.alarmAt).toBe(before?.alarmAt);
  });

  it("on an issue that is no ticket of ours stores nothing, at the desk neither", async () => {
    const stubs = [objectOf(fingerprint()), env.TICKET_DESK.getByName(DESK)];
    const before = await Promise.all(stubs.map(storedOf));
    expect(await webhook(NOBODYS, editedAt)).toBe(200);
    expect(await Promise.all(stubs.map(storedOf))).toEqual(before);
  });
});
