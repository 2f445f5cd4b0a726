import { describe, expect, it } from "vitest";

import { AGENT_ID, startWithClient, TEAM_ID } from "./stand-in-client.ts";

describe("delegating", () => {
  it("starts a pending session of the agent on the issue", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    const { nodes } = await linear.agentSessions();
    const issue = await linear.issue("ENG-1");
    expect(nodes).toMatchObject([{ status: "pending", issueId: issue.id, appUserId: AGENT_ID }]);
    expect(await linear.agentSession(nodes[0]?.id ?? "")).toMatchObject({ status: "pending" });
    expect(standIn.state().issues[0]?.sessions).toMatchObject([
      { agent: "coding-agent", status: "pending" },
    ]);
  });

  it("to the same agent again starts nothing; clearing it first starts a newer session", async () => {
    const { linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    await linear.updateIssue("ENG-1", { delegateId: AGENT_ID });
    expect((await linear.agentSessions()).nodes).toHaveLength(1);
    await linear.updateIssue("ENG-1", { delegateId: null });
    expect(await linear.issue("ENG-1")).toMatchObject({ delegateId: undefined });
    await linear.updateIssue("ENG-1", { delegateId: AGENT_ID });
    const { nodes } = await linear.agentSessions();
    expect(nodes).toHaveLength(2);
    expect(nodes[0]?.createdAt.getTime()).toBeGreaterThan(nodes[1]?.createdAt.getTime() ?? NaN);
  });

  it("leaves the session pending until the agent's side moves on", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    standIn.edit("ENG-1", { as: "coding-agent", session: "active" });
    expect((await linear.agentSessions()).nodes).toMatchObject([
      { status: "active", startedAt: expect.any(Date), endedAt: undefined },
    ]);
    standIn.edit("ENG-1", { session: "complete" });
    expect((await linear.agentSessions()).nodes).toMatchObject([
      { status: "complete", endedAt: expect.any(Date) },
    ]);
  });

  it("is told in the issue's history", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    await linear.updateIssue("ENG-1", { delegateId: AGENT_ID });
    await linear.updateIssue("ENG-1", { delegateId: null });
    expect(standIn.state().issues[0]?.history.map(({ by, what }) => `${by} ${what}`)).toEqual([
      "on-call (API) created the issue",
      "on-call (API) delegated to coding-agent",
      "on-call (API) assigned on-call",
      "on-call (API) removed the delegate",
    ]);
  });
});
