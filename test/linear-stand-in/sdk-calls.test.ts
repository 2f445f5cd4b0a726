import { LinearDocument } from "@linear/sdk";
import { describe, expect, it } from "vitest";

import {
  AGENT_ID,
  inTurn,
  PERSON_ID,
  PROJECT_ID,
  SECOND_TEAM_ID,
  startWithClient,
  TEAM_ID,
} from "./stand-in-client.ts";

const { UpdatedAt } = LinearDocument.PaginationOrderBy;

// Each call as the SDK offers it: a field that the stand-in lacks is refused with HTTP 400.
describe("the SDK's", () => {
  it("agentSessions come by their last change, with all that tells how delegating went", async () => {
    const { standIn, linear } = await startWithClient();
    await inTurn(["First", "Second", "Third"], (title) =>
      linear.createIssue({ teamId: TEAM_ID, title, delegateId: AGENT_ID }),
    );
    standIn.edit("ENG-1", { session: "active" });
    standIn.edit("ENG-2", { session: "dismissed" });
    const { nodes } = await linear.agentSessions({ first: 2, orderBy: UpdatedAt });
    const [second, first] = await Promise.all(["ENG-2", "ENG-1"].map((id) => linear.issue(id)));
    expect(nodes).toMatchObject([
      { issueId: second?.id, status: "pending", dismissedAt: expect.any(Date) },
      { issueId: first?.id, status: "active", dismissedAt: undefined },
    ]);
    expect(nodes.map(({ url, createdAt }) => [url, createdAt])).toEqual([
      [expect.stringContaining("ENG-2#session-"), expect.any(Date)],
      [expect.stringContaining("ENG-1#session-"), expect.any(Date)],
    ]);
  });

  it("agentSessions are ordered by their instants of creation where a clock stands still", async () => {
    const { linear } = await startWithClient({ now: () => 0 });
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    await inTurn([null, AGENT_ID, null, AGENT_ID], (delegateId) =>
      linear.updateIssue("ENG-1", { delegateId }),
    );
    const at = (await linear.agentSessions()).nodes.map(({ createdAt }) => createdAt.getTime());
    expect(at).toEqual([...new Set(at)].toSorted((a, b) => b - a));
    expect(at).toHaveLength(3);
  });

  it("attachmentsForURL give metadata and the issue", async () => {
    const { linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const url = "https://outerloop.example/incidents/v1-abc";
    const metadata = { count: 12, phase: "open" };
    await linear.createAttachment({ issueId: "ENG-1", url, title: "Incident", metadata });
    const { nodes } = await linear.attachmentsForURL(url, { first: 1 });
    const { id } = await linear.issue("ENG-1");
    expect(nodes).toMatchObject([{ metadata, issueId: id }]);
  });

  it("updateIssue takes delegate, assignee, priority, title and description at once", async () => {
    const { linear } = await startWithClient();
    const made = await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const fields = { priority: 1, title: "Better", description: "Text", assigneeId: PERSON_ID };
    await linear.updateIssue(made.issueId ?? "", { ...fields, delegateId: AGENT_ID });
    expect(await linear.issue("ENG-1")).toMatchObject({ ...fields, delegateId: AGENT_ID });
    await linear.updateIssue(made.issueId ?? "", { delegateId: null, assigneeId: null });
    const issue = await linear.issue("ENG-1");
    expect([issue.delegateId, issue.assigneeId, issue.title]).toEqual([
      undefined,
      undefined,
      "Better",
    ]);
    expect(await issue.state).toMatchObject({ name: "Backlog", type: "backlog" });
  });

  it("updateComment gives the comment with its new text", async () => {
    const { linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const { commentId } = await linear.createComment({ issueId: "ENG-1", body: "First" });
    const payload = await linear.updateComment(commentId ?? "", { body: "Second" });
    expect(await payload.comment).toMatchObject({ id: commentId, body: "Second" });
  });

  it("lists of what a setting can name are there without a filter", async () => {
    const { linear } = await startWithClient();
    await linear.createIssueLabel({ name: "production" });
    const [viewer, teams, users, projects, labels] = await Promise.all([
      linear.viewer,
      linear.teams({ first: 2 }),
      linear.users({ first: 10 }),
      linear.projects({ first: 10 }),
      linear.issueLabels({ first: 10 }),
    ]);
    expect(viewer).toMatchObject({ id: PERSON_ID, displayName: "on-call" });
    expect(teams.nodes.map(({ id }) => id)).toEqual([TEAM_ID, SECOND_TEAM_ID]);
    expect(users.nodes).toHaveLength(3);
    expect(projects.nodes.map(({ id }) => id)).toEqual([PROJECT_ID]);
    expect(labels.nodes.map(({ name }) => name)).toEqual(["production"]);
  });

  it("workflowStates of a team are that team's", async () => {
    const { linear } = await startWithClient();
    await inTurn([TEAM_ID, SECOND_TEAM_ID], async (id) => {
      const filter = { team: { id: { eq: id } } };
      const { nodes } = await linear.workflowStates({ filter });
      expect(nodes.map(({ teamId }) => teamId)).toEqual(Array(7).fill(id));
    });
  });
});
