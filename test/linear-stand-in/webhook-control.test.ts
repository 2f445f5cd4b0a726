import { describe, expect, it } from "vitest";

import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { AGENT_ID, startWithClient, TEAM_ID } from "./stand-in-client.ts";
import { SECRET, startReceiver } from "./webhook-receiver.ts";

async function send(
  standIn: LinearStandIn,
  method: string,
  path: string,
  body?: unknown,
): Promise<readonly [number, unknown]> {
  const answer = await fetch(`${standIn.url}/stand-in/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return [answer.status, await answer.json()];
}

describe("/stand-in/webhook", () => {
  it("sets where changes are told, tells it without the secret, and ends it", async () => {
    const { url } = await startReceiver();
    const { standIn, linear } = await startWithClient();
    expect(await send(standIn, "GET", "webhook")).toEqual([200, { url: null }]);
    const set = await send(standIn, "POST", "webhook", { url, secret: SECRET });
    expect(set).toEqual([200, { url }]);
    await linear.createIssue({ teamId: TEAM_ID, title: "Told" });
    expect(await send(standIn, "DELETE", "webhook")).toEqual([200, { url: null }]);
    await linear.createIssue({ teamId: TEAM_ID, title: "Not told" });
    await standIn.delivered();
    const [, told] = await send(standIn, "GET", "deliveries");
    expect(told).toEqual({ deliveries: standIn.deliveries(), waiting: 0 });
    expect(standIn.deliveries()).toMatchObject([{ n: 1, url, status: 200 }]);
  });

  it.each([
    [{ url: "https://attacker.example/", secret: SECRET }, "on this machine"],
    [{ url: "http://localhost/", secret: "" }, "secret"],
    [{ url: "http://localhost/" }, "secret"],
    [{ url: "http://localhost/", secret: SECRET, team: "ENG" }, "team"],
    ["http://localhost/", "expected object"],
  ])("refuses %j, says why, and leaves what is set", async (wrong, words) => {
    const { url } = await startReceiver();
    const { standIn } = await startWithClient({ webhook: { url, secret: SECRET } });
    const [status, body] = await send(standIn, "POST", "webhook", wrong);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(words)]);
    expect(await send(standIn, "GET", "webhook")).toEqual([200, { url }]);
  });

  it("is shown on the page, and the secret nowhere", async () => {
    const url = "http://localhost:8787/<b>";
    const { standIn } = await startWithClient({ webhook: { url, secret: SECRET } });
    const page = await (await fetch(standIn.graphqlUrl)).text();
    expect(page).toContain("http://localhost:8787/&lt;b");
    expect(page).not.toContain(SECRET);
  });
});

describe("POST /stand-in/redeliver", () => {
  it("sends a past delivery again", async () => {
    const receiver = await startReceiver();
    const { standIn, linear } = await startWithClient({
      webhook: { url: receiver.url, secret: SECRET },
    });
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    await standIn.delivered();
    expect(await send(standIn, "POST", "redeliver", { n: 1 })).toEqual([202, { n: 1 }]);
    await standIn.delivered();
    expect(receiver.arrivals[1]).toEqual(receiver.arrivals[0]);
    expect(await send(standIn, "POST", "redeliver", { n: 9 })).toMatchObject([400, {}]);
    expect(await send(standIn, "POST", "redeliver", { n: "1" })).toMatchObject([400, {}]);
  });
});

describe("POST /stand-in/agent", () => {
  it("wakes the agent and puts it to sleep, and knows nothing else", async () => {
    const { standIn, linear } = await startWithClient();
    const set = await send(standIn, "POST", "agent", { agent: "answers" });
    expect(set).toEqual([200, { agent: "answers" }]);
    const wrong = await send(standIn, "POST", "agent", { agent: "dreams" });
    expect(wrong).toMatchObject([400, { error: { code: "bad_request" } }]);
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    expect(standIn.state().issues[0]?.sessions).toMatchObject([{ status: "active" }]);
  });
});
