// What people may ask of the list, and what they are told where they may not.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cursorAfter } from "../../src/inspect/list-query.ts";
import { readList } from "../../src/inspect/read-list.ts";
import { LIST_DEFAULT, LIST_MAX, LIST_TEXT_UNITS_MAX, NAME_UNITS_MAX } from "../../src/limits.ts";
import { AT } from "../support/factories.ts";
import { fingerprintOf, line, listQuery } from "../support/lists.ts";

const NAMES = ["producer", "phase", "type", "text", "from", "to", "sort", "limit", "cursor"];

function read(query: string): ReturnType<typeof readList> {
  return readList(new URLSearchParams(query));
}

function problemOf(query: string): string {
  const asked = read(query);
  return asked.ok ? "" : asked.problem;
}

describe("readList", () => {
  it("reads an empty query as the incidents that failed last", () => {
    expect(read("")).toEqual({ ok: true, value: listQuery({ limit: LIST_DEFAULT }) });
  });

  it("reads every parameter", () => {
    const query =
      "producer=shop&phase=ticketed&type=PaymentError&text=Card%20Declined&sort=count&limit=7" +
      "&from=2026-11-02T09:30:00Z&to=2026-11-02T10:30:00.001%2B01:00";
    const asked = listQuery({
      producer: "shop",
      phase: "ticketed",
      type: "PaymentError",
      text: "Card Declined",
      sort: "count",
      limit: 7,
      from: AT,
      to: AT + 1,
    });
    expect(read(query)).toEqual({ ok: true, value: asked });
    const cursor = cursorAfter(line(fingerprintOf(1), { count: 12 }), asked);
    expect(read(`${query}&cursor=${encodeURIComponent(cursor)}`)).toEqual({
      ok: true,
      value: { ...asked, after: { value: 12, fingerprint: fingerprintOf(1) } },
    });
  });

  it.each([
    ["producer=", /^producer: is a text of 1 to 200 characters$/],
    [`producer=${"x".repeat(NAME_UNITS_MAX + 1)}`, /^producer: is a text/],
    ["phase=open", /^phase: is one of collecting, ticketed, verifying, resolved, ignored$/],
    ["phase=constructor", /^phase: is one of/],
    ["type=", /^type: is a text of 1 to 100 characters$/],
    [`text=${"x".repeat(LIST_TEXT_UNITS_MAX + 1)}`, /^text: is a text/],
    ["text=a%0Ab", /^text: is a text on one line$/],
    ["from=yesterday", /^from: is an instant, as 2026-12-24T18:00:00Z/],
    ["from=2026-11-02", /^from: is an instant/],
    ["to=2026-11-02T09:30:00", /^to: is an instant/],
    ["to=2026-02-30T09:30:00Z", /^to: is an instant/],
    ["to=2026-11-02T09:30:00+01:00", /%2B/],
    ["sort=newest", /^sort: is one of last, first, count$/],
    ["limit=0", /^limit: is a whole number from 1 to 200$/],
    [`limit=${LIST_MAX + 1}`, /^limit: is a whole/],
    ["limit=1e2", /^limit: is a whole/],
    ["limit=", /^limit: is a whole/],
    ["cursor=", /^cursor: /],
    ["cursor=2", /^cursor: is what an earlier answer gave as 'next'$/],
    ["produser=shop", /^the query: takes producer, phase, .*, cursor, nothing else$/],
    ["__proto__=x", /^the query: takes/],
    ["phase=ticketed&phase=ignored", /^phase: is sent once$/],
  ])("refuses %s, and says what it may be", (query, problem) => {
    expect(problemOf(query)).toMatch(problem);
  });

  it("tells all that is wrong at once", () => {
    const problem = problemOf("limit=no&sort=no&other=1&type=a&type=b");
    for (const name of ["the query", "type", "limit", "sort"]) expect(problem).toContain(name);
  });

  it.each([
    ["sort", "sort=first"],
    ["filter", "sort=last&producer=shop"],
    ["instant", "sort=last&from=2026-11-02T09:30:00Z"],
  ])("refuses the cursor of a list with another %s, and says so", (_what, query) => {
    const cursor = cursorAfter(line(fingerprintOf(1)), listQuery());
    expect(problemOf(`sort=last&cursor=${cursor}`)).toBe("");
    expect(problemOf(`${query}&cursor=${cursor}`)).toMatch(/^cursor: belongs to another list/);
  });

  it("takes a cursor with another limit", () => {
    const cursor = cursorAfter(line(fingerprintOf(1)), listQuery());
    expect(problemOf(`limit=3&cursor=${cursor}`)).toBe("");
  });

  it("never throws, and never says a word of what was sent", () => {
    const name = fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: "binary", maxLength: 9 }));
    const hostile = fc.string({ unit: "binary", maxLength: 300 }).map((text) => `mkqzj${text}`);
    const right = fc.constantFrom("ticketed", "last", "7", "2026-11-02T09:30:00Z");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.oneof(hostile, right)), { maxLength: 12 }),
        (pairs) => {
          const asked = readList(new URLSearchParams(pairs));
          const said = asked.ok ? "" : asked.problem;
          expect(said).not.toContain("mkqzj");
          expect(said.length).toBeLessThan(1_500);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
