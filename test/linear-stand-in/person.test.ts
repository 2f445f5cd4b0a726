import { describe, expect, it } from "vitest";

import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { AGENT_ID, rejection, startWithClient, TEAM_ID } from "./stand-in-client.ts";

async function startWithIssue(): Promise<Awaited<ReturnType<typeof startWithClient>>> {
  const started = await startWithClient();
  await started.linear.createIssue({ teamId: TEAM_ID, title: "Title", description: "Ours" });
  return started;
}

async function send(
  standIn: LinearStandIn,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${standIn.url}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

describe("POST /stand-in/issues/:identifier", () => {
  it("does what a person does in Linear, with names for ids", async () => {
    const { standIn, linear } = await startWithIssue();
    const { status } = await send(standIn, "POST", "/stand-in/issues/eng-1", {
      state: "done",
      title: "By a person",
      description: "Rewritten",
      priority: 1,
      assignee: "on-call",
      delegate: "coding-agent",
      comment: "Fixed",
    });
    expect(status).toBe(200);
    const issue = await linear.issue("ENG-1");
    expect(issue).toMatchObject({
      title: "By a person",
      description: "Rewritten",
      priority: 1,
      delegateId: AGENT_ID,
      completedAt: expect.any(Date),
    });
    expect((await issue.comments()).nodes.map(({ body }) => body)).toEqual(["Fixed"]);
    expect(standIn.state().issues[0]).toMatchObject({ state: { name: "Done" } });
  });

  it("does what the agent does, in its name", async () => {
    const { standIn, linear } = await startWithIssue();
    await linear.updateIssue("ENG-1", { delegateId: AGENT_ID });
    await send(standIn, "POST", "/stand-in/issues/ENG-1", {
      as: "coding-agent",
      session: "active",
      comment: "Looking",
      state: "In Progress",
    });
    expect(standIn.state().issues[0]).toMatchObject({
      comments: [{ user: "coding-agent", body: "Looking" }],
      sessions: [{ status: "active" }],
      history: expect.arrayContaining([
        expect.objectContaining({ by: "coding-agent", what: "moved from Backlog to In Progress" }),
      ]),
    });
  });

  it("leaves the issue's own instant alone when it only comments", async () => {
    const { standIn } = await startWithIssue();
    const before = standIn.state().issues[0];
    standIn.edit("ENG-1", { comment: "Looking" });
    expect(standIn.state().issues[0]?.updatedAt).toBe(before?.updatedAt);
  });

  it.each(["archived", "trashed"])("can make an issue %s and undo it", async (field) => {
    const { standIn, linear } = await startWithIssue();
    await send(standIn, "POST", "/stand-in/issues/ENG-1", { [field]: true });
    expect((await linear.issue("ENG-1")).archivedAt).toBeInstanceOf(Date);
    await send(standIn, "POST", "/stand-in/issues/ENG-1", { [field]: false });
    expect((await linear.issue("ENG-1")).archivedAt).toBeUndefined();
  });

  it.each([
    ["an unknown state", { state: "Shipped" }, 400, "there are Backlog, Todo"],
    ["an unknown user", { assignee: "nobody" }, 400, "no user"],
    ["a person as the delegate", { delegate: "on-call" }, 400, "must be an agent"],
    ["an unknown field", { status: "Done" }, 400, "status"],
    ["a blank comment, with all the rest", { state: "Done", comment: " " }, 400, "blank"],
    ["a session that is not there", { session: "active" }, 400, "no agent session"],
    ["no JSON object", [], 400, "expected object"],
  ])("refuses %s, and says what would do", async (_, edit, status, words) => {
    const { standIn } = await startWithIssue();
    const before = standIn.state();
    const answer = await send(standIn, "POST", "/stand-in/issues/ENG-1", edit);
    expect(answer).toMatchObject({ status, body: { error: { message: expect.any(String) } } });
    expect(JSON.stringify(answer.body)).toContain(words);
    expect(standIn.state()).toEqual(before);
  });

  it("knows no other issue", async () => {
    const { standIn } = await startWithIssue();
    const answer = await send(standIn, "POST", "/stand-in/issues/ENG-9", { state: "Done" });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: "not_found" } } });
    expect(() => standIn.edit("ENG-9", {})).toThrow("Entity not found");
  });
});

describe("DELETE /stand-in/issues/:identifier", () => {
  it("removes an issue for good, with all that belongs to it", async () => {
    const { standIn, linear } = await startWithIssue();
    await linear.updateIssue("ENG-1", { delegateId: AGENT_ID });
    await linear.createComment({ issueId: "ENG-1", body: "Text" });
    await linear.createAttachment({ issueId: "ENG-1", url: "https://a.example/", title: "A" });
    expect(await send(standIn, "DELETE", "/stand-in/issues/ENG-1")).toMatchObject({ status: 200 });
    await expect(linear.issue("ENG-1")).rejects.toThrow("Entity not found");
    expect((await linear.attachmentsForURL("https://a.example/")).nodes).toEqual([]);
    expect((await linear.agentSessions()).nodes).toEqual([]);
    expect(await send(standIn, "DELETE", "/stand-in/issues/ENG-1")).toMatchObject({ status: 404 });
    await linear.createIssue({ teamId: TEAM_ID, title: "Next" });
    expect(standIn.state().issues[0]?.identifier).toBe("ENG-2");
  });
});

describe("/stand-in/failures", () => {
  it("plans failures, tells them and forgets them", async () => {
    const { standIn, linear } = await startWithIssue();
    const planned = { kind: "internal", times: 3, operation: "issueCreate" };
    expect(await send(standIn, "POST", "/stand-in/failures", planned)).toEqual({
      status: 201,
      body: { planned: [planned] },
    });
    await rejection(linear.createIssue({ teamId: TEAM_ID, title: "Title" }));
    expect(await send(standIn, "GET", "/stand-in/failures")).toMatchObject({
      body: { planned: [{ times: 2 }] },
    });
    await send(standIn, "DELETE", "/stand-in/failures");
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
  });

  it.each([
    [{ kind: "explosion" }, "ratelimited-code-only"],
    [{ kind: "internal", times: 0 }, "times"],
    [{ kind: "internal", operation: "issue create" }, "operation"],
    [{ kind: "internal", once: true }, "once"],
    ["internal", "expected object"],
  ])("refuses %j and says why", async (wrong, words) => {
    const { standIn, linear } = await startWithIssue();
    const answer = await send(standIn, "POST", "/stand-in/failures", wrong);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(words);
    expect(await linear.viewer).toBeDefined();
  });
});

describe("what can be looked at", () => {
  it("is the state and the requests, as JSON", async () => {
    const { standIn } = await startWithIssue();
    expect((await send(standIn, "GET", "/stand-in/state")).body).toEqual(standIn.state());
    expect((await send(standIn, "GET", "/stand-in/requests")).body).toEqual({
      requests: standIn.requests(),
    });
  });
});
