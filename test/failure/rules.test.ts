import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyRules, parseRules } from "../../src/failure/rules.ts";
import { failure } from "../support/factories.ts";

const match = { producer: "shop" };

describe("parseRules", () => {
  it.each([undefined, null, "", []])("takes %j for no rules", (setting) => {
    expect(parseRules(setting)).toEqual({ rules: [], problems: [] });
  });

  it("reads every word that a rule may say", () => {
    const { rules, problems } = parseRules([
      { match, drop: true },
      { match: { outcome: "canceled" }, keep: true },
      { match: { message: "*timeout*" }, sample: 0.1, group: "upstream timeouts" },
      { match, priority: 1, team: "OPS", agent: false, labels: ["billing"] },
    ]);
    expect(problems).toEqual([]);
    expect(rules.map(({ says }) => says)).toEqual([
      { verdict: "drop" },
      { verdict: "keep" },
      { sample: 0.1, group: "upstream timeouts" },
      { priority: 1, team: "OPS", agent: false, labels: ["billing"] },
    ]);
  });

  it.each([
    ["no list", { match, drop: true }, /^RULES is not a list: write each rule as/],
    ["no table", ["drop"], /^RULES\[0\] is not a table/],
    ["no match", [{ drop: true }], /^RULES\[0\] has no match/],
    ["an empty match", [{ match: {}, drop: true }], /^RULES\[0\] has no match/],
    ["nothing said", [{ match }], /^RULES\[0\] says nothing/],
    ["an unknown subject", [{ match: { host: "x" }, drop: true }], /matches on "host": use/],
    ["an unknown word", [{ match, mute: true }], /says "mute": use drop, keep/],
    ["a word that every object has", [{ match, constructor: 1 }], /says "constructor": use/],
    ["drop = false", [{ match, drop: false }], /drop is true or left out/],
    ["a share above one", [{ match, sample: 2 }], /sample is from 0 to 1/],
    ["a priority of none", [{ match, priority: 0 }], /priority is 1, 2, 3 or 4/],
    ["labels as a text", [{ match, labels: "a" }], /labels is a list of texts/],
    ["a long glob", [{ match: { type: "x".repeat(201) }, drop: true }], /match.type is not a text/],
  ])("says what is wrong with %s", (_name, setting, problem) => {
    const parsed = parseRules(setting);
    expect(parsed.rules).toEqual([]);
    expect(parsed.problems.join("\n")).toMatch(problem);
  });

  it("leaves a wrong rule out and goes on with the others", () => {
    const { rules, problems } = parseRules([{ match }, { match, drop: true }]);
    expect(rules).toHaveLength(1);
    expect(problems).toHaveLength(1);
  });

  it("never throws, whatever the setting holds", () => {
    fc.assert(
      fc.property(fc.anything(), (setting) => {
        expect(() => parseRules(setting)).not.toThrow();
      }),
    );
  });
});

describe("applyRules", () => {
  const says = (setting: unknown): object => applyRules(parseRules(setting).rules, failure());

  it("says nothing where no rule matches", () => {
    expect(says([{ match: { producer: "other" }, drop: true }])).toEqual({});
  });

  it.each([
    ["producer", "sh*"],
    ["route", "GET /orders/*"],
    ["type", "paymenterror"],
    ["message", "*declined*"],
    ["outcome", "exception"],
  ])("matches on %s", (subject, glob) => {
    expect(says([{ match: { [subject]: glob }, drop: true }])).toEqual({ verdict: "drop" });
  });

  it("wants every subject of a match to fit", () => {
    expect(says([{ match: { producer: "shop", type: "Other" }, drop: true }])).toEqual({});
  });

  it("lets the first rule that says a thing decide it, each thing by itself", () => {
    const rules = [
      { match, priority: 1 },
      { match, priority: 4, team: "OPS" },
      { match, keep: true },
      { match, drop: true },
    ];
    expect(says(rules)).toEqual({ priority: 1, team: "OPS", verdict: "keep" });
  });
});
