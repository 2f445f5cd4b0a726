// The SDK's real HTTP path against the stand-in: no mocked client.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { IssueSnapshot } from "../../examples/linear-stand-in/store/snapshot.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import type { TicketDraft, TicketReading, TicketState } from "../../src/incident/ticket.ts";
import type { LinearSettings } from "../../src/settings.ts";
import { KeyMemories } from "../../src/ticket/key-memory.ts";
import { connectLinear as connect } from "../../src/ticket/linear.ts";
import type { TicketSystem } from "../../src/ticket/linear.ts";
import { UnknownInLinear } from "../../src/ticket/linear-lookup.ts";
import { readLinearProblem } from "../../src/ticket/linear-problem.ts";
import { AT } from "../support/factories.ts";

const draft: TicketDraft = {
  title: "shop: PaymentError at GET /orders/:id",
  description: "What broke",
  priority: 2,
  labels: ["production"],
  team: null,
  agent: null,
  delegate: true,
  isHeldBack: false,
  reasons: ["a frame is known"],
};

let standIn: LinearStandIn;
let nth = 0;
let id = "";
let memories = new KeyMemories();

// Each test remembers what it asked itself, and nothing of the tests before.
function connectLinear(known: LinearSettings): Promise<TicketSystem> {
  return connect(known, memories);
}

function settings(over: Partial<LinearSettings> = {}): LinearSettings {
  return {
    apiKey: standIn.apiKey,
    apiUrl: standIn.graphqlUrl,
    team: "ENG",
    agent: "coding-agent",
    labels: ["production"],
    project: null,
    assignee: null,
    ...over,
  };
}

function held(identifier: string): IssueSnapshot {
  const issue = standIn.state().issues.find((known) => known.identifier === identifier);
  if (issue === undefined) throw new Error(`the stand-in has no ${identifier}`);
  return issue;
}

// When somebody did that last, as the stand-in tells it.
function doneAt(identifier: string, what: RegExp): number {
  const entry = held(identifier).history.findLast((known) => what.test(known.what));
  return Date.parse(entry?.at ?? "never");
}

async function reading(): Promise<TicketReading | null> {
  const found = await (await connectLinear(settings())).find(id);
  return found && found.reading;
}

beforeAll(async () => {
  standIn = await startLinearStandIn({ apiKey: "lin_api_test" });
});
afterAll(() => standIn.close());
beforeEach(() => {
  nth += 1;
  id = ticketId("linear-test", nth);
  memories = new KeyMemories();
  standIn.clearFailures();
});

describe("connectLinear", () => {
  it("creates a ticket with our id, delegated and labelled", async () => {
    const linear = await connectLinear(settings());
    const made = await linear.create(id, draft);
    const { identifier } = made.facts;
    expect(identifier).toMatch(/^ENG-\d+$/);
    expect(made).toMatchObject({
      facts: { url: expect.stringContaining(identifier) as string, session: null },
      reading: { state: "open" },
      text: { title: draft.title, description: "What broke", priority: 2 },
    });
    expect(held(identifier)).toMatchObject({
      id,
      title: draft.title,
      description: "What broke",
      priority: 2,
      labels: ["production"],
      delegate: "coding-agent",
    });
  });

  it("finds a ticket by its id, and says null where there is none", async () => {
    const linear = await connectLinear(settings());
    expect(await linear.find(id)).toBeNull();
    const made = await linear.create(id, draft);
    expect(await linear.find(id)).toEqual(made);
  });

  it("uses a label that is there instead of making a second one", async () => {
    const linear = await connectLinear(settings());
    await linear.create(id, { ...draft, labels: ["Production"] });
    const labels = standIn.state().labels.map((name) => name.toLowerCase());
    expect(labels.filter((name) => name === "production")).toHaveLength(1);
  });

  it("gives a ticket for people to nobody", async () => {
    const linear = await connectLinear(settings());
    const made = await linear.create(id, { ...draft, delegate: false });
    expect(held(made.facts.identifier)).toMatchObject({ delegate: null });
  });

  it("attaches an address once, and changes it the second time", async () => {
    const linear = await connectLinear(settings());
    const made = await linear.create(id, draft);
    const link = { url: "https://outerloop.example/incidents/x", title: "incident", episode: 1 };
    await linear.link(id, { ...link, subtitle: "1 failure" });
    await linear.link(id, { ...link, subtitle: "2 failures" });
    expect(held(made.facts.identifier)).toMatchObject({
      attachments: [{ subtitle: "2 failures" }],
    });
  });

  it.each([
    ["team", { team: "NOPE" }, /LINEAR_TEAM names a team that Linear does not show/],
    ["agent", { agent: "nobody" }, /LINEAR_AGENT names a user/],
    ["assignee", { assignee: "nobody@example.com" }, /LINEAR_ASSIGNEE names a user/],
    ["project", { project: "none" }, /LINEAR_PROJECT names a project/],
  ])("names the setting when Linear does not know the %s", async (_name, over, message) => {
    const linear = await connectLinear(settings(over));
    const creating = linear.create(id, draft);
    await expect(creating).rejects.toThrow(message);
    await expect(creating).rejects.toBeInstanceOf(UnknownInLinear);
  });

  it.each([
    ["ratelimited", "ratelimited"],
    ["ratelimited-code-only", "ratelimited"],
    ["unauthorized", "unauthorized"],
    ["forbidden", "forbidden"],
    ["invalid-input", "refused"],
    ["empty-400", "unreachable"],
    ["internal", "unreachable"],
    ["bad-gateway", "unreachable"],
    ["no-answer", "unreachable"],
    ["lost-answer", "unreachable"],
  ] as const)("tells the failure %s as %s, in our own words", async (kind, expected) => {
    const linear = await connectLinear(settings());
    standIn.fail({ kind, operation: "issueCreate" });
    const error: unknown = await linear.create(id, draft).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    const problem = readLinearProblem(error, AT);
    expect(problem.kind).toBe(expected);
    expect(problem.text).not.toContain(draft.title);
    if (expected === "ratelimited") expect(problem.notBefore).toBeGreaterThan(AT);
    // The work was done only where the answer was lost. Nothing is known here of a refused key.
    memories = new KeyMemories();
    expect(await (await connectLinear(settings())).find(id)).toEqual(
      kind === "lost-answer" ? expect.objectContaining({ reading: { state: "open" } }) : null,
    );
  });
});

describe("a ticket that exists", () => {
  it("is read as it stands: open, completed, canceled, gone", async () => {
    const linear = await connectLinear(settings());
    const { identifier } = (await linear.create(id, draft)).facts;
    expect(await reading()).toEqual({ state: "open" });
    standIn.edit(identifier, { state: "In Progress" });
    expect(await reading()).toEqual({ state: "open" });
    for (const [name, state] of [
      ["Done", "completed"],
      ["Canceled", "canceled"],
    ] as const) {
      standIn.edit(identifier, { state: name });
      // What is done to it later does not change when it was closed.
      standIn.edit(identifier, { title: `told apart: ${name}` });
      const closedAt = doneAt(identifier, new RegExp(`to ${name}$`));
      expect(closedAt).toBeLessThan(Date.parse(held(identifier).updatedAt));
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await reading()).toMatchObject({ state, closedAt });
    }
    standIn.remove(identifier);
    expect(await linear.find(id)).toBeNull();
  });

  it.each([
    ["trashed", { trashed: true }],
    ["archived", { archived: true }],
  ])("is canceled from when it was %s, if it was open until then", async (_what, edit) => {
    const { identifier } = (await (await connectLinear(settings())).create(id, draft)).facts;
    standIn.edit(identifier, edit);
    const closedAt = Date.parse(held(identifier).archivedAt ?? "never");
    expect(await reading()).toMatchObject({ state: "canceled", closedAt });
    standIn.edit(identifier, { title: "told apart" });
    expect(await reading()).toMatchObject({ state: "canceled", closedAt });
  });

  it.each([
    ["stays completed in the archive", { archived: true }, "Done", "completed"],
    ["stays canceled in the archive", { archived: true }, "Canceled", "canceled"],
    ["stays canceled in the trash", { trashed: true }, "Canceled", "canceled"],
  ] as const)("%s, since when it was closed", async (_what, edit, name, state) => {
    const { identifier } = (await (await connectLinear(settings())).create(id, draft)).facts;
    standIn.edit(identifier, { state: name });
    const closedAt = doneAt(identifier, new RegExp(`to ${name}$`));
    standIn.edit(identifier, edit);
    expect(await reading()).toMatchObject({ state, closedAt });
  });

  it("is canceled in the trash, even where it was completed before", async () => {
    const { identifier } = (await (await connectLinear(settings())).create(id, draft)).facts;
    standIn.edit(identifier, { state: "Done" });
    standIn.edit(identifier, { trashed: true });
    const closedAt = Date.parse(held(identifier).archivedAt ?? "never");
    expect(await reading()).toMatchObject({ state: "canceled", closedAt });
  });

  it.each<[TicketState, string, object]>([
    ["open", "Done", { name: "Todo", type: "unstarted" }],
    ["open", "Canceled", { name: "Todo", type: "unstarted" }],
    ["completed", "In Review", { name: "Done", type: "completed" }],
    ["completed", "Canceled", { name: "Done", type: "completed" }],
    ["canceled", "Todo", { name: "Canceled", type: "canceled" }],
    ["canceled", "Done", { name: "Canceled", type: "canceled" }],
  ])("is moved to be %s, from %s", async (to, from, state) => {
    const linear = await connectLinear(settings());
    const { identifier } = (await linear.create(id, draft)).facts;
    standIn.edit(identifier, { state: from });
    await linear.move(id, to);
    expect(held(identifier)).toMatchObject({ state });
    const closedAt = doneAt(identifier, /^moved from/);
    expect(await reading()).toMatchObject(to === "open" ? { state: to } : { state: to, closedAt });
  });

  it.each<[string, "Done" | "Canceled" | null, object]>([
    ["the archive, completed", "Done", { archived: true }],
    ["the archive, canceled", "Canceled", { archived: true }],
    ["the archive, open", null, { archived: true }],
    ["the trash, completed", "Done", { trashed: true }],
    ["the trash, canceled", "Canceled", { trashed: true }],
    ["the trash, open", null, { trashed: true }],
  ])("is taken out of %s, where it is moved to be open", async (_where, from, edit) => {
    const linear = await connectLinear(settings());
    const { identifier } = (await linear.create(id, draft)).facts;
    if (from !== null) standIn.edit(identifier, { state: from });
    standIn.edit(identifier, edit);
    expect(await reading()).not.toEqual({ state: "open" });
    await linear.move(id, "open");
    expect(await reading()).toEqual({ state: "open" });
    const state = { name: "Todo", type: "unstarted" };
    expect(held(identifier)).toMatchObject({ state, archivedAt: null, trashed: false });
    // A second time, as after a lost answer, there is nothing left to take out.
    await linear.move(id, "open");
    expect(await reading()).toEqual({ state: "open" });
  });

  it("is taken out of the trash by a second try, where the first was cut off", async () => {
    const linear = await connectLinear(settings());
    const { identifier } = (await linear.create(id, draft)).facts;
    standIn.edit(identifier, { state: "Done" });
    standIn.edit(identifier, { trashed: true });
    standIn.fail({ kind: "internal", operation: "issueUpdate" });
    await expect(linear.move(id, "open")).rejects.toThrow("Internal");
    expect(await reading()).toMatchObject({ state: "canceled" });
    await linear.move(id, "open");
    expect(await reading()).toEqual({ state: "open" });
  });

  it.each<[TicketState, object]>([
    ["completed", { archived: true }],
    ["canceled", { archived: true }],
    ["completed", { trashed: true }],
    ["canceled", { trashed: true }],
  ])("stays where it was put away, moved to be %s: %j", async (to, edit) => {
    const linear = await connectLinear(settings());
    const { identifier } = (await linear.create(id, draft)).facts;
    standIn.edit(identifier, edit);
    const { archivedAt, trashed } = held(identifier);
    await linear.move(id, to);
    expect(held(identifier)).toMatchObject({ state: { type: to }, archivedAt, trashed });
    expect(archivedAt).not.toBeNull();
  });

  it("costs no request more to move where nothing is to be taken out", async () => {
    const linear = await connectLinear(settings());
    const { identifier } = (await linear.create(id, draft)).facts;
    standIn.edit(identifier, { state: "Done" });
    const before = standIn.requests().length;
    await linear.move(id, "open");
    expect(
      standIn
        .requests()
        .slice(before)
        .map(({ fields }) => fields),
    ).toEqual([["issues"], ["workflowStates"], ["issueUpdate"]]);
  });

  it("is moved to the first of several states of a kind, as people see them", async () => {
    // A team that completes tickets in "In Progress" and "In Review" too, which come before "Done".
    const team = createServer(async (request, response) => {
      const headers = {
        authorization: request.headers.authorization ?? "",
        "content-type": "application/json",
      };
      const body = await text(request);
      const answer = await fetch(standIn.graphqlUrl, { method: "POST", headers, body });
      const told = (await answer.text()).replaceAll('"started"', '"completed"');
      response.writeHead(answer.status, { "content-type": "application/json" }).end(told);
    });
    await once(team.listen(0, "127.0.0.1"), "listening");
    const { port } = team.address() as AddressInfo;
    const linear = await connectLinear(settings({ apiUrl: `http://127.0.0.1:${port}/graphql` }));
    const { identifier } = (await linear.create(id, draft)).facts;
    await linear.move(id, "completed");
    team.closeAllConnections();
    team.close();
    expect(held(identifier)).toMatchObject({ state: { name: "In Progress" } });
  });

  it("is not moved where it is gone", async () => {
    const linear = await connectLinear(settings());
    await expect(linear.move(id, "completed")).rejects.toBeInstanceOf(UnknownInLinear);
  });

  it("is told a thing once, however often that is tried", async () => {
    const linear = await connectLinear(settings());
    const { identifier } = (await linear.create(id, draft)).facts;
    const commentId = ticketId("linear-test comment", nth);
    await linear.say(id, commentId, "It is quiet.");
    await linear.say(id, commentId, "It is quiet.");
    expect(held(identifier)).toMatchObject({ comments: [{ id: commentId, body: "It is quiet." }] });
  });
});
