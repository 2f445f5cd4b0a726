import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMessage } from "../../src/failure/decode.ts";
import { parseRules } from "../../src/failure/rules.ts";
import { failureMessage } from "../../src/failure/message.ts";
import { explainTrace } from "../../src/refine/explain.ts";
import { refine } from "../../src/refine/refine.ts";
import type { RefineOptions } from "../../src/refine/refine.ts";
import type { Trace } from "../../src/refine/trace.ts";
import { AT, trace } from "../support/factories.ts";
import { timesAsLong } from "./timing.ts";

const options: RefineOptions = { unnamedProducer: "unnamed", ownWorkers: new Set(), rules: [] };

function declined(order: number, over: Partial<Trace> = {}): Trace {
  return trace({
    outcome: "exception",
    trigger: {
      kind: "fetch",
      method: "POST",
      url: `https://shop.example/orders/${order}/pay?card=4111111111111111`,
      status: null,
    },
    exceptions: [
      {
        at: AT + order,
        name: "Error",
        message: `card declined for order ${order}`,
        stack:
          `PaymentError: card declined for order ${order}\n` +
          "    at charge (src/pay.ts:2:37)\n    at Object.fetch (src/shop.ts:9:12)",
      },
    ],
    ...over,
  });
}

describe("refine", () => {
  it("makes the six grouping parts of a throw", () => {
    const [failure] = refine(declined(7), options);
    expect(failure?.grouping).toEqual({
      producer: "shop",
      route: "POST /orders/:id/pay",
      type: "PaymentError",
      message: "card declined for order <num>",
      frame: "charge@src/pay.ts",
      status: null,
    });
  });

  it("gives failures that differ in their ids one fingerprint", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        const keys = [one, other].map((order) => refine(declined(order), options)[0]?.fingerprint);
        expect(keys[0]).toBe(keys[1]);
      }),
    );
  });

  it("is the same after a redeploy that shifted every line", () => {
    const before = declined(7);
    const [thrown] = before.exceptions;
    if (thrown === undefined) throw new Error("no exception");
    const stack = thrown.stack?.replaceAll(/:(\d+):(\d+)/g, ":4$1:1$2") ?? null;
    const after = { ...before, exceptions: [{ ...thrown, stack }] };
    expect(refine(after, options)[0]?.fingerprint).toBe(refine(before, options)[0]?.fingerprint);
  });

  it("names the entrypoint or the object's class before the route", () => {
    const [failure] = refine(declined(7, { entrypoint: "Vault" }), options);
    expect(failure?.grouping.route).toBe("Vault POST /orders/:id/pay");
  });

  it("names the producer with its dispatch namespace, and one without a name as told", () => {
    const routed = refine(declined(7, { dispatchNamespace: "tenants" }), options);
    expect(routed[0]?.grouping.producer).toBe("tenants/shop");
    const unnamed = refine(declined(7, { scriptName: null }), options);
    expect(unnamed[0]?.grouping.producer).toBe("unnamed");
  });

  it("groups a formatted log by its template, whatever was filled in", () => {
    const logged = (value: string): Trace =>
      trace({
        logs: [{ at: AT, level: "error", args: ["user %s is gone", value], errors: null }],
      });
    const one = refine(logged("anna"), options)[0];
    const other = refine(logged("otto"), options)[0];
    expect(one?.fingerprint).toBe(other?.fingerprint);
    expect(one?.message).toContain("anna");
  });

  it("marks the platform's failures and truncated traces", () => {
    const [failure] = refine(trace({ outcome: "internalError", truncated: true }), options);
    expect(failure).toMatchObject({ platform: true, truncated: true, reason: "outcome" });
  });

  it("lets nothing of the query, the headers or a secret in the message through", () => {
    const secret = ["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_");
    const raw = declined(7);
    const [thrown] = raw.exceptions;
    if (thrown === undefined) throw new Error("no exception");
    const message = `key ${secret} of reader@example.com was refused`;
    const [failure] = refine({ ...raw, exceptions: [{ ...thrown, message }] }, options);
    const text = JSON.stringify(failure);
    for (const part of [secret, "reader@example.com", "4111111111111111"]) {
      expect(text).not.toContain(part);
    }
    expect(failure?.redactions).toMatchObject({ email: 1 });
  });

  it("never throws, is deterministic, and makes messages that can be decoded", () => {
    const text = fc.string({ unit: "binary", maxLength: 80 });
    const anyTrace = fc.record({
      outcome: text,
      scriptName: fc.option(text),
      entrypoint: fc.option(text),
      exceptions: fc.array(
        fc.record({ at: fc.nat(), name: text, message: text, stack: fc.option(text) }),
        { maxLength: 3 },
      ),
      logs: fc.array(
        fc.record({
          at: fc.nat(),
          level: fc.constant("error"),
          args: fc.array(fc.anything(), { maxLength: 3 }),
          errors: fc.constant(null),
        }),
        { maxLength: 3 },
      ),
      trigger: fc.record({
        kind: fc.constant("fetch" as const),
        method: text,
        url: text,
        status: fc.option(fc.nat(999)),
      }),
    });
    fc.assert(
      fc.property(anyTrace, (over) => {
        const once = refine(trace(over), options);
        expect(refine(trace(over), options)).toEqual(once);
        for (const failure of once) {
          const message = failureMessage(failure, "id", AT);
          const decoded = decodeMessage(JSON.parse(JSON.stringify(message)));
          expect(decoded).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("refine, of hostile texts", () => {
  const withText = (text: string): Trace =>
    trace({
      outcome: "exception",
      trigger: { kind: "fetch", method: "GET", url: `https://x/${text}`, status: null },
      exceptions: [{ at: AT, name: "Error", message: text, stack: `Error: ${text}\n${text}` }],
      logs: [{ at: AT, level: "error", args: [text, text], errors: null }],
    });
  const units = 131_072;
  const fill = (part: string): string => part.repeat(Math.ceil(units / part.length));
  const benign = withText(fill("a plain sentence about nothing, "));

  it.each([
    "a",
    "1",
    " ",
    "(",
    "@a.",
    "a=",
    '="',
    "//",
    "\u001b[",
    "\u0090",
    "    at a (b:1:2)\n",
    "password: ",
    "-----BEGIN ",
    "eyJ",
    "%",
    '{"a":',
  ])("costs no more than a few times a benign one for %j over and over", (part) => {
    const hostile = withText(fill(part));
    const ratio = timesAsLong(
      () => refine(hostile, options),
      () => refine(benign, options),
      10,
    );
    // 3 is the aim; the slack is for a busy machine.
    expect(ratio).toBeLessThan(10);
  });
});

describe("refine, with rules", () => {
  const withRules = (...rules: readonly object[]): RefineOptions => ({
    ...options,
    rules: parseRules(rules).rules,
  });

  it("drops what a rule drops, and tells why", () => {
    const told = withRules({ match: { type: "PaymentError" }, drop: true });
    expect(refine(declined(7), told)).toEqual([]);
    expect([...explainTrace(declined(7), 0, told)][0]).toMatchObject({
      kept: false,
      reason: "rule",
    });
  });

  it("keeps what is dropped by default where a rule says so, but never our own Workers", () => {
    const told = withRules({ match: { producer: "*" }, keep: true });
    const canceled = trace({ outcome: "canceled" });
    expect(refine(canceled, options)).toEqual([]);
    expect(refine(canceled, told)).toHaveLength(1);
    const own = { ...told, ownWorkers: new Set(["shop"]) };
    expect(refine(declined(7), own)).toEqual([]);
  });

  it("keeps the share that a rule names, the same one each time", () => {
    const told = withRules({ match: { producer: "shop" }, sample: 0.25 });
    const kept = (): readonly number[] =>
      Array.from({ length: 400 }, (_, order) => refine(declined(order), told).length);
    const share = kept().reduce((sum, count) => sum + count, 0) / 400;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.35);
    expect(kept()).toEqual(kept());
  });

  it("puts all that match into one incident where a rule gives the text to group by", () => {
    const told = withRules({ match: { producer: "shop" }, group: "payments" });
    const [one] = refine(declined(7), told);
    const [other] = refine(trace({ outcome: "exceededCpu" }), told);
    expect(one?.fingerprint).toBe(other?.fingerprint);
    expect(one?.groupedAs).toBe("payments");
    // What happened stays: the other Worker's rules and the ticket are made of it.
    expect(one?.grouping).toEqual(refine(declined(7), options)[0]?.grouping);
    expect(one?.message).toBe("card declined for order 7");
  });
});

describe("explainTrace", () => {
  it("says that a trace without a candidate is healthy", () => {
    expect([...explainTrace(trace(), 3, options)]).toEqual([
      { trace: 3, kept: false, reason: "healthy" },
    ]);
  });

  it("tells every candidate, kept or not, with the fields of its failure", () => {
    const lines = [...explainTrace(declined(7), 0, options)];
    expect(lines.map(({ kept, reason }) => [kept, reason])).toEqual([
      [true, "exception"],
      [false, "explained"],
    ]);
    expect(lines[0]).toMatchObject({
      fingerprint: refine(declined(7), options)[0]?.fingerprint,
      failure: refine(declined(7), options)[0],
      frames: [{ function: "charge", own: true }, {}],
    });
  });
});
