import { afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import type { MockInstance } from "vitest";
import { ask, see } from "./incidents.ts";
import { Linear } from "./linear.ts";
import { fail, pass, ticketsOf } from "./tickets.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const EVERY_MS = 5 * MINUTE_MS;
/** The back-off ends at an hour, and waits three quarters of it where chance is even. */
const KNOCKS_A_DAY_MAX = 42;
const PROBLEM = "Linear did not answer";

const linearUrl = inject("linearUrl");
const linear = new Linear(linearUrl);

// Each test has an incident of its own: all tests share one Linear.
let nth = 0;
let firstDay = 0;
function fingerprint(): string {
  return `v1-0a7a9e${nth.toString(16).padStart(26, "0")}`;
}

let calls: MockInstance<typeof fetch>;
function requests(): number {
  return calls.mock.calls.filter(([url]) => url === `${linearUrl}/graphql`).length;
}

/** Linear is down for a day in which the incident fails every five minutes; how often it failed. */
async function outage(): Promise<number> {
  await linear.fail("no-answer", 1_000_000);
  const begunAt = Date.now();
  let failures = 0;
  while (Date.now() < begunAt + DAY_MS) {
    failures += 1;
    // oxlint-disable-next-line no-await-in-loop -- as time goes
    await fail(fingerprint(), `${fingerprint()} ${failures}`);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await pass(fingerprint(), begunAt + failures * EVERY_MS);
  }
  return failures;
}

async function mend(): Promise<void> {
  await linear.mend();
  await pass(fingerprint(), Date.now() + HOUR_MS);
}

async function health(): Promise<readonly [number, unknown]> {
  const answer = await ask("/health");
  return [answer.status, await answer.json()];
}

interface Line {
  readonly fingerprint: string;
  readonly problem: string | null;
  readonly undoneSince: string | null;
}

async function listed(): Promise<Line | undefined> {
  const { incidents } = await (await ask("/incidents")).json<{ incidents: Line[] }>();
  return incidents.find((summary) => summary.fingerprint === fingerprint());
}

beforeAll(async () => {
  firstDay = await linear.untouchedDay();
});

beforeEach(async () => {
  nth += 1;
  vi.useFakeTimers({ toFake: ["Date"], now: firstDay + nth * 30 * DAY_MS });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  calls = vi.spyOn(globalThis, "fetch");
  await linear.mend();
});

afterEach(async () => {
  await mend();
  const tickets = await ticketsOf(fingerprint(), linearUrl);
  await Promise.all(tickets.map(({ identifier }) => linear.remove(identifier)));
  vi.restoreAllMocks();
  vi.useRealTimers();
});

// A day is some three hundred batches and a hundred alarms.
describe("a day without Linear", { timeout: 120_000 }, () => {
  it("loses no failure, and opens one ticket by itself when Linear is back", async () => {
    const failures = await outage();
    expect(await see(fingerprint())).toMatchObject({ count: failures, approximate: false });
    expect(await ticketsOf(fingerprint(), linearUrl)).toEqual([]);
    await mend();
    const tickets = await ticketsOf(fingerprint(), linearUrl);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]?.description).toMatch(new RegExp(`^failures +${failures}\\b`, "m"));
    expect(tickets[0]?.attachments).toMatchObject([
      {
        url: `https://outerloop.example/incidents/${fingerprint()}`,
        subtitle: `${failures} failures`,
      },
    ]);
    expect(await see(fingerprint())).toMatchObject({
      count: failures,
      waiting: [],
      phase: { name: "ticketed", ticket: { status: "made" } },
    });
  });

  it("is knocked at now and then, and not with each failure", async () => {
    await outage();
    expect(requests()).toBeGreaterThan(DAY_MS / HOUR_MS);
    expect(requests()).toBeLessThanOrEqual(KNOCKS_A_DAY_MAX);
  });

  it("leaves a ticket that is open as it should be", async () => {
    await fail(fingerprint(), `${fingerprint()} first`);
    await pass(fingerprint(), Date.now() + HOUR_MS);
    calls.mockClear();
    const failures = 1 + (await outage());
    // Its count is to be shown and its state to be read, each with a back-off of its own.
    expect(requests()).toBeLessThanOrEqual(2 * KNOCKS_A_DAY_MAX);
    await mend();
    expect(await ticketsOf(fingerprint(), linearUrl)).toMatchObject([
      { attachments: [{ subtitle: `${failures} failures` }] },
    ]);
    expect((await see(fingerprint()))?.waiting).toEqual([]);
  });

  it("is told at the incident, in the list and to whoever asks for the health", async () => {
    await outage();
    expect((await see(fingerprint()))?.waiting).toMatchObject([
      { effect: "openTicket", problem: PROBLEM },
    ]);
    const line = await listed();
    expect(line).toMatchObject({ phase: "ticketed", problem: PROBLEM });
    const since = Date.parse(line?.undoneSince ?? "");
    expect(await health()).toMatchObject([
      503,
      {
        ok: false,
        tickets: "waiting",
        problems: [`1 incident waits: ${PROBLEM}`],
        oldestUndone: {
          since: new Date(since).toISOString(),
          seconds: Math.floor((Date.now() - since) / 1_000),
        },
      },
    ]);
    await mend();
    expect((await see(fingerprint()))?.waiting).toEqual([]);
    expect(await listed()).toMatchObject({ phase: "ticketed", problem: null });
    const well = { ok: true, tickets: "sent", problems: [], oldestUndone: null };
    expect(await health()).toMatchObject([200, well]);
  });

  it("is told as soon as it keeps a ticket from showing how often the incident failed", async () => {
    await fail(fingerprint(), `${fingerprint()} first`);
    await pass(fingerprint(), Date.now() + MINUTE_MS);
    await linear.fail("no-answer", 1_000_000);
    for (let failures = 2; failures <= 10; failures += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await fail(fingerprint(), `${fingerprint()} ${failures}`);
    }
    await pass(fingerprint(), Date.now());
    expect(await listed()).toMatchObject({ problem: PROBLEM });
    expect((await health())[0]).toBe(503);
    await mend();
    expect(await listed()).toMatchObject({ problem: null });
    expect((await health())[0]).toBe(200);
  });
});
