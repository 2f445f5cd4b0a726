// The process dies in the middle of an alarm, before or after any of its requests to Linear.
import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { AGENT_WAKE_MS, ALARM_LEASE_MS } from "../../src/limits.ts";
import { alarmOf, ask, ring, see } from "./incidents.ts";
import { isClosed, Linear } from "./linear.ts";
import { fail, objectOf, ticketsOf } from "./tickets.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const linearUrl = inject("linearUrl");
const linear = new Linear(linearUrl);

// Each test has an incident of its own: all tests share one Linear.
let nth = 0;
let firstDay = 0;
function fingerprint(): string {
  return `v1-0dead0${nth.toString(16).padStart(26, "0")}`;
}

// And a day of its own: the stand-in takes no change back, wherever its clock is set.
function settledAt(): number {
  return firstDay + nth * DAY_MS;
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

async function moveTo(at: number): Promise<void> {
  vi.setSystemTime(at);
  await linear.setClock(at);
}

async function begin(): Promise<void> {
  nth += 1;
  const failedAt = settledAt() - 30_000;
  vi.useFakeTimers({ toFake: ["Date"], now: failedAt });
  await linear.mend();
  await moveTo(failedAt);
  await fail(fingerprint(), `${fingerprint()} first`);
  await ring(fingerprint());
  await moveTo(settledAt());
}

async function open(): Promise<string> {
  await ring(fingerprint());
  const [ticket] = await ticketsOf(fingerprint(), linearUrl);
  if (ticket === undefined) throw new Error("no ticket was opened");
  return ticket.identifier;
}

async function clear(): Promise<void> {
  const tickets = await ticketsOf(fingerprint(), linearUrl);
  await Promise.all(tickets.map(({ identifier }) => linear.remove(identifier)));
  vi.useRealTimers();
}

// The first ticket of all has its label made, which takes a request more.
beforeAll(async () => {
  firstDay = await linear.untouchedDay();
  await begin();
  await ring(fingerprint());
  await clear();
});

beforeEach(begin);
afterEach(clear);

interface Alarm {
  /** Requests to Linear in it: each is a place to die at. */
  readonly requests: number;
  /** Leads to where the alarm is due. */
  readonly prepare: () => Promise<void>;
  /** What is so once it is made good. */
  readonly made: () => Promise<void>;
}

const ALARMS: Readonly<Record<string, Alarm>> = {
  "a ticket is opened": {
    requests: 8,
    prepare: async () => {},
    made: async () => {
      const tickets = await ticketsOf(fingerprint(), linearUrl);
      expect(tickets).toMatchObject([
        { attachments: [{ url: `https://outerloop.example/incidents/${fingerprint()}` }] },
      ]);
      const identifier = tickets[0]?.identifier;
      expect(await see(fingerprint())).toMatchObject({
        count: 1,
        phase: { name: "ticketed", ticket: { status: "made", identifier } },
      });
    },
  },
  "a ticket is completed": {
    requests: 7,
    prepare: async () => {
      await open();
      await moveTo(settledAt() + MINUTE_MS);
      await ask(`/incidents/${fingerprint()}/resolve`, { by: "ada" });
    },
    made: async () => {
      const tickets = await ticketsOf(fingerprint(), linearUrl);
      expect(tickets.map(isClosed)).toEqual([true]);
      expect(tickets[0]?.comments).toHaveLength(1);
      expect(await see(fingerprint())).toMatchObject({
        phase: { name: "verifying", ticket: { status: "made", wanted: null } },
      });
    },
  },
  "a ticket is shown anew": {
    requests: 4,
    prepare: async () => {
      await open();
      await moveTo(settledAt() + MINUTE_MS);
      await fail(fingerprint(), `${fingerprint()} more`, { count: 9 });
    },
    made: async () => {
      expect(await ticketsOf(fingerprint(), linearUrl)).toMatchObject([
        {
          description: expect.stringMatching(/^failures +10\b/m) as string,
          attachments: [{ subtitle: "10 failures" }],
          comments: [],
        },
      ]);
    },
  },
  "a ticket is opened again and delegated anew": {
    requests: 18,
    prepare: async () => {
      const identifier = await open();
      await linear.edit(identifier, { session: "complete" });
      await moveTo(settledAt() + MINUTE_MS);
      await linear.edit(identifier, { state: "Done" });
      await moveTo(settledAt() + 70 * MINUTE_MS);
      await ring(fingerprint());
      await moveTo(settledAt() + 80 * MINUTE_MS);
      await fail(fingerprint(), `${fingerprint()} again`, { version: "worse" });
    },
    made: async () => {
      const tickets = await ticketsOf(fingerprint(), linearUrl);
      expect(tickets.map(isClosed)).toEqual([false]);
      expect(tickets[0]).toMatchObject({ delegate: "coding-agent", comments: [{}] });
      expect(tickets[0]?.sessions.map(({ status }) => status)).toEqual(["complete", "pending"]);
      expect(await see(fingerprint())).toMatchObject({
        phase: { ticket: { wanted: null, agent: { nth: 2, stage: "waking" } } },
      });
    },
  },
  "a ticket is given back to people": {
    requests: 8,
    prepare: async () => {
      await open();
      await moveTo(settledAt() + AGENT_WAKE_MS);
    },
    made: async () => {
      const tickets = await ticketsOf(fingerprint(), linearUrl);
      expect(tickets).toMatchObject([{ delegate: null, comments: [{}] }]);
      expect(await see(fingerprint())).toMatchObject({
        phase: { ticket: { agent: { stage: "returned" } } },
      });
    },
  },
};

describe.each(Object.entries(ALARMS))("a death while %s", (_what, { requests, prepare, made }) => {
  beforeEach(prepare);

  it(`has ${requests} requests to come at`, async () => {
    expect(await countRequests()).toBe(requests);
  });

  it.each(deathsAt(requests))(
    "%s request %i is made good when the lease rings",
    async (when, at) => {
      const dueAt = Date.now();
      await ringAndDie(at, when);
      expect(await alarmOf(fingerprint())).toBe(dueAt + ALARM_LEASE_MS);
      await moveTo(dueAt + ALARM_LEASE_MS);
      await ring(fingerprint());
      await made();
      expect(await see(fingerprint())).toMatchObject({ waiting: [] });
    },
  );
});
