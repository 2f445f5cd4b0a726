import {
  AuthenticationLinearError,
  GraphqlLinearError,
  InvalidInputLinearError,
  LinearClient,
} from "@linear/sdk";
import { describe, expect, it } from "vitest";

import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { inTurn, rejection, startWithClient, TEAM_ID } from "./stand-in-client.ts";

describe("what does not fit Linear's schema", () => {
  it.each([
    ["an unknown field", "query { viewer { nickname } }", {}],
    ["an unknown argument", "query { issue(key: 1) { id } }", {}],
    ["a missing argument", "query { issue { id } }", {}],
    ["a variable of another type", "query q($id: Int!) { issue(id: $id) { id } }", { id: 1 }],
    [
      "an input without what it needs",
      "mutation m($i: IssueCreateInput!) { issueCreate(input: $i) { success } }",
      { i: { title: "Title" } },
    ],
    [
      "an input with a field too many",
      "mutation m($i: IssueCreateInput!) { issueCreate(input: $i) { success } }",
      { i: { teamId: TEAM_ID, title: "Title", colour: "red" } },
    ],
    ["no GraphQL at all", "SELECT * FROM issues", {}],
  ])("is refused with HTTP 400: %s", async (_, query, variables) => {
    const { standIn, linear } = await startWithClient();
    const error = await rejection(linear.client.rawRequest(query, variables));
    expect(error).toBeInstanceOf(GraphqlLinearError);
    expect(error).toMatchObject({ status: 400 });
    expect(standIn.state().issues).toEqual([]);
    expect(standIn.requests()).toMatchObject([{ outcome: "refused" }]);
  });

  it("is told in Linear's words", async () => {
    const { standIn } = await startWithClient();
    const response = await fetch(standIn.graphqlUrl, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: standIn.apiKey },
      body: JSON.stringify({ query: "{ viewer { nothing } }" }),
    });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: 'Cannot query field "nothing" on type "User".',
          extensions: { code: "GRAPHQL_VALIDATION_FAILED", type: "graphql error", userError: true },
        },
      ],
    });
  });
});

describe("the credential", () => {
  it("may be an API key as it is, or an OAuth token after Bearer", async () => {
    const { standIn } = await startWithClient();
    const { graphqlUrl: apiUrl, apiKey } = standIn;
    expect(await new LinearClient({ apiKey, apiUrl }).viewer).toBeDefined();
    expect(await new LinearClient({ accessToken: apiKey, apiUrl }).viewer).toBeDefined();
  });

  it("is refused with HTTP 401 when it is wrong or missing", async () => {
    const { standIn } = await startWithClient();
    const { graphqlUrl: apiUrl } = standIn;
    await inTurn([{ apiKey: "wrong" }, { accessToken: "wrong" }], async (wrong) => {
      const error = await rejection(
        new LinearClient({ ...wrong, apiUrl }).createIssueLabel({ name: "x" }),
      );
      expect(error).toBeInstanceOf(AuthenticationLinearError);
      expect(error).toMatchObject({ status: 401 });
    });
    const without = await fetch(apiUrl, { method: "POST", body: '{"query":"{viewer{id}}"}' });
    expect(without.status).toBe(401);
    expect(await without.json()).toMatchObject({
      errors: [{ extensions: { type: "authentication error", code: "AUTHENTICATION_ERROR" } }],
    });
    expect(standIn.state().labels).toEqual([]);
    expect(JSON.stringify(standIn.requests())).not.toContain("wrong");
  });

  it("is refused as Linear does when an API key of Linear's kind stands after Bearer", async () => {
    const standIn = await startLinearStandIn({ apiKey: "lin_api_test" });
    const apiUrl = standIn.graphqlUrl;
    const error = await rejection(
      Promise.resolve(new LinearClient({ accessToken: "lin_api_test", apiUrl }).viewer),
    );
    const viewer = await new LinearClient({ apiKey: "lin_api_test", apiUrl }).viewer;
    await standIn.close();
    expect(error).toBeInstanceOf(InvalidInputLinearError);
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining("Bearer") });
    expect(viewer.displayName).toBe("on-call");
  });
});

describe("every answer", () => {
  it("carries the rate limit, with instants in milliseconds, and counts down", async () => {
    const { standIn, linear } = await startWithClient();
    const remaining: number[] = [];
    await inTurn(["{ viewer { id name } }", "{ viewer { id name } }"], async (query) => {
      const { headers } = await linear.client.rawRequest(query);
      remaining.push(Number(headers?.get("x-ratelimit-requests-remaining")));
      expect(Number(headers?.get("x-ratelimit-requests-reset"))).toBeGreaterThan(Date.now());
      expect(headers?.get("x-complexity")).toBe("2");
    });
    expect(remaining).toEqual([2499, 2498]);
    const { headers } = await linear.client.rawRequest("{ issues(first: 10) { nodes { id } } }");
    expect(headers?.get("x-complexity")).toBe("12");
    expect(headers?.get("x-ratelimit-complexity-remaining")).toBe(String(3_000_000 - 2 - 2 - 12));
    expect(standIn.requests().map(({ complexity }) => complexity)).toEqual([2, 2, 12]);
    const refused = await fetch(standIn.graphqlUrl, { method: "POST", body: "{}" });
    expect(refused.headers.get("x-ratelimit-requests-remaining")).toBe("2496");
  });
});
