// Any order of failures, redeliveries, alarms, answers of Linear's, lost ones and deaths, versions,
// people's doings and passing time. What must hold is in world/laws.ts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FailureMessage } from "../../src/failure/message.ts";
import type { PersonAction } from "../../src/incident/action.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { AT } from "../support/factories.ts";
import { DAY_MS, failed, HOUR_MS } from "../support/life.ts";
import type { Ending } from "./world/fake-linear.ts";
import {
  problemOfAlarm,
  problemOfMove,
  problemOfRest,
  problemOfTickets,
  REST_MS,
} from "./world/laws.ts";
import { World, WORLD_POLICY } from "./world/world.ts";

const OTHER = `v1-${"b".repeat(32)}`;
const VERSIONS = ["v1", "v2", "v3", null] as const;

type Doing =
  | { readonly do: "fail"; readonly version: string | null; readonly count: number }
  /** The queue delivers up to `size` of what waits, from the place `from`; some once more later. */
  | {
      readonly do: "deliver";
      readonly from: number;
      readonly size: number;
      readonly again: boolean;
    }
  | { readonly do: "pass"; readonly ms: number }
  | { readonly do: "break"; readonly endings: readonly Ending[] }
  | { readonly do: "edit"; readonly to: "open" | "completed" | "canceled" | "gone" }
  | { readonly do: "sight"; readonly version: string }
  | { readonly do: "act"; readonly action: PersonAction }
  | { readonly do: "evict" };

const action = fc.oneof(
  fc.constantFrom<PersonAction>(
    { kind: "resolve" },
    { kind: "reopen" },
    { kind: "ticket" },
    { kind: "ignore", until: { kind: "good" } },
    { kind: "merge", into: OTHER },
    { kind: "unmerge", counted: null },
  ),
  fc.integer({ min: 1, max: 5 }).map((count): PersonAction => ({
    kind: "ignore",
    until: { kind: "more", count },
  })),
);

const anyDoing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("fail" as const),
      version: fc.constantFrom(...VERSIONS),
      count: fc.integer({ min: 1, max: 30 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("deliver" as const),
      from: fc.nat({ max: 9 }),
      size: fc.integer({ min: 1, max: 4 }),
      again: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.oneof(
        fc.nat({ max: 60_000 }),
        fc.nat({ max: HOUR_MS }),
        fc.nat({ max: DAY_MS }),
        fc.constant(WORLD_POLICY.retentionMs + HOUR_MS),
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("break" as const),
      endings: fc.array(
        fc.constantFrom<Ending>("done", "failed", "lost", "dies before", "dies after"),
        { maxLength: 6 },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      to: fc.constantFrom(
        "open" as const,
        "completed" as const,
        "completed" as const,
        "canceled" as const,
        "gone" as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("sight" as const),
      version: fc.constantFrom("v1", "v2", "v3"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("act" as const), action }) },
  { weight: 1, arbitrary: fc.constant({ do: "evict" as const }) },
);

describe("an incident, whatever happens", () => {
  it("counts once, wakes in time, has one ticket, and comes to rest", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDoing, { minLength: 1, maxLength: 60 }), async (doings) => {
        const run = new Run();
        for (const happens of doings) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await run.happen(happens);
          expect(run.problems()).toEqual([]);
        }
        expect(await run.rest()).toEqual([]);
      }),
      { numRuns: Number(process.env["WORLD_RUNS"] ?? 300) },
    );
  }, 600_000);
});

class Run {
  readonly world = new World(AT);
  readonly #waiting: FailureMessage[] = [];
  readonly #counted = new Map<string, number>();
  #judged = 0;
  /** Whether anybody has said that the failure does not matter. */
  #isCalledOff = false;

  async happen(doing: Doing): Promise<void> {
    const { world } = this;
    switch (doing.do) {
      case "fail":
        this.#waiting.push(failed(world.now, doing.version, doing.count));
        return;
      case "deliver":
        return this.#deliver(doing);
      case "pass":
        return world.pass(doing.ms);
      case "break":
        world.linear.endings.push(...doing.endings);
        return;
      case "edit": {
        // Somebody edits the latest ticket; the ones before it are history.
        const id = [...world.linear.issues.keys()].at(-1);
        if (id === undefined) return;
        if (doing.to === "gone") world.linear.issues.delete(id);
        else world.linear.edit(id, doing.to);
        this.#isCalledOff ||= doing.to === "canceled";
        return;
      }
      case "sight":
        world.sight(doing.version);
        return;
      case "act":
        world.act(doing.action);
        this.#isCalledOff ||= doing.action.kind === "ignore";
        return;
      case "evict":
        world.evict();
    }
  }

  problems(): readonly string[] {
    const { world } = this;
    const moves = world.moves.slice(this.#judged);
    this.#judged = world.moves.length;
    if (moves.some(({ to }) => to === null)) this.#counted.clear();
    const expected = [...this.#counted.values()].reduce((sum, count) => sum + count, 0);
    const count = world.state?.count ?? 0;
    return [
      ...moves.map(problemOfMove),
      problemOfAlarm(world),
      problemOfTickets(world),
      count === expected ? null : `counted ${count} instead of ${expected}`,
      this.#isCalledOff || !isIgnoredForGood(world.state) ? null : "ignored, and nobody said so",
    ].filter((problem) => problem !== null);
  }

  async rest(): Promise<readonly string[]> {
    const { world } = this;
    world.linear.endings = [];
    await world.pass(REST_MS);
    return [...this.problems(), problemOfRest(world)].filter((problem) => problem !== null);
  }

  #deliver({ from, size, again }: Extract<Doing, { do: "deliver" }>): void {
    const start = this.#waiting.length === 0 ? 0 : from % this.#waiting.length;
    const [first, ...more] = again
      ? this.#waiting.slice(start, start + size)
      : this.#waiting.splice(start, size);
    if (first === undefined) return;
    const forwarded = new Set(this.world.deliver([first, ...more]));
    for (const message of [first, ...more]) {
      if (!forwarded.has(message)) this.#counted.set(message.id, message.count);
    }
  }
}

function isIgnoredForGood(state: IncidentState | null): boolean {
  return state?.phase.name === "ignored" && state.phase.until.kind === "good";
}
