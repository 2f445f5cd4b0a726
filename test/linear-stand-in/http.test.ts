import { request } from "node:http";

import { describe, expect, it } from "vitest";

import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { startWithClient } from "./stand-in-client.ts";

const JSON_TYPE = { "content-type": "application/json" };

/** fetch() does not let a test choose Host and Origin; a rebound name or another page would. */
async function statusOf(
  standIn: LinearStandIn,
  headers: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  return await new Promise((resolve, reject) => {
    const sent = request(`${standIn.url}/stand-in/failures`, { method: "POST", headers });
    sent.on("response", (response) => resolve(response.resume().statusCode));
    sent.on("error", reject);
    sent.end('{"kind":"internal"}');
  });
}

describe("requests from elsewhere", () => {
  it.each([
    ["another host's name", { host: "attacker.example", ...JSON_TYPE }, 403],
    ["another page's origin", { origin: "https://attacker.example", ...JSON_TYPE }, 403],
    ["a page without an origin", { origin: "null", ...JSON_TYPE }, 403],
    ["a form's way of sending", { "content-type": "text/plain" }, 415],
    ["a tool on this machine", JSON_TYPE, 201],
  ])("with %s", async (_, headers, status) => {
    const { standIn } = await startWithClient();
    expect(await statusOf(standIn, headers)).toBe(status);
  });
});

describe("requests that are not for anything here", () => {
  it("are refused, with the methods that there are", async () => {
    const { standIn } = await startWithClient();
    expect((await fetch(`${standIn.url}/nowhere`)).status).toBe(404);
    const wrong = await fetch(`${standIn.url}/stand-in/failures`, { method: "PUT" });
    expect(wrong.status).toBe(405);
    expect(await wrong.text()).toContain("GET, POST, DELETE");
  });

  it("are refused when they are larger than a megabyte, and nothing is kept of them", async () => {
    const { standIn } = await startWithClient();
    const body = JSON.stringify({ query: "{viewer{id}}", variables: { x: "x".repeat(1_000_001) } });
    const response = await fetch(standIn.graphqlUrl, {
      method: "POST",
      headers: { ...JSON_TYPE, authorization: standIn.apiKey },
      body,
    });
    expect(response.status).toBe(413);
    expect(standIn.requests()).toEqual([]);
  });
});

describe("startLinearStandIn", () => {
  it("refuses a port that is taken", async () => {
    const { standIn } = await startWithClient();
    const port = Number(new URL(standIn.url).port);
    await expect(startLinearStandIn({ port })).rejects.toThrow("EADDRINUSE");
  });

  it("forgets everything with its end", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssueLabel({ name: "production" });
    const next = await startLinearStandIn();
    expect(next.state()).toEqual({ issues: [], labels: [] });
    await next.close();
    expect(standIn.state().labels).toEqual(["production"]);
  });
});
