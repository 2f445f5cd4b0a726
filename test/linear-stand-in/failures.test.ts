import {
  AuthenticationLinearError,
  ForbiddenLinearError,
  InternalLinearError,
  InvalidInputLinearError,
  LinearError,
  NetworkLinearError,
  RatelimitedLinearError,
  UnknownLinearError,
} from "@linear/sdk";
import { describe, expect, it } from "vitest";

import { inTurn, rejection, startWithClient, TEAM_ID } from "./stand-in-client.ts";

const ISSUE = { teamId: TEAM_ID, title: "Title" };

describe("a planned failure", () => {
  it.each([
    ["ratelimited", RatelimitedLinearError, 400],
    ["ratelimited-code-only", UnknownLinearError, 400],
    ["empty-400", AuthenticationLinearError, 400],
    ["unauthorized", AuthenticationLinearError, 401],
    ["forbidden", ForbiddenLinearError, 403],
    ["internal", InternalLinearError, 500],
    ["bad-gateway", NetworkLinearError, 502],
    ["ratelimited-complexity", RatelimitedLinearError, 400],
    ["invalid-input", InvalidInputLinearError, 200],
    ["input-error", InvalidInputLinearError, 200],
  ] as const)(
    "of the kind %s does nothing and becomes the SDK's %o",
    async (kind, type, status) => {
      const { standIn, linear } = await startWithClient();
      standIn.fail({ kind });
      const error = await rejection(linear.createIssue(ISSUE));
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject({ status });
      expect(standIn.state().issues).toEqual([]);
      expect(standIn.requests()).toMatchObject([{ operation: "createIssue", outcome: kind }]);
      expect(await linear.createIssue(ISSUE)).toMatchObject({ success: true });
    },
  );

  it.each(["ratelimited", "ratelimited-code-only"] as const)(
    "of the kind %s tells no requests remaining and the instant at which it ends",
    async (kind) => {
      const { standIn, linear } = await startWithClient();
      standIn.fail({ kind });
      const error = await rejection(linear.createIssue(ISSUE));
      if (!(error instanceof LinearError)) throw error;
      const headers = error.raw?.response?.headers;
      expect(headers?.get("x-ratelimit-requests-remaining")).toBe("0");
      expect(Number(headers?.get("x-ratelimit-requests-reset"))).toBeGreaterThan(Date.now());
      expect(error.raw?.response?.errors).toMatchObject([{ extensions: { code: "RATELIMITED" } }]);
    },
  );

  it("of the kind ratelimited-complexity leaves requests, and tells when complexity is back", async () => {
    const { standIn, linear } = await startWithClient({ now: () => 1_000_000 });
    standIn.fail({ kind: "ratelimited-complexity" });
    const error = await rejection(linear.createIssue(ISSUE));
    expect(error).toMatchObject({
      complexityRemaining: 0,
      complexityResetAt: 1_060_000,
      requestsRemaining: 2_499,
    });
  });

  it("of the kind input-error is told as an issue is that is not there", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue(ISSUE);
    const real = await rejection(linear.issue("ENG-9"));
    standIn.fail({ kind: "input-error" });
    const planned = await rejection(linear.issue("ENG-1"));
    if (!(real instanceof LinearError && planned instanceof LinearError)) throw planned;
    expect(planned.message).toBe(real.message);
    expect(planned.raw?.response?.errors?.[0]?.extensions).toEqual(
      real.raw?.response?.errors?.[0]?.extensions,
    );
  });

  it("of the kind no-answer ends the connection before anything is done", async () => {
    const { standIn, linear } = await startWithClient();
    standIn.fail({ kind: "no-answer" });
    expect(await rejection(linear.createIssue(ISSUE))).toBeInstanceOf(UnknownLinearError);
    expect(standIn.state().issues).toEqual([]);
  });

  it("of the kind lost-answer does the work and looks the same to the caller", async () => {
    const { standIn, linear } = await startWithClient();
    standIn.fail({ kind: "lost-answer" });
    expect(await rejection(linear.createIssue(ISSUE))).toBeInstanceOf(UnknownLinearError);
    expect(standIn.state().issues).toHaveLength(1);
    expect(standIn.requests()).toMatchObject([{ outcome: "lost-answer" }]);
  });

  it("of the kind hang does nothing and lasts until the stand-in is closed", async () => {
    const { standIn, linear } = await startWithClient();
    standIn.fail({ kind: "hang" });
    const hanging = rejection(linear.createIssue(ISSUE));
    const other = linear.viewer;
    expect(await Promise.race([hanging, other])).toMatchObject({ displayName: "on-call" });
    expect(standIn.state().issues).toEqual([]);
    await standIn.close();
    expect(await hanging).toBeInstanceOf(UnknownLinearError);
  });

  it("waits for the operation that it names, by field or by the SDK's name", async () => {
    const { standIn, linear } = await startWithClient();
    standIn.fail({ kind: "internal", operation: "issueCreate" });
    standIn.fail({ kind: "forbidden", operation: "createComment" });
    await linear.viewer;
    expect(await rejection(linear.createComment({ body: "x" }))).toBeInstanceOf(
      ForbiddenLinearError,
    );
    expect(await rejection(linear.createIssue(ISSUE))).toBeInstanceOf(InternalLinearError);
    await linear.createIssue(ISSUE);
  });

  it("happens as often as it was told, in the order of planning, unless it is cleared", async () => {
    const { standIn, linear } = await startWithClient();
    standIn.fail({ kind: "internal", times: 2 });
    standIn.fail({ kind: "forbidden", times: 5 });
    const kinds = [InternalLinearError, InternalLinearError, ForbiddenLinearError];
    await inTurn(kinds, async (kind) => {
      expect(await rejection(Promise.resolve(linear.viewer))).toBeInstanceOf(kind);
    });
    standIn.clearFailures();
    expect(await linear.viewer).toBeDefined();
  });
});

describe("the requests that arrived", () => {
  it("are remembered with their variables, the last five hundred", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue(ISSUE);
    expect(standIn.requests()).toMatchObject([
      {
        operation: "createIssue",
        fields: ["issueCreate"],
        variables: { input: ISSUE },
        outcome: "ok",
      },
    ]);
    await rejection(linear.createIssue({ ...ISSUE, title: "", description: "x".repeat(60_000) }));
    expect(standIn.requests()[1]).toMatchObject({
      variables: { tooLargeToKeepChars: expect.any(Number) },
      outcome: "refused",
    });
    await inTurn(Array(500), () => linear.client.rawRequest("{viewer{id}}"));
    expect(standIn.requests()).toHaveLength(500);
    expect(standIn.requests()[0]?.operation).toBe("(anonymous)");
  });
});
