// The SDK's real HTTP path against the stand-in: no mocked client.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { parseRules } from "../../src/failure/rules.ts";
import { NAME_TOLD_UNITS_MAX, LINEAR_TIMEOUT_MS, RULE_NAMES_MAX } from "../../src/limits.ts";
import type { LinearSettings } from "../../src/settings.ts";
import { examineLinear } from "../../src/ticket/linear-examination.ts";
import type { LinearExamination } from "../../src/ticket/linear-examination.ts";
import { connectLinear } from "../../src/ticket/linear.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import { AT } from "../support/factories.ts";
import { startRewriting } from "../support/rewriting-server.ts";

let standIn: LinearStandIn;

function settings(over: Partial<LinearSettings> = {}): LinearSettings {
  return {
    apiKey: standIn.apiKey,
    apiUrl: standIn.graphqlUrl,
    team: "ENG",
    agent: "coding-agent",
    labels: ["production", "worker"],
    project: "Reliability",
    assignee: "on-call",
    ...over,
  };
}

function examine(
  over: Partial<LinearSettings> = {},
  rules: unknown = [],
): Promise<LinearExamination> {
  return examineLinear(settings(over), parseRules(rules).rules, AT);
}

// What Linear would answer otherwise, seen through the same SDK.
async function examineWith(
  rewrite: (asked: string, answer: string) => string,
  over: Partial<LinearSettings> = {},
): Promise<LinearExamination> {
  const server = await startRewriting(standIn.graphqlUrl, rewrite);
  try {
    return await examine({ apiUrl: server.url, ...over });
  } finally {
    await server.close();
  }
}

const person = { name: "on-call", isApp: false, isActive: true, takesSessions: false };
const agent = { name: "coding-agent", isApp: true, isActive: true, takesSessions: true };

beforeAll(async () => {
  standIn = await startLinearStandIn({ apiKey: "lin_api_test" });
});
afterAll(() => standIn.close());
beforeEach(() => standIn.clearFailures());

describe("examineLinear, of settings that are right", () => {
  it("finds all of it", async () => {
    expect(await examine()).toEqual({
      key: { kind: "found", value: person },
      team: { kind: "found", value: "ENG, Engineering" },
      states: {
        kind: "found",
        value: expect.arrayContaining([
          "backlog",
          "unstarted",
          "completed",
          "canceled",
        ]) as string[],
      },
      labels: { kind: "found", value: ["production", "worker"] },
      agent: { kind: "found", value: agent },
      project: { kind: "found", value: "Reliability" },
      assignee: { kind: "found", value: person },
      sessions: { kind: "found", value: null },
      rules: [],
    });
  });

  it("asks for nothing that is not set", async () => {
    const seen = await examine({ agent: null, project: null, assignee: null, labels: [] });
    expect(seen).toMatchObject({ agent: null, project: null, assignee: null });
    expect(seen.labels).toEqual({ kind: "found", value: [] });
  });

  it("changes nothing, and asks about a dozen times", async () => {
    const before = standIn.requests().length;
    await examine();
    const asked = standIn.requests().slice(before);
    expect(asked.length).toBeLessThanOrEqual(15);
    expect(
      asked.flatMap(({ fields }) => fields).filter((name) => /create|update|delete/i.test(name)),
    ).toEqual([]);
    expect(standIn.state().labels).toEqual([]);
  });

  it("knows a label that is there", async () => {
    const linear = await connectLinear(settings());
    const draft = {
      title: "t",
      description: "d",
      priority: 2,
      labels: ["production"],
      team: null,
      agent: null,
      delegate: false,
      isHeldBack: false,
      reasons: [],
    } as const;
    await linear.create(ticketId("examination", 1), draft);
    expect((await examine()).labels).toEqual({ kind: "found", value: ["worker"] });
  });
});

describe("examineLinear, of settings that are wrong", () => {
  it("tells the teams that there are, and tries nothing that needs one", async () => {
    const seen = await examine({ team: "NOPE" });
    expect(seen.team).toEqual({
      kind: "unnamed",
      problem: expect.stringContaining("LINEAR_TEAM") as string,
      detail: expect.stringContaining("ENG (Engineering)") as string,
    });
    expect([seen.states, seen.labels]).toEqual([{ kind: "skipped" }, { kind: "skipped" }]);
    expect(seen.agent).toEqual({ kind: "found", value: agent });
  });

  it.each([
    ["agent", "LINEAR_AGENT", "agents: coding-agent"],
    ["project", "LINEAR_PROJECT", "projects: Reliability"],
    ["assignee", "LINEAR_ASSIGNEE", "on-call"],
  ] as const)("tells the names that there are for the %s", async (name, setting, known) => {
    const problem = expect.stringContaining(setting) as string;
    const detail = expect.stringContaining(known) as string;
    const seen = await examine({ [name]: "nobody" });
    expect(seen[name]).toEqual({ kind: "unnamed", problem, detail });
    expect(seen.team.kind).toBe("found");
  });

  it.each(["teams", "users", "projects"])(
    "tells of %s that a setting names twice",
    async (list) => {
      const seen = await examineWith((_asked, answer) => {
        const told = JSON.parse(answer) as { data?: Record<string, { nodes: unknown[] }> };
        const found = told.data?.[list];
        if (found !== undefined) found.nodes.push(...found.nodes);
        return JSON.stringify(told);
      });
      const name = { teams: "team", users: "agent", projects: "project" }[list] as "team";
      expect(seen[name]).toMatchObject({
        kind: "unnamed",
        problem: expect.stringContaining("more than one") as string,
      });
    },
  );

  it.each([
    ["no app", '"app":true', '"app":false', { isApp: false }],
    ["not active", '"active":true', '"active":false', { isActive: false }],
    [
      "without sessions",
      '"supportsAgentSessions":true',
      '"supportsAgentSessions":false',
      { takesSessions: false },
    ],
  ])("sees that an agent is %s", async (_what, from, to, told) => {
    const seen = await examineWith((_asked, answer) => answer.replaceAll(from, to));
    expect(seen.agent).toEqual({ kind: "found", value: { ...agent, ...told } });
  });

  it("sees which types of states a team has", async () => {
    const seen = await examineWith((_asked, answer) =>
      answer.replaceAll('"canceled"', '"started"'),
    );
    expect(seen.states).toMatchObject({ kind: "found" });
    expect(JSON.stringify(seen.states)).not.toContain("canceled");
  });

  it("cuts what it tells of Linear's names, and takes out what a terminal would obey", async () => {
    const long = `\\u001b[31m${"x".repeat(500)}`;
    const seen = await examineWith((_asked, answer) => answer.replaceAll("Engineering", long));
    if (seen.team.kind !== "found") throw new Error(seen.team.kind);
    expect(seen.team.value).toHaveLength(NAME_TOLD_UNITS_MAX);
    expect(seen.team.value).toMatch(/^ENG, \?\[31mx+$/);
  });

  it("asks for a bounded number of what rules name", async () => {
    const many = Array.from({ length: 50 }, (_, n) => ({
      match: { producer: "a" },
      team: `T${n}`,
    }));
    expect((await examine({}, many)).rules).toHaveLength(RULE_NAMES_MAX);
  });

  it("tells what the rules name that there is not, each once", async () => {
    const seen = await examine({}, [
      { match: { producer: "a" }, team: "ENG" },
      { match: { producer: "b" }, team: "NOPE", agent: "nobody" },
      { match: { producer: "c" }, team: "NOPE", agent: false },
      { match: { producer: "d" }, agent: "on-call" },
    ]);
    expect(seen.rules).toEqual([
      { what: "team", name: "ENG", looked: { kind: "found", value: "ENG, Engineering" } },
      {
        what: "team",
        name: "NOPE",
        looked: expect.objectContaining({ kind: "unnamed" }) as object,
      },
      {
        what: "agent",
        name: "nobody",
        looked: expect.objectContaining({ kind: "unnamed" }) as object,
      },
      { what: "agent", name: "on-call", looked: { kind: "found", value: person } },
    ]);
  });
});

describe("examineLinear, of a Linear that fails", () => {
  it.each([
    ["ratelimited", "ratelimited"],
    ["ratelimited-code-only", "ratelimited"],
    ["unauthorized", "unauthorized"],
    ["forbidden", "forbidden"],
    ["invalid-input", "refused"],
    ["empty-400", "unreachable"],
    ["internal", "unreachable"],
    ["bad-gateway", "unreachable"],
    ["no-answer", "unreachable"],
    ["lost-answer", "unreachable"],
  ] as const)(
    "tells the failure %s of one look as %s, and leaves the others",
    async (kind, expected) => {
      standIn.fail({ kind, operation: "agentSessions" });
      const seen = await examine();
      expect(seen.sessions).toMatchObject({ kind: expected });
      const { sessions: _sessions, rules: _rules, ...others } = seen;
      expect(Object.values(others).map((looked) => looked?.kind)).toEqual(
        Object.keys(others).map(() => "found"),
      );
    },
  );

  it.each([
    "viewer",
    "teams",
    "workflowStates",
    "issueLabels",
    "users",
    "projects",
    "team",
  ] as const)("has every look stand by itself: %s", async (operation) => {
    standIn.fail({ kind: "internal", operation, times: 50 });
    const kinds = Object.values(await examine()).flatMap((looked) =>
      looked !== null && "kind" in looked ? [looked.kind] : [],
    );
    expect(kinds).toContain("unreachable");
    expect(kinds).toContain("found");
  });

  it("tells a wrong key with each look, and none of Linear's own words", async () => {
    const seen = await examine({ apiKey: "lin_api_wrong" });
    expect(seen.key).toMatchObject({ kind: "unauthorized" });
    expect(JSON.stringify(seen)).not.toContain("not authenticated");
    expect(JSON.stringify(seen)).not.toContain("lin_api_wrong");
  });

  it("gives up on a Linear that does not answer, all looks together", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      standIn.fail({ kind: "hang", times: 100 });
      const seen = examine();
      await vi.waitFor(() => expect(standIn.requests().at(-1)?.outcome).toBe("hang"), {
        interval: 20,
      });
      await vi.advanceTimersByTimeAsync(LINEAR_TIMEOUT_MS);
      expect((await seen).key).toEqual({ kind: "unreachable", problem: "Linear did not answer" });
      expect((await seen).sessions).toMatchObject({ kind: "unreachable" });
    } finally {
      vi.useRealTimers();
    }
  });
});
