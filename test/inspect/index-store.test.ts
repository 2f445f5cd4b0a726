// The index on Node's SQLite, beside a list that is filtered and sorted in plain code.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IncidentSummary } from "../../src/incident/summary.ts";
import { INDEX_SCHEMA } from "../../src/inspect/index-schema.ts";
import { IndexStore } from "../../src/inspect/index-store.ts";
import { readCursor } from "../../src/inspect/list-query.ts";
import type { ListPage, ListQuery } from "../../src/inspect/list-query.ts";
import { listStatement } from "../../src/inspect/list-statement.ts";
import { applySchema } from "../../src/sqlite-schema.ts";
import { AT } from "../support/factories.ts";
import { fingerprintOf, fingerprintsOf, line, listQuery } from "../support/lists.ts";
import { nodeStorage } from "../support/node-storage.ts";

function storeOf(lines: readonly IncidentSummary[]): IndexStore {
  const store = new IndexStore(nodeStorage());
  for (const one of lines) store.put(one);
  return store;
}

/** All pages of the list, one after the other; `between` runs after each. */
function walk(store: IndexStore, query: ListQuery, between = (_page: ListPage): void => {}) {
  const seen: string[] = [];
  for (let after = query.after; ;) {
    const page = store.list({ ...query, after }, true);
    seen.push(...fingerprintsOf(page));
    if (page.next === null) return seen;
    between(page);
    const place = readCursor(page.next, query);
    if (!place.ok) throw new Error(place.problem);
    after = place.value;
  }
}

// Few values of each, so that lines are alike in some and a filter finds some.
const few = fc.constantFrom("a", "B", "É", "%", "_");
const some = fc.nat(5);
const phase = fc.constantFrom("collecting", "ticketed", "resolved");
const lines = fc
  .array(fc.tuple(few, phase, few, few, some, some, some, fc.boolean()), { maxLength: 30 })
  .map((all) =>
    all.map(([producer, inPhase, type, message, firstAt, lastAt, count, isHeldBack], nth) =>
      line(fingerprintOf(nth), {
        grouping: { producer, type, message, route: "GET /" },
        phase: inPhase,
        firstAt,
        lastAt,
        count,
        isHeldBack,
      }),
    ),
  );
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { freq: 2 });
const query = fc
  .record({
    producer: maybe(few),
    phase: maybe(phase),
    type: maybe(few),
    text: maybe(fc.oneof(few, fc.constantFrom("é", "get /", "b\nGET", "''"))),
    from: maybe(some),
    to: maybe(some),
    sort: fc.constantFrom("last", "first", "count"),
    limit: fc.integer({ min: 1, max: 8 }),
  })
  .map((over) => listQuery(over));

function matches(one: IncidentSummary, asked: ListQuery): boolean {
  const { producer, type, route, message } = one.grouping;
  const words = `${type}\n${route}\n${message}`.toLowerCase();
  return (
    (asked.producer ?? producer) === producer &&
    (asked.phase ?? one.phase) === one.phase &&
    (asked.type ?? type) === type &&
    words.includes((asked.text ?? "").toLowerCase()) &&
    one.lastAt >= (asked.from ?? 0) &&
    one.lastAt < (asked.to ?? Infinity)
  );
}

function model(all: readonly IncidentSummary[], asked: ListQuery): readonly string[] {
  const value = { last: "lastAt", first: "firstAt", count: "count" } as const;
  const by = value[asked.sort];
  return all
    .filter((one) => matches(one, asked))
    .toSorted((one, other) => other[by] - one[by] || (one.fingerprint < other.fingerprint ? 1 : -1))
    .map(({ fingerprint }) => fingerprint);
}

describe("the list", () => {
  it("has what is asked for, in its order, over all pages", () => {
    fc.assert(
      fc.property(lines, query, (all, asked) => {
        expect(walk(storeOf(all), asked)).toEqual(model(all, asked));
      }),
      { numRuns: 500 },
    );
  });

  it("tells whoever may only read nothing of the texts that are held back, by no filter", () => {
    fc.assert(
      fc.property(lines, query, few, (all, asked, text) => {
        const others = all.map((one) =>
          one.isHeldBack
            ? { ...one, grouping: { ...one.grouping, type: text, message: text, route: text } }
            : one,
        );
        const [seen, alike] = [storeOf(all).list(asked, false), storeOf(others).list(asked, false)];
        expect([fingerprintsOf(alike), alike.next]).toEqual([fingerprintsOf(seen), seen.next]);
      }),
      { numRuns: 500 },
    );
  });

  it("has lines that are held back where neither type nor text is asked for", () => {
    const store = storeOf([line(fingerprintOf(1), { isHeldBack: true })]);
    const found = (over: Partial<ListQuery>): number =>
      store.list(listQuery(over), false).lines.length;
    expect(found({ producer: "shop", phase: "collecting" })).toBe(1);
    expect(found({ type: "PaymentError" })).toBe(0);
    expect(found({ text: "card" })).toBe(0);
  });

  it("gives each incident once in the order of the first failure, however they fail meanwhile", () => {
    const all = Array.from({ length: 500 }, (_, nth) =>
      line(fingerprintOf(nth), { firstAt: AT + (nth % 50), lastAt: AT + nth }),
    );
    const store = storeOf(all);
    let now = AT + 1_000;
    const seen = walk(store, listQuery({ sort: "first", limit: 30 }), () => {
      for (let n = 0; n < 40; n += 1) {
        now += 1;
        const failing = all[now % 500] ?? line(fingerprintOf(0));
        store.put({ ...failing, lastAt: now, count: now, phase: "ticketed" });
      }
    });
    expect(seen).toHaveLength(500);
    expect(new Set(seen).size).toBe(500);
  });

  it.each(["last", "count"] as const)(
    "by %s gives each at most once, and each that does not fail meanwhile",
    (sort) => {
      const all = Array.from({ length: 500 }, (_, nth) =>
        line(fingerprintOf(nth), { lastAt: AT + nth, count: nth + 1 }),
      );
      const store = storeOf(all);
      const failed = new Set<string>();
      let now = AT + 1_000;
      const seen = walk(store, listQuery({ sort, limit: 30 }), () => {
        for (let n = 0; n < 10; n += 1) {
          now += 1;
          const failing = all[(now * 7) % 500] ?? line(fingerprintOf(0));
          failed.add(failing.fingerprint);
          store.put({ ...failing, lastAt: now, count: now });
        }
      });
      expect(new Set(seen).size).toBe(seen.length);
      expect(failed.size).toBeGreaterThan(100);
      const quiet = all.map(({ fingerprint }) => fingerprint).filter((one) => !failed.has(one));
      expect(seen).toEqual(expect.arrayContaining(quiet));
    },
  );
});

describe("the tables of the index", () => {
  const after = { value: AT, fingerprint: fingerprintOf(1) };
  /** How SQLite goes about a list. */
  const look = (over: Partial<ListQuery>): string => {
    const { sql } = nodeStorage();
    applySchema(sql, INDEX_SCHEMA);
    const { sql: text, values } = listStatement(listQuery(over), false);
    return sql
      .exec<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, ...values)
      .toArray()
      .map(({ detail }) => detail)
      .join("; ");
  };

  it.each<[Partial<ListQuery>, RegExp]>([
    [{}, /^SCAN summary USING INDEX summary_by_last$/],
    [{ after }, /^SEARCH summary USING INDEX summary_by_last \(/],
    [{ from: AT, to: AT + 1 }, /^SEARCH summary USING INDEX summary_by_last \(/],
    [{ sort: "first" }, /^SCAN summary USING INDEX summary_by_first$/],
    [{ sort: "first", after }, /^SEARCH summary USING INDEX summary_by_first \(/],
    [{ sort: "count" }, /^SCAN summary USING INDEX summary_by_count$/],
    [{ sort: "count", after }, /^SEARCH summary USING INDEX summary_by_count \(/],
    [{ phase: "ticketed" }, /^SEARCH summary USING INDEX summary_by_phase \(phase=\?\)$/],
    [{ phase: "ticketed", after }, /^SEARCH summary USING INDEX summary_by_phase \(phase=\? AND /],
    [{ producer: "shop" }, /^SEARCH summary USING INDEX summary_by_producer \(producer=\?\)$/],
    [{ producer: "shop", after }, /^SEARCH .* summary_by_producer \(producer=\? AND /],
    [{ producer: "shop", from: AT }, /^SEARCH .* summary_by_producer \(producer=\? AND last_at>\?/],
    [{ producer: "shop", phase: "ticketed" }, /^SEARCH .* summary_by_producer \(producer=\?\)$/],
    [{ type: "TypeError" }, /^SEARCH summary USING INDEX summary_by_type \(type=\?\)$/],
    [{ type: "TypeError", producer: "shop", after }, /^SEARCH .* summary_by_type \(type=\? AND /],
  ])("find %j by an index that has its order", (over, plan) => {
    expect(look(over)).toMatch(plan);
    expect(look(over)).not.toContain("TEMP B-TREE");
  });

  it("sort only what a filter finds where it is listed in another order", () => {
    expect(look({ producer: "shop", sort: "count" })).toMatch(
      /^SEARCH summary USING INDEX summary_by_producer \(producer=\?\); USE TEMP B-TREE FOR ORDER BY$/,
    );
  });

  it("walk the list for a text, and sort nothing", () => {
    expect(look({ text: "card" })).toBe("SCAN summary USING INDEX summary_by_last");
  });
});

describe("the oldest effect that something keeps", () => {
  it("is told over all incidents, and forgotten when it is done", () => {
    const waits = (nth: number, undoneSince: number | null): IncidentSummary =>
      line(fingerprintOf(nth), { undoneSince });
    const store = storeOf([waits(1, AT + 5), waits(2, AT + 3), waits(3, null)]);
    expect(store.undoneSince()).toBe(AT + 3);
    store.put(waits(2, null));
    expect(store.undoneSince()).toBe(AT + 5);
    store.drop(fingerprintOf(1));
    expect(store.undoneSince()).toBe(null);
  });
});

describe("lines of before there were filters", () => {
  function migrated(summaries: readonly object[]): IndexStore {
    const storage = nodeStorage();
    applySchema(storage.sql, INDEX_SCHEMA.slice(0, 2));
    for (const summary of summaries as readonly IncidentSummary[]) {
      storage.sql.exec(
        `INSERT INTO summary (fingerprint, phase, last_at, problem, body) VALUES (?, ?, ?, ?, ?)`,
        summary.fingerprint,
        summary.phase,
        summary.lastAt,
        summary.problem ?? null,
        JSON.stringify(summary),
      );
    }
    return new IndexStore(storage);
  }

  it("are there as they were, and are found by every filter", () => {
    const told = line(fingerprintOf(1), { count: 9, lastAt: AT + 9, problem: "no team" });
    const store = migrated([told, line(fingerprintOf(2), { grouping: { type: "Other" } })]);
    const asked = listQuery({
      producer: "shop",
      phase: "collecting",
      type: "PaymentError",
      text: "CARD declined",
      from: AT + 9,
      to: AT + 10,
    });
    for (const sort of ["last", "first", "count"] as const)
      expect(store.list({ ...asked, sort }, false)).toEqual({ lines: [told], next: null });
    expect(walk(store, listQuery({ sort: "count", limit: 1 }))).toEqual([1, 2].map(fingerprintOf));
    expect(store.countByPhase()).toEqual({ collecting: 2 });
    expect(store.countByProblem()).toEqual([{ problem: "no team", count: 1 }]);
    expect(store.undoneSince()).toBe(null);
  });

  it("are held back where nobody had judged them yet", () => {
    const { isHeldBack: _unknown, ...unjudged } = line(fingerprintOf(1));
    const store = migrated([unjudged]);
    expect(store.list(listQuery(), false).lines).toMatchObject([{ isHeldBack: true, count: 1 }]);
    expect(store.list(listQuery({ text: "card" }), false).lines).toEqual([]);
  });
});
