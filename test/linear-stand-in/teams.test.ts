import { describe, expect, it } from "vitest";

import {
  AGENT_ID,
  inTurn,
  rejection,
  SECOND_TEAM_ID,
  startWithClient,
  TEAM_ID,
} from "./stand-in-client.ts";

async function startWithIssue(): ReturnType<typeof startWithClient> {
  const started = await startWithClient();
  await started.linear.createIssue({ teamId: TEAM_ID, title: "Title" });
  return started;
}

describe("an issue that a person moves to another team", () => {
  it("gets that team's next identifier, number and address, and the state of the same name", async () => {
    const { standIn, linear } = await startWithIssue();
    await linear.createIssue({ teamId: SECOND_TEAM_ID, title: "There before" });
    standIn.edit("ENG-1", { state: "In Review" });
    const before = await linear.issue("ENG-1");
    standIn.edit("ENG-1", { team: "OPS" });
    const after = await linear.issue(before.id);
    expect(after).toMatchObject({
      identifier: "OPS-2",
      number: 2,
      url: `${standIn.url}/issue/OPS-2`,
      teamId: SECOND_TEAM_ID,
      previousIdentifiers: ["ENG-1"],
      startedAt: before.startedAt,
    });
    const state = await after.state;
    expect([state?.name, state?.id === before.stateId]).toEqual(["In Review", false]);
    expect(await state?.team).toMatchObject({ key: "OPS" });
    expect(after.updatedAt.getTime()).toBeGreaterThan(before.updatedAt.getTime());
  });

  it("is found by its id and by both identifiers, in what takes one and on the page", async () => {
    const { standIn, linear } = await startWithIssue();
    standIn.edit("ENG-1", { team: "OPS" });
    const { id } = await linear.issue("ENG-1");
    await inTurn([id, "eng-1", "OPS-1"], async (name) => {
      await linear.updateIssue(name, { title: name });
      await linear.createComment({ issueId: name, body: "Text" });
      expect((await linear.issue(name)).title).toBe(name);
      const page = await (await fetch(`${standIn.url}/issue/${name}`)).text();
      expect(page).toContain("OPS-1");
      expect(page).toContain("ENG-1");
    });
    await linear.createIssue({ teamId: TEAM_ID, title: "Next" });
    expect(standIn.state().issues.map(({ identifier }) => identifier)).toEqual(["OPS-1", "ENG-2"]);
  });

  it("gets a new identifier when it comes back, and all of them find it", async () => {
    const { standIn, linear } = await startWithIssue();
    standIn.edit("ENG-1", { team: "OPS" });
    standIn.edit("ENG-1", { team: "Engineering" });
    standIn.edit("ENG-1", { team: "ENG" });
    expect(await linear.issue("OPS-1")).toMatchObject({
      identifier: "ENG-2",
      previousIdentifiers: ["ENG-1", "OPS-1"],
    });
  });

  it("keeps its delegate, loses the labels of the team it leaves, and can move on at once", async () => {
    const { standIn, linear } = await startWithIssue();
    const own = await linear.createIssueLabel({ name: "team's", teamId: TEAM_ID });
    const all = await linear.createIssueLabel({ name: "everybody's" });
    const labelIds = [own.issueLabelId ?? "", all.issueLabelId ?? ""];
    await linear.updateIssue("ENG-1", { delegateId: AGENT_ID, labelIds });
    standIn.edit("ENG-1", { team: "OPS", state: "Done" });
    expect(standIn.state().issues[0]).toMatchObject({
      team: "OPS",
      state: { name: "Done" },
      labels: ["everybody's"],
      delegate: "coding-agent",
      sessions: [{ status: "pending" }],
    });
    const stateId = (await linear.issue("OPS-1")).stateId ?? "";
    await linear.createIssue({ teamId: TEAM_ID, title: "Other" });
    await expect(linear.updateIssue("ENG-2", { stateId })).rejects.toThrow("stateId");
  });

  it.each([
    [{ team: "NOPE" }, "there are OPS, ENG"],
    [{ team: "OPS", state: "Shipped" }, "no state"],
    [{ team: "OPS", delegate: "on-call" }, "must be an agent"],
    [{ team: "OPS", priority: 9 }, "priority"],
  ])("stays where it is when a part of the edit is refused: %j", async (edit, words) => {
    const { standIn } = await startWithIssue();
    const before = standIn.state();
    const answer = await fetch(`${standIn.url}/stand-in/issues/ENG-1`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(edit),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
    expect(standIn.state()).toEqual(before);
  });
});

describe("a duplicate", () => {
  it("counts as canceled, until it is opened again", async () => {
    const { standIn, linear } = await startWithIssue();
    standIn.edit("ENG-1", { state: "Duplicate" });
    expect(standIn.state().issues[0]?.state).toEqual({ name: "Duplicate", type: "duplicate" });
    expect(await linear.issue("ENG-1")).toMatchObject({
      canceledAt: expect.any(Date),
      completedAt: undefined,
    });
    standIn.edit("ENG-1", { state: "Todo" });
    expect(await linear.issue("ENG-1")).toMatchObject({ canceledAt: undefined });
  });
});

describe("an issue of the second team", () => {
  it("is numbered by itself and takes only its team's states", async () => {
    const { standIn, linear } = await startWithIssue();
    await linear.createIssue({ teamId: SECOND_TEAM_ID, title: "Other" });
    const eng = await linear.issue("ENG-1");
    expect(await linear.issue("OPS-1")).toMatchObject({ number: 1, teamId: SECOND_TEAM_ID });
    const error = await rejection(linear.updateIssue("OPS-1", { stateId: eng.stateId ?? "" }));
    expect(error).toMatchObject({ message: expect.stringContaining("stateId") });
    standIn.edit("OPS-1", { state: "Done" });
    expect(standIn.state().issues[1]).toMatchObject({ team: "OPS", state: { name: "Done" } });
  });
});
