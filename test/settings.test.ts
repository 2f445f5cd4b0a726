import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TOKEN_UNITS_MAX } from "../src/limits.ts";
import { readSettings } from "../src/settings.ts";
import type { LinearSettings, Settings } from "../src/settings.ts";

const SECRET = "hunter2";

// What is required with a key, and right.
const KEYED = {
  LINEAR_API_KEY: "lin_api_test",
  LINEAR_TEAM: "ENG",
  PUBLIC_URL: "https://outerloop.example.com",
};

// Values as wrangler may hand them over, whatever the types say.
function read(env: Readonly<Record<string, unknown>>): Settings {
  return readSettings(env);
}

function linear(env: Readonly<Record<string, unknown>>): LinearSettings {
  const settings = read({ ...KEYED, ...env });
  if (settings.linear === null) throw new Error(settings.problems.join("\n"));
  return settings.linear;
}

describe("readSettings, of nothing", () => {
  it("is whole, shut and drafts tickets", () => {
    expect(read({})).toEqual({
      linear: null,
      linearWebhookSecret: null,
      accessToken: null,
      agentToken: null,
      publicUrl: null,
      jurisdiction: null,
      isMisplaced: false,
      settleMs: 30_000,
      watchMs: 86_400_000,
      retentionMs: 7_776_000_000,
      agentMinCount: 1,
      ticketPer: "family",
      ticketsPerHour: 10,
      rules: [],
      redactKeys: [],
      problems: [],
    });
  });

  it("takes a setting that is empty for one that is not set", () => {
    const names = WRONG.map(([name]) => name).filter((name) => name !== "RULES");
    for (const empty of ["", "  "]) {
      expect(read(Object.fromEntries(names.map((name) => [name, empty])))).toEqual(read({}));
    }
  });

  it("has defaults for all that a key does not need", () => {
    expect(read(KEYED).problems).toEqual([]);
    expect(linear({})).toEqual({
      apiKey: "lin_api_test",
      apiUrl: "https://api.linear.app/graphql",
      team: "ENG",
      agent: null,
      labels: ["production"],
      project: null,
      assignee: null,
    });
  });
});

describe("readSettings, of what is right", () => {
  it.each<[string, unknown, keyof LinearSettings, unknown]>([
    ["LINEAR_API_KEY", "lin_api_other", "apiKey", "lin_api_other"],
    ["LINEAR_API_KEY", " lin_api_other\n", "apiKey", "lin_api_other"],
    ["LINEAR_API_URL", "http://127.0.0.1:9/graphql", "apiUrl", "http://127.0.0.1:9/graphql"],
    ["LINEAR_TEAM", "OPS", "team", "OPS"],
    ["LINEAR_AGENT", "coding-agent", "agent", "coding-agent"],
    ["LINEAR_LABELS", "a, b c,,d ", "labels", ["a", "b c", "d"]],
    ["LINEAR_PROJECT", "The till", "project", "The till"],
    ["LINEAR_ASSIGNEE", "person@example.com", "assignee", "person@example.com"],
  ])("reads %s %j", (name, value, field, expected) => {
    expect(linear({ [name]: value })[field]).toEqual(expected);
    expect(read({ ...KEYED, [name]: value }).problems).toEqual([]);
  });

  it.each<[string, unknown, keyof Settings, unknown]>([
    ["LINEAR_WEBHOOK_SECRET", ` ${SECRET}\n`, "linearWebhookSecret", SECRET],
    ["ACCESS_TOKEN", SECRET, "accessToken", SECRET],
    ["AGENT_TOKEN", SECRET, "agentToken", SECRET],
    ["LINEAR_WEBHOOK_SECRET", SECRET, "linearWebhookSecret", SECRET],
    ["PUBLIC_URL", "https://outerloop.example.com", "publicUrl", "https://outerloop.example.com"],
    ["PUBLIC_URL", "https://example.com/a/", "publicUrl", "https://example.com/a"],
    ["PUBLIC_URL", "http://127.0.0.1:8787", "publicUrl", "http://127.0.0.1:8787"],
    ["PUBLIC_URL", "https:outerloop.example.com", "publicUrl", "https://outerloop.example.com"],
    ["JURISDICTION", "eu", "jurisdiction", "eu"],
    ["JURISDICTION", "fedramp", "jurisdiction", "fedramp"],
    ["SETTLE_SECONDS", 45, "settleMs", 45_000],
    ["SETTLE_SECONDS", "45", "settleMs", 45_000],
    ["SETTLE_SECONDS", 0, "settleMs", 0],
    ["SETTLE_SECONDS", 86_400, "settleMs", 86_400_000],
    ["RETENTION_DAYS", 30, "retentionMs", 2_592_000_000],
    ["RETENTION_DAYS", "30", "retentionMs", 2_592_000_000],
    ["AGENT_MIN_COUNT", 5, "agentMinCount", 5],
    ["AGENT_MIN_COUNT", "5", "agentMinCount", 5],
    ["TICKET_PER", "incident", "ticketPer", "incident"],
    ["TICKET_PER", "Family", "ticketPer", "family"],
    ["TICKETS_PER_HOUR", 1, "ticketsPerHour", 1],
    ["TICKETS_PER_HOUR", "1000", "ticketsPerHour", 1_000],
  ])("reads %s %j", (name, value, field, expected) => {
    const settings = read({ [name]: value });
    expect(settings[field]).toEqual(expected);
    expect(settings.problems).toEqual([]);
  });

  it("takes no AGENT_TOKEN that is the ACCESS_TOKEN: agents could do all that people can", () => {
    const settings = read({ ACCESS_TOKEN: SECRET, AGENT_TOKEN: SECRET });
    expect(settings).toMatchObject({ accessToken: SECRET, agentToken: null });
    expect(settings.problems).toEqual([expect.stringMatching(/^AGENT_TOKEN is the same as/)]);
    expect(settings.problems.join()).not.toContain(SECRET);
  });

  it("takes no token that is longer than one may be sent", () => {
    const token = "x".repeat(TOKEN_UNITS_MAX);
    expect(read({ ACCESS_TOKEN: token })).toMatchObject({ accessToken: token, problems: [] });
    expect(read({ ACCESS_TOKEN: `${token}x` }).accessToken).toBeNull();
  });

  it("reads RULES", () => {
    const settings = read({ RULES: [{ match: { producer: "shop" }, drop: true }] });
    expect(settings.rules).toHaveLength(1);
    expect(settings.problems).toEqual([]);
  });
});

// How each is mended stands in the second half of its line.
const TEXT = /is not a text: write it in quotes/;
const ADDRESS = /is not an address: it begins with https:\/\//;
const WRONG: readonly (readonly [string, unknown, RegExp])[] = [
  ["LINEAR_API_KEY", 42, TEXT],
  ["LINEAR_WEBHOOK_SECRET", [SECRET], TEXT],
  ["ACCESS_TOKEN", 42, TEXT],
  ["AGENT_TOKEN", { SECRET }, TEXT],
  ["LINEAR_WEBHOOK_SECRET", 42, TEXT],
  ["LINEAR_API_URL", "linear.example/hunter2", ADDRESS],
  ["LINEAR_API_URL", 42, TEXT],
  ["LINEAR_TEAM", 42, TEXT],
  ["LINEAR_AGENT", [SECRET], TEXT],
  ["LINEAR_LABELS", [SECRET], TEXT],
  ["LINEAR_PROJECT", false, TEXT],
  ["LINEAR_ASSIGNEE", null, TEXT],
  ["PUBLIC_URL", "ftp://example.com/hunter2", ADDRESS],
  ["PUBLIC_URL", SECRET, ADDRESS],
  ["PUBLIC_URL", 42, TEXT],
  ["JURISDICTION", SECRET, /is not one of eu, fedramp: choose one or leave it out/],
  ["JURISDICTION", 42, TEXT],
  ["SETTLE_SECONDS", -1, /is not a number from 0 to 86400/],
  ["SETTLE_SECONDS", 86_401, /is not a number from 0 to 86400/],
  ["SETTLE_SECONDS", SECRET, /is not a number from 0 to 86400/],
  ["SETTLE_SECONDS", Number.NaN, /is not a number from 0 to 86400/],
  ["SETTLE_SECONDS", true, /is not a number from 0 to 86400/],
  ["RETENTION_DAYS", 0, /is not a number from 1 to 3650/],
  ["RETENTION_DAYS", 3_651, /is not a number from 1 to 3650/],
  ["RETENTION_DAYS", SECRET, /is not a number from 1 to 3650/],
  ["AGENT_MIN_COUNT", 0, /is not a number from 1 to 1000000/],
  ["AGENT_MIN_COUNT", "1,000", /is not a number from 1 to 1000000/],
  ["AGENT_MIN_COUNT", [5], /is not a number from 1 to 1000000/],
  ["TICKET_PER", SECRET, /is not one of family, incident: choose one or leave it out/],
  ["TICKET_PER", 42, TEXT],
  ["TICKETS_PER_HOUR", 0, /is not a number from 1 to 1000/],
  ["TICKETS_PER_HOUR", 1_001, /is not a number from 1 to 1000/],
  ["TICKETS_PER_HOUR", [5], /is not a number from 1 to 1000/],
  ["RULES", SECRET, /is not a list: write each rule as/],
];

describe("readSettings, of what is wrong", () => {
  it.each(WRONG)("says in one line what is wrong with %s %j, and how to mend it", (...row) => {
    const [name, value, expected] = row;
    const { problems } = read({ ...KEYED, [name]: value });
    expect(problems).toEqual([expect.stringMatching(expected)]);
    expect(problems[0]).toMatch(new RegExp(`^${name} .+\\.$`));
    expect(problems[0]).not.toContain(SECRET);
  });

  it.each([
    ["LINEAR_TEAM", undefined],
    ["LINEAR_TEAM", " "],
    ["PUBLIC_URL", undefined],
    ["PUBLIC_URL", ""],
  ])("misses %s beside a key where it is %j", (name, value) => {
    const { problems } = read({ ...KEYED, [name]: value });
    expect(problems).toEqual([expect.stringMatching(`^${name} is missing: set it to .+\\.$`)]);
  });

  it("lists all problems at once, a line each", () => {
    const wrong = Object.fromEntries(WRONG.map(([name, value]) => [name, value]));
    const { problems } = read({ ...wrong, LINEAR_API_KEY: "lin_api_test", LINEAR_TEAM: "" });
    const names = problems.map((problem) => problem.split(" ")[0] ?? "");
    const expected = Object.keys(wrong).filter((name) => name !== "LINEAR_API_KEY");
    expect(names.toSorted()).toEqual(expected.toSorted());
  });

  it("goes on with the default, and with what is right beside it", () => {
    const settings = read({ SETTLE_SECONDS: true, AGENT_MIN_COUNT: "no", ACCESS_TOKEN: SECRET });
    expect(settings).toMatchObject({ settleMs: 30_000, agentMinCount: 1, accessToken: SECRET });
  });

  it("never throws and never quotes a value, whatever is set", () => {
    const value = fc.oneof(
      fc.constantFrom(SECRET, [SECRET], { text: SECRET }, `https://${SECRET}:x@[`, `${SECRET} 1`),
      fc.anything(),
    );
    const names = [...new Set(WRONG.map(([name]) => name))];
    const env = fc.record(Object.fromEntries(names.map((name) => [name, value])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(env, (wrong) => {
        const { problems } = read(wrong);
        expect(problems.join("\n")).not.toContain(SECRET);
        for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+(\[\d+\])? [a-z].+/);
      }),
    );
  });
});

describe("readSettings, of a jurisdiction", () => {
  it("takes it in any case, and says that nothing may be stored under a wrong one", () => {
    expect(read({ JURISDICTION: "EU" })).toMatchObject({ jurisdiction: "eu", isMisplaced: false });
    for (const wrong of ["europe", 1]) {
      expect(read({ JURISDICTION: wrong })).toMatchObject({
        jurisdiction: null,
        isMisplaced: true,
      });
    }
  });
});
