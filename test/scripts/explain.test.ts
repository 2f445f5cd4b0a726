import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AT, traceItem } from "../support/factories.ts";

const root = new URL("../..", import.meta.url).pathname;

interface Ran {
  readonly status: number | null;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly out: string;
  readonly err: string;
}

// As `npm run -s explain` does it, in a process of its own.
function explain(input: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/explain.ts", ...args], {
    cwd: root,
    input,
    encoding: "utf8",
  });
  const lines = stdout.startsWith("{") ? stdout.trimEnd().split("\n") : [];
  return {
    status,
    lines: lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    out: stdout,
    err: stderr,
  };
}

const thrown = traceItem({
  outcome: "exception",
  event: { request: { method: "GET", url: "https://shop.example/orders/7", headers: {} } },
  exceptions: [
    {
      timestamp: AT,
      name: "PaymentError",
      message: "card declined for reader@example.com",
      stack: "    at charge (src/pay.ts:2:37)",
    },
  ],
});
const canceled = traceItem({ outcome: "canceled" });
const traces = [thrown, traceItem(), canceled];
const jsonLines = traces.map((trace) => JSON.stringify(trace)).join("\n");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "explain-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("explain", () => {
  it("prints a line for each candidate, in the order of the input", () => {
    const { status, lines } = explain(jsonLines);
    expect(status).toBe(0);
    expect(lines.map(({ trace, kept, reason }) => [trace, kept, reason])).toEqual([
      [0, true, "exception"],
      [0, false, "explained"],
      [1, false, "healthy"],
      [2, false, "canceled"],
    ]);
  });

  it("tells of a kept candidate why, its keys, and exactly what would go on the queue", () => {
    const { lines } = explain(JSON.stringify(thrown));
    expect(lines[0]).toMatchObject({
      fingerprint: expect.stringMatching(/^v1-[0-9a-f]{32}$/) as string,
      family: expect.stringMatching(/^v1-[0-9a-f]{32}$/) as string,
      grouping: {
        producer: "shop",
        route: "GET /orders/:id",
        type: "PaymentError",
        message: "card declined for <email>",
        frame: "charge@src/pay.ts",
        status: null,
      },
      frames: [{ function: "charge", file: "src/pay.ts", line: 2, column: 37, own: true }],
      redactions: { email: 1 },
    });
    expect(lines[0]?.["failure"]).toMatchObject({
      fingerprint: lines[0]?.["fingerprint"],
      message: "card declined for <email>",
    });
  });

  it("tells the same of a candidate that is dropped", () => {
    const [, dropped] = explain(JSON.stringify(thrown)).lines;
    const names = ["trace", "kept", "reason", "fingerprint", "family", "grouping"];
    expect(Object.keys(dropped ?? {})).toEqual([...names, "failure", "frames", "redactions"]);
  });

  it("says no more than that of a healthy trace", () => {
    const { out } = explain(JSON.stringify(traceItem()));
    expect(out).toBe('{"trace":0,"kept":false,"reason":"healthy"}\n');
  });

  it.each([
    ["a JSON array", JSON.stringify(traces)],
    ["what `wrangler tail` prints", traces.map((one) => JSON.stringify(one, null, 2)).join("\n")],
  ])("reads %s like one JSON a line", (_what, input) => {
    expect(explain(input)).toEqual(explain(jsonLines));
  });

  it("reads a file like standard input", () => {
    const file = join(folder, "traces.jsonl");
    writeFileSync(file, jsonLines);
    expect(explain("", file)).toEqual(explain(jsonLines));
  });

  it("prints nothing for nothing", () => {
    expect(explain("")).toEqual({ status: 0, lines: [], out: "", err: "" });
  });

  it("gives a name to traces without a script name", () => {
    const nameless = JSON.stringify({ ...thrown, scriptName: null });
    const unnamed = explain(nameless).lines[0];
    const named = explain(nameless, "--producer", "till").lines[0];
    expect(unnamed?.["grouping"]).toMatchObject({ producer: "unnamed" });
    expect(named?.["grouping"]).toMatchObject({ producer: "till" });
  });
});

describe("explain, of what is wrong", () => {
  it.each([
    ["is no JSON", '{"outcome": "hunter2', "this is not JSON"],
    ["is no trace", '{"secret": "hunter2"}', 'a trace has a text "outcome"'],
  ])("prints an error in the place of a line that %s, goes on, and ends with 1", (...row) => {
    const [, line, error] = row;
    const healthy = JSON.stringify(traceItem());
    const { status, lines, out, err } = explain(`${healthy}\n${line}\n${healthy}\n`);
    expect(status).toBe(1);
    expect(lines).toEqual([
      { trace: 0, kept: false, reason: "healthy" },
      { trace: 1, error },
      { trace: 2, kept: false, reason: "healthy" },
    ]);
    expect(out + err).not.toContain("hunter2");
  });

  it.each([
    ["a file that is not there", ["no-such-file.jsonl"], /^explain: .*no-such-file\.jsonl/],
    ["a folder", ["scripts"], /^explain: /],
    ["two files", ["a.jsonl", "b.jsonl"], /^explain: one FILE at the most$/m],
    ["an option that it does not know", ["--verbose"], /^explain: .*--verbose/],
  ])("ends with 2 for %s, and says where help is", (_what, args, expected) => {
    const { status, out, err } = explain("", ...args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(expected);
    expect(err).toContain("--help");
  });

  it("tells its usage", () => {
    const { status, out, err } = explain("", "--help");
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/^usage: npm run -s explain -- \[FILE\]/);
    expect(out).toContain("Exit status: 0, or 1");
  });
});
