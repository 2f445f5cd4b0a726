// One incident through its whole life, once for each way in which Linear can fail, and in each of
// these lives every operation fails that way when it is sent first.
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { ask, see } from "./incidents.ts";
import { Linear } from "./linear.ts";
import { fail, pass, ticketsOf } from "./tickets.ts";
import type { SeenTicket } from "./tickets.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Longer than the slowest retry of two effects that wait for each other. */
const PATIENCE_MS = 3 * HOUR_MS;

const linearUrl = inject("linearUrl");
const linear = new Linear(linearUrl);

// Each life has an incident of its own: all tests share one Linear.
let nth = 0;
function fingerprint(): string {
  return `v1-0119e0${nth.toString(16).padStart(26, "0")}`;
}

let failures = 0;
async function failTimes(count: number, version: string): Promise<void> {
  failures += 1;
  await fail(fingerprint(), `${fingerprint()} ${failures}`, { count, version });
}

/** Time goes by, on Linear's clock too, until whatever failed was tried again. */
async function settle(ms = PATIENCE_MS): Promise<void> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    // oxlint-disable-next-line no-await-in-loop -- as time goes
    await pass(fingerprint(), Math.min(until, Date.now() + 10 * MINUTE_MS));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await linear.setClock(Date.now());
  }
}

async function ticket(): Promise<SeenTicket> {
  const tickets = await ticketsOf(fingerprint(), linearUrl);
  expect(tickets).toHaveLength(1);
  return tickets[0] as SeenTicket;
}

async function edit(change: object): Promise<void> {
  await linear.edit((await ticket()).identifier, change);
}

/** How the incident is, with nothing undone. */
async function rested(): Promise<unknown> {
  const seen = await see(fingerprint());
  expect(seen?.waiting).toEqual([]);
  return seen?.phase;
}

/** Everything that is ever asked of Linear for one incident. */
async function live(): Promise<void> {
  await failTimes(1, "v1");
  await settle();
  // Nobody answered for the agent: people have the ticket.
  expect(await rested()).toMatchObject({ name: "ticketed", ticket: { status: "made" } });
  expect(await ticket()).toMatchObject({ delegate: null, comments: [{}] });

  await failTimes(9, "v1");
  await settle();
  expect((await ticket()).description).toMatch(/^failures +10\b/m);

  await edit({ description: "Mine now." });
  await failTimes(90, "v1");
  await settle();
  await failTimes(900, "v1");
  await settle();
  const edited = await ticket();
  expect(edited.description).toBe("Mine now.");
  expect(edited.comments).toHaveLength(2);
  expect(JSON.stringify(edited.comments)).toMatch(/failures +1000\b/);

  await edit({ state: "Done" });
  await linear.setClock(Date.now());
  await settle(HOUR_MS + MINUTE_MS);
  await failTimes(1, "v2");
  await settle(5 * MINUTE_MS);
  await settle(HOUR_MS);
  await settle();
  // Delegated anew, and given back: nobody answered again.
  expect(await rested()).toMatchObject({ name: "ticketed", ticket: { agent: { nth: 2 } } });
  expect((await ticket()).sessions).toHaveLength(2);
  expect(await ticket()).toMatchObject({ state: { type: "unstarted" }, delegate: null });

  await ask(`/incidents/${fingerprint()}/resolve`, { by: "ada" });
  await settle(6 * HOUR_MS);
  expect(await rested()).toMatchObject({ name: "resolved" });
  const closed = await ticket();
  expect(closed.state.type).toBe("completed");
  const said = closed.comments.map(({ id }) => id);
  // Twice given back, the numbers, opened again, resolved, quiet: each said once.
  expect(said).toHaveLength(6);
  expect(new Set(said).size).toBe(6);
  expect(closed.attachments).toHaveLength(1);
}

beforeEach(async () => {
  nth += 1;
  const begins = await linear.untouchedDay();
  vi.useFakeTimers({ toFake: ["Date"], now: begins });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await linear.mend();
  await linear.setClock(begins);
});

afterEach(async () => {
  await linear.mend();
  const tickets = await ticketsOf(fingerprint(), linearUrl);
  await Promise.all(tickets.map(({ identifier }) => linear.remove(identifier)));
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a whole life", { timeout: 120_000 }, () => {
  it("asks Linear for all that it is ever asked for", async () => {
    await live();
    expect(await linear.operationsSent()).toEqual(expect.arrayContaining([...linear.operations]));
  });

  it.each(linear.failures)(
    "comes to the same end where everything fails first as %s",
    async (kind) => {
      for (const operation of linear.operations) {
        // oxlint-disable-next-line no-await-in-loop -- one plan after the other
        await linear.fail(kind, 1, operation);
      }
      await live();
      expect(await linear.planned()).toEqual([]);
    },
  );
});
