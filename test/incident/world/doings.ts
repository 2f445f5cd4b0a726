// What may happen in the world, in any order.
import fc from "fast-check";
import type { PersonAction } from "../../../src/incident/action.ts";
import { DAY_MS, HOUR_MS } from "../../support/life.ts";
import type { Ending } from "./fake-linear.ts";
import { FAULTS } from "./faults.ts";
import { WORLD_POLICY } from "./policy.ts";

export type Edit = "open" | "completed" | "canceled" | "gone";

export type Doing =
  | Fail
  | Deliver
  | { readonly do: "pass"; readonly ms: number }
  /** How the next calls to Linear, the desk, the index and other incidents end. */
  | { readonly do: "break"; readonly endings: readonly Ending[] }
  /** Somebody in Linear, on one of the tickets. */
  | { readonly do: "edit"; readonly ticket: number; readonly to: Edit }
  /** Somebody in Linear writes a description, on one of the tickets. */
  | { readonly do: "write"; readonly ticket: number }
  /** What an agent does on one of the tickets: the status of its session. */
  | { readonly do: "work"; readonly ticket: number; readonly status: string }
  | Hint
  | { readonly do: "sight"; readonly version: string }
  | { readonly do: "act"; readonly fault: number; readonly action: PersonAction }
  | { readonly do: "evict" };

export interface Fail {
  readonly do: "fail";
  readonly fault: number;
  readonly version: string | null;
  readonly count: number;
}

/** The queue delivers up to `size` of what waits, from the place `from`; some once more later. */
export interface Deliver {
  readonly do: "deliver";
  readonly from: number;
  readonly size: number;
  readonly again: boolean;
}

/** Linear sends `times` webhooks on one ticket, this moment or a while ago; ours or not. */
export interface Hint {
  readonly do: "hint";
  readonly ticket: number;
  readonly agoMs: number;
  readonly times: number;
}

const OTHER = `v1-${"b".repeat(32)}`;
const fault = fc.nat({ max: FAULTS.length - 1 });

const action = fc.oneof(
  fc.constantFrom<PersonAction>(
    { kind: "resolve" },
    { kind: "reopen" },
    { kind: "ticket" },
    { kind: "separate" },
    { kind: "ignore", until: { kind: "good" } },
    { kind: "merge", into: OTHER },
    { kind: "unmerge", counted: null },
  ),
  fc
    .integer({ min: 1, max: 5 })
    .map((count): PersonAction => ({ kind: "ignore", until: { kind: "more", count } })),
);

const fail = fc.record({
  do: fc.constant("fail" as const),
  fault,
  version: fc.constantFrom("v1", "v2", "v3", null),
  count: fc.integer({ min: 1, max: 30 }),
});

const deliver = fc.record({
  do: fc.constant("deliver" as const),
  from: fc.nat({ max: 9 }),
  size: fc.integer({ min: 1, max: 6 }),
  again: fc.boolean(),
});

const pass = fc.record({
  do: fc.constant("pass" as const),
  ms: fc.oneof(
    fc.nat({ max: 60_000 }),
    fc.nat({ max: HOUR_MS }),
    fc.nat({ max: DAY_MS }),
    fc.constant(WORLD_POLICY.retentionMs + HOUR_MS),
  ),
});

const endings = fc.array(
  fc.constantFrom<Ending>("done", "failed", "lost", "dies before", "dies after"),
  { maxLength: 8 },
);

const edit = fc.record({
  do: fc.constant("edit" as const),
  ticket: fc.nat({ max: 9 }),
  to: fc.constantFrom<Edit>("open", "completed", "completed", "canceled", "gone"),
});

const write = fc.record({ do: fc.constant("write" as const), ticket: fc.nat({ max: 9 }) });

const work = fc.record({
  do: fc.constant("work" as const),
  ticket: fc.nat({ max: 9 }),
  status: fc.constantFrom("active", "active", "complete", "error", "stale", "dismissed"),
});

const hint = fc.record({
  do: fc.constant("hint" as const),
  ticket: fc.nat({ max: 9 }),
  // As far as the SDK takes them for timely.
  agoMs: fc.oneof(fc.constant(0), fc.integer({ min: -60_000, max: 60_000 })),
  times: fc.integer({ min: 1, max: 3 }),
});

const version = fc.constantFrom("v1", "v2", "v3");

/** Anything. */
export const anyDoing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 7, arbitrary: fail },
  { weight: 7, arbitrary: deliver },
  { weight: 6, arbitrary: pass },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("break" as const), endings }) },
  { weight: 3, arbitrary: edit },
  { weight: 1, arbitrary: write },
  { weight: 3, arbitrary: work },
  { weight: 3, arbitrary: hint },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("sight" as const), version }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("act" as const), fault, action }) },
  { weight: 1, arbitrary: fc.constant({ do: "evict" as const }) },
);
