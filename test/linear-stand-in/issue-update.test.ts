import { InvalidInputLinearError } from "@linear/sdk";
import { describe, expect, it } from "vitest";

import {
  inTurn,
  PERSON_ID,
  PROJECT_ID,
  rejection,
  startWithClient,
  TEAM_ID,
} from "./stand-in-client.ts";

describe("issueUpdate", () => {
  it("changes what it is given, by id or by identifier, and leaves the rest", async () => {
    const { linear } = await startWithClient();
    const before = await (
      await linear.createIssue({
        teamId: TEAM_ID,
        title: "Title",
        description: "Text",
        priority: 3,
      })
    ).issue;
    const payload = await linear.updateIssue("ENG-1", { title: "Better", assigneeId: PERSON_ID });
    expect(payload.success).toBe(true);
    await linear.updateIssue(before?.id ?? "", { priority: 1, projectId: PROJECT_ID });
    const after = await linear.issue("ENG-1");
    expect(after).toMatchObject({ title: "Better", description: "Text", priority: 1 });
    expect(after.updatedAt.getTime()).toBeGreaterThan(before?.updatedAt.getTime() ?? Infinity);
    await linear.updateIssue("ENG-1", { assigneeId: null, projectId: null, description: null });
    expect(await linear.issue("ENG-1")).toMatchObject({
      assigneeId: undefined,
      projectId: undefined,
      description: undefined,
    });
  });

  it("keeps the instants that follow from the state, and forgets them when the issue is reopened", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const states = (await linear.workflowStates()).nodes;
    const move = async (name: string): Promise<void> => {
      const stateId = states.find((state) => state.name === name)?.id ?? "";
      await linear.updateIssue("ENG-1", { stateId });
    };
    await move("In Progress");
    await move("Done");
    const done = await linear.issue("ENG-1");
    expect([done.startedAt, done.completedAt]).toEqual([expect.any(Date), expect.any(Date)]);
    await move("Todo");
    expect(await linear.issue("ENG-1")).toMatchObject({ completedAt: undefined });
    await move("Canceled");
    expect(await linear.issue("ENG-1")).toMatchObject({ canceledAt: expect.any(Date) });
    expect(standIn.state().issues[0]?.state).toEqual({ name: "Canceled", type: "canceled" });
  });

  it("adds and removes labels without knowing the others, or replaces them all", async () => {
    const { standIn, linear } = await startWithClient();
    const [a, b, c] = await Promise.all(
      ["a", "b", "c"].map(async (name) => {
        const payload = await linear.createIssueLabel({ name });
        return payload.issueLabelId ?? "";
      }),
    );
    const labels = (): readonly string[] | undefined => standIn.state().issues[0]?.labels;
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", labelIds: [a ?? ""] });
    await linear.updateIssue("ENG-1", { addedLabelIds: [b ?? ""] });
    expect(labels()).toEqual(["a", "b"]);
    await linear.updateIssue("ENG-1", { removedLabelIds: [a ?? ""] });
    expect(labels()).toEqual(["b"]);
    await linear.updateIssue("ENG-1", { labelIds: [c ?? ""] });
    expect(labels()).toEqual(["c"]);
    await expect(linear.updateIssue("ENG-1", { addedLabelIds: ["none"] })).rejects.toThrow(
      "addedLabelIds",
    );
    expect(labels()).toEqual(["c"]);
  });

  it("changes nothing when a part of it is refused", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const before = standIn.state();
    const wrongs = [{ stateId: "none" }, { delegateId: PERSON_ID }, { title: "" }];
    await inTurn(wrongs, async (wrong) => {
      const error = await rejection(linear.updateIssue("ENG-1", { priority: 1, ...wrong }));
      expect(error).toBeInstanceOf(InvalidInputLinearError);
    });
    expect(standIn.state()).toEqual(before);
  });

  it("moves an issue to the trash and back", async () => {
    const { linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    await linear.updateIssue("ENG-1", { trashed: true });
    expect(await linear.issue("ENG-1")).toMatchObject({
      trashed: true,
      archivedAt: expect.any(Date),
    });
    await linear.updateIssue("ENG-1", { trashed: null });
    expect(await linear.issue("ENG-1")).toMatchObject({
      trashed: undefined,
      archivedAt: undefined,
    });
  });

  it("takes nothing out of the trash that is told so in another way than Linear's", async () => {
    const { linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    await linear.updateIssue("ENG-1", { trashed: true });
    await expect(linear.updateIssue("ENG-1", { trashed: false })).rejects.toThrow("trashed: false");
    await linear.updateIssue("ENG-1", { title: "Left in there" });
    expect(await linear.issue("ENG-1")).toMatchObject({ trashed: true, title: "Left in there" });
  });

  it("leaves an archived issue in the archive, whatever is changed", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    standIn.edit("ENG-1", { archived: true });
    const archivedAt = standIn.state().issues[0]?.archivedAt;
    const stateId = (await linear.workflowStates()).nodes.find(({ name }) => name === "Todo")?.id;
    await linear.updateIssue("ENG-1", { stateId: stateId ?? "", trashed: null });
    expect(standIn.state().issues).toMatchObject([{ state: { name: "Todo" }, archivedAt }]);
    expect(archivedAt).toEqual(expect.any(String));
  });
});

describe("issueUnarchive", () => {
  it("takes an issue out of the archive, by id or by identifier, and leaves the rest", async () => {
    const { standIn, linear } = await startWithClient({ now: () => 0 });
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    standIn.edit("ENG-1", { state: "Done" });
    const before = standIn.state().issues[0];
    await inTurn(["ENG-1", before?.id ?? ""], async (id) => {
      standIn.edit("ENG-1", { archived: true });
      expect((await linear.issues()).nodes).toEqual([]);
      const payload = await linear.unarchiveIssue(id);
      expect(payload.success).toBe(true);
      expect(await payload.entity).toMatchObject({ identifier: "ENG-1", archivedAt: undefined });
      expect((await linear.issues()).nodes).toMatchObject([{ completedAt: expect.any(Date) }]);
    });
    const after = standIn.state().issues[0];
    const last = after?.history.at(-1);
    expect(last).toMatchObject({ by: "on-call (API)", what: "took the issue out of the archive" });
    expect(after).toEqual({ ...before, updatedAt: last?.at, history: after?.history });
  });

  it("changes nothing where nothing is archived", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const before = standIn.state();
    expect((await linear.unarchiveIssue("ENG-1")).success).toBe(true);
    expect(standIn.state()).toEqual(before);
    await expect(linear.unarchiveIssue("ENG-9")).rejects.toThrow("Entity not found: Issue");
  });

  it("leaves an issue in the trash", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    await linear.updateIssue("ENG-1", { trashed: true });
    await linear.unarchiveIssue("ENG-1");
    expect(standIn.state().issues).toMatchObject([{ trashed: true, archivedAt: null }]);
    const page = await fetch(`${standIn.url}/issue/ENG-1`);
    expect(await page.text()).toContain("In the trash");
    await linear.updateIssue("ENG-1", { trashed: null });
    expect(standIn.state().issues).toMatchObject([{ trashed: false, archivedAt: null }]);
  });
});
