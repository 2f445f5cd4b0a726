import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMessage } from "../../src/failure/decode.ts";
import type { Failure } from "../../src/failure/failure.ts";
import { failureMessage } from "../../src/failure/message.ts";
import { AT, failure, failureMessage as message } from "../support/factories.ts";

type Json = { [name: string]: Json } | Json[] | string | number | boolean | null;

const SECRET = "hunter2-secret";

function json(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

const whole = json(message({ samples: [failure({ redactions: { email: 1 }, dropped: ["x"] })] }));
const notice = json({ v: 1, kind: "notice", id: "n1", at: AT, about: "shed", count: 3 });
const sighting = json({
  v: 1,
  kind: "sighting",
  id: "s1",
  producer: "shop",
  version: "5c1e0000-0000-4000-8000-000000000001",
  at: AT,
});

// Every path of a value, "samples.0.grouping.type" among them.
function pathsOf(value: Json, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = path === "" ? name : `${path}.${name}`;
    return [here, ...pathsOf(inner, here)];
  });
}

// The value with what stands at `path` changed; undefined takes it out.
function changed(value: Json, path: string, change: (found: Json) => Json | undefined): Json {
  const copy = structuredClone(value);
  const names = path.split(".");
  const last = names.pop() ?? "";
  const holder = names.reduce((inner, name) => (inner as Record<string, Json>)[name] ?? null, copy);
  const found = (holder as Record<string, Json>)[last] ?? null;
  const next = change(found);
  if (next === undefined) delete (holder as Record<string, Json>)[last];
  else (holder as Record<string, Json>)[last] = next;
  return copy;
}

// An array is wrong wherever none is expected.
function wrong(found: Json): Json {
  return Array.isArray(found) ? SECRET : [SECRET];
}

function problemOf(body: unknown): string {
  const decoded = decodeMessage(body);
  return decoded.ok ? "none" : decoded.problem;
}

function naming(path: string): RegExp {
  return new RegExp(`(^|; )${path.replaceAll(".", "\\.")}(\\.\\w+)?: \\w+`);
}

const bodies = [
  ["failure", whole],
  ["notice", notice],
  ["sighting", sighting],
] as const;
const paths = bodies.flatMap(([kind, body]) =>
  pathsOf(body).map((path) => [kind, path, body] as const),
);
// An item of a list and a kind of redaction may be there or not.
const required = paths.filter(([, path]) => !/\.\d+$|redactions\./.test(path));

describe("decodeMessage", () => {
  it.each(bodies)("reads a %s as it was sent", (_kind, body) => {
    expect(decodeMessage(body)).toEqual({ ok: true, value: body });
  });

  it.each(required)("names what is missing of a %s: %s", (_kind, path, body) => {
    expect(problemOf(changed(body, path, () => undefined))).toMatch(naming(path));
  });

  it.each(paths)("names what is of a wrong type in a %s, and never quotes it: %s", (...row) => {
    const [, path, body] = row;
    const problem = problemOf(changed(body, path, wrong));
    expect(problem).toMatch(naming(path));
    expect(problem).not.toContain(SECRET);
  });

  it.each([
    ["fingerprint", `${message().fingerprint}0`],
    ["fingerprint", message().fingerprint.toUpperCase()],
    ["fingerprint", `${message().fingerprint}\n`],
    ["samples.0.family", "shop"],
    ["previousFingerprint", "v1-"],
    ["id", ""],
    ["id", SECRET.repeat(5)],
    ["count", 0],
    ["count", -1],
    ["count", 1.5],
    ["firstAt", -1],
    ["lastAt", null],
    ["samples", []],
    ["samples.0.reason", SECRET],
    ["samples.0.cpuMs", -1],
  ])("refuses %s as %j", (path, value) => {
    const problem = problemOf(changed(whole, path, () => value));
    expect(problem).toMatch(naming(path));
    expect(problem).not.toContain(SECRET);
  });

  it.each([
    ["id", ""],
    ["producer", ""],
    ["producer", SECRET.repeat(20)],
    ["version", ""],
    ["version", SECRET.repeat(5)],
    ["at", -1],
    ["at", 8.64e15 + 1],
  ])("refuses a sighting with %s as %j", (path, value) => {
    const problem = problemOf(changed(sighting, path, () => value));
    expect(problem).toMatch(naming(path));
    expect(problem).not.toContain(SECRET);
  });

  it.each([
    ["a version that is not known yet", "v", 2],
    ["a version that is no number", "v", "1"],
    ["a kind that is not known yet", "kind", "signal"],
    ["a kind of another system", "kind", SECRET],
  ])("refuses %s", (_what, path, value) => {
    const problem = problemOf(changed(whole, path, () => value));
    expect(problem).toMatch(naming(path));
    expect(problem).not.toContain(SECRET);
  });

  it.each([
    ["null", null],
    ["nothing", undefined],
    ["a text", SECRET],
    ["a number", 42],
    ["a list", [whole]],
  ])("refuses %s", (_what, body) => {
    expect(problemOf(body)).toMatch(/^message: \w+$/);
  });

  it("lists a handful of problems and not all of a hundred", () => {
    const broken = Array.from({ length: 100 }, () => ({}));
    const problem = problemOf(changed(whole, "samples", () => broken));
    expect(problem.split("; ")).toHaveLength(5);
  });

  it("lets no field pass that it does not know", () => {
    const sample = { ...failure(), headers: { cookie: SECRET } };
    const decoded = decodeMessage({ ...message(), env: SECRET, samples: [sample] });
    expect(decoded).toEqual({ ok: true, value: message() });
  });

  it("takes the fingerprint of an earlier way of grouping along where there is one", () => {
    const regrouped = message({ previousFingerprint: `v1-${"0".repeat(32)}` });
    expect(decodeMessage(json(regrouped))).toEqual({ ok: true, value: regrouped });
  });

  it("never throws, whatever lies on the queue", () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(problemOf(body)).not.toBe("none");
      }),
    );
  });

  it("reads every message that can be made of a failure", () => {
    const id = fc.string({ minLength: 1, maxLength: 64 });
    fc.assert(
      fc.property(anyFailure(), id, instant, (sample, messageId, now) => {
        const sent = json(failureMessage(sample, messageId, now));
        expect(decodeMessage(sent)).toEqual({ ok: true, value: sent });
      }),
    );
  });
});

const instant = fc.integer({ min: 0, max: 4 * AT });

function anyFailure(): fc.Arbitrary<Failure> {
  const text = fc.string({ unit: "binary", maxLength: 20 });
  const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
    fc.option(value, { nil: null });
  const key = fc
    .bigInt({ min: 0n, max: 2n ** 128n - 1n })
    .map((n) => `v1-${n.toString(16).padStart(32, "0")}`);
  const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
  const place = maybe(fc.integer());
  return fc.record({
    fingerprint: key,
    family: key,
    echoKey: key,
    grouping: fc.record({
      producer: text,
      route: text,
      type: text,
      message: text,
      frame: maybe(text),
      status: maybe(fc.integer()),
    }),
    reason: fc.constantFrom("exception", "outcome", "status", "log"),
    groupedAs: fc.option(fc.string()),
    also: fc.array(fc.constantFrom("exception", "outcome", "status", "log"), { maxLength: 3 }),
    platform: fc.boolean(),
    trigger: text,
    outcome: text,
    executionModel: text,
    entrypoint: maybe(text),
    version: maybe(fc.record({ id: text, tag: maybe(text) })),
    at: maybe(instant),
    message: text,
    frames: fc.array(
      fc.record({
        function: maybe(text),
        file: maybe(text),
        line: place,
        column: place,
        own: fc.boolean(),
      }),
    ),
    cpuMs: amount,
    wallMs: amount,
    truncated: fc.boolean(),
    redactions: fc.dictionary(fc.stringMatching(/^[a-z-]{1,12}$/), fc.nat(), {
      noNullPrototype: true,
    }),
    dropped: fc.array(text),
  });
}
