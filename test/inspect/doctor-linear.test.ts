import { describe, expect, it } from "vitest";
import type { Check } from "../../src/inspect/check.ts";
import { linearChecks } from "../../src/inspect/doctor-linear.ts";
import type { LinearExamination, LinearUser, Looked } from "../../src/ticket/linear-examination.ts";

const person: LinearUser = {
  name: "ada",
  isApp: false,
  isActive: true,
  takesSessions: false,
};
const agent: LinearUser = { name: "coder", isApp: true, isActive: true, takesSessions: true };

function found<Value>(value: Value): Looked<Value> {
  return { kind: "found", value };
}

const allIsWell: LinearExamination = {
  key: found(person),
  team: found("ENG, Engineering"),
  states: found(["backlog", "unstarted", "started", "completed", "canceled"]),
  labels: found([]),
  agent: found(agent),
  project: found("Reliability"),
  assignee: found(person),
  sessions: found(null),
  rules: [],
};

const settings = { labels: ["production"], agent: "coder" };

function checks(
  over: Partial<LinearExamination> = {},
  set: Parameters<typeof linearChecks>[0] = settings,
): readonly Check[] {
  return linearChecks(set, { isKeyGiven: true, linear: { ...allIsWell, ...over } });
}

function checkOf(name: string, over: Partial<LinearExamination>): Check | undefined {
  return checks(over).find((check) => check.name === name);
}

describe("linearChecks", () => {
  it("is fine with all that is well, a check for each setting", () => {
    expect(checks().map(({ name, status, fix }) => [name, status, fix])).toEqual(
      [
        "LINEAR_API_KEY",
        "LINEAR_TEAM",
        "states",
        "LINEAR_AGENT",
        "agent sessions",
        "LINEAR_LABELS",
        "LINEAR_PROJECT",
        "LINEAR_ASSIGNEE",
      ].map((name) => [name, "ok", null]),
    );
    expect(checks().map((check) => check.found)).toEqual([
      "works: it is the key of ada",
      "found: ENG, Engineering",
      "the team has those that tickets need",
      "coder can be delegated to",
      "can be read",
      "all are there",
      "found: Reliability",
      "found: ada",
    ]);
  });

  it("warns where there is no key, and says how to get one", () => {
    const [only, ...more] = linearChecks(null, { isKeyGiven: false, linear: null });
    expect(more).toEqual([]);
    expect(only).toMatchObject({ name: "LINEAR_API_KEY", status: "warning" });
    expect(only?.fix).toContain("wrangler secret put LINEAR_API_KEY");
  });

  it("cannot say whether a key works while there is no team", () => {
    const [only] = linearChecks(null, { isKeyGiven: true, linear: null });
    expect(only).toMatchObject({ name: "LINEAR_API_KEY", status: "unknown" });
    expect(only?.fix).toContain("LINEAR_TEAM");
  });

  it("is fine with what is not set, and says what that means", () => {
    const not = { agent: null, project: null, assignee: null };
    const told = checks(not).filter(({ found: what }) => what.startsWith("not set: "));
    expect(told.map(({ name, status }) => [name, status])).toEqual([
      ["LINEAR_AGENT", "ok"],
      ["LINEAR_PROJECT", "ok"],
      ["LINEAR_ASSIGNEE", "ok"],
    ]);
  });

  const unnamed = { kind: "unnamed", problem: "names none", detail: "teams: ENG, OPS" } as const;
  const refused = { kind: "refused", problem: "refused (X)" } as const;
  const away = { kind: "unreachable", problem: "did not answer" } as const;

  it.each<[string, Partial<LinearExamination>, string, RegExp, RegExp]>([
    // The key: without an answer there are no tickets.
    [
      "LINEAR_API_KEY",
      { key: { kind: "unauthorized", problem: "refused" } },
      "failed",
      /^refused$/,
      /secret put LINEAR_API_KEY/,
    ],
    ["LINEAR_API_KEY", { key: away }, "failed", /did not answer/, /Ask again/],
    [
      "LINEAR_API_KEY",
      { key: { kind: "ratelimited", problem: "used up" } },
      "failed",
      /used up/,
      /Ask again within the hour.* uses this key/,
    ],
    // What a setting names.
    ["LINEAR_TEAM", { team: unnamed }, "failed", /names none/, /LINEAR_TEAM .* ENG, OPS\.$/],
    [
      "LINEAR_TEAM",
      { team: { ...unnamed, detail: null } },
      "failed",
      /names none/,
      /Set LINEAR_TEAM to/,
    ],
    ["LINEAR_TEAM", { team: away }, "unknown", /did not answer/, /Ask again/],
    [
      "LINEAR_TEAM",
      { team: { kind: "broken", problem: "broke" } },
      "unknown",
      /broke/,
      /Ask again/,
    ],
    ["LINEAR_TEAM", { team: refused }, "failed", /refused/, /leave to read and write/],
    [
      "LINEAR_PROJECT",
      { project: { kind: "forbidden", problem: "lets this key not do that" } },
      "failed",
      /not do that/,
      /leave to read and write/,
    ],
    [
      "LINEAR_TEAM",
      { team: { kind: "unauthorized", problem: "refused the key" } },
      "failed",
      /refused the key/,
      /^Mend LINEAR_API_KEY first\.$/,
    ],
    [
      "LINEAR_TEAM",
      { team: { kind: "ratelimited", problem: "used up" } },
      "unknown",
      /used up/,
      /within the hour/,
    ],
    // Nothing is said against LINEAR_TEAM: it may be Linear that does not answer.
    [
      "states",
      { states: { kind: "skipped" } },
      "unknown",
      /not tried: the team could not be looked up/,
      /^See to LINEAR_TEAM first/,
    ],
    ["LINEAR_PROJECT", { project: unnamed }, "failed", /names none/, /Set LINEAR_PROJECT/],
    // The states.
    ["states", { states: found(["backlog", "completed", "canceled"]) }, "ok", /has those/, /^$/],
    ["states", { states: found(["unstarted", "completed", "canceled"]) }, "ok", /has those/, /^$/],
    [
      "states",
      { states: found(["started", "completed", "canceled"]) },
      "failed",
      /unstarted or backlog: .* opened again/,
      /workflow/,
    ],
    [
      "states",
      { states: found(["backlog", "canceled"]) },
      "failed",
      /type completed: .* completed$/,
      /workflow/,
    ],
    ["states", { states: found(["backlog"]) }, "failed", /completed, canceled: /, /workflow/],
    // The agent.
    ["LINEAR_AGENT", { agent: found(person) }, "failed", /ada is a person/, /LINEAR_ASSIGNEE/],
    [
      "LINEAR_AGENT",
      { agent: found({ ...agent, isActive: false }) },
      "failed",
      /not active/,
      /Activate/,
    ],
    [
      "LINEAR_AGENT",
      { agent: found({ ...agent, takesSessions: false }) },
      "failed",
      /no agent sessions/,
      /app:assignable/,
    ],
    ["agent sessions", { sessions: refused }, "failed", /refused/, /leave to read/],
    ["agent sessions", { sessions: away }, "unknown", /did not answer/, /Ask again/],
    // The rest.
    [
      "LINEAR_LABELS",
      { labels: found(["production"]) },
      "ok",
      /will be made .*: production$/,
      /^$/,
    ],
    ["LINEAR_ASSIGNEE", { assignee: found(agent) }, "failed", /is an agent/, /LINEAR_AGENT/],
    [
      "LINEAR_ASSIGNEE",
      { assignee: found({ ...person, isActive: false }) },
      "failed",
      /not active/,
      /somebody/,
    ],
    // What rules name.
    [
      "RULES",
      { rules: [{ what: "team", name: "OPS", looked: unnamed }] },
      "failed",
      /^team OPS: names none/,
      /Set RULES/,
    ],
    [
      "RULES",
      { rules: [{ what: "agent", name: "ada", looked: found(person) }] },
      "failed",
      /^agent ada: ada is a person/,
      /Set RULES/,
    ],
    [
      "RULES",
      { rules: [{ what: "team", name: "ENG", looked: found("ENG") }] },
      "ok",
      /^team ENG: found/,
      /^$/,
    ],
  ])("says of %s, %j: %s", (name, over, status, told, fix) => {
    const check = checkOf(name, over);
    expect(check?.status).toBe(status);
    expect(check?.found).toMatch(told);
    expect(check?.fix ?? "").toMatch(fix);
  });

  it("leaves the other checks as they are, where one fails", () => {
    const others = checks({ team: away }).filter(({ name }) => name !== "LINEAR_TEAM");
    expect(others.map(({ status }) => status)).toEqual(others.map(() => "ok"));
  });

  it("only warns of agent sessions that cannot be read where there is no agent", () => {
    const told = checks({ agent: null, sessions: refused }, { ...settings, agent: null });
    expect(told.find(({ name }) => name === "agent sessions")?.status).toBe("warning");
  });

  it("wants no labels where none are set", () => {
    const told = checks({}, { ...settings, labels: [] });
    expect(told.find(({ name }) => name === "LINEAR_LABELS")?.found).toBe("none wanted");
  });
});
