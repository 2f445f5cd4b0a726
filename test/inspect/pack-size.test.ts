// How large a pack can get: each list full, each text as long as it may be, all of it to be escaped.
import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/failure/failure.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { packMarkdown } from "../../src/inspect/pack/markdown.ts";
import { packOf } from "../../src/inspect/pack/pack.ts";
import type { Pack, PackOptions } from "../../src/inspect/pack/pack.ts";
import * as limits from "../../src/limits.ts";
import { AT, madeTicket } from "../support/factories.ts";
import { follower } from "../support/life.ts";
import { PACK_OPTIONS } from "../support/packs.ts";
import { incidentOf, made, texts } from "../support/rendered.ts";

const FILLERS = ["€ ", '"', "\\", "`", "|", "word "];
const counted = { count: 1, firstAt: AT, lastAt: AT };

function times<Item>(count: number, make: (nth: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, nth) => make(nth));
}

// More of each than is kept, and longer than what travels.
function fullState(filler: string): IncidentState {
  const long = filler.repeat(5_000);
  const sampleOf = (nth: number): Failure => ({
    ...made(() => long),
    frames: times(60, (place) => ({
      function: long,
      file: long,
      line: 1e15,
      column: nth * 100 + place,
      own: true,
    })),
    redactions: Object.fromEntries(times(60, (place) => [`${place} ${long}`, 1e15])),
  });
  const fingerprintOf = (nth: number): string => `v1-${nth.toString(16).padStart(32, "0")}`;
  return incidentOf(sampleOf(0), {
    phase: { name: "ticketed", since: AT, ticket: madeTicket() },
    samples: { first: times(2, sampleOf), latest: times(3, (nth) => sampleOf(nth + 2)) },
    hours: times(limits.HOURS_MAX, (nth) => ({ hour: AT + nth * 3_600_000, count: 1e15 })),
    versions: times(60, (nth) => ({ version: { id: `${nth}${long}`, tag: long }, ...counted })),
    routes: times(60, () => ({ route: long, count: 1e15 })),
    timeline: times(limits.TIMELINE_MAX, () => ({ at: AT, what: "x".repeat(100), by: long })),
    members: times(limits.MEMBERS_MAX, fingerprintOf),
    followers: times(limits.FOLLOWERS_MAX, (nth) =>
      follower({ fingerprint: fingerprintOf(nth), producer: long, route: long }),
    ),
  });
}

const OUTBOX: PackOptions["outbox"] = times(60, (nth) => ({
  key: String(nth),
  seq: nth,
  effect: { kind: "updateIndex" },
  tries: nth,
  dueAt: AT,
  since: AT,
  problem: "x".repeat(300),
  detail: null,
}));

function fullPack(filler: string): Pack {
  const long = filler.repeat(5_000);
  const sighted = times(60, (nth) => ({ id: `live ${nth}${long}`, firstAt: AT, lastAt: AT }));
  return packOf(fullState(filler), { ...PACK_OPTIONS, outbox: OUTBOX, sighted });
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

describe("a pack", () => {
  it.each(FILLERS)("is bounded as JSON and as Markdown, full of %j", (filler) => {
    const pack = fullPack(filler);
    expect(bytesOf(JSON.stringify(pack, null, 2))).toBeLessThan(limits.PACK_BYTES_MAX);
    expect(bytesOf(packMarkdown(pack))).toBeLessThan(limits.PACK_BYTES_MAX);
  });

  it("says what was cut, in both", () => {
    const pack = fullPack("word ");
    expect(pack.cut).toEqual([
      "3 of 5 stacks that differ are here",
      "10 of 60 versions that fail are here",
      "10 of 60 routes are here",
      "10 of 50 followers are here",
      "10 of 60 effects that wait are here",
      "10 of 60 versions that were live are here",
      "messages end after 1000 units: see samples",
    ]);
    for (const line of pack.cut) expect(packMarkdown(pack)).toContain(`- ${line}`);
    expect(pack.stacks).toHaveLength(limits.PACK_STACKS_MAX);
    expect(pack.followers).toHaveLength(limits.PACK_LISTED_MAX);
  });

  it("cuts nothing in a fence that it does not tell of", () => {
    const fences = texts(packMarkdown(fullPack("w ")), "code").map(({ length }) => length);
    expect(Math.max(...fences)).toBeGreaterThan(10_000);
    expect(Math.max(...fences)).toBeLessThan(limits.PACK_FENCE_UNITS_MAX);
  });

  it("cuts nothing of an ordinary incident, and has 10 KB of it at most", () => {
    const pack = packOf(incidentOf(made((field) => field)), PACK_OPTIONS);
    expect(pack.cut).toEqual([]);
    expect(bytesOf(packMarkdown(pack))).toBeLessThan(10_000);
  });
});
