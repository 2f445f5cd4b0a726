// The list over HTTP, on the real SQLite of the index's object.
import { runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { IncidentSummary } from "../../src/incident/summary.ts";
import { INDEX_SCHEMA } from "../../src/inspect/index-schema.ts";
import { IndexStore } from "../../src/inspect/index-store.ts";
import { LIST_DEFAULT, LIST_MAX, LIST_TEXT_UNITS_MAX } from "../../src/limits.ts";
import { applySchema } from "../../src/sqlite-schema.ts";
import { AT } from "../support/factories.ts";
import { fingerprintOf, fingerprintsOf, line, listQuery } from "../support/lists.ts";

// The tokens of vitest.config.ts.
const FULL = "test-access-token";
const READ = "test-agent-token";

interface Answer {
  readonly incidents: readonly { readonly fingerprint: string; readonly lastAt: string }[];
  readonly next: string | null;
}

function get(query: string, token = FULL): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  return exports.default.fetch(`https://outerloop.example.com/incidents${query}`, { headers });
}

function queryOf(parts: string[][] | Record<string, string>): string {
  return new URLSearchParams(parts).toString();
}

async function list(query: string, token = FULL): Promise<Answer> {
  const response = await get(query, token);
  expect(response.status).toBe(200);
  return response.json();
}

// The one index, with these lines in it and no others.
async function fill(...lines: readonly IncidentSummary[]): Promise<void> {
  const index = env.INCIDENT_INDEX.getByName("index");
  await index.put(line(fingerprintOf(0)));
  await runInDurableObject(index, (_instance, { storage }) => {
    storage.sql.exec("DELETE FROM summary");
    const store = new IndexStore(storage);
    for (const one of lines) store.put(one);
  });
}

beforeEach(() => fill());

describe("GET /incidents", () => {
  it("lists the incidents that failed last first, as many as it is asked for", async () => {
    await fill(...[1, 2, 3].map((n) => line(fingerprintOf(n), { lastAt: AT + n })));
    const { incidents, next } = await list("?limit=2");
    expect(incidents.map(({ fingerprint }) => fingerprint)).toEqual([3, 2].map(fingerprintOf));
    expect(incidents[0]?.lastAt).toBe("2026-11-02T09:30:00.003Z");
    expect(await list(`?limit=2&cursor=${next}`)).toMatchObject({
      incidents: [{ fingerprint: fingerprintOf(1) }],
      next: null,
    });
  });

  it("says where nothing is there", async () => {
    expect(await list("")).toEqual({ incidents: [], next: null });
  });

  it("gives all of 500 incidents once, page by page, while some of them fail", async () => {
    const all = Array.from({ length: 500 }, (_, n) =>
      line(fingerprintOf(n), { firstAt: AT + (n % 100), lastAt: AT + n }),
    );
    await fill(...all);
    const seen: string[] = [];
    for (let cursor: string | null = "", now = AT + 1_000; cursor !== null; now += 1) {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      const page: Answer = await list(`?sort=first${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.incidents.map(({ fingerprint }) => fingerprint));
      cursor = page.next;
      const failing = line(fingerprintOf((now * 31) % 500), { firstAt: AT + ((now * 31) % 100) });
      // oxlint-disable-next-line no-await-in-loop -- as above
      await env.INCIDENT_INDEX.getByName("index").put({ ...failing, lastAt: now, count: 9 });
    }
    expect(seen).toHaveLength(500);
    expect(new Set(seen).size).toBe(500);
  });

  it("finds by producer, phase, type, text and time", async () => {
    const grouping = { producer: "bücher/shop", type: "Größe", message: "100%_'' of it\\ is gone" };
    await fill(line(fingerprintOf(1), { grouping, phase: "ignored" }), line(fingerprintOf(2)));
    const filters = {
      producer: "bücher/shop",
      phase: "ignored",
      type: "Größe",
      text: "00%_'' OF it\\",
      from: "2026-11-02T10:30:00+01:00",
      to: "2026-11-02T09:30:00.001Z",
    };
    const found = await list(`?${queryOf(filters)}`);
    expect(found.incidents).toMatchObject([{ fingerprint: fingerprintOf(1) }]);
    for (const [name, other] of [
      ["producer", "shop"],
      ["phase", "ticketed"],
      ["type", "größe"],
      ["text", "100__"],
      ["from", "2026-11-02T09:30:00.001Z"],
      ["to", "2026-11-02T09:30:00Z"],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one index
      const none = await list(`?${queryOf({ ...filters, [name]: other })}`);
      expect([name, none.incidents]).toEqual([name, []]);
    }
  });

  it("looks for a text as long as it says that it takes", async () => {
    const message = "ä".repeat(LIST_TEXT_UNITS_MAX);
    await fill(line(fingerprintOf(1), { grouping: { message } }));
    const text = encodeURIComponent("Ä".repeat(LIST_TEXT_UNITS_MAX));
    expect((await list(`?text=${text}`)).incidents).toHaveLength(1);
  });

  it("has 50 lines in an answer where no limit is asked for, and 200 at most", async () => {
    await fill(...Array.from({ length: 201 }, (_, n) => line(fingerprintOf(n))));
    expect((await list("")).incidents).toHaveLength(LIST_DEFAULT);
    expect((await list(`?limit=${LIST_MAX}`)).incidents).toHaveLength(LIST_MAX);
  });

  it("refuses a wrong query, and tells what each parameter may be", async () => {
    const response = await get("?limit=0&sort=mkqzj&phase=ticketed&phase=ignored");
    expect(response.status).toBe(400);
    const { error } = await response.json<{ error: { code: string; message: string } }>();
    expect(error).toEqual({
      code: "bad_query",
      message:
        "phase: is sent once; sort: is one of last, first, count; limit: is a whole number from 1 to 200",
    });
  });

  it("is no mistake of ours for any query", async () => {
    const name = fc.constantFrom("producer", "type", "text", "from", "to", "limit", "cursor", "x");
    const values = fc.string({ unit: "binary", maxLength: 50 });
    const query = fc.oneof(
      fc.array(fc.tuple(name, values), { maxLength: 4 }).map(queryOf),
      fc.string({ unit: "binary-ascii", maxLength: 50 }),
      fc.constantFrom("text=%00", "text=%ff%fe", "type=%ed%a0%80", "%", "&&==", "cursor=1~v1-~"),
    );
    const answers: Record<number, number> = {};
    await fc.assert(
      fc.asyncProperty(query, async (sent) => {
        const { status } = await get(`?${sent}`, READ);
        answers[status] = (answers[status] ?? 0) + 1;
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 300 },
    );
    expect(Object.keys(answers)).toEqual(["200", "400"]);
  });
});

describe("a line that is held back", () => {
  const secret = { type: "MkqzjError", route: "GET /mkqzj", message: "mkqzj" };

  it("is listed for AGENT_TOKEN without its texts, and matches none", async () => {
    await fill(line(fingerprintOf(1), { grouping: secret, isHeldBack: true }));
    const shown = await list("?producer=shop", READ);
    expect(shown.incidents).toMatchObject([{ fingerprint: fingerprintOf(1), count: 1 }]);
    expect(JSON.stringify(shown)).not.toMatch(/mkqzj/i);
    for (const query of ["?text=mkqzj", "?type=MkqzjError", "?text=held", "?type=held%20back"]) {
      // oxlint-disable-next-line no-await-in-loop -- each answer is read before the next request
      expect(await list(query, READ)).toEqual({ incidents: [], next: null });
    }
  });

  it("is found for ACCESS_TOKEN by its texts", async () => {
    await fill(line(fingerprintOf(1), { grouping: secret, isHeldBack: true }));
    for (const query of ["?text=MKQZJ", "?type=MkqzjError"]) {
      // oxlint-disable-next-line no-await-in-loop -- each answer is read before the next request
      expect((await list(query)).incidents).toMatchObject([{ grouping: secret }]);
    }
  });
});

describe("the index's rows", () => {
  // A fresh object of another class: its tables are the index's alone.
  const inFreshObject = <Seen>(look: (storage: DurableObjectStorage) => Seen): Promise<Seen> =>
    runInDurableObject(env.DEAD_LETTER.getByName(crypto.randomUUID()), (_instance, { storage }) =>
      look(storage),
    );

  it("are made of those of before there were filters", async () => {
    const listed = await inFreshObject((storage) => {
      storage.transactionSync(() => applySchema(storage.sql, INDEX_SCHEMA.slice(0, 2)));
      storage.sql.exec(
        "INSERT INTO summary (fingerprint, phase, last_at, body) VALUES (?, 'collecting', ?, ?)",
        fingerprintOf(1),
        AT,
        JSON.stringify(line(fingerprintOf(1))),
      );
      return fingerprintsOf(new IndexStore(storage).list(listQuery({ text: "CARD" }), false));
    });
    expect(listed).toEqual([fingerprintOf(1)]);
  });

  it("are written where something changed, and no more of them than must be", async () => {
    const written = await inFreshObject((storage) => {
      const rows: number[] = [];
      const { sql } = storage;
      const store = new IndexStore({
        transactionSync: (work: () => void) => storage.transactionSync(work),
        sql: {
          exec: (query: string, ...values: SqlStorageValue[]) => {
            const cursor = sql.exec(query, ...values);
            const found = cursor.toArray();
            rows.push(cursor.rowsWritten);
            return { toArray: () => found };
          },
        },
      } as unknown as DurableObjectStorage);
      const sum = (write: () => void): number => {
        rows.length = 0;
        write();
        return rows.reduce((all, one) => all + one, 0);
      };
      const told = line(fingerprintOf(1));
      const counted = { ...told, count: 9, lastAt: AT + 9 };
      store.put(line(fingerprintOf(0)));
      return {
        first: sum(() => store.put(told)),
        again: sum(() => store.put(told)),
        counted: sum(() => store.put(counted)),
        phase: sum(() => store.put({ ...counted, phase: "ticketed" })),
        both: sum(() => store.put({ ...counted, phase: "ignored", count: 10, lastAt: AT + 10 })),
        gone: sum(() => store.drop(told.fingerprint)),
      };
    });
    expect(written).toEqual({ first: 8, again: 0, counted: 6, phase: 2, both: 6, gone: 1 });
  });
});
