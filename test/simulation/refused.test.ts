// What Linear says no to for as long as nobody mends it: the key, a name in the settings.
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import type { MockInstance } from "vitest";
import { KEY_REFUSED_MS } from "../../src/limits.ts";
import { ask, see } from "./incidents.ts";
import { Linear } from "./linear.ts";
import { fail, pass, ticketsOf } from "./tickets.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const KEY_PROBLEM = "Linear refused the key (HTTP 401): set LINEAR_API_KEY anew";
const TEAM_PROBLEM = "LINEAR_TEAM names a team that Linear does not show to this key";
/** What every incident's failure says, and so its ticket. */
const CANARY = "card declined";

const linearUrl = inject("linearUrl");
const linear = new Linear(linearUrl);

// Each test has incidents and a month of its own: all tests share one Linear and one isolate.
let nth = 0;
let month = 0;
const begun: string[] = [];
let calls: MockInstance<typeof fetch>;
let printed: MockInstance[] = [];

/** An incident that has failed, and whose ticket is due. */
async function incident(): Promise<string> {
  nth += 1;
  const fingerprint = `v1-0ef05ed${nth.toString(16).padStart(25, "0")}`;
  begun.push(fingerprint);
  await fail(fingerprint, `${fingerprint} first`);
  return fingerprint;
}

function requests(): number {
  return calls.mock.calls.filter(([url]) => url === `${linearUrl}/graphql`).length;
}

async function health(): Promise<{ status: number; text: string }> {
  const answer = await ask("/health");
  return { status: answer.status, text: await answer.text() };
}

async function listed(): Promise<string> {
  return (await ask("/incidents")).text();
}

function logged(): string {
  return JSON.stringify(printed.map(({ mock }) => mock.calls));
}

/** Linear does not know the team; asked what teams there are, it answers as ever. */
function hideTeam(): void {
  const { fetch: send } = globalThis;
  const nodes: unknown[] = [];
  const pageInfo = { hasNextPage: false, hasPreviousPage: false };
  vi.spyOn(globalThis, "fetch").mockImplementation(async (...request) => {
    const isAboutTeam = String(request[1]?.body).includes('eqIgnoreCase":"ENG"');
    return isAboutTeam ? Response.json({ data: { teams: { nodes, pageInfo } } }) : send(...request);
  });
}

beforeEach(async () => {
  month += 1;
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2099, month, 1) });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  printed = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => {}),
  );
  await linear.mend();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await linear.mend();
  for (const fingerprint of begun.splice(0)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await pass(fingerprint, Date.now() + 2 * HOUR_MS);
    // oxlint-disable-next-line no-await-in-loop -- as above
    const tickets = await ticketsOf(fingerprint, linearUrl);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await Promise.all(tickets.map(({ identifier }) => linear.remove(identifier)));
  }
  vi.useRealTimers();
});

describe("a key that Linear refuses", () => {
  beforeEach(async () => {
    calls = vi.spyOn(globalThis, "fetch");
    await linear.fail("unauthorized", 1_000_000);
  });

  it("ends the tries of all incidents for a while, and keeps their wishes", async () => {
    const [first, second] = [await incident(), await incident()];
    const due = Date.now() + 31_000;
    await pass(first, due);
    expect(requests()).toBe(1);
    await pass(second, due);
    // The incident fails on meanwhile, and the time for a first retry is long past.
    await fail(first, `${first} again`);
    await pass(first, due + KEY_REFUSED_MS - 60_000);
    expect(requests()).toBe(1);
    for (const fingerprint of [first, second]) {
      // oxlint-disable-next-line no-await-in-loop -- two cases
      expect((await see(fingerprint))?.waiting).toMatchObject([
        { effect: "openTicket", problem: KEY_PROBLEM, detail: null },
      ]);
    }
  });

  it("is knocked at with one request each quarter of an hour at most, for a day", async () => {
    const [first, second] = [await incident(), await incident()];
    const begunAt = Date.now();
    for (let at = begunAt; at < begunAt + DAY_MS; at += HOUR_MS / 4) {
      // oxlint-disable-next-line no-await-in-loop -- as time goes
      await pass(first, at);
      vi.setSystemTime(at - HOUR_MS / 4);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pass(second, at);
    }
    expect(requests()).toBeGreaterThan(DAY_MS / HOUR_MS);
    expect(requests()).toBeLessThanOrEqual(DAY_MS / KEY_REFUSED_MS);
  });

  it("is shown to whoever asks for the health, and mended without anybody's help", async () => {
    const fingerprint = await incident();
    await pass(fingerprint, Date.now() + 60_000);
    const unwell = await health();
    expect(unwell.status).toBe(503);
    expect(JSON.parse(unwell.text)).toMatchObject({
      tickets: "waiting",
      problems: [`1 incident waits: ${KEY_PROBLEM}`],
    });
    await linear.mend();
    await pass(fingerprint, Date.now() + KEY_REFUSED_MS + 60_000);
    expect(await ticketsOf(fingerprint, linearUrl)).toHaveLength(1);
    expect(await see(fingerprint)).toMatchObject({ waiting: [] });
    expect(JSON.parse((await health()).text)).toMatchObject({ ok: true, tickets: "sent" });
  });
});

describe("a team that Linear does not show", () => {
  it("is told with the teams that exist, at the incident and nowhere else", async () => {
    hideTeam();
    const fingerprint = await incident();
    await pass(fingerprint, Date.now() + 60_000);
    expect((await see(fingerprint))?.waiting).toMatchObject([
      {
        effect: "openTicket",
        problem: TEAM_PROBLEM,
        detail: "teams: ENG (Engineering), OPS (Operations)",
      },
    ]);
    const { status, text } = await health();
    expect(status).toBe(503);
    expect(text).toContain(TEAM_PROBLEM);
    expect(await listed()).toContain(TEAM_PROBLEM);
    expect(logged()).toContain(TEAM_PROBLEM);
    expect([text, await listed(), logged()].join()).not.toContain("Engineering");
  });
});

describe("what Linear says of a ticket that it does not take", () => {
  it.each(linear.failures)("is told without a word of the ticket: %s", async (kind) => {
    await linear.fail(kind, 1, "issueCreate");
    const fingerprint = await incident();
    await pass(fingerprint, Date.now() + 31_000);
    const waiting = JSON.stringify((await see(fingerprint))?.waiting);
    expect(waiting).toContain("Linear");
    expect(logged()).toContain("Linear");
    expect([waiting, (await health()).text, logged()].join()).not.toContain(CANARY);
    // It would have been there to be quoted.
    await pass(fingerprint, Date.now() + 2 * KEY_REFUSED_MS);
    const [ticket] = await ticketsOf(fingerprint, linearUrl);
    expect(ticket?.description).toContain(CANARY);
  });
});
