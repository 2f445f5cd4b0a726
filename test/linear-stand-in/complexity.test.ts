import { parse } from "graphql/index.js";
import { describe, expect, it } from "vitest";

import { complexityOf } from "../../examples/linear-stand-in/graphql/complexity.ts";
import { startWithClient, TEAM_ID } from "./stand-in-client.ts";

describe("complexityOf", () => {
  it.each([
    ["a property is a tenth, an object one, rounded up", "{ viewer { id } }", 2],
    ["eleven properties are more than one", "{ viewer { a b c d e f g h i j k } }", 3],
    ["objects add up", "{ viewer { id } organization { id owner { id } } }", 4],
    ["a name that it is given costs nothing", "{ one: viewer { id } two: viewer { id } }", 3],
    ["a connection counts fifty times", "{ issues { nodes { id } } }", 56],
    ["or first times", "{ issues(first: 2) { nodes { id } } }", 4],
    ["or last times", "{ issues(last: 250) { nodes { id } } }", 276],
    ["by its edges, too", "{ issues(first: 2) { edges { node { id } } } }", 6],
    ["with all that it holds", "{ issues(first: 10) { nodes { id } pageInfo { endCursor } } }", 23],
    [
      "within each other",
      "{ issues(first: 2) { nodes { comments(first: 3) { nodes { id } } } } }",
      12,
    ],
    ["an inline fragment is what it holds", "{ viewer { ... on User { id name } } }", 2],
    ["first: 0 is no page", "{ issues(first: 0) { nodes { id } } }", 56],
    ["first of what is no page", "{ issue(first: 9) { id } }", 2],
    ["nothing is one", "fragment F on User { id }", 1],
  ])("%s", (_, document, points) => {
    expect(complexityOf(parse(document), null)).toBe(points);
  });

  it.each([
    ["given", { first: 2 }, 4],
    ["left out", {}, 12],
    ["none", null, 12],
    ["null", { first: null }, 56],
    ["no number", { first: "2" }, 56],
  ])("takes the size of a page from a variable that is %s", (_, variables, points) => {
    const document = parse("query q($first: Int = 10) { issues(first: $first) { nodes { id } } }");
    expect(complexityOf(document, variables)).toBe(points);
  });

  it("counts a fragment where it is spread, and what makes a connection in it", () => {
    const document = parse(`
      query { issues(first: 2) { ...Page } viewer { ...Person } }
      fragment Page on IssueConnection { nodes { ...Issue } }
      fragment Issue on Issue { id title assignee { ...Person } }
      fragment Person on User { id name }
    `);
    // 1 + 2 x (1 + 0.2 + (1 + 0.2)), and 1 + 0.2.
    expect(complexityOf(document, {})).toBe(7);
  });

  it("ends for fragments that spread themselves, and for what doubles two hundred times", () => {
    const circle = parse(
      "{ viewer { ...A } } fragment A on User { id ...B } fragment B on U { ...A }",
    );
    expect(complexityOf(circle, {})).toBe(2);
    const doubling = Array.from(
      { length: 200 },
      (_, n) => `fragment F${n} on User { id me { ...F${n + 1} } me { ...F${n + 1} } }`,
    );
    const bomb = parse(`{ viewer { ...F0 } } ${doubling.join(" ")} fragment F200 on User { id }`);
    expect(complexityOf(bomb, {})).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("is what each request is logged with, whatever the SDK asks for", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    await linear.agentSessions({ first: 1 });
    await linear.agentSessions();
    await linear.client.rawRequest("not GraphQL").catch(() => null);
    const [, one = NaN, fifty = NaN, none] = standIn.requests().map(({ complexity }) => complexity);
    expect(fifty).toBeGreaterThan(40 * one);
    expect(none).toBe(1);
  });
});
