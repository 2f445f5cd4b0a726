import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FailureMessage } from "../../src/failure/message.ts";
import type { Beginning, Recorded } from "../../src/incident/recorded.ts";
import type { Ring } from "../../src/incident/state.ts";
import { recordBatch } from "../../src/intake/record-batch.ts";
import type { Objects } from "../../src/intake/record-batch.ts";
import type { Items } from "../../src/intake/sort-batch.ts";
import { overflowFingerprint } from "../../src/producer/overflow.ts";
import { AT, failure, failureMessage } from "../support/factories.ts";

interface Call {
  readonly fingerprint: string;
  readonly ids: readonly string[];
  readonly begin: Beginning | null;
}

type Judge = (text: string) => boolean;

// Objects that hold the ids they counted, as the real ones do, and fail where they are told to.
class World implements Objects {
  readonly counted = new Map<string, Set<string>>();
  readonly merged = new Map<string, string>();
  readonly calls: Call[] = [];
  readonly asked: (readonly [string, readonly string[]])[] = [];
  overflowedAt: number | null = null;
  readonly #admits: Judge;
  readonly #fails: Judge;

  constructor(admits: Judge = () => true, fails: Judge = () => false) {
    this.#admits = admits;
    this.#fails = fails;
  }

  async record(
    fingerprint: string,
    messages: readonly [FailureMessage, ...FailureMessage[]],
    begin: Beginning | null,
  ): Promise<Recorded> {
    this.calls.push({ fingerprint, ids: messages.map(({ id }) => id), begin });
    if (this.#fails(`record ${fingerprint}`)) throw new Error("unwell");
    const to = this.merged.get(fingerprint);
    if (to !== undefined) return { kind: "forward", to, messages };
    const held = this.counted.get(fingerprint);
    if (held === undefined && begin === null) return { kind: "unknown" };
    const counted = held ?? new Set(begin?.counted?.entries.map(({ id }) => id));
    for (const { id } of messages) counted.add(id);
    this.counted.set(fingerprint, counted);
    return { kind: "recorded" };
  }

  async ring(fingerprint: string): Promise<Ring | null> {
    if (this.#fails(`ring ${fingerprint}`)) throw new Error("unwell");
    const held = this.counted.get(fingerprint);
    return held ? { entries: [...held].map((id) => ({ id, at: AT })), horizonAt: null } : null;
  }

  async admit(producer: string, fingerprints: readonly string[]) {
    this.asked.push([producer, fingerprints]);
    if (this.#fails(`admit ${producer}`)) throw new Error("unwell");
    const admitted = fingerprints.filter(this.#admits);
    if (admitted.length < fingerprints.length) this.overflowedAt = AT;
    return { admitted, overflowedAt: this.overflowedAt };
  }
}

// The messages of one fingerprint; each envelope is named as the message that it holds.
function alike(
  fingerprint: string,
  ids: readonly string[],
  producer = "shop",
): Items<string, FailureMessage> {
  const grouping = { ...failure().grouping, producer };
  const [first = "", ...rest] = ids;
  const item = (id: string) => ({
    envelope: id,
    message: failureMessage({ id, fingerprint, samples: [failure({ grouping })] }),
  });
  return [item(first), ...rest.map(item)];
}

async function told(batch: readonly Items<string, FailureMessage>[], world: World) {
  const outcomes = await recordBatch(batch, world);
  const named = (isFailed: boolean): readonly string[] =>
    outcomes
      .filter(({ failure: why }) => (why !== null) === isFailed)
      .flatMap(({ envelopes }) => envelopes)
      .toSorted();
  return { counted: named(false), failed: named(true) };
}

const OVERFLOW = overflowFingerprint("shop");

describe("recordBatch", () => {
  it("asks nobody for leave where the incidents are known", async () => {
    const world = new World();
    world.counted.set("f1", new Set()).set("f2", new Set());
    expect(await told([alike("f1", ["a", "b"]), alike("f2", ["c"])], world)).toEqual({
      counted: ["a", "b", "c"],
      failed: [],
    });
    expect(world.calls).toHaveLength(2);
    expect(world.asked).toEqual([]);
  });

  it("asks each producer once for all that is new, and begins what is admitted", async () => {
    const world = new World();
    const batch = [alike("f1", ["a"]), alike("f2", ["b"], "till"), alike("f3", ["c", "d"])];
    expect((await told(batch, world)).counted).toEqual(["a", "b", "c", "d"]);
    expect(world.asked).toEqual([
      ["shop", ["f1", "f3"]],
      ["till", ["f2"]],
    ]);
    expect(world.calls.slice(3).map(({ begin }) => begin)).toEqual(
      Array.from({ length: 3 }, () => ({ counted: null })),
    );
  });

  it("records all that is refused in one call at the overflow incident", async () => {
    const world = new World((fingerprint) => fingerprint === "f1");
    const batch = [alike("f1", ["a"]), alike("f2", ["b", "c"]), alike("f3", ["d"])];
    expect((await told(batch, world)).counted).toEqual(["a", "b", "c", "d"]);
    expect(world.calls.filter(({ fingerprint }) => fingerprint === OVERFLOW)).toEqual([
      { fingerprint: OVERFLOW, ids: ["b", "c", "d"], begin: { counted: null } },
    ]);
    expect([...world.counted.keys()].toSorted()).toEqual(["f1", OVERFLOW].toSorted());
  });

  it("hands the ids of the overflow to what begins after it", async () => {
    const world = new World();
    world.overflowedAt = AT - 1;
    world.counted.set(OVERFLOW, new Set(["a"]));
    await told([alike("f1", ["a", "b"])], world);
    expect(world.calls.at(-1)?.begin?.counted?.entries).toEqual([{ id: "a", at: AT }]);
  });

  it("follows a merged incident to the one that it was merged into", async () => {
    const world = new World();
    world.merged.set("f1", "f2");
    world.counted.set("f2", new Set());
    expect((await told([alike("f1", ["a"])], world)).counted).toEqual(["a"]);
    expect(world.calls.at(-1)).toEqual({ fingerprint: "f2", ids: ["a"], begin: null });
  });

  it.each([
    ["is gone", "nowhere"],
    ["sends it on again", "f1"],
  ])("fails a message whose incident was merged into one that %s", async (_what, target) => {
    const world = new World();
    world.merged.set("f1", target);
    expect(await told([alike("f1", ["a"])], world)).toEqual({ counted: [], failed: ["a"] });
    expect(world.asked).toEqual([]);
  });

  it.each([
    ["an incident", "record f1", ["a"]],
    ["the overflow incident", `record ${OVERFLOW}`, ["b"]],
    ["the ids of the overflow", `ring ${OVERFLOW}`, ["a", "b"]],
    ["the producer", "admit shop", ["a", "b"]],
  ])("fails what needs %s that is unwell, and nothing else", async (_what, call, failed) => {
    const world = new World(
      (fingerprint) => fingerprint !== "f2",
      (made) => made === call,
    );
    world.counted.set("known", new Set());
    const batch = [
      alike("f1", ["a"]),
      alike("f2", ["b"]),
      alike("f3", ["c"], "till"),
      alike("known", ["d"]),
    ];
    const { counted, failed: postponed } = await told(batch, world);
    expect(postponed).toEqual(failed);
    expect([...counted, ...postponed].toSorted()).toEqual(["a", "b", "c", "d"]);
  });

  it("fails a message that had leave and began nothing", async () => {
    const world = new World();
    world.record = async () => ({ kind: "unknown" });
    expect(await told([alike("f1", ["a"])], world)).toEqual({ counted: [], failed: ["a"] });
  });

  it("settles each envelope once, and as counted only where it is, whatever fails", async () => {
    const group = fc.record({
      ids: fc.integer({ min: 1, max: 3 }),
      producer: fc.constantFrom("shop", "till"),
      state: fc.constantFrom("known", "new", "merged", "lost"),
      isAdmitted: fc.boolean(),
    });
    const chance = fc.infiniteStream(fc.nat(3));
    await fc.assert(
      fc.asyncProperty(fc.array(group, { maxLength: 8 }), chance, async (groups, dice) => {
        const world = new World(
          (fingerprint) => groups[Number(fingerprint.slice(1))]?.isAdmitted ?? false,
          () => dice.next().value === 0,
        );
        world.counted.set("target", new Set());
        const batch = groups.map(({ ids, producer, state }, n) => {
          if (state === "known") world.counted.set(`f${n}`, new Set());
          if (state === "merged") world.merged.set(`f${n}`, "target");
          if (state === "lost") world.merged.set(`f${n}`, "nowhere");
          const names = Array.from({ length: ids }, (_, id) => `m${n}.${id}`);
          return alike(`f${n}`, names, producer);
        });
        const { counted, failed } = await told(batch, world);
        const all = batch.flatMap((items) => items.map(({ envelope }) => envelope)).toSorted();
        expect([...counted, ...failed].toSorted()).toEqual(all);
        const held = [...world.counted.values()].flatMap((ids) => [...ids]);
        expect(held.toSorted()).toEqual(counted);
      }),
    );
  });
});
