import { randomUUID } from "node:crypto";

import { InvalidInputLinearError } from "@linear/sdk";
import { describe, expect, it } from "vitest";

import { inTurn, PERSON_ID, rejection, startWithClient, TEAM_ID } from "./stand-in-client.ts";

const URL = "https://outerloop.example/incidents/v1-abc";

describe("comments", () => {
  it("are made on an issue, newest first, and edited in place", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const id = randomUUID();
    const payload = await linear.createComment({ id, issueId: "ENG-1", body: "10 failures" });
    expect(payload).toMatchObject({ success: true, commentId: id });
    await linear.createComment({ issueId: "ENG-1", body: "Second" });
    await linear.updateComment(id, { body: "100 failures" });

    const { nodes } = await (await linear.issue("ENG-1")).comments();
    expect(nodes.map(({ body }) => body)).toEqual(["Second", "100 failures"]);
    expect(await linear.comment({ id })).toMatchObject({
      body: "100 failures",
      editedAt: expect.any(Date),
      userId: PERSON_ID,
    });
    expect(standIn.state().issues[0]?.comments.map(({ body }) => body)).toEqual([
      "100 failures",
      "Second",
    ]);
  });

  it.each([
    ["no such issue", { issueId: "ENG-9", body: "Text" }],
    ["no issue at all", { body: "Text" }],
    ["no text", { issueId: "ENG-1", body: "" }],
    ["an id that is no UUID", { issueId: "ENG-1", body: "Text", id: "x" }],
  ])("are refused with %s", async (_, input) => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    expect(await rejection(linear.createComment(input))).toBeInstanceOf(InvalidInputLinearError);
    expect(standIn.state().issues[0]?.comments).toEqual([]);
  });

  it("that are not there are not edited, and an id is taken once", async () => {
    const { linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const id = randomUUID();
    await expect(linear.updateComment(id, { body: "Text" })).rejects.toThrow("Entity not found");
    await linear.createComment({ id, issueId: "ENG-1", body: "Text" });
    await expect(linear.createComment({ id, issueId: "ENG-1", body: "Text" })).rejects.toThrow(
      "already exists",
    );
  });
});

describe("attachments", () => {
  it("are made once for an address and an issue, and updated from then on", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const input = { issueId: "ENG-1", url: URL, title: "Incident" };
    const first = await linear.createAttachment({ ...input, metadata: { count: 1 } });
    const second = await linear.createAttachment({
      ...input,
      subtitle: "12 failures",
      metadata: { count: 12 },
    });
    expect(second.attachmentId).toBe(first.attachmentId);
    await linear.updateAttachment(first.attachmentId ?? "", { title: "Incident, quiet" });
    expect(standIn.state().issues[0]?.attachments).toMatchObject([
      { title: "Incident, quiet", subtitle: "12 failures", metadata: { count: 12 }, url: URL },
    ]);
    expect(await linear.attachment(first.attachmentId ?? "")).toMatchObject({ url: URL });
  });

  it("lead from an address to its issues", async () => {
    const { linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "First" });
    await linear.createIssue({ teamId: TEAM_ID, title: "Second" });
    await inTurn(["ENG-1", "ENG-2"], (issueId) =>
      linear.createAttachment({ issueId, url: URL, title: "Incident" }),
    );
    await linear.createAttachment({ issueId: "ENG-1", url: `${URL}/2`, title: "Other" });
    const { nodes } = await linear.attachmentsForURL(URL);
    const issues = await Promise.all(nodes.map(async (node) => (await node.issue)?.identifier));
    expect(issues).toEqual(["ENG-2", "ENG-1"]);
    const own = await (await linear.issue("ENG-1")).attachments();
    expect(own.nodes.map(({ title }) => title)).toEqual(["Other", "Incident"]);
    expect((await linear.attachmentsForURL("https://nowhere.example/")).nodes).toEqual([]);
  });

  it.each([
    ["no such issue", { issueId: "ENG-9", url: URL, title: "Incident" }],
    [
      "an address that is none",
      { issueId: "ENG-1", url: "javascript:alert(1)", title: "Incident" },
    ],
    ["a blank title", { issueId: "ENG-1", url: URL, title: "" }],
  ])("are refused with %s", async (_, input) => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    expect(await rejection(linear.createAttachment(input))).toBeInstanceOf(InvalidInputLinearError);
    expect(standIn.state().issues[0]?.attachments).toEqual([]);
  });
});
