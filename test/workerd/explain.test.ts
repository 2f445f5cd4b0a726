import { env, exports } from "cloudflare:workers";
import { listDurableObjectIds } from "cloudflare:test";
import { describe, expect, it } from "vitest";

function post(body: string, token: string | null = "test-agent-token"): Promise<Response> {
  return exports.default.fetch("https://outerloop.example/explain", {
    method: "POST",
    body,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
}

const THROWN = {
  outcome: "exception",
  scriptName: "shop",
  eventTimestamp: 1,
  event: { request: { method: "GET", url: "https://shop.example/orders/7?token=abc" } },
  exceptions: [{ name: "TypeError", message: "no price for reader@example.com", timestamp: 1 }],
  logs: [],
};

describe("POST /explain", () => {
  it("tells each candidate on a line, cleaned, and what is no trace in its place", async () => {
    const answer = await post(`${JSON.stringify(THROWN)}\nnot json\n`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^application\/x-ndjson/);
    const text = await answer.text();
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([
      { trace: 0, kept: true, grouping: { producer: "shop", route: "GET /orders/:id" } },
      { trace: 0, kept: false, reason: "explained" },
      { trace: 1, error: "this is not JSON" },
    ]);
    expect(text).not.toContain("reader@example.com");
  });

  it("wants a token", async () => {
    expect((await post("{}", null)).status).toBe(401);
  });

  it("refuses a body that is too large, and any other method", async () => {
    expect((await post("x".repeat(1_000_001))).status).toBe(413);
    const got = await exports.default.fetch("https://outerloop.example/explain");
    expect(got.status).toBe(405);
  });

  it("stores nothing", async () => {
    const before = await listDurableObjectIds(env.INCIDENT);
    await post(JSON.stringify(THROWN));
    expect(await listDurableObjectIds(env.INCIDENT)).toEqual(before);
  });
});
