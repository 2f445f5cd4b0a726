// The words of a ticket, over the SDK's real HTTP path.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import { connectLinear } from "../../src/ticket/linear.ts";
import { DRAFT } from "../support/life.ts";

let standIn: LinearStandIn;
beforeAll(async () => {
  standIn = await startLinearStandIn({ apiKey: "lin_api_test" });
});
afterAll(() => standIn.close());

describe("the words of a ticket", () => {
  it("are read as Linear keeps them, and written anew one by one", async () => {
    const linear = await connectLinear({
      apiKey: standIn.apiKey,
      apiUrl: standIn.graphqlUrl,
      team: "ENG",
      agent: null,
      labels: [],
      project: null,
      assignee: null,
    });
    const id = ticketId("linear-texts", 1);
    await linear.create(id, { ...DRAFT, delegate: false, title: "One", description: "- one" });
    expect((await linear.find(id))?.text).toMatchObject({ title: "One", description: "* one" });
    await linear.rewrite(id, { description: "- two" });
    expect((await linear.find(id))?.text).toMatchObject({ title: "One", description: "* two" });
    await linear.rewrite(id, { title: "Two" });
    expect((await linear.find(id))?.text).toMatchObject({ title: "Two", description: "* two" });
    await linear.rewrite(id, { description: "" });
    expect((await linear.find(id))?.text).toMatchObject({ title: "Two", description: "" });
  });
});
