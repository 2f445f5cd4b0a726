import { randomUUID } from "node:crypto";

import { InvalidInputLinearError } from "@linear/sdk";
import { describe, expect, it } from "vitest";

import {
  AGENT_ID,
  PERSON_ID,
  PROJECT_ID,
  rejection,
  startWithClient,
  TEAM_ID,
} from "./stand-in-client.ts";

describe("issueCreate", () => {
  it("makes an issue with everything that it was given, under the id that it was given", async () => {
    const { standIn, linear } = await startWithClient();
    const label = await (await linear.createIssueLabel({ name: "production" })).issueLabel;
    const todo = (await linear.workflowStates({ filter: { name: { eq: "Todo" } } })).nodes[0];
    const id = randomUUID();
    const payload = await linear.createIssue({
      id,
      teamId: TEAM_ID,
      title: "shop GET /orders/:id PaymentError",
      description: "What happened",
      priority: 2,
      stateId: todo?.id ?? "",
      assigneeId: PERSON_ID,
      delegateId: AGENT_ID,
      projectId: PROJECT_ID,
      labelIds: [label?.id ?? ""],
    });

    expect(payload).toMatchObject({ success: true, issueId: id });
    const issue = await linear.issue("eng-1");
    expect(issue).toMatchObject({
      id,
      identifier: "ENG-1",
      number: 1,
      url: `${standIn.url}/issue/ENG-1`,
      title: "shop GET /orders/:id PaymentError",
      description: "What happened",
      priority: 2,
      priorityLabel: "High",
      stateId: todo?.id,
      assigneeId: PERSON_ID,
      delegateId: AGENT_ID,
      projectId: PROJECT_ID,
      teamId: TEAM_ID,
      labelIds: [label?.id],
      creatorId: PERSON_ID,
    });
    expect(issue.createdAt).toBeInstanceOf(Date);
    expect((await issue.labels()).nodes.map(({ name }) => name)).toEqual(["production"]);
    expect(await issue.delegate).toMatchObject({ displayName: "coding-agent" });
    expect(await issue.assignee).toMatchObject({ displayName: "on-call" });
    expect(await issue.team).toMatchObject({ key: "ENG" });
    expect(await issue.project).toMatchObject({ name: "Reliability" });
    expect(standIn.state().issues).toHaveLength(1);
  });

  it("numbers the issues of a team, and gives ids, the first state and no priority by itself", async () => {
    const { linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "First" });
    const second = await (await linear.createIssue({ teamId: TEAM_ID, title: "Second" })).issue;
    expect(second).toMatchObject({ identifier: "ENG-2", priority: 0, description: undefined });
    expect(second?.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
    expect(await second?.state).toMatchObject({ name: "Backlog" });
  });

  it("refuses an id that it has, and keeps the issue as it was", async () => {
    const { standIn, linear } = await startWithClient();
    const id = randomUUID();
    await linear.createIssue({ id, teamId: TEAM_ID, title: "First" });
    const error = await rejection(linear.createIssue({ id, teamId: TEAM_ID, title: "Again" }));
    expect(error).toBeInstanceOf(InvalidInputLinearError);
    expect(error).toMatchObject({ status: 200 });
    expect(standIn.state().issues.map(({ title }) => title)).toEqual(["First"]);
  });

  it.each([
    ["an id that is no UUID", { id: "v1-abc" }, "id must be a UUID"],
    [
      "a UUID that is not of version 4",
      { id: "00000000-0000-1000-8000-000000000009" },
      "version 4",
    ],
    ["a team that is not there", { teamId: "none" }, "teamId"],
    ["a blank title", { title: " " }, "title must not be empty"],
    ["a label that is not there", { labelIds: ["none"] }, "labelIds"],
    ["an assignee who is not there", { assigneeId: "none" }, "assigneeId"],
    ["an agent as assignee", { assigneeId: AGENT_ID }, "agent cannot be the assignee"],
    ["a delegate who is not there", { delegateId: "none" }, "delegateId"],
    ["a person as delegate", { delegateId: PERSON_ID }, "must be an agent"],
    ["a project that is not there", { projectId: "none" }, "projectId"],
    ["a state that is not there", { stateId: "none" }, "stateId"],
    ["a priority that is none", { priority: 5 }, "priority"],
  ])("refuses %s and makes nothing", async (_, wrong, words) => {
    const { standIn, linear } = await startWithClient();
    const error = await rejection(
      linear.createIssue({ teamId: TEAM_ID, title: "Title", ...wrong }),
    );
    expect(error).toBeInstanceOf(InvalidInputLinearError);
    expect(error).toMatchObject({ message: expect.stringContaining(words) });
    expect(standIn.state().issues).toEqual([]);
  });

  it("says so when it is asked for what it cannot do, instead of dropping it", async () => {
    const { standIn, linear } = await startWithClient();
    await expect(
      linear.createIssue({ teamId: TEAM_ID, title: "Title", dueDate: "2027-01-01" }),
    ).rejects.toThrow("does not support IssueCreateInput.dueDate");
    expect(standIn.state().issues).toEqual([]);
  });
});

describe("issue", () => {
  it.each(["ENG-1", randomUUID(), "", "not an id"])(
    "that is not there (%j) is refused as Linear refuses it: an input error in HTTP 200",
    async (id) => {
      const { linear } = await startWithClient();
      const error = await rejection(linear.issue(id));
      expect(error).toBeInstanceOf(InvalidInputLinearError);
      expect(error).toMatchObject({
        status: 200,
        message: "Entity not found: Issue - Could not find referenced Issue.",
      });
    },
  );
});
