import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayHaveFailed, readTrace } from "../../src/capture/trace.ts";
import type { Trace, Trigger } from "../../src/refine/trace.ts";
import { AT, hostObject, traceItem } from "../support/factories.ts";

type Item = Parameters<typeof mayHaveFailed>[0];

const request = { method: "POST", url: "https://shop.example/orders/7", headers: { a: "b" } };

function hostItem(over: object = {}): Item {
  const made: unknown = traceItem(over);
  return made as Item;
}

function read(input: unknown): Trace {
  const result = readTrace(input);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

const TRIGGERS: readonly (readonly [string, string, object, Trigger])[] = [
  [
    "a request that was answered",
    "TraceItemFetchEventInfo",
    { request, response: { status: 503 } },
    { kind: "fetch", method: "POST", url: request.url, status: 503 },
  ],
  [
    "a request that threw",
    "TraceItemFetchEventInfo",
    { request },
    { kind: "fetch", method: "POST", url: request.url, status: null },
  ],
  ["a method", "TraceItemJsRpcEventInfo", { rpcMethod: "total" }, { kind: "rpc", method: "total" }],
  [
    "a cron",
    "TraceItemScheduledEventInfo",
    { scheduledTime: AT, cron: "*/5 * * * *" },
    { kind: "scheduled", cron: "*/5 * * * *" },
  ],
  ["an alarm", "TraceItemAlarmEventInfo", { scheduledTime: new Date(AT) }, { kind: "alarm" }],
  [
    "a queue",
    "TraceItemQueueEventInfo",
    { queue: "shop-orders", batchSize: 9 },
    { kind: "queue", queue: "shop-orders" },
  ],
  [
    "a mail",
    "TraceItemEmailEventInfo",
    { mailFrom: "a@example.com", rcptTo: "b@example.com", rawSize: 1 },
    { kind: "email" },
  ],
  [
    "a tail Worker",
    "TraceItemTailEventInfo",
    { consumedEvents: [{ scriptName: "shop" }] },
    { kind: "tail" },
  ],
  [
    "a message on a socket",
    "TraceItemHibernatableWebSocketEventInfo",
    { getWebSocketEvent: { webSocketEventType: "message" } },
    { kind: "websocket", type: "message", code: null },
  ],
  [
    "a socket that closed",
    "TraceItemHibernatableWebSocketEventInfo",
    { getWebSocketEvent: { webSocketEventType: "close", code: 1006, wasClean: false } },
    { kind: "websocket", type: "close", code: 1006 },
  ],
  [
    "a hibernation",
    "TraceItemOnHibernateEventInfo",
    { reason: "codeUpdated" },
    { kind: "hibernate", reason: "codeUpdated" },
  ],
];

describe("readTrace", () => {
  it("reads the fields that we know and no other", () => {
    const named = { entrypoint: "Vault", dispatchNamespace: "tenants", durableObjectId: "b" };
    expect(read(traceItem(named))).toEqual({
      scriptName: "shop",
      dispatchNamespace: "tenants",
      entrypoint: "Vault",
      executionModel: "stateless",
      version: { id: "5c1e0000-0000-4000-8000-000000000001", tag: "v41" },
      preview: false,
      outcome: "ok",
      truncated: false,
      cpuMs: 3,
      wallMs: 12,
      at: AT,
      trigger: { kind: "fetch", method: "GET", url: request.url, status: 200 },
      exceptions: [],
      logs: [{ at: AT, level: "log", args: ["all is well"], errors: null }],
    });
  });

  it("stands with the least that a trace has", () => {
    expect(read({ outcome: "exceededCpu" })).toEqual({
      scriptName: null,
      dispatchNamespace: null,
      entrypoint: null,
      executionModel: "stateless",
      version: null,
      preview: false,
      outcome: "exceededCpu",
      truncated: false,
      cpuMs: 0,
      wallMs: 0,
      at: null,
      trigger: { kind: "none" },
      exceptions: [],
      logs: [],
    });
  });

  it.each(TRIGGERS)("reads %s from JSON", (_what, _className, fields, trigger) => {
    const event: unknown = JSON.parse(JSON.stringify(fields));
    expect(read(traceItem({ event })).trigger).toEqual(trigger);
  });

  it.each(TRIGGERS)("reads %s from the host's own object", (_what, className, fields, trigger) => {
    const whole = hostObject("TraceItem", traceItem({ event: hostObject(className, fields) }));
    expect(read(whole).trigger).toEqual(trigger);
  });

  it.each([
    ["a connection", hostObject("TraceItemConnectEventInfo", {}), { kind: "connect" }],
    ["a custom trigger", hostObject("TraceItemCustomEventInfo", {}), { kind: "custom" }],
    ["either of the two in JSON, where nothing tells them apart", {}, { kind: "custom" }],
    ["no trigger", null, { kind: "none" }],
    ["a trigger that is left out", undefined, { kind: "none" }],
    ["a kind of later days", { dream: "deep" }, { kind: "unknown", name: "dream" }],
    ["a response of nothing", { request, response: null }, { kind: "fetch", status: null }],
    ["a request of nothing", { request: {} }, { kind: "fetch", method: "GET", url: "" }],
  ])("reads %s", (_what, event, trigger) => {
    expect(read(traceItem({ event })).trigger).toMatchObject(trigger);
  });

  it("tells a preview and a trace that was cut down", () => {
    const preview = { id: "a", slug: "b", name: "c" };
    expect(read(traceItem({ preview, truncated: true }))).toMatchObject({
      preview: true,
      truncated: true,
    });
  });

  it("reads what was thrown, with and without a stack", () => {
    const thrown = { timestamp: AT, name: "TypeError", message: "no price", stack: "    at f" };
    expect(read(traceItem({ exceptions: [thrown, { message: { code: 7 } }] })).exceptions).toEqual([
      { at: AT, name: "TypeError", message: "no price", stack: "    at f" },
      expect.objectContaining({ name: "Error", message: '{"code":7}', stack: null }),
    ]);
  });

  it("knows no time of what was thrown or logged at none, rather than the year 1970", () => {
    const thrown = { name: "Error", message: "no time" };
    const log = { timestamp: 0, level: "error", message: ["no time"] };
    const { exceptions, logs } = read(traceItem({ exceptions: [thrown], logs: [log] }));
    expect([exceptions[0]?.at, logs[0]?.at]).toEqual([null, null]);
  });

  it("reads logged arguments and, by position, the errors among them", () => {
    const logs = [
      { timestamp: AT, level: "error", message: ["a", 1, null] },
      { timestamp: AT, level: "error", message: "one text" },
      {
        timestamp: AT,
        level: "error",
        message: ["a", "TypeError: b"],
        errorInfo: [null, { name: "TypeError", message: "b", stack: "    at f" }],
      },
    ];
    expect(read(traceItem({ logs })).logs).toEqual([
      { at: AT, level: "error", args: ["a", 1, null], errors: null },
      { at: AT, level: "error", args: ["one text"], errors: null },
      {
        at: AT,
        level: "error",
        args: ["a", "TypeError: b"],
        errors: [null, { name: "TypeError", message: "b", stack: "    at f" }],
      },
    ]);
  });

  it("takes a time or an amount that cannot be one for none", () => {
    const odd = read(traceItem({ eventTimestamp: -1, cpuTime: -5, wallTime: Number.NaN }));
    expect([odd.at, odd.cpuMs, odd.wallMs]).toEqual([null, 0, 0]);
  });

  it.each([
    ["null", null, "a trace is a JSON object"],
    ["a text", "outcome", "a trace is a JSON object"],
    ["a list of traces", [traceItem()], "a trace is a JSON object"],
    ["some other JSON", { level: "info" }, 'a trace has a text "outcome"'],
    ["exceptions that are no list", traceItem({ exceptions: {} }), '"exceptions" is a list'],
    ["logs that are no list", traceItem({ logs: "secret" }), '"logs" is a list'],
  ])("says why %s is no trace, and quotes nothing of it", (_what, input, problem) => {
    expect(readTrace(input)).toEqual({ ok: false, problem });
  });
});

describe("readTrace, of hostile shapes", () => {
  const hostile = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    fc.constantFrom({ toString: 1 }, { constructor: { name: { toString: 1 } } }, { toJSON: 1 }),
  );

  it("never throws", () => {
    const shape = fc.oneof(
      hostile,
      fc.record(Object.fromEntries(Object.keys(traceItem()).map((name) => [name, hostile]))),
      fc.record({
        outcome: fc.constant("exception"),
        event: fc.oneof(hostile, fc.record({ request: hostile, response: hostile })),
        exceptions: fc.array(fc.oneof(hostile, fc.record({ message: hostile, stack: hostile }))),
        logs: fc.array(fc.oneof(hostile, fc.record({ message: hostile, errorInfo: hostile }))),
      }),
    );
    fc.assert(
      fc.property(shape, (input) => {
        expect(() => readTrace(input)).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  });

  it("stands a message that is nested deeper than the stack", () => {
    const depth = 100_000;
    const message: unknown = JSON.parse("[".repeat(depth) + "]".repeat(depth));
    expect(() => readTrace(traceItem({ exceptions: [{ message }] }))).not.toThrow();
  });
});

describe("mayHaveFailed", () => {
  const error = { timestamp: AT, level: "error", message: ["no price"] };
  it.each([
    ["false", "a healthy request", {}],
    ["false", "an invocation without a trigger", { event: null }],
    ["false", "a 404", { event: { request, response: { status: 404 } } }],
    ["false", "a warning", { logs: [{ ...error, level: "warn" }] }],
    ["true", "an outcome other than ok", { outcome: "exceededMemory" }],
    ["true", "an outcome of later days", { outcome: "somethingNew" }],
    ["true", "a throw behind waitUntil: the outcome is ok", { exceptions: [{ name: "Error" }] }],
    ["true", "a 500", { event: { request, response: { status: 500 } } }],
    [
      "true",
      "an error that was logged after other lines",
      { logs: [{ ...error, level: "log" }, error] },
    ],
  ])("is %s for %s", (expected, _what, over) => {
    expect(String(mayHaveFailed(hostItem(over)))).toBe(expected);
  });

  it("reads the status from the host's own object", () => {
    const event = hostObject("TraceItemFetchEventInfo", { request, response: { status: 503 } });
    expect(mayHaveFailed(hostItem({ event }))).toBe(true);
  });

  it("is false for a request that has no response but did not throw", () => {
    expect(mayHaveFailed(hostItem({ event: { request } }))).toBe(false);
  });
});
