// Dead letters as people meet them over the API; what is sent again goes through the real queue.
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { DeadLetter } from "../../src/failure/dead-letter.ts";
import { REPLAYED_AT_ONCE } from "../../src/limits.ts";
import { failureMessage } from "../support/factories.ts";
import { ask, READ, refusalOf, see } from "./people.ts";

const keeper = env.DEAD_LETTER.getByName("dead-letters");
let nth = 0;

async function keep(over: Partial<DeadLetter> = {}): Promise<string> {
  nth += 1;
  const letter = {
    id: `letter-${nth}`,
    queue: "outerloop-failures",
    reason: "every retry failed",
    body: "{}",
    sentAt: Date.UTC(2026, 10, 2),
    ...over,
  };
  await keeper.keep([letter]);
  return letter.id;
}

// A message for an incident of its own.
function goodBody(): { readonly fingerprint: string; readonly body: string } {
  nth += 1;
  const fingerprint = `v1-${nth.toString(16).padStart(32, "d")}`;
  return { fingerprint, body: JSON.stringify(failureMessage({ fingerprint, id: `m-${nth}` })) };
}

interface Listed {
  readonly letters: readonly { readonly id: string }[];
  readonly next: number | null;
}

async function list(query = ""): Promise<Listed> {
  const response = await ask(`/dead-letters${query}`);
  return response.json();
}

function post(path: string): Promise<Response> {
  return ask(path, { method: "POST" });
}

afterEach(async () => {
  vi.restoreAllMocks();
  const { letters } = await list("?limit=200");
  await Promise.all(letters.map(({ id }) => keeper.discard(id)));
});

describe("GET /dead-letters", () => {
  it("lists those kept last first, without their bodies", async () => {
    await keep({ body: '"first"' });
    const last = await keep({ body: '"last one"', reason: "no message of ours" });
    const { letters, next } = await list();
    expect(letters[0]).toEqual({
      id: last,
      queue: "outerloop-failures",
      reason: "no message of ours",
      units: 10,
      sentAt: "2026-11-02T00:00:00.000Z",
      keptAt: expect.stringMatching(/Z$/) as string,
    });
    expect([letters.length, next]).toEqual([2, null]);
  });

  it("pages through all of them, each once", async () => {
    const kept = [await keep(), await keep(), await keep()];
    const first = await list("?limit=2");
    const rest = await list(`?limit=2&before=${first.next}`);
    const ids = [...first.letters, ...rest.letters].map(({ id }) => id);
    expect(ids).toEqual(kept.toReversed());
    expect(rest.next).toBeNull();
  });

  it.each(["limit=0", "limit=201", "limit=x", "limit=1&limit=2", "before=-1", "before=1e3"])(
    "refuses %s and says what may stand there",
    async (query) => {
      const [status, code, message] = await refusalOf(await ask(`/dead-letters?${query}`));
      expect([status, code]).toEqual([400, "bad_query"]);
      expect(message).toContain("from 1 to 200");
    },
  );

  // Nobody has judged these texts.
  it.each([
    ["GET", ""],
    ["GET", "/letter"],
    ["POST", "/replay"],
    ["POST", "/letter/replay"],
    ["POST", "/letter/discard"],
  ])("is for ACCESS_TOKEN alone: %s /dead-letters%s", async (method, path) => {
    await keep({ id: "letter", body: goodBody().body });
    const response = await ask(`/dead-letters${path}`, { token: READ, method });
    expect((await refusalOf(response)).slice(0, 2)).toEqual([403, "read_only"]);
    expect(await keeper.count()).toBe(1);
  });
});

describe("GET /dead-letters/:id", () => {
  it("shows one whole", async () => {
    const id = await keep({ body: '{"v":9}' });
    const response = await ask(`/dead-letters/${id}`);
    expect(await response.json()).toMatchObject({ id, isWhole: true, body: { v: 9 } });
  });

  it("shows as text what is no JSON", async () => {
    const id = await keep({ body: '{"v":' });
    const response = await ask(`/dead-letters/${id}`);
    expect(await response.json()).toMatchObject({ isWhole: false, body: '{"v":' });
  });

  it("shows null as what it is", async () => {
    const response = await ask(`/dead-letters/${await keep({ body: "null" })}`);
    expect(await response.json()).toMatchObject({ isWhole: true, body: null });
  });

  it.each(["nobody", "%00", "a".repeat(129), "'; DROP TABLE letter; --"])(
    "knows none called %s",
    async (id) => {
      const response = await ask(`/dead-letters/${encodeURIComponent(id)}`);
      expect((await refusalOf(response)).slice(0, 2)).toEqual([404, "unknown_letter"]);
    },
  );
});

describe("POST /dead-letters/:id/replay", () => {
  it("sends it through the queue to its incident, once, and forgets it", async () => {
    const { fingerprint, body } = goodBody();
    const id = await keep({ body });
    const response = await post(`/dead-letters/${id}/replay`);
    expect(await response.json()).toEqual({ replayed: 1 });
    await vi.waitFor(
      async () => expect(await see(fingerprint)).toMatchObject({ count: 1 }),
      10_000,
    );
    expect(await keeper.count()).toBe(0);
    const again = await post(`/dead-letters/${id}/replay`);
    expect((await refusalOf(again)).slice(0, 2)).toEqual([404, "unknown_letter"]);
  });

  it("counts no failure twice that was sent twice", async () => {
    const { fingerprint, body } = goodBody();
    const ids = [await keep({ body }), await keep({ body })];
    await Promise.all(ids.map((id) => post(`/dead-letters/${id}/replay`)));
    const other = goodBody();
    await post(`/dead-letters/${await keep({ body: other.body })}/replay`);
    await vi.waitFor(async () => expect(await see(other.fingerprint)).not.toBeNull(), 10_000);
    expect(await see(fingerprint)).toMatchObject({ count: 1 });
  });

  it("refuses what is not whole, and keeps it", async () => {
    const id = await keep({ body: '{"v":' });
    const [status, code, message] = await refusalOf(await post(`/dead-letters/${id}/replay`));
    expect([status, code]).toEqual([409, "not_possible"]);
    expect(message).toContain("only be discarded");
    expect(await keeper.count()).toBe(1);
  });

  it("refuses what this version cannot read: it would only come back", async () => {
    const send = vi.spyOn(env.FAILURES, "send");
    const id = await keep({ body: '{"v":99}' });
    const [status, code, message] = await refusalOf(await post(`/dead-letters/${id}/replay`));
    expect([status, code]).toEqual([409, "not_possible"]);
    expect(message).toContain("replay it after deploying one that can");
    expect(send).not.toHaveBeenCalled();
    expect(await keeper.count()).toBe(1);
  });

  it("keeps it where the queue does not take it, and says so", async () => {
    vi.spyOn(env.FAILURES, "send").mockRejectedValue(new Error("busy"));
    const id = await keep({ body: goodBody().body });
    const [status, code] = await refusalOf(await post(`/dead-letters/${id}/replay`));
    expect([status, code]).toEqual([503, "queue_unavailable"]);
    expect(await keeper.count()).toBe(1);
  });
});

describe("POST /dead-letters/replay", () => {
  it("sends the oldest again, leaves what is not whole, and tells how many are left", async () => {
    const one = goodBody();
    await keep({ body: "not JSON" });
    await keep({ body: one.body });
    await Promise.all(Array.from({ length: 20 }, () => keep({ body: goodBody().body })));
    const response = await post("/dead-letters/replay");
    expect(await response.json()).toEqual({ replayed: 20, refused: 0, unreadable: 0, left: 2 });
    await vi.waitFor(async () => expect(await see(one.fingerprint)).not.toBeNull(), 10_000);
  });

  it("is kept from none by those before it that cannot be read or that the queue refuses", async () => {
    for (let n = 0; n < REPLAYED_AT_ONCE; n += 1) {
      // oxlint-disable-next-line no-await-in-loop -- they are kept in an order
      await keep({ body: '{"v":99}' });
    }
    const refused = await keep({ body: goodBody().body });
    const good = goodBody();
    await keep({ body: good.body });
    const send = env.FAILURES.send.bind(env.FAILURES);
    const { body: poison } = (await keeper.read(refused)) ?? { body: "" };
    vi.spyOn(env.FAILURES, "send").mockImplementation((body, options) => {
      if (JSON.stringify(body) === poison) throw new Error("too large");
      return send(body, options);
    });
    const response = await post("/dead-letters/replay");
    expect(await response.json()).toEqual({ replayed: 1, refused: 1, unreadable: 20, left: 21 });
    expect(await keeper.read(refused)).not.toBeNull();
    await vi.waitFor(async () => expect(await see(good.fingerprint)).not.toBeNull(), 10_000);
  });

  it("keeps all of them where the queue takes none, and says so", async () => {
    vi.spyOn(env.FAILURES, "send").mockRejectedValue(new Error("busy"));
    await keep({ body: goodBody().body });
    await keep({ body: goodBody().body });
    const [status, code] = await refusalOf(await post("/dead-letters/replay"));
    expect([status, code]).toEqual([503, "queue_unavailable"]);
    expect(await keeper.count()).toBe(2);
  });
});

describe("POST /dead-letters/:id/discard", () => {
  it("throws it away for good", async () => {
    const id = await keep();
    const response = await post(`/dead-letters/${id}/discard`);
    expect(await response.json()).toEqual({ discarded: 1 });
    expect(await keeper.count()).toBe(0);
    expect((await refusalOf(await ask(`/dead-letters/${id}`)))[1]).toBe("unknown_letter");
  });
});
