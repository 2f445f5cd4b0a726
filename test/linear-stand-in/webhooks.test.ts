import { LinearWebhookClient } from "@linear/sdk/webhooks";
import { describe, expect, it } from "vitest";

import { SEED_IDS } from "../../examples/linear-stand-in/store/seed.ts";
import {
  AGENT_ID,
  PERSON_ID,
  rejection,
  SECOND_PERSON_ID,
  startWithClient,
  TEAM_ID,
} from "./stand-in-client.ts";
import type { Receiver } from "./webhook-receiver.ts";
import { SECRET, startReceiver } from "./webhook-receiver.ts";

type Started = Awaited<ReturnType<typeof startWithClient>> & { receiver: Receiver };

/** Starts a stand-in with an issue, ENG-1, whose changes from then on arrive at a receiver. */
async function startTelling(options: Parameters<typeof startWithClient>[0] = {}): Promise<Started> {
  const receiver = await startReceiver();
  const started = await startWithClient(options);
  await started.linear.createIssue({ teamId: TEAM_ID, title: "Title", description: "Text" });
  started.standIn.setWebhook({ url: receiver.url, secret: SECRET });
  return { ...started, receiver };
}

/** What was told, in short: `Issue create`. */
async function told({ standIn, receiver }: Started): Promise<readonly string[]> {
  await standIn.delivered();
  return receiver.payloads().map(({ type, action }) => `${type} ${action}`);
}

describe("a webhook", () => {
  it("is one that Linear's SDK takes, and refuses with another secret or one byte changed", async () => {
    const { standIn, receiver } = await startTelling();
    standIn.edit("ENG-1", { state: "Done" });
    await standIn.delivered();
    const [arrival] = receiver.arrivals;
    const body = Buffer.from(arrival?.body ?? "");
    const signature = String(arrival?.headers["linear-signature"]);
    const client = new LinearWebhookClient(SECRET);
    expect(client.verify(body, signature)).toBe(true);
    expect(() => new LinearWebhookClient("another").verify(body, signature)).toThrow("signature");
    body[body.length - 2] = 32;
    expect(() => client.verify(body, signature)).toThrow("signature");
  });

  it("runs the handler that Linear's SDK makes, by its type", async () => {
    const { standIn, receiver } = await startTelling();
    standIn.edit("ENG-1", { state: "Done" });
    await standIn.delivered();
    const [arrival] = receiver.arrivals;
    const handler = new LinearWebhookClient(SECRET).createHandler();
    const handled: unknown[] = [];
    handler.on("Issue", ({ action, data }) => void handled.push([action, data.state.name]));
    const answer = await handler(
      new Request("https://outerloop.example/webhook", {
        method: "POST",
        body: arrival?.body ?? "",
        headers: { "linear-signature": String(arrival?.headers["linear-signature"]) },
      }),
    );
    expect([answer.status, handled]).toEqual([200, [["update", "Done"]]]);
  });

  it("carries Linear's headers, and the instant by the stand-in's clock, signed and in ms", async () => {
    const at = Date.parse("2030-01-01T00:00:00Z");
    const { standIn, receiver } = await startTelling();
    standIn.setClock(at);
    standIn.edit("ENG-1", { state: "Done" });
    standIn.edit("ENG-1", { state: "Todo" });
    await standIn.delivered();
    const [first, second] = receiver.arrivals;
    expect(first?.headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "linear-event": "Issue",
      "linear-timestamp": String(at),
      "linear-signature": expect.stringMatching(/^[0-9a-f]{64}$/),
      "linear-delivery": expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
    });
    expect(first?.headers["linear-delivery"]).not.toBe(second?.headers["linear-delivery"]);
    expect(receiver.payloads()[0]).toMatchObject({
      type: "Issue",
      action: "update",
      webhookTimestamp: at,
      createdAt: "2030-01-01T00:00:00.001Z",
      organizationId: SEED_IDS.organization,
      webhookId: SEED_IDS.webhook,
      url: `${standIn.url}/issue/ENG-1`,
      actor: { id: PERSON_ID, type: "user", name: "On-call Person" },
    });
  });

  it("is sent only while one is set, for what happened meanwhile", async () => {
    const started = await startTelling();
    expect(await told(started)).toEqual([]);
    started.standIn.edit("ENG-1", { title: "Told" });
    started.standIn.setWebhook(null);
    started.standIn.edit("ENG-1", { title: "Not told" });
    expect(await told(started)).toEqual(["Issue update"]);
    expect(started.standIn.deliveries()).toHaveLength(1);
  });
});

describe("what is told", () => {
  it("of a new issue is everything that a receiver looks for", async () => {
    const started = await startTelling();
    const { linear, receiver } = started;
    const label = await linear.createIssueLabel({ name: "production" });
    const made = await linear.createIssue({
      teamId: TEAM_ID,
      title: "Second",
      labelIds: [label.issueLabelId ?? ""],
      priority: 1,
    });
    expect(await told(started)).toEqual(["Issue create"]);
    const [payload] = receiver.payloads();
    expect(payload).not.toHaveProperty("updatedFrom");
    expect(payload?.data).toMatchObject({
      id: made.issueId,
      identifier: "ENG-2",
      url: `${started.standIn.url}/issue/ENG-2`,
      title: "Second",
      teamId: TEAM_ID,
      team: { key: "ENG" },
      stateId: "00000000-0000-4000-8000-000000000100",
      state: { name: "Backlog", type: "backlog" },
      assigneeId: null,
      delegateId: null,
      labels: [{ name: "production" }],
      priorityLabel: "Urgent",
      previousIdentifiers: [],
    });
    expect(payload?.data).not.toHaveProperty("history");
  });

  it("of a change are the values now and, of what changed, the values before", async () => {
    const started = await startTelling();
    const { linear, receiver } = started;
    const before = await linear.issue("ENG-1");
    await linear.updateIssue("ENG-1", { title: "Better", priority: 1, description: "Text" });
    expect(await told(started)).toEqual(["Issue update"]);
    const [payload] = receiver.payloads();
    expect(payload?.data).toMatchObject({ title: "Better", priority: 1 });
    expect(payload?.updatedFrom).toEqual({
      title: "Title",
      priority: 0,
      updatedAt: before.updatedAt.toISOString(),
    });
  });

  it.each([
    ["moved", { state: "Done" }, ["completedAt", "stateId", "updatedAt"]],
    ["archived", { archived: true }, ["archivedAt"]],
    ["trashed", { trashed: true }, ["archivedAt", "trashed", "updatedAt"]],
    ["assigned", { assignee: "second-person" }, ["assigneeId", "updatedAt"]],
  ])("of an issue that a person has %s", async (_, edit, changed) => {
    const started = await startTelling();
    started.standIn.edit("ENG-1", { as: "second-person", ...edit });
    expect(await told(started)).toEqual(["Issue update"]);
    const [payload] = started.receiver.payloads();
    expect(Object.keys(payload?.updatedFrom ?? {}).toSorted()).toEqual(changed);
    expect(payload).toMatchObject({ actor: { id: SECOND_PERSON_ID } });
  });

  it("of a removed issue is what it was, and nothing of what went with it", async () => {
    const started = await startTelling();
    await started.linear.createComment({ issueId: "ENG-1", body: "Text" });
    started.standIn.remove("ENG-1");
    expect(await told(started)).toEqual(["Comment create", "Issue remove"]);
    expect(started.receiver.payloads()[1]?.data).toMatchObject({ identifier: "ENG-1" });
  });

  it("of comments are their making and their edits", async () => {
    const started = await startTelling();
    const { linear, receiver } = started;
    const { commentId = "" } = await linear.createComment({ issueId: "ENG-1", body: "First" });
    await linear.updateComment(commentId, { body: "Second" });
    expect(await told(started)).toEqual(["Comment create", "Comment update"]);
    const [made, edited] = receiver.payloads();
    expect(made?.data).toMatchObject({
      id: commentId,
      body: "First",
      issue: { identifier: "ENG-1" },
      userId: PERSON_ID,
    });
    expect(edited?.updatedFrom).toMatchObject({ body: "First", editedAt: null });
  });

  it("of an agent's session is its start, and how it goes on", async () => {
    const started = await startTelling();
    const { linear, standIn, receiver } = started;
    await linear.updateIssue("ENG-1", { delegateId: AGENT_ID });
    standIn.edit("ENG-1", { as: "coding-agent", session: "active" });
    expect(await told(started)).toEqual([
      "Issue update",
      "AgentSession create",
      "AgentSession update",
    ]);
    const { id } = await linear.issue("ENG-1");
    const [delegated, start, active] = receiver.payloads();
    expect(delegated?.updatedFrom).toMatchObject({ delegateId: null, assigneeId: null });
    expect(start?.data).toMatchObject({
      issueId: id,
      issue: { identifier: "ENG-1", description: "Text" },
      appUserId: AGENT_ID,
      creatorId: PERSON_ID,
      status: "pending",
      organizationId: SEED_IDS.organization,
    });
    expect(active).toMatchObject({
      data: { status: "active" },
      updatedFrom: { status: "pending", startedAt: null },
      actor: { id: AGENT_ID },
    });
  });

  it("is told, too, where the answer is lost on its way, and not where nothing was done", async () => {
    const started = await startTelling();
    const { linear, standIn } = started;
    standIn.fail({ kind: "lost-answer" });
    await rejection(linear.updateIssue("ENG-1", { priority: 1 }));
    standIn.fail({ kind: "no-answer" });
    await rejection(linear.updateIssue("ENG-1", { priority: 2 }));
    expect(await told(started)).toEqual(["Issue update"]);
    expect(started.receiver.payloads()[0]?.data).toMatchObject({ priority: 1 });
  });

  it("stays as it was then, whatever happens before it is sent", async () => {
    const started = await startTelling();
    started.standIn.edit("ENG-1", { team: "OPS" });
    started.standIn.edit("OPS-1", { team: "ENG", title: "Later" });
    await started.standIn.delivered();
    expect(started.receiver.payloads().map(({ data }) => data["previousIdentifiers"])).toEqual([
      ["ENG-1"],
      ["ENG-1", "OPS-1"],
    ]);
  });

  it("is nothing where nothing was changed", async () => {
    const started = await startTelling();
    const { linear, standIn } = started;
    await rejection(linear.updateIssue("ENG-1", { stateId: "none" }));
    await linear.issue("ENG-1");
    await linear.createAttachment({ issueId: "ENG-1", url: "https://a.example/", title: "A" });
    standIn.edit("ENG-1", {});
    expect(await told(started)).toEqual([]);
  });
});
