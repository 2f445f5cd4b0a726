import { describe, expect, it } from "vitest";
import { isWrapper } from "../../src/refine/wrappers.ts";
import { timesAsLong } from "./timing.ts";

const WRAPPERS: readonly string[] = [
  // Loggers.
  "captureException",
  "logError",
  "reportFailure",
  "Logger.warn",
  "AppLogger.write",
  "logger.error",
  "console.error",
  // Assertions.
  "assert",
  "assertNever",
  "assert_open",
  "invariant",
  "tinyInvariant",
  "Object.invariant",
  "unreachable",
  // Error factories.
  "createError",
  "httpError",
  "toAppError",
  "wrapException",
  "notFoundError",
  "fail",
  "panic",
  "throwNotFound",
  "badRequest",
  "new HttpError",
  "AppError.wrap",
  // Dispatch.
  "dispatch",
  "Hono.dispatch",
  "#dispatch",
  "compose",
  "handle",
  "Layer.handle [as handle_request]",
  "Route.dispatch",
  "next",
  "Hono.fetch",
  "Router.fetch",
  "runMiddlewares",
  // Async glue.
  "__awaiter",
  "asyncGeneratorStep",
  "_asyncToGenerator",
  "_next",
  "step",
  "fulfilled",
  // One helper for all.
  "retry",
  "withTimeout",
  // The same under names that bundlers gave.
  "invariant2",
  "_assert",
  "fail$1",
  "Logger2.warn",
];

const NO_WRAPPERS: readonly string[] = [
  "charge",
  "Object.fetch",
  "Counter.fetch",
  "Object.scheduled",
  "new Cart",
  "/type",
  // Words that begin or end alike.
  "log",
  "reassert",
  "assertion",
  "failover",
  "failed",
  "nextPage",
  "handleRequest",
  "handleError",
  "onError",
  "isHttpError",
  "parseError",
  "composeMail",
  "dispatchOrder",
  "stepOne",
  "ensureUser",
  "requireUser",
  "validateUser",
  "withAuth",
  "abort",
  "Errors.list",
  "OrderRouter.match",
  "catalogger",
];

describe("isWrapper", () => {
  it.each(WRAPPERS)("walks past %s", (name) => {
    expect(isWrapper(name, "index.js")).toBe(true);
  });

  it.each(NO_WRAPPERS)("stops at %s", (name) => {
    expect(isWrapper(name, "index.js")).toBe(false);
  });

  it.each([
    "src/logger.ts",
    "errors.js",
    "src/lib/http-errors.ts",
    "src/AppError.ts",
    "a\\assert.mjs",
  ])("walks past all of %s", (file) => {
    expect(isWrapper("charge", file)).toBe(true);
    expect(isWrapper(null, file)).toBe(true);
  });

  it.each([
    "src/errors/handler.ts",
    "src/log.ts",
    "src/mirrors.ts",
    "src/asserted.ts",
    "errors.json",
  ])("stops in %s", (file) => {
    expect(isWrapper("charge", file)).toBe(false);
  });

  it("stops at a function without a name", () => {
    expect(isWrapper(null, "index.js")).toBe(false);
    expect(isWrapper(null, null)).toBe(false);
  });

  it.each(["a", "_", "#", "1", "$1", "Error", "errors", "a.", "/", "assert"])(
    "judges 128 KB of %j in linear time",
    (part) => {
      const judge = (units: number): (() => unknown) => {
        const text = part.repeat(units / part.length);
        return () => [isWrapper(text, null), isWrapper(null, text), isWrapper("f", text)];
      };
      expect(timesAsLong(judge(131_072), judge(32_768), 10)).toBeLessThan(10);
    },
  );
});
