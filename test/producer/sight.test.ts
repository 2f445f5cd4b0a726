import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SIGHTING_ROW_MS, VERSIONS_SIGHTED_MAX } from "../../src/limits.ts";
import { noteSightings, sight } from "../../src/producer/sight.ts";
import type { Sighting } from "../../src/producer/sight.ts";
import { UNHEARD } from "../../src/producer/state.ts";
import { AT } from "../support/factories.ts";

function sightings(namesMax: number, minLength = 0): fc.Arbitrary<readonly Sighting[]> {
  const one = fc.record({
    version: fc.nat(namesMax - 1).map((n) => `v${n}`),
    // Few times, so that versions are often sighted last at the same one.
    at: fc.integer({ min: AT, max: AT + 20 }),
  });
  return fc.array(one, { minLength, maxLength: 60 });
}

function shuffled<One>(list: readonly One[], seeds: readonly number[]): readonly One[] {
  return list
    .map((one, n) => [one, seeds[n] ?? 0] as const)
    .toSorted(([, a], [, b]) => a - b)
    .map(([one]) => one);
}

describe("noteSightings", () => {
  it("keeps of each version when it was sighted first and last; the oldest comes first", () => {
    const seen = noteSightings(
      [{ id: "new", firstAt: AT + 5, lastAt: AT + 5 }],
      [
        { version: "old", at: AT + 2 },
        { version: "new", at: AT + 9 },
        { version: "old", at: AT + 1 },
      ],
    );
    expect(seen).toEqual([
      { id: "old", firstAt: AT + 1, lastAt: AT + 2 },
      { id: "new", firstAt: AT + 5, lastAt: AT + 9 },
    ]);
  });

  it("keeps those that were sighted last, when there are too many", () => {
    const many = Array.from({ length: VERSIONS_SIGHTED_MAX + 1 }, (_, n) => ({
      version: `v${n}`,
      at: AT + n,
    }));
    const seen = noteSightings([], [...many, { version: "v0", at: AT + 99 }]);
    expect(seen.map(({ id }) => id)).toEqual(
      many.map(({ version }) => version).filter((id) => id !== "v1"),
    );
  });

  it("gives the same in any order, in any batches, however often it is told", () => {
    const seeds = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(sightings(VERSIONS_SIGHTED_MAX), seeds, fc.nat(60), (told, order, cut) => {
        const expected = noteSightings([], told);
        const other = shuffled(told, order);
        const inTwo = noteSightings(noteSightings([], other.slice(0, cut)), other.slice(cut));
        expect(inTwo).toEqual(expected);
        expect(noteSightings(expected, other)).toEqual(expected);
      }),
    );
  });

  it("keeps the same versions and last times in any order, beyond its limit too", () => {
    const seeds = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(sightings(2 * VERSIONS_SIGHTED_MAX, 40), seeds, (told, order) => {
        const lastTimes = (all: readonly Sighting[]): ReadonlyMap<string, number> => {
          const one = all.reduce<ReturnType<typeof noteSightings>>(
            (known, sighting) => noteSightings(known, [sighting]),
            [],
          );
          return new Map(one.map(({ id, lastAt }) => [id, lastAt]));
        };
        expect(lastTimes(shuffled(told, order))).toEqual(lastTimes(told));
      }),
    );
  });
});

describe("sight", () => {
  const known = sight(UNHEARD, [{ version: "v1", at: AT }], AT + 1);

  it("notes what is new and remembers when it heard of it", () => {
    expect(known).toMatchObject({
      versions: [{ id: "v1", firstAt: AT, lastAt: AT }],
      heardAt: AT + 1,
    });
  });

  it.each([
    ["the same again", AT, true],
    ["a last time that moves by little", AT + SIGHTING_ROW_MS - 1, true],
    ["a last time that moves by much", AT + SIGHTING_ROW_MS, false],
    ["an earlier first time", AT - 1, false],
  ])("of %s", (_what, at, isSame) => {
    const next = sight(known, [{ version: "v1", at }], AT + SIGHTING_ROW_MS);
    expect(next === known).toBe(isSame);
    if (!isSame) expect(next.heardAt).toBe(AT + SIGHTING_ROW_MS);
  });

  it("is never further behind than a row is worth, however small the steps", () => {
    const steps = fc.array(fc.nat(SIGHTING_ROW_MS), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (waits) => {
        let state = known;
        let at = AT;
        for (const wait of waits) {
          at += wait;
          state = sight(state, [{ version: "v1", at }], at);
          expect(at - (state.versions[0]?.lastAt ?? 0)).toBeLessThan(SIGHTING_ROW_MS);
        }
      }),
    );
  });
});
