import { describe, expect, it } from "vitest";

import {
  AGENT_ID,
  PERSON_ID,
  PROJECT_ID,
  SECOND_PERSON_ID,
  SECOND_TEAM_ID,
  startWithClient,
  TEAM_ID,
} from "./stand-in-client.ts";

describe("what is there from the start", () => {
  it("has a person who owns the key, in a workspace", async () => {
    const { linear } = await startWithClient();
    expect(await linear.viewer).toMatchObject({ id: PERSON_ID, app: false, isMe: true });
    expect(await linear.organization).toMatchObject({ urlKey: "stand-in" });
  });

  it("finds a team by its key, and no team by a key that is none", async () => {
    const { linear } = await startWithClient();
    const { nodes } = await linear.teams({ filter: { key: { eq: "ENG" } } });
    expect(nodes.map(({ id }) => id)).toEqual([TEAM_ID]);
    const second = await linear.teams({ filter: { key: { eq: "OPS" } } });
    expect(second.nodes.map(({ id, name }) => [id, name])).toEqual([
      [SECOND_TEAM_ID, "Operations"],
    ]);
    expect((await linear.teams({ filter: { key: { eq: "NOPE" } } })).nodes).toEqual([]);
    expect(await linear.team(TEAM_ID)).toMatchObject({ key: "ENG", name: "Engineering" });
  });

  it("has two teams and two people, of whom the first ones come first", async () => {
    const { linear } = await startWithClient();
    expect((await linear.teams()).nodes.map(({ key }) => key)).toEqual(["ENG", "OPS"]);
    const people = await linear.users({ filter: { app: { eq: false } } });
    expect(people.nodes.map(({ id, displayName }) => [id, displayName])).toEqual([
      [PERSON_ID, "on-call"],
      [SECOND_PERSON_ID, "second-person"],
    ]);
  });

  it("keeps the ids of what has been there from the first version on", async () => {
    const { linear } = await startWithClient();
    const ids = [TEAM_ID, PERSON_ID, AGENT_ID, PROJECT_ID].map((id) => id.slice(-2));
    expect(ids).toEqual(["02", "03", "04", "05"]);
    const { nodes } = await (await linear.team(TEAM_ID)).states();
    const states = nodes.map(({ id, name }) => `${id.slice(-4)} ${name}`).toSorted();
    expect(states.slice(0, 6)).toEqual([
      "0100 Backlog",
      "0101 Todo",
      "0102 In Progress",
      "0103 In Review",
      "0104 Done",
      "0105 Canceled",
    ]);
  });

  it.each([TEAM_ID, SECOND_TEAM_ID])("gives the states of %s by position", async (id) => {
    const { linear } = await startWithClient();
    const { nodes } = await (await linear.team(id)).states();
    expect(
      nodes.toSorted((a, b) => a.position - b.position).map(({ name, type }) => [name, type]),
    ).toEqual([
      ["Backlog", "backlog"],
      ["Todo", "unstarted"],
      ["In Progress", "started"],
      ["In Review", "started"],
      ["Done", "completed"],
      ["Canceled", "canceled"],
      ["Duplicate", "duplicate"],
    ]);
    expect(nodes[0]?.name).toBe("Duplicate");
    const own = await linear.workflowStates({ filter: { team: { id: { eq: id } } } });
    expect(own.nodes.map((state) => state.id)).toEqual(nodes.map((state) => state.id));
  });

  it("filters states by team and type", async () => {
    const { linear } = await startWithClient();
    const { nodes } = await linear.workflowStates({
      filter: { team: { key: { eq: "ENG" } }, type: { in: ["completed", "canceled"] } },
    });
    expect(nodes.map(({ name }) => name)).toEqual(["Canceled", "Done"]);
    expect(await (await linear.workflowState(nodes[0]?.id ?? "")).team).toMatchObject({
      key: "ENG",
    });
  });

  it.each([
    [{ displayName: { eq: "coding-agent" } }],
    [{ email: { eqIgnoreCase: "Coding-Agent@stand-in.example" } }],
    [{ id: { eq: AGENT_ID } }],
    [{ app: { eq: true } }],
    [{ or: [{ id: { eq: "nobody" } }, { name: { startsWith: "Coding" } }] }],
    [{ and: [{ active: { eq: true } }, { displayName: { nin: ["on-call", "second-person"] } }] }],
  ])("finds the agent with the filter %j", async (filter) => {
    const { linear } = await startWithClient();
    const { nodes } = await linear.users({ filter });
    expect(nodes.map(({ id, app }) => [id, app])).toEqual([[AGENT_ID, true]]);
  });

  it.each([[{ name: { eq: "Reliability" } }], [{ slugId: { eq: "reliability" } }]])(
    "finds the project with the filter %j",
    async (filter) => {
      const { linear } = await startWithClient();
      const { nodes } = await linear.projects({ filter });
      expect(nodes.map(({ id }) => id)).toEqual([PROJECT_ID]);
    },
  );

  it("gives the project by its id", async () => {
    const { linear } = await startWithClient();
    expect(await linear.project(PROJECT_ID)).toMatchObject({ name: "Reliability" });
  });

  it("refuses to sort, and to compare in ways that it cannot, instead of doing something else", async () => {
    const { linear } = await startWithClient();
    await expect(linear.projects({ sort: [{ name: {} }] })).rejects.toThrow("argument sort");
    await expect(linear.users({ filter: { name: { notContains: "x" } } })).rejects.toThrow(
      'comparator "notContains"',
    );
  });
});

describe("labels", () => {
  it("are made, found by name within the team, and not made twice", async () => {
    const { linear } = await startWithClient();
    expect((await linear.issueLabels()).nodes).toEqual([]);
    const payload = await linear.createIssueLabel({ name: "production", teamId: TEAM_ID });
    const label = await payload.issueLabel;
    const filter = { name: { eqIgnoreCase: "Production" }, team: { key: { eq: "ENG" } } };
    expect((await linear.issueLabels({ filter })).nodes.map(({ id }) => id)).toEqual([label?.id]);
    expect(await label?.team).toMatchObject({ key: "ENG" });
    await expect(linear.createIssueLabel({ name: "PRODUCTION", teamId: TEAM_ID })).rejects.toThrow(
      "Duplicate label name",
    );
  });

  it("of the workspace have no team", async () => {
    const { linear } = await startWithClient();
    await linear.createIssueLabel({ name: "everywhere" });
    const nobody = await linear.issueLabels({ filter: { team: { key: { eq: "ENG" } } } });
    const found = await linear.issueLabels({ filter: { team: { null: true } } });
    expect([nobody.nodes.length, found.nodes.length]).toEqual([0, 1]);
    await expect(linear.createIssueLabel({ name: "x", teamId: "none" })).rejects.toThrow("teamId");
  });
});
