import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TRACE_CANDIDATES_MAX } from "../../src/limits.ts";
import { PLATFORM_OUTCOMES, select } from "../../src/refine/select.ts";
import type { Trace, TraceException, TraceLog, Trigger } from "../../src/refine/trace.ts";
import { AT, trace } from "../support/factories.ts";

const ownWorkers = new Set(["outerloop", "outerloop-tail"]);

function thrown(over: Partial<TraceException> = {}): TraceException {
  return { at: AT, name: "TypeError", message: "x is not a function", stack: null, ...over };
}

function logged(...args: readonly unknown[]): TraceLog {
  return { at: AT, level: "error", args, errors: null };
}

function answered(status: number | null): Trigger {
  return { kind: "fetch", method: "GET", url: "https://shop.example/", status };
}

function told(over: Partial<Trace>): readonly string[] {
  return select(trace(over), ownWorkers).map(
    ({ candidate, dropped }) => `${candidate.reason} ${candidate.type} ${dropped ?? "kept"}`,
  );
}

describe("select", () => {
  it("finds nothing in a healthy trace, whatever it logged below an error", () => {
    expect(told({ trigger: answered(404) })).toEqual([]);
    expect(told({ logs: [{ at: AT, level: "warn", args: ["careful"], errors: null }] })).toEqual(
      [],
    );
  });

  it("finds the exception of an invocation that the platform calls ok", () => {
    expect(told({ outcome: "ok", exceptions: [thrown()] })).toEqual(["exception TypeError kept"]);
  });

  it("takes an uncaught throw, which has no status, as one failure", () => {
    const over = { outcome: "exception", exceptions: [thrown()], trigger: answered(null) };
    expect(told(over)).toEqual(["exception TypeError kept", "outcome exception explained"]);
  });

  it("finds a returned 503 although the outcome is ok", () => {
    expect(told({ trigger: answered(503) })).toEqual(["status ResponseStatus kept"]);
    expect(told({ trigger: answered(499) })).toEqual([]);
  });

  it.each([
    ["an exception", { exceptions: [thrown()] }],
    ["a logged error", { logs: [logged("TypeError: no\n    at f (a.js:1:2)")] }],
  ])("takes a 5xx beside %s as explained by it", (_name, over) => {
    expect(told({ ...over, trigger: answered(500) })).toContain("status ResponseStatus explained");
  });

  it("keeps a 5xx beside a logged sentence, which may be about something else", () => {
    const over = { logs: [logged("cache is cold")], trigger: answered(500) };
    expect(told(over)).toEqual(["status ResponseStatus kept", "log console.error kept"]);
  });

  it.each(["exceededCpu", "exceededMemory", "exceededWallTime", "aborted", "somethingNew"])(
    "keeps the outcome %s, known or not",
    (outcome) => {
      expect(told({ outcome })).toEqual([`outcome ${outcome} kept`]);
    },
  );

  it.each([...PLATFORM_OUTCOMES])("keeps %s, for a person", (outcome) => {
    expect(told({ outcome })).toEqual([`outcome ${outcome} kept`]);
  });

  it.each(["canceled", "responseStreamDisconnected"])(
    "drops %s, but not what was thrown meanwhile",
    (outcome) => {
      expect(told({ outcome, exceptions: [thrown()] })).toEqual([
        "exception TypeError kept",
        `outcome ${outcome} ${outcome}`,
      ]);
    },
  );

  it.each([
    ["tail", { trigger: { kind: "tail" } as const }],
    ["preview", { preview: true }],
    ["own-worker", { scriptName: "outerloop" }],
  ])("drops everything of a trace that is: %s", (reason, over) => {
    expect(told({ ...over, exceptions: [thrown()] })).toEqual([`exception TypeError ${reason}`]);
  });

  it("drops what the runtime writes when a trace outgrows its budget", () => {
    const message = "Trace resource limit exceeded; subsequent exceptions not recorded.";
    const exceptions = [thrown(), thrown({ name: "Error", message })];
    expect(told({ truncated: true, exceptions })).toEqual([
      "exception TypeError kept",
      "exception Error truncation",
    ]);
  });

  it("takes an error that was logged and then thrown as one", () => {
    const logs = [
      { ...logged("TypeError: x"), errors: [{ name: "TypeError", message: "x", stack: null }] },
    ];
    const exceptions = [thrown({ message: "x" })];
    expect(told({ exceptions, logs })).toEqual([
      "exception TypeError kept",
      "log TypeError explained",
    ]);
  });

  it("takes the same error logged a hundred times as one", () => {
    const logs = Array.from({ length: 100 }, () => logged("out of stock"));
    expect(told({ logs }).filter((line) => line.endsWith("kept"))).toHaveLength(1);
  });

  it("finds what comes after a loop that logged the same a hundred times", () => {
    const logs = [...Array.from({ length: 100 }, () => logged("retrying")), logged("the fault")];
    expect(told({ logs }).at(-1)).toBe("log console.error kept");
  });

  it("keeps only so many of one trace, and says which were cut", () => {
    const logs = Array.from({ length: 100 }, (_, n) => logged(`fault ${n}`));
    const found = told({ logs });
    expect(found.filter((line) => line.endsWith("kept"))).toHaveLength(TRACE_CANDIDATES_MAX);
    expect(found.filter((line) => line.endsWith("cut"))).toHaveLength(100 - TRACE_CANDIDATES_MAX);
  });

  it("says at the failure what else of the trace was the same fault", () => {
    const over = { outcome: "exception", exceptions: [thrown()], trigger: answered(500) };
    const [first, ...rest] = select(trace(over), ownWorkers);
    expect(first?.also).toEqual(["outcome", "status"]);
    expect(rest.flatMap(({ also }) => also)).toEqual([]);
    const [, log] = select(
      trace({ logs: [logged("TypeError: no\n    at f (a.js:1:2)")], trigger: answered(500) }),
      ownWorkers,
    );
    expect(log?.also).toEqual(["status"]);
  });

  it("keeps two errors apart that only share their type", () => {
    const exceptions = [thrown({ message: "a" }), thrown({ message: "b" })];
    expect(told({ exceptions })).toEqual(["exception TypeError kept", "exception TypeError kept"]);
  });

  it("never drops all of a trace that failed, but for the reasons that are named", () => {
    const outcomes = ["ok", "exception", "exceededCpu", "internalError", "novel"];
    fc.assert(
      fc.property(
        fc.constantFrom(...outcomes),
        fc.array(
          fc.string().map((message) => thrown({ message })),
          { maxLength: 3 },
        ),
        fc.array(
          fc.string().map((text) => logged(text)),
          { maxLength: 3 },
        ),
        fc.constantFrom(null, 200, 404, 500, 503),
        (outcome, exceptions, logs, status) => {
          const selected = select(
            trace({ outcome, exceptions, logs, trigger: answered(status) }),
            ownWorkers,
          );
          const failed =
            outcome !== "ok" || exceptions.length > 0 || logs.length > 0 || (status ?? 0) >= 500;
          expect(selected.some(({ dropped }) => dropped === null)).toBe(failed);
        },
      ),
    );
  });
});
