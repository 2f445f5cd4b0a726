// The line that producers are told to add, run as it stands, and what becomes of what it logs on its
// way through the real refine. Of a console call with a native error the runtime hands over that error
// (`errorInfo`), its name and message printed, and its stack without the header.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { readTrace } from "../../src/capture/trace.ts";
import type { Failure } from "../../src/failure/failure.ts";
import { isUnhandledRejection, REJECTION_LINE } from "../../src/failure/unhandled-rejection.ts";
import { refine } from "../../src/refine/refine.ts";
import { AT, failure, traceItem } from "../support/factories.ts";

class PaymentError extends Error {
  override readonly name = "PaymentError";
}

// What a producer with `line` logs where a promise is rejected with `reason` and nobody handles it.
function loggedBy(line: string, reason: unknown): readonly unknown[] {
  const logged: unknown[] = [];
  const listeners: ((event: { reason: unknown }) => void)[] = [];
  runInNewContext(line, {
    Error,
    String,
    Object,
    console: { error: (...args: readonly unknown[]) => logged.push(...args) },
    addEventListener: (type: string, listener: (event: { reason: unknown }) => void) => {
      expect(type).toBe("unhandledrejection");
      listeners.push(listener);
    },
  });
  for (const listener of listeners) listener({ reason });
  return logged;
}

function failureOf(logged: readonly unknown[], withNative = true): Failure {
  const errors = logged.map((value) => {
    if (!(value instanceof Error)) return null;
    const { name, message, stack } = value;
    // As workerd does it: without what stands before the first frame.
    return { name, message, stack: stack?.slice(stack.indexOf("\n    at ") + 1) };
  });
  const message = logged.map((value) => (value instanceof Error ? String(value) : value));
  const log = { timestamp: AT, level: "error", message };
  const hasNative = withNative && errors.some((error) => error !== null);
  const item = traceItem({ logs: [hasNative ? { ...log, errorInfo: errors } : log] });
  const trace = readTrace(item);
  if (!trace.ok) throw new Error(trace.problem);
  const [only, ...more] = refine(trace.value, {
    unnamedProducer: "unnamed",
    ownWorkers: new Set(),
    rules: [],
  });
  expect(more).toEqual([]);
  if (only === undefined) throw new Error("nothing was kept");
  return only;
}

function thrown(message: string): Error {
  const error = new PaymentError(message);
  error.stack = `PaymentError: ${message}\n    at charge (src/pay.ts:2:37)\n    at shop (src/shop.ts:9:1)`;
  return error;
}

describe("the line that tells of unhandled rejections", () => {
  it("tells an error whole: what it says, of which type, from where", () => {
    const told = failureOf(loggedBy(REJECTION_LINE, thrown("card declined for order 7")));
    expect(told).toMatchObject({
      reason: "log",
      message: "PaymentError: card declined for order 7",
      grouping: {
        type: "UnhandledRejection",
        message: "PaymentError: card declined for order <num>",
        frame: "charge@src/pay.ts",
      },
    });
    expect(told.frames.map((frame) => frame.function)).toEqual(["charge", "shop"]);
    expect(isUnhandledRejection(told)).toBe(true);
  });

  it("takes no line of a message for a frame, also where the header of the stack is kept", () => {
    const reason = thrown("two\n    at forged (src/evil.ts:1:1)\nlines");
    const [logged] = loggedBy(REJECTION_LINE, reason);
    const trace = readTrace(
      traceItem({
        logs: [
          {
            timestamp: AT,
            level: "error",
            message: ["x"],
            errorInfo: [logged].map((value) => {
              const { name, message, stack } = value as Error;
              return { name, message, stack };
            }),
          },
        ],
      }),
    );
    if (!trace.ok) throw new Error(trace.problem);
    const [told] = refine(trace.value, {
      unnamedProducer: "unnamed",
      ownWorkers: new Set(),
      rules: [],
    });
    expect(told?.grouping.frame).toBe("charge@src/pay.ts");
  });

  it.each([
    ["a text", "plain value", "plain value"],
    ["a number", 7, "7"],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["a symbol", Symbol("x"), "Symbol(x)"],
    ["an object", { code: 7 }, "[object Object]"],
  ])("tells %s, which is no error", (_what, reason, message) => {
    const told = failureOf(loggedBy(REJECTION_LINE, reason));
    expect(told).toMatchObject({ message, frames: [], grouping: { type: "UnhandledRejection" } });
    expect(isUnhandledRejection(told)).toBe(true);
  });

  it("is known where the runtime is older and prints errors only", () => {
    const told = failureOf(loggedBy(REJECTION_LINE, thrown("card declined")), false);
    expect(told.grouping.type).toBe("console.error");
    expect(isUnhandledRejection(told)).toBe(true);
  });

  it("stands in docs/setup.md as the doctor tells it", () => {
    // The formatter breaks it into several.
    const plain = (text: string): string => text.replace(/\s/g, "").replaceAll(",)", ")");
    const code = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/setup.md", "utf8"))?.[1] ?? "";
    expect(plain(code)).toBe(plain(REJECTION_LINE));
  });
});

describe("isUnhandledRejection", () => {
  const simple =
    'addEventListener("unhandledrejection", (event) => console.error("unhandledrejection", event.reason));';

  it("knows a label before a plain value", () => {
    expect(isUnhandledRejection(failureOf(loggedBy(simple, "plain value")))).toBe(true);
  });

  it("cannot know a label before an error, which is why the line is another", () => {
    const told = failureOf(loggedBy(simple, thrown("card declined")));
    expect(told.message).toBe("card declined");
    expect(isUnhandledRejection(told)).toBe(false);
  });

  it.each([
    ["unhandledrejection: x", true],
    ["Unhandled Rejection: x", true],
    ["unhandled promise rejection", true],
    ["UNHANDLED_REJECTION", true],
    ["an unhandled rejection", false],
    ["unhandled", false],
  ])("goes by how a log begins: %s", (message, expected) => {
    expect(isUnhandledRejection(failure({ reason: "log", message }))).toBe(expected);
  });

  it("is not misled by an exception that is named so", () => {
    expect(isUnhandledRejection(failure({ message: "unhandledrejection: x" }))).toBe(false);
  });
});
