import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cursorAfter, readCursor } from "../../src/inspect/list-query.ts";
import type { ListQuery } from "../../src/inspect/list-query.ts";
import { INSTANT_MAX } from "../../src/limits.ts";
import { fingerprintOf, line, listQuery } from "../support/lists.ts";

const SORTS = ["last", "first", "count"] as const;
const text = fc.option(fc.string({ unit: "binary" }));
const query: fc.Arbitrary<ListQuery> = fc
  .record({
    producer: text,
    phase: fc.constantFrom(null, "ticketed", "ignored"),
    type: text,
    text,
    from: fc.option(fc.nat()),
    to: fc.option(fc.nat()),
    sort: fc.constantFrom(...SORTS),
  })
  .map((over) => listQuery(over));
/** What the queue's message may hold for an instant: nobody says that it is a whole number. */
const instant = fc.oneof(
  fc.nat(INSTANT_MAX),
  fc.double({ min: 0, max: INSTANT_MAX, noNaN: true }).map(Math.abs),
);

describe("a cursor", () => {
  it("is read as the line after which it was made, and can stand in an address as it is", () => {
    fc.assert(
      fc.property(query, instant, instant, fc.nat(), (list, firstAt, lastAt, nth) => {
        const after = line(fingerprintOf(nth), { firstAt, lastAt, count: nth });
        const cursor = cursorAfter(after, list);
        const value = { first: firstAt, last: lastAt, count: nth }[list.sort];
        expect(readCursor(cursor, list)).toEqual({
          ok: true,
          value: { value, fingerprint: fingerprintOf(nth) },
        });
        expect(encodeURIComponent(cursor)).toBe(cursor);
        expect(cursor.length).toBeLessThan(100);
      }),
    );
  });

  it("is one of its own list only", () => {
    fc.assert(
      fc.property(query, query, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(readCursor(cursorAfter(line(fingerprintOf(1)), one), other).ok).toBe(false);
      }),
    );
  });

  it("is refused in any other form", () => {
    const list = listQuery();
    const cursor = cursorAfter(line(fingerprintOf(1), { lastAt: 5 }), list);
    expect(cursor).toMatch(/^5~/);
    const forged = [
      cursor.slice(1),
      `-${cursor}`,
      `.${cursor.slice(1)}`,
      cursor.replace("5", "1e999"),
      `${cursor}0`,
      cursor.toUpperCase(),
      ` ${cursor}`,
      `${cursor}\n`,
      cursor.replace("5", "9".repeat(25)),
    ];
    for (const one of forged) expect([one, readCursor(one, list).ok]).toEqual([one, false]);
    fc.assert(fc.property(fc.string(), (sent) => !readCursor(sent, list).ok));
  });
});
