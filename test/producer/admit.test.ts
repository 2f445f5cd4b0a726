import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR_MS, NEW_INCIDENTS_AN_HOUR_MAX } from "../../src/limits.ts";
import { admit } from "../../src/producer/admit.ts";
import { UNHEARD } from "../../src/producer/state.ts";
import type { ProducerState } from "../../src/producer/state.ts";
import { AT } from "../support/factories.ts";

const HOUR = Math.floor(AT / HOUR_MS) * HOUR_MS;

function fingerprints(count: number, name = "f"): readonly string[] {
  return Array.from({ length: count }, (_, n) => `${name}${n}`);
}

const FULL = admit(UNHEARD, fingerprints(NEW_INCIDENTS_AN_HOUR_MAX), AT).state;

describe("admit", () => {
  it("admits what is new, and remembers that it heard of the producer", () => {
    const { state, admission } = admit(UNHEARD, ["a", "b"], AT);
    expect(admission).toEqual({ admitted: ["a", "b"], overflowedAt: null });
    expect(state).toEqual({
      versions: [],
      admitted: { hour: HOUR, fingerprints: ["a", "b"] },
      overflowedAt: null,
      heardAt: AT,
    });
  });

  it("refuses what exceeds the cap, and remembers when", () => {
    const { state, admission } = admit(FULL, ["late"], AT + 1);
    expect(admission).toEqual({ admitted: [], overflowedAt: AT + 1 });
    expect(state).toMatchObject({ overflowedAt: AT + 1, heardAt: AT + 1 });
  });

  it("admits the first of a batch that does not fit", () => {
    const { admission } = admit(UNHEARD, fingerprints(NEW_INCIDENTS_AN_HOUR_MAX + 2), AT);
    expect(admission.admitted).toEqual(fingerprints(NEW_INCIDENTS_AN_HOUR_MAX));
  });

  it("admits again what it admitted in this hour, beside what it refuses", () => {
    const { admission } = admit(FULL, ["late", "f7"], AT + 1);
    expect(admission.admitted).toEqual(["f7"]);
  });

  it("has places again in the next hour, and still tells when it overflowed", () => {
    const { state } = admit(FULL, ["late"], AT);
    const { admission } = admit(state, ["late"], HOUR + HOUR_MS);
    expect(admission).toEqual({ admitted: ["late"], overflowedAt: AT });
  });

  it("gives no new places to a clock that was set back", () => {
    expect(admit(FULL, ["late"], AT - HOUR_MS).admission.admitted).toEqual([]);
  });

  it("leaves the state as it is where nothing is new and nothing refused", () => {
    const { state } = admit(UNHEARD, ["a"], AT);
    expect(admit(state, ["a"], AT + 1).state).toBe(state);
    expect(admit(state, [], AT + 2 * HOUR_MS).state).toBe(state);
  });

  it("admits at most the cap within an hour, however it is asked, and never takes leave back", () => {
    const asked = fc.record({
      minutes: fc.nat(180),
      names: fc.array(
        fc.nat(200).map((n) => `n${n}`),
        { maxLength: 60 },
      ),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 30 }), (calls) => {
        let state: ProducerState = UNHEARD;
        const byHour = new Map<number, Set<string>>();
        for (const { minutes, names } of calls.toSorted((a, b) => a.minutes - b.minutes)) {
          const at = HOUR + minutes * 60_000;
          const { state: next, admission } = admit(state, names, at);
          const admitted = byHour.get(Math.floor(at / HOUR_MS)) ?? new Set();
          byHour.set(Math.floor(at / HOUR_MS), admitted);
          const again = names.filter((name) => admitted.has(name));
          expect(admission.admitted).toEqual(expect.arrayContaining(again));
          for (const name of admission.admitted) admitted.add(name);
          expect(admitted.size).toBeLessThanOrEqual(NEW_INCIDENTS_AN_HOUR_MAX);
          const refused = names.filter((name) => !admission.admitted.includes(name));
          // Nobody is refused while there is room.
          if (refused.length > 0) expect(admitted.size).toBe(NEW_INCIDENTS_AN_HOUR_MAX);
          if (refused.length > 0) expect(next.overflowedAt).toBe(at);
          state = next;
        }
      }),
    );
  });
});
