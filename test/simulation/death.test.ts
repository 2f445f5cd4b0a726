// The process dies in the middle of an alarm, before or after any of its requests to Linear.
import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { ALARM_LEASE_MS } from "../../src/limits.ts";
import { alarmOf, ask, ring, see } from "./incidents.ts";
import { isClosed, Linear } from "./linear.ts";
import { fail, objectOf, ticketsOf } from "./tickets.ts";

const DAY_MS = 86_400_000;
/** Requests of one alarm that opens a ticket and links it: each is a place to die at. */
const OPENING_REQUESTS = 7;
/** The same, where the isolate knows team, agent and label from a ticket before. */
const NEXT_OPENING_REQUESTS = 4;
/** Requests of one alarm that completes a ticket and says why. */
const CLOSING_REQUESTS = 7;

const linearUrl = inject("linearUrl");
const linear = new Linear(linearUrl);

// Each test has an incident of its own, and a day: all tests share one Linear, and one isolate, which
// knows nothing any more of what it looked up the day before.
let nth = 0;
let settledAt = 0;
function fingerprint(): string {
  return `v1-0dead0${nth.toString(16).padStart(26, "0")}`;
}

/** What becomes of the nth request to Linear, from 1, given the request as it would have been. */
type Fate = (request: number, send: () => Promise<Response>) => Promise<Response>;

async function ringWith(fate: Fate): Promise<void> {
  const { fetch } = globalThis;
  let requests = 0;
  const spy = vi.spyOn(globalThis, "fetch").mockImplementation((...args) => {
    const send = (): Promise<Response> => fetch(...args);
    if (args[0] !== `${linearUrl}/graphql`) return send();
    requests += 1;
    return fate(requests, send);
  });
  try {
    await ring(fingerprint());
  } finally {
    spy.mockRestore();
  }
}

async function countRequests(): Promise<number> {
  let most = 0;
  await ringWith((request, send) => {
    most = request;
    return send();
  });
  return most;
}

async function ringAndDie(at: number, when: "before" | "after"): Promise<void> {
  const incident = objectOf(fingerprint());
  const state = await runInDurableObject(incident, (_incident, own) => own);
  await expect(
    ringWith(async (request, send) => {
      if (request === at && when === "before") state.abort("dies");
      const answer = await send();
      // It has arrived, and nobody reads it.
      if (request === at && when === "after") state.abort("dies");
      return answer;
    }),
  ).rejects.toThrow("dies");
}

function deathsAt(requests: number): readonly (readonly ["before" | "after", number])[] {
  const places = Array.from({ length: requests }, (_, place) => place + 1);
  return places.flatMap((at) => [["before", at] as const, ["after", at] as const]);
}

async function begin(): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2099, 0, 1) + nth * DAY_MS });
  await linear.mend();
  await settle();
}

async function settle(): Promise<void> {
  nth += 1;
  settledAt = Date.now() + 30_000;
  await fail(fingerprint(), `${fingerprint()} first`);
  await ring(fingerprint());
  vi.setSystemTime(settledAt);
}

async function removeTickets(): Promise<void> {
  const tickets = await ticketsOf(fingerprint(), linearUrl);
  await Promise.all(tickets.map(({ identifier }) => linear.remove(identifier)));
}

async function clear(): Promise<void> {
  await removeTickets();
  vi.useRealTimers();
}

// The first ticket of all has its label made, which takes a request more.
beforeAll(async () => {
  await begin();
  await ring(fingerprint());
  await clear();
});

beforeEach(begin);
afterEach(clear);

describe("a death while a ticket is opened", () => {
  it(`has ${OPENING_REQUESTS} requests to come at`, async () => {
    expect(await countRequests()).toBe(OPENING_REQUESTS);
  });

  it(`has ${NEXT_OPENING_REQUESTS} to come at, if it is the second ticket within minutes`, async () => {
    await ring(fingerprint());
    await removeTickets();
    await settle();
    expect(await countRequests()).toBe(NEXT_OPENING_REQUESTS);
  });

  it.each(deathsAt(OPENING_REQUESTS))(
    "%s request %i is made good when the lease rings",
    async (when, at) => {
      await ringAndDie(at, when);
      expect(await alarmOf(fingerprint())).toBe(settledAt + ALARM_LEASE_MS);
      vi.setSystemTime(settledAt + ALARM_LEASE_MS);
      await ring(fingerprint());
      const tickets = await ticketsOf(fingerprint(), linearUrl);
      expect(tickets).toMatchObject([
        { attachments: [{ url: `https://outerloop.example/incidents/${fingerprint()}` }] },
      ]);
      const identifier = tickets[0]?.identifier;
      expect(await see(fingerprint())).toMatchObject({
        count: 1,
        waiting: [],
        phase: { name: "ticketed", ticket: { status: "made", identifier } },
      });
    },
  );
});

describe("a death while a ticket is completed", () => {
  beforeEach(async () => {
    await ring(fingerprint());
    vi.setSystemTime(settledAt + 60_000);
    await ask(`/incidents/${fingerprint()}/resolve`, { by: "ada" });
  });

  it(`has ${CLOSING_REQUESTS} requests to come at`, async () => {
    expect(await countRequests()).toBe(CLOSING_REQUESTS);
  });

  it.each(deathsAt(CLOSING_REQUESTS))(
    "%s request %i is made good when the lease rings",
    async (when, at) => {
      await ringAndDie(at, when);
      vi.setSystemTime(settledAt + 60_000 + ALARM_LEASE_MS);
      await ring(fingerprint());
      const tickets = await ticketsOf(fingerprint(), linearUrl);
      expect(tickets.map(isClosed)).toEqual([true]);
      expect(tickets[0]?.comments).toHaveLength(1);
      expect(await see(fingerprint())).toMatchObject({
        waiting: [],
        phase: { name: "verifying", ticket: { status: "made", wanted: null } },
      });
    },
  );
});
