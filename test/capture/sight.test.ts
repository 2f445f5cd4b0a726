import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueSightings, isPlain, wasTold } from "../../src/capture/sight.ts";
import type { DueSighting, SightedTrace, SightingMemory } from "../../src/capture/sight.ts";
import { tellSightings } from "../../src/capture/tell-sightings.ts";
import { readTrace } from "../../src/capture/trace.ts";
import { decodeMessage } from "../../src/failure/decode.ts";
import type { SightingMessage } from "../../src/failure/message.ts";
import {
  NAME_UNITS_MAX,
  SEND_BATCH_MESSAGES_MAX,
  SIGHTING_EVERY_MS,
  SIGHTING_KEYS_MAX,
  SIGHTING_RETRY_MS,
} from "../../src/limits.ts";
import { Cleaner } from "../../src/refine/clean.ts";
import { refine } from "../../src/refine/refine.ts";
import { AT, hostObject, traceItem } from "../support/factories.ts";

const VERSION = "5c1e0000-0000-4000-8000-000000000001";
const options = { unnamedProducer: "unnamed", ownWorkers: new Set(["outerloop"]) };

function item(over: object = {}): SightedTrace {
  return traceItem(over) as SightedTrace;
}

function due(
  items: readonly SightedTrace[],
  memory: SightingMemory = new Map(),
  at = AT,
): readonly DueSighting[] {
  return dueSightings(items, memory, options, at);
}

function versioned(id: string, over: object = {}): SightedTrace {
  return item({ scriptVersion: { id }, ...over });
}

describe("dueSightings", () => {
  it("tells of the first trace of a version, failing or healthy, and of the next in an hour", () => {
    for (const outcome of ["ok", "exception"]) {
      const memory: SightingMemory = new Map();
      const [first] = due([item({ outcome }), item()], memory);
      expect(first).toMatchObject({ producer: "shop", version: VERSION, at: AT });
      if (first) wasTold(memory, first);
      expect(due([item()], memory, AT + SIGHTING_EVERY_MS - 1)).toEqual([]);
      expect(due([item()], memory, AT + SIGHTING_EVERY_MS)).toHaveLength(1);
    }
  });

  it("is due again after a while where it did not arrive", () => {
    const memory: SightingMemory = new Map();
    due([item()], memory);
    expect(due([item()], memory, AT + SIGHTING_RETRY_MS - 1)).toEqual([]);
    expect(due([item()], memory, AT + SIGHTING_RETRY_MS)).toHaveLength(1);
  });

  it("tells versions, producers and namespaces apart", () => {
    const items = [
      item(),
      versioned("5c1e0000-0000-4000-8000-000000000002"),
      item({ scriptName: "till" }),
      item({ dispatchNamespace: "tenants" }),
      item({ scriptName: null }),
    ];
    const memory: SightingMemory = new Map();
    const told = due(items, memory);
    expect(told.map(({ producer }) => producer)).toEqual([
      "shop",
      "shop",
      "till",
      "tenants/shop",
      "unnamed",
    ]);
    expect(due(items, memory)).toEqual([]);
  });

  it.each([
    ["a preview", { preview: { id: "p", slug: "s", name: "n" } }],
    ["one of our own Workers", { scriptName: "outerloop" }],
    ["a tail Worker", { event: { consumedEvents: [] } }],
    ["a tail Worker, as the host has it", { event: hostObject("T", { consumedEvents: [] }) }],
    ["a trace without a version", { scriptVersion: undefined }],
    ["a version without an id", { scriptVersion: {} }],
    ["a version id that is not plain", { scriptVersion: { id: "someone@example.com" } }],
    ["a version id that may be a secret", { scriptVersion: { id: "ghp-8f3kq0zx71mvwp2dl5rt" } }],
  ])("tells nothing of %s, and remembers nothing", (_what, over) => {
    const memory: SightingMemory = new Map();
    expect(due([item(over)], memory)).toEqual([]);
    expect(memory.size).toBe(0);
  });

  it("takes a trigger that the platform does not name", () => {
    expect(due([item({ event: null })])).toHaveLength(1);
    expect(due([item({ event: undefined })])).toHaveLength(1);
  });

  it("remembers so many; the oldest leaves when its hour is over, and not before", () => {
    const memory: SightingMemory = new Map();
    for (let n = 0; n < SIGHTING_KEYS_MAX; n += 1) {
      for (const one of due([versioned(`v${n}`)], memory, AT + n)) wasTold(memory, one);
    }
    const late = versioned("late");
    expect(due([late], memory, AT + SIGHTING_EVERY_MS - 1)).toEqual([]);
    expect(due([late], memory, AT + SIGHTING_EVERY_MS)).toHaveLength(1);
    expect(memory.size).toBe(SIGHTING_KEYS_MAX);
    expect(memory.has("v0")).toBe(false);
  });

  it("does not grow by a word that arrives after its place was given away", () => {
    const memory: SightingMemory = new Map();
    const [first] = due([item()], memory);
    memory.clear();
    if (first) wasTold(memory, first);
    expect(memory.size).toBe(0);
  });

  it("tells no more at once than the queue takes in one call", () => {
    const many = Array.from({ length: SEND_BATCH_MESSAGES_MAX + 5 }, (_, n) => versioned(`v${n}`));
    const memory: SightingMemory = new Map();
    expect(due(many, memory)).toHaveLength(SEND_BATCH_MESSAGES_MAX);
    expect(due(many, memory)).toHaveLength(5);
  });

  it("tells each version at most once an hour, in a bounded memory, whatever comes", () => {
    const trace = fc.record({ version: fc.nat(SIGHTING_KEYS_MAX + 200), waitMs: fc.nat(600_000) });
    fc.assert(
      fc.property(fc.array(trace, { maxLength: 300 }), fc.boolean(), (traces, isFull) => {
        const memory: SightingMemory = new Map();
        if (isFull) {
          for (let n = 0; n < SIGHTING_KEYS_MAX; n += 1) {
            memory.set(`x${n}`, { producer: "shop", dueAt: AT + n * 1_000 });
          }
        }
        const toldAt = new Map<string, number>();
        let at = AT;
        for (const { version, waitMs } of traces) {
          at += waitMs;
          for (const one of due([versioned(`v${version}`)], memory, at)) {
            expect(at - (toldAt.get(one.key) ?? 0)).toBeGreaterThanOrEqual(SIGHTING_EVERY_MS);
            toldAt.set(one.key, at);
            wasTold(memory, one);
          }
          expect(memory.size).toBeLessThanOrEqual(SIGHTING_KEYS_MAX);
        }
      }),
    );
  });
});

// What issuers and fields of secrets are called: the likeliest to be taken for one.
const RISKY = [
  "npm",
  "ghp",
  "whsec",
  "sk",
  "key",
  "token",
  "secret",
  "auth",
  "live",
  "test",
  "api",
];
const word = fc.oneof(fc.constantFrom(...RISKY), fc.stringMatching(/^[a-z]{1,20}$/));
const risky = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.stringMatching(/^(?:v?\d{1,2})?$/))
  .chain(([words, last]) =>
    fc.constantFrom("-", "_", "/").map((between) => [...words, last].join(between)),
  );
const name = fc.oneof(
  risky,
  fc.stringMatching(/^[a-z][\da-z_-]{0,10}$/),
  fc.stringMatching(/^[a-z]{1,11}([-_][a-z]{1,11}){0,5}[-_]v?\d{1,2}$/),
  fc.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
  fc.stringMatching(/^[\d]{8}(-[\d]{4}){3}-[\d]{12}$/),
  fc.string({ unit: "binary", maxLength: 40 }),
);

describe("isPlain", () => {
  it.each(["shop", "api2", "checkout-api", "checkout_api-v2", "tenants/shop", VERSION, "v41"])(
    "takes the short way for %s",
    (plain) => {
      expect(isPlain(plain)).toBe(true);
    },
  );

  it("is true only of what cleaning leaves as it is, whatever a team redacts besides", () => {
    fc.assert(
      fc.property(name, (text) => {
        if (!isPlain(text)) return;
        for (const keys of [undefined, ["*"], ["shop", "k*"]]) {
          const cleaner = new Cleaner(keys && { keys });
          expect(cleaner.name("producer", text, NAME_UNITS_MAX)).toBe(text);
        }
      }),
      { numRuns: 20_000 },
    );
  });
});

// Tells through a queue that keeps what it gets, or refuses it.
async function tell(
  items: readonly SightedTrace[],
  over: { memory?: SightingMemory; isRefused?: boolean; redactKeys?: readonly string[] } = {},
): Promise<readonly SightingMessage[]> {
  const { memory = new Map(), isRefused = false, redactKeys = [] } = over;
  const sent: SightingMessage[] = [];
  await tellSightings(due(items, memory), memory, {
    queue: {
      async sendBatch(batch) {
        if (isRefused) throw new Error("Too Many Requests");
        sent.push(...[...batch].map(({ body }) => body));
        return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
      },
    },
    newId: () => "id-1",
    redactKeys,
  });
  return sent;
}

describe("tellSightings", () => {
  it("sends what the other side reads", async () => {
    const sent = await tell([item()]);
    expect(sent).toEqual([
      { v: 1, kind: "sighting", id: "id-1", producer: "shop", version: VERSION, at: AT },
    ]);
    expect(decodeMessage(sent[0])).toEqual({ ok: true, value: sent[0] });
  });

  it.each([
    ["an hour after it arrived", false, SIGHTING_EVERY_MS],
    ["a minute after it did not", true, SIGHTING_RETRY_MS],
  ])("is quiet until %s", async (_when, isRefused, quietMs) => {
    const memory: SightingMemory = new Map();
    await tell([item()], { memory, isRefused });
    expect(due([item()], memory, AT + quietMs - 1)).toEqual([]);
    expect(due([item()], memory, AT + quietMs)).toHaveLength(1);
  });

  it("lets no secret out that stands in a script's name", async () => {
    const [sighting] = await tell([item({ scriptName: "for-someone@example.com" })]);
    expect(sighting?.producer).toBe("<email>");
  });

  it("redacts there what a team redacts besides", async () => {
    const [sighting] = await tell([item({ scriptName: "ward_ref=kilo" })], {
      redactKeys: ["ward_ref"],
    });
    expect(sighting?.producer).toMatch(/^ward_ref=<.+>$/);
  });

  it("names producer and version as refine names them, whatever they are called", async () => {
    const nameOrNone = fc.option(name);
    const keys = fc.constantFrom([], ["shop", "token*"]);
    await fc.assert(
      fc.asyncProperty(
        nameOrNone,
        nameOrNone,
        name,
        keys,
        async (script, space, id, redactKeys) => {
          const over = { scriptName: script, dispatchNamespace: space, scriptVersion: { id } };
          const failing = traceItem({ ...over, outcome: "exceededCpu" });
          const trace = readTrace(failing);
          if (!trace.ok) throw new Error(trace.problem);
          const [failure] = refine(trace.value, { ...options, rules: [], redactKeys });
          const [sighting] = await tell([item(over)], { redactKeys });
          // Not sighted: a version that is not plain, and a name that cleaning dropped.
          if (sighting === undefined) return;
          expect(sighting.producer).toBe(failure?.grouping.producer);
          expect(sighting.version).toBe(failure?.version?.id);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
