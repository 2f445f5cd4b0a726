import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTION_NAMES, readAction } from "../../src/inspect/read-action.ts";
import type { ActionName } from "../../src/inspect/read-action.ts";

const INTO = `v1-${"0a".repeat(16)}`;
const NAMES = ["resolve", "ignore", "reopen", "ticket", "merge", "unmerge"] as const;
/** What each action needs, besides what may be left out. */
const LEAST: Readonly<Record<ActionName, object>> = {
  resolve: {},
  ignore: {},
  reopen: {},
  ticket: {},
  merge: { into: INTO },
  unmerge: {},
  separate: {},
};

function read(name: ActionName, body: unknown): ReturnType<typeof readAction> {
  return readAction(name, JSON.stringify(body));
}

// The problem with a body that is refused.
function problemOf(name: ActionName, text: string): string {
  const asked = readAction(name, text);
  if (asked.ok) throw new Error(`${name} took ${text}`);
  expect(asked.problem).not.toBe("");
  return asked.problem;
}

describe("ACTION_NAMES", () => {
  it("names each action that can be read", () => {
    expect(ACTION_NAMES).toEqual(expect.arrayContaining(Object.keys(LEAST)));
  });
});

describe("readAction", () => {
  it.each(["resolve", "reopen", "ticket", "unmerge"] as const)("reads %s", (name) => {
    expect(read(name, { by: "ada" })).toEqual({
      ok: true,
      value: { by: "ada", action: { kind: name } },
    });
  });

  it("reads merge", () => {
    expect(read("merge", { by: "ada", into: INTO })).toEqual({
      ok: true,
      value: { by: "ada", action: { kind: "merge", into: INTO } },
    });
  });

  it.each([
    [{}, { kind: "good" }],
    [{ until: "2026-12-24T18:00:00Z" }, { kind: "time", at: Date.UTC(2026, 11, 24, 18) }],
    [{ until: "2026-12-24T18:00:00.5+02:00" }, { kind: "time", at: 1_798_128_000_500 }],
    [{ more: 1 }, { kind: "more", count: 1 }],
    [{ more: 1_000 }, { kind: "more", count: 1_000 }],
    [{ grown: 10 }, { kind: "grown", factor: 10 }],
    [{ grown: 1.5 }, { kind: "grown", factor: 1.5 }],
  ])("reads ignore, with %j", (body, until) => {
    expect(read("ignore", { by: "ada", ...body })).toEqual({
      ok: true,
      value: { by: "ada", action: { kind: "ignore", until } },
    });
  });

  it.each(["", " \r\n\t", "{}"])("takes %j for an empty body", (text) => {
    const by = "somebody with ACCESS_TOKEN";
    for (const name of ["resolve", "reopen", "ticket", "unmerge"] as const) {
      expect(readAction(name, text)).toEqual({ ok: true, value: { by, action: { kind: name } } });
    }
    expect(readAction("ignore", text)).toEqual({
      ok: true,
      value: { by, action: { kind: "ignore", until: { kind: "good" } } },
    });
    expect(problemOf("merge", text)).toMatch(/^into: /);
  });
});

describe("readAction, of by", () => {
  it.each([
    "ada",
    "Ada Lovelace",
    "ada@example.com",
    "ada+night@example.com",
    "Zoë O'Connor-Smith",
    "艾达",
    "4th on call",
    "a".repeat(100),
  ])("takes %s", (by) => {
    for (const name of NAMES) {
      expect(read(name, { ...LEAST[name], by })).toMatchObject({ ok: true, value: { by } });
    }
  });

  it.each([
    ["nothing", ""],
    ["a blank", " "],
    ["a blank first", " ada"],
    ["a line break", "ada\nlovelace"],
    ["a line break at its end", "ada\n"],
    ["a carriage return", "ada\rlovelace"],
    ["a line separator", "ada\u2028lovelace"],
    ["a tab", "ada\tlovelace"],
    ["a NUL", "ada\u0000"],
    ["a change of direction", "ada\u202Eecalevol"],
    ["an invisible letter", "ada\u200B"],
    ["half a character", "ada\uD800"],
    ["a link", "[ada](https://example.com)"],
    ["a link later", "see [ada](https://example.com)"],
    ["an address", "see https://example.com"],
    ["bold text", "the **ada**"],
    ["code", "ada`run this`"],
    ["a heading", "# ada"],
    ["a quote", "> ada"],
    ["a list", "- ada"],
    ["a tag", "ada<script>"],
    ["an entity", "ada&amp;"],
    ["a table's bar", "ada | lovelace"],
    ["an escape", "ada\\"],
    ["an image", "ada ![x]"],
    ["too much of it", "a".repeat(101)],
    ["a number", 7],
    ["null", null],
    ["a list of names", ["ada"]],
  ])("refuses %s, and quotes nothing of it", (_what, by) => {
    for (const name of NAMES) {
      const problem = problemOf(name, JSON.stringify({ ...LEAST[name], by }));
      expect(problem).toMatch(/^by: [^;]+/);
      expect(problem).not.toMatch(/ada|lovelace|example\.com|aaa/);
    }
  });
});

describe("readAction, of a wrong body", () => {
  it.each(["{", "by=ada", "{'by':'ada'}", '{"by":"ada"} {}', "NaN", "\uFEFFada"])(
    "refuses %j, which is not JSON",
    (text) => {
      for (const name of NAMES) expect(problemOf(name, text)).toBe("the body is not JSON");
    },
  );

  it.each(["null", "[]", '["ada"]', '"ada"', "7", "true"])(
    "refuses %s, which is no object",
    (text) => {
      for (const name of NAMES) {
        expect(problemOf(name, text)).toMatch(/^the body: /);
        expect(problemOf(name, text)).not.toContain("ada");
      }
    },
  );

  it.each([
    ["of another action", "merge", { into: INTO, until: "2026-12-24T18:00:00Z" }],
    ["of another action", "resolve", { into: INTO }],
    ["of another action", "unmerge", { more: 1 }],
    ["that nothing has", "ignore", { reason: "noise" }],
    ["by another case", "reopen", { By: "ada" }],
    ["of the prototype", "ticket", { constructor: 1 }],
  ] as const)("refuses a field %s: %s", (_what, name, body) => {
    expect(problemOf(name, JSON.stringify(body))).toMatch(/^the body: /);
  });

  it("refuses a prototype", () => {
    for (const name of NAMES) {
      const [, rest] = JSON.stringify(LEAST[name]).split("{");
      const comma = rest === "}" ? "" : ",";
      expect(problemOf(name, `{"__proto__":{"by":"ada"}${comma}${rest}`)).toMatch(/^the body: /);
    }
  });

  it("quotes no field that it does not know: its name may be a secret too", () => {
    for (const name of NAMES) {
      const body = { ...LEAST[name], hunter2: "ada", "sk live 51H": "lovelace" };
      expect(problemOf(name, JSON.stringify(body))).not.toMatch(/hunter2|51H|ada|lovelace/);
    }
  });

  it.each([
    { until: "2026-12-24T18:00:00Z", more: 5 },
    { until: "2026-12-24T18:00:00Z", grown: 2 },
    { more: 5, grown: 2 },
    { until: "2026-12-24T18:00:00Z", more: 5, grown: 2 },
  ])("refuses to ignore with two ends: %j", (body) => {
    expect(problemOf("ignore", JSON.stringify(body))).toMatch(/takes one of until, more and grown/);
  });

  it.each([
    ["until", "tomorrow-hunter2"],
    ["until", "2031-07-09"],
    ["until", "2031-07-09T11:00:00"],
    ["until", "2031-02-30T11:00:00Z"],
    ["until", "2031-07-09T11:00:00Z\n"],
    ["until", "2031-07-09T25:00:00Z"],
    ["until", 1_798_128_000_123],
    ["until", null],
    ["more", 0],
    ["more", -31_337],
    ["more", 1.25],
    ["more", 3_133_700_000_000],
    ["more", "31337"],
    ["more", null],
    ["grown", 1],
    ["grown", 0.125],
    ["grown", -31_337],
    ["grown", 31_337_000_000],
    ["grown", "31337"],
    ["grown", null],
  ])("refuses to ignore with %s: %j", (field, value) => {
    const problem = problemOf("ignore", JSON.stringify({ [field]: value }));
    expect(problem).toMatch(new RegExp(`^${field}: `));
    expect(problem).not.toMatch(/hunter2|2031|31_?337|1\.25|0\.125|000_?123/);
  });

  it.each([
    ["more", 0, "is a whole number from 1 to 1e12"],
    ["more", -31_337, "is a whole number from 1 to 1e12"],
    ["more", 1.25, "is a whole number from 1 to 1e12"],
    ["grown", 1, "is a number above 1, up to 1e9"],
  ])("says of %s: %j what it may be", (field, value, words) => {
    expect(problemOf("ignore", JSON.stringify({ [field]: value }))).toBe(`${field}: ${words}`);
  });

  it("refuses a number that JSON has and JavaScript has not", () => {
    expect(problemOf("ignore", '{"more":1e999}')).toMatch(/^more: /);
    expect(problemOf("ignore", '{"grown":1e999}')).toMatch(/^grown: /);
  });

  it.each([
    ["none", undefined],
    ["nothing", ""],
    ["another letter", `w1-${"0".repeat(32)}`],
    ["too short a one", `v1-${"f".repeat(31)}`],
    ["too long a one", `v1-${"f".repeat(33)}`],
    ["capital letters", `v1-${"F".repeat(32)}`],
    ["a line break", `${INTO}\n`],
    ["a path", `${INTO}/../hunter2`],
    ["a number", 31_337],
    ["null", null],
  ])("refuses to merge into %s", (_what, into) => {
    const problem = problemOf("merge", JSON.stringify({ by: "ada", into }));
    expect(problem).toMatch(/^into: /);
    expect(problem).not.toMatch(/ada|hunter2|w1-|ffff|FFFF|0a0a|31337/);
  });

  it("tells all that is wrong at once, and no more than fits", () => {
    const body = { by: "*", until: "tomorrow", more: 0, grown: 0 };
    const problem = problemOf("ignore", JSON.stringify(body));
    for (const field of ["by", "until", "more", "grown"]) expect(problem).toContain(`${field}: `);
    const fields = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field-${n}`, n]));
    expect(problemOf("ignore", JSON.stringify(fields)).length).toBeLessThanOrEqual(500);
  });
});

// Bodies that are near enough to right ones to get past the first look.
const instant = fc
  .date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());
const FIELDS = {
  by: fc.oneof(fc.constantFrom("ada", "ada\n"), fc.string()),
  into: fc.oneof(fc.constant(INTO), fc.string()),
  until: fc.oneof(instant, fc.constantFrom("0000-01-01T00:00+23:59", "9999-12-31T23:59:59-23:59")),
  more: fc.oneof(fc.integer(), fc.constantFrom(1, 1e12, 1e300)),
  grown: fc.oneof(fc.double(), fc.constantFrom(2, 1e9, 1e300)),
};
const anyField = fc.oneof(
  fc.constantFrom("by", "into", "until", "more", "grown", "__proto__", "constructor", ""),
  fc.string({ unit: "binary" }),
);
const sent = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.json(),
  fc.record(FIELDS, { requiredKeys: [] }).map((body) => JSON.stringify(body)),
  fc.constantFrom("by", "into", "until", "more", "grown").chain((name) =>
    // One field alone is oftener right than many.
    fc.record({ [name]: FIELDS[name] }).map((body) => JSON.stringify(body)),
  ),
  fc.array(fc.tuple(anyField, fc.jsonValue()), { maxLength: 5 }).map(
    // As text, so that `__proto__` is a field like any other.
    (pairs) => `{${pairs.map((pair) => pair.map((one) => JSON.stringify(one)).join(":")).join()}}`,
  ),
);

describe("readAction, of anything", () => {
  it("never throws, and gives an action that is whole or a problem that is short", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), sent, (name, text) => {
        const asked = readAction(name, text);
        if (!asked.ok) {
          seen.add("problem");
          expect(asked.problem).toMatch(/^[\s\S]{1,500}$/);
          return;
        }
        const { action, by } = asked.value;
        seen.add(action.kind === "ignore" ? action.until.kind : action.kind);
        expect(action.kind).toBe(name);
        expect(by).toMatch(/^[\p{L}\p{N}][\p{L}\p{N} ._@+'-]{0,99}$/u);
        if (action.kind === "merge") expect(action.into).toBe(INTO);
        if (action.kind !== "ignore") return;
        const { until } = action;
        // What is kept of it can be shown again.
        if (until.kind === "time")
          expect(Date.parse(new Date(until.at).toISOString())).toBe(until.at);
        if (until.kind === "more") expect(until.count).toBeGreaterThanOrEqual(1);
        if (until.kind === "grown") expect(until.factor).toBeGreaterThan(1);
      }),
      { numRuns: 3_000 },
    );
    // The bodies are good enough: each way through was taken.
    const ways = ["problem", "resolve", "reopen", "ticket", "merge", "unmerge"];
    expect([...seen]).toEqual(expect.arrayContaining([...ways, "good", "time", "more", "grown"]));
  });

  it("never quotes what was sent", () => {
    // Words that no problem of ours has.
    const secret = fc.stringMatching(/^zq[0-9]{6}zq$/);
    const around = fc.oneof(
      fc.constantFrom("*", "\n", " ", "", "ada "),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), anyField, secret, around, (name, known, word, pad) => {
        const bodies = [
          { [known]: `${pad}${word}${pad}` },
          { [known]: { [word]: word } },
          { [known]: [word] },
          { [word]: known },
          { [`${pad}${word}`]: { [word]: word } },
        ].map((body) => JSON.stringify(body));
        const problems = [...bodies, `${pad}{${word}`].map((text) => {
          const asked = readAction(name, text);
          return asked.ok ? "" : asked.problem;
        });
        expect(problems.join("\n")).not.toMatch(/zq[0-9]/);
      }),
      { numRuns: 500 },
    );
  });
});
