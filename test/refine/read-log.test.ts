import { describe, expect, it } from "vitest";
import { readLog } from "../../src/refine/read-log.ts";
import type { TraceLog } from "../../src/refine/trace.ts";
import { AT } from "../support/factories.ts";

function log(args: readonly unknown[], errors: TraceLog["errors"] = null): TraceLog {
  return { at: AT, level: "error", args, errors };
}

describe("readLog", () => {
  it("takes the native error that newer runtimes hand over, wherever it stands", () => {
    const error = { name: "PaymentError", message: "declined", stack: "    at pay (a.js:1:2)" };
    const read = readLog(log(["charging failed", "PaymentError: declined"], [null, error]));
    expect(read).toMatchObject({
      type: "PaymentError",
      parts: ["declined"],
      stack: "    at pay (a.js:1:2)",
    });
  });

  it("reads the error back from its printed form where the runtime is older", () => {
    const printed = "TypeError: no\nsecond line\n    at f (a.js:1:2)\n    at g (a.js:3:4)";
    expect(readLog(log(["failed", printed]))).toMatchObject({
      type: "TypeError",
      parts: ["no\nsecond line"],
      stack: "    at f (a.js:1:2)\n    at g (a.js:3:4)",
    });
  });

  it.each([
    ["a sentence with a colon", "note: nothing happened"],
    ["an error without a stack", "TypeError: no"],
    ["a stack of nobody", "\n    at f (a.js:1:2)"],
  ])("does not take %s for an error with a stack", (_name, text) => {
    expect(readLog(log([text]))).toMatchObject({ type: "console.error", stack: null });
  });

  it("keeps the format string, which comes uninterpolated, as the template", () => {
    expect(readLog(log(["order %s failed after %d ms", "A-1", 12])).template).toBe(
      "order %s failed after %d ms",
    );
  });

  it.each([
    ["a percentage", ["100 % of it", 1]],
    ["a format string without values", ["order %s"]],
    ["no text at all", [{ a: 1 }, 2]],
  ])("makes no template of %s", (_name, args) => {
    expect(readLog(log(args)).template).toBeNull();
  });

  it("reads only so many arguments", () => {
    expect(readLog(log(Array.from({ length: 1_000 }, (_, n) => n))).parts).toHaveLength(20);
  });
});
