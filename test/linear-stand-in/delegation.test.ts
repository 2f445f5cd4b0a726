import { describe, expect, it } from "vitest";

import { AGENT_ID, inTurn, PERSON_ID, startWithClient, TEAM_ID } from "./stand-in-client.ts";
import { SECRET, startReceiver } from "./webhook-receiver.ts";

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

  it("assigns the issue to whoever delegates over the API, where nobody is and nobody is named", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "New", delegateId: AGENT_ID });
    await inTurn(["Later", "Another's", "A person's"], (title) =>
      linear.createIssue({ teamId: TEAM_ID, title }),
    );
    await linear.updateIssue("ENG-2", { delegateId: AGENT_ID, assigneeId: null });
    standIn.edit("ENG-3", { assignee: "second-person" });
    await linear.updateIssue("ENG-3", { delegateId: AGENT_ID });
    standIn.edit("ENG-4", { delegate: "coding-agent" });
    await linear.updateIssue("ENG-2", { delegateId: null });
    const assignees = standIn.state().issues.map(({ assignee }) => assignee);
    expect(assignees).toEqual(["on-call", "on-call", "second-person", null]);
  });

  it("tells who did it as the session's creator, which is nobody for an agent", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    const names = ["second-person", "coding-agent"];
    for (const as of names) {
      standIn.edit("ENG-1", { delegate: null });
      standIn.edit("ENG-1", { as, delegate: "coding-agent" });
    }
    const { nodes } = await linear.agentSessions();
    const creators = await Promise.all(
      nodes.map(async (node) => (await node.creator)?.displayName),
    );
    expect(creators).toEqual([undefined, "second-person", "on-call"]);
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

describe("an agent's session that a person dismisses", () => {
  it("is dismissed in that person's name, and the agent is off the issue", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    standIn.edit("ENG-1", { session: "active" });
    standIn.edit("ENG-1", { as: "second-person", session: "dismissed" });
    const [session] = (await linear.agentSessions()).nodes;
    expect(session).toMatchObject({
      dismissedAt: expect.any(Date),
      status: "active",
      endedAt: undefined,
    });
    expect(await session?.dismissedBy).toMatchObject({ displayName: "second-person" });
    expect(await linear.issue("ENG-1")).toMatchObject({
      delegateId: undefined,
      assigneeId: PERSON_ID,
    });
    const history = standIn.state().issues[0]?.history.slice(-2);
    expect(history?.map(({ by, what }) => `${by} ${what}`)).toEqual([
      "second-person dismissed the agent's session",
      "second-person removed the delegate",
    ]);
    const page = await (await fetch(`${standIn.url}/issue/ENG-1`)).text();
    expect(page).toContain("coding-agent: active, dismissed");
  });

  it("stays so when the issue is delegated again, which starts a newer one", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    standIn.edit("ENG-1", { session: "dismissed" });
    await linear.updateIssue("ENG-1", { delegateId: AGENT_ID });
    expect(standIn.state().issues[0]).toMatchObject({
      delegate: "coding-agent",
      sessions: [{ dismissedAt: expect.any(String) }, { dismissedAt: null, status: "pending" }],
    });
  });
});

describe("an agent that answers", () => {
  it("makes each new session active, and only new ones", async () => {
    const { standIn, linear } = await startWithClient({ agent: "answers" });
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    expect((await linear.agentSessions()).nodes).toMatchObject([
      { status: "active", startedAt: expect.any(Date) },
    ]);
    standIn.edit("ENG-1", { session: "awaitingInput" });
    standIn.edit("ENG-1", { comment: "More" });
    standIn.edit("ENG-1", { delegate: null });
    standIn.edit("ENG-1", { delegate: "coding-agent" });
    const statuses = standIn.state().issues[0]?.sessions.map(({ status }) => status);
    expect(statuses).toEqual(["awaitingInput", "active"]);
  });

  it("can be put to sleep and woken at any time", async () => {
    const { standIn, linear } = await startWithClient();
    standIn.setAgent("answers");
    await linear.createIssue({ teamId: TEAM_ID, title: "First", delegateId: AGENT_ID });
    standIn.setAgent("sleeps");
    await linear.createIssue({ teamId: TEAM_ID, title: "Second", delegateId: AGENT_ID });
    standIn.setAgent("answers");
    const statuses = standIn.state().issues.map(({ sessions }) => sessions[0]?.status);
    expect(statuses).toEqual(["active", "pending"]);
  });

  it("is told of in two webhooks, so that a session is seen to be pending first", async () => {
    const receiver = await startReceiver();
    const { standIn, linear } = await startWithClient({
      agent: "answers",
      webhook: { url: receiver.url, secret: SECRET },
    });
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    await standIn.delivered();
    expect(receiver.payloads().map(({ type, data }) => [type, data["status"]])).toEqual([
      ["Issue", undefined],
      ["AgentSession", "pending"],
      ["AgentSession", "active"],
    ]);
  });
});
