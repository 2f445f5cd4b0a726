// The SDK's real HTTP path against the stand-in: no mocked client.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { TicketDraft } from "../../src/incident/state.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import type { LinearSettings } from "../../src/settings.ts";
import { connectLinear } from "../../src/ticket/linear.ts";
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
  reasons: ["a frame is known"],
};

let standIn: LinearStandIn;
let nth = 0;
let id = "";

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

function held(identifier: string): object | undefined {
  return standIn.state().issues.find((issue) => issue.identifier === identifier);
}

beforeAll(async () => {
  standIn = await startLinearStandIn({ apiKey: "lin_api_test" });
});
afterAll(() => standIn.close());
beforeEach(() => {
  nth += 1;
  id = ticketId("linear-test", nth);
  standIn.clearFailures();
});

describe("connectLinear", () => {
  it("creates a ticket with our id, delegated and labelled", async () => {
    const linear = await connectLinear(settings());
    const made = await linear.create(id, draft);
    expect(made).toMatchObject({ id, url: expect.stringContaining(made.identifier) });
    expect(held(made.identifier)).toMatchObject({
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
    expect(held(made.identifier)).toMatchObject({ delegate: null });
  });

  it("attaches an address once, and changes it the second time", async () => {
    const linear = await connectLinear(settings());
    const made = await linear.create(id, draft);
    await linear.link(id, "https://outerloop.example/incidents/x", "incident", "1 failure");
    await linear.link(id, "https://outerloop.example/incidents/x", "incident", "2 failures");
    expect(held(made.identifier)).toMatchObject({ attachments: [{ subtitle: "2 failures" }] });
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
    ["forbidden", "unauthorized"],
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
    // The work was done only where the answer was lost.
    expect(await linear.find(id)).toEqual(
      kind === "lost-answer" ? expect.objectContaining({ id }) : null,
    );
  });
});

describe("a ticket that exists", () => {
  it("is read as it stands: open, completed, canceled, gone", async () => {
    const linear = await connectLinear(settings());
    const { identifier } = await linear.create(id, draft);
    expect(await linear.read(id)).toEqual({ state: "open" });
    standIn.edit(identifier, { state: "Done" });
    expect(await linear.read(id)).toMatchObject({
      state: "completed",
      completedAt: expect.any(Number) as number,
    });
    standIn.edit(identifier, { state: "Canceled" });
    expect(await linear.read(id)).toEqual({ state: "canceled" });
    standIn.remove(identifier);
    expect(await linear.read(id)).toBeNull();
  });

  it("is opened again in the first state of work to be done", async () => {
    const linear = await connectLinear(settings());
    const { identifier } = await linear.create(id, draft);
    standIn.edit(identifier, { state: "Done" });
    await linear.reopen(id);
    expect(held(identifier)).toMatchObject({ state: { name: "Todo", type: "unstarted" } });
    expect(await linear.read(id)).toEqual({ state: "open" });
  });

  it("is told a thing once, however often that is tried", async () => {
    const linear = await connectLinear(settings());
    const { identifier } = await linear.create(id, draft);
    const commentId = ticketId("linear-test comment", nth);
    await linear.say(id, commentId, "It is quiet.");
    await linear.say(id, commentId, "It is quiet.");
    expect(held(identifier)).toMatchObject({ comments: [{ id: commentId, body: "It is quiet." }] });
  });
});
