// As `npm run -s ticket` does it, in a process of its own.
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { TICKET_CASES } from "../fixtures/tickets/traces.ts";

const root = new URL("../..", import.meta.url).pathname;
const INPUT = TICKET_CASES.flatMap(({ traces }) => traces)
  .map((trace) => JSON.stringify(trace))
  .join("\n");

function run(input: string, ...args: readonly string[]): ReturnType<typeof spawnSync> {
  return spawnSync(process.execPath, ["scripts/ticket.ts", ...args], {
    cwd: root,
    input,
    encoding: "utf8",
  });
}

function lines(ran: ReturnType<typeof spawnSync>): readonly Record<string, unknown>[] {
  return String(ran.stdout)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("npm run ticket", () => {
  it("prints a JSON line for each ticket, with what it would say and who gets it", () => {
    const ran = run(INPUT);
    expect(ran.status).toBe(0);
    const tickets = lines(ran);
    expect(tickets).toHaveLength(TICKET_CASES.length);
    expect(Object.keys(tickets[0] ?? {})).toEqual([
      "fingerprint",
      "title",
      "description",
      "priority",
      "labels",
      "delegate",
      "reasons",
      "quarantined",
    ]);
  });

  it("says who would not get it, and why", () => {
    const [first] = lines(run(INPUT, "--no-agent"));
    expect(first).toMatchObject({
      delegate: false,
      reasons: ["no agent is set (LINEAR_AGENT)"],
    });
  });

  it("prints Markdown for people", () => {
    const { stdout } = run(INPUT, "--markdown", "--url", "https://outerloop.example");
    expect(stdout).toMatch(/^# shop: PaymentError at POST/);
    expect(stdout).toContain("`https://outerloop.example/incidents/v1-");
  });

  it("goes on after what is no trace, and ends with 1", () => {
    const ran = run(`nonsense\n${INPUT}`);
    expect(ran.status).toBe(1);
    expect(lines(ran)[0]).toEqual({ trace: 0, error: "this is not JSON" });
    expect(lines(ran)).toHaveLength(TICKET_CASES.length + 1);
  });

  it.each([
    ["a number that is none", ["--min-count", "few"], 1, /AGENT_MIN_COUNT is not a number/],
    ["an address that is none", ["--url", "here"], 1, /PUBLIC_URL is not an address/],
    ["two files", ["a", "b"], 2, /one FILE/],
    ["a file that is not there", ["none.jsonl"], 2, /ENOENT/],
    ["an option that there is not", ["--none"], 2, /--none/],
  ])("refuses %s, and says why", (_what, args, status, why) => {
    const ran = run(INPUT, ...args);
    expect(ran.status).toBe(status);
    expect(ran.stderr).toMatch(why);
  });

  it("helps", () => {
    const ran = run("", "--help");
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain("usage: npm run -s ticket");
  });
});
