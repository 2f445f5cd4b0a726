// /mcp as those ask it who do not use it as it is meant.
import { describe, expect, it } from "vitest";
import { MCP_BYTES_MAX, MCP_DEPTH_MAX } from "../../src/limits.ts";
import { ask, HEADERS, post, SINCE_2026 } from "./mcp-asking.ts";

interface Refusal {
  readonly error: { readonly code: string | number; readonly message: string };
}

async function refusalOf(response: Response): Promise<readonly [number, string | number]> {
  const { error } = await response.json<Refusal>();
  expect(error.message).not.toBe("");
  return [response.status, error.code];
}

/** `depth` objects in each other. */
function nested(depth: number): string {
  return `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
}

const LIST = { jsonrpc: "2.0", id: 1, method: "tools/list" };

describe("POST /mcp", () => {
  it.each([
    ["without a token", {}],
    ["with a wrong token", { authorization: "Bearer wrong" }],
  ])("is shut %s, whatever is sent", async (_what, headers) => {
    const response = await ask({ method: "POST", body: "x".repeat(MCP_BYTES_MAX + 1), headers });
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await refusalOf(response)).toEqual([401, "unauthorized"]);
  });

  it.each(["https://evil.example", "https://outerloop.example.com", "null"])(
    "refuses a page in a browser, of %j",
    async (origin) => {
      expect(await refusalOf(await post(LIST, { origin }))).toEqual([403, "bad_origin"]);
    },
  );

  it("refuses a body that is too large", async () => {
    const refusal = await refusalOf(await post("x".repeat(MCP_BYTES_MAX + 1)));
    expect(refusal).toEqual([413, "too_large"]);
  });

  it.each([
    ["what is no JSON", "{", -32_700],
    ["nothing", "", -32_700],
    ["a batch", [LIST, LIST], -32_600],
    ["an empty batch", [], -32_600],
    ["what is no message", { a: 1 }, -32_600],
    ["a number", 1, -32_600],
    ["nothing at all", null, -32_600],
    ["what is nested too deep", nested(MCP_DEPTH_MAX + 1), -32_600],
    ["what no stack is deep enough for", nested(100_000), -32_600],
  ])("refuses %s as JSON-RPC does", async (_what, body, code) => {
    const response = await post(body);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await refusalOf(response)).toEqual([400, code]);
  });

  it("looks at how deep a message is nested before anything else reads it", async () => {
    const { error } = await (await post(nested(MCP_DEPTH_MAX + 1))).json<Refusal>();
    expect(error.message).toBe(`The message is nested deeper than ${MCP_DEPTH_MAX}.`);
  });

  it("takes what is nested as deep as may be", async () => {
    const params = JSON.parse(nested(MCP_DEPTH_MAX - 1)) as object;
    expect(await (await post({ ...LIST, params })).text()).toContain("list_incidents");
  });

  it("knows no other method than those of tools", async () => {
    for (const method of ["resources/list", "prompts/list", "logging/setLevel", "constructor"]) {
      // oxlint-disable-next-line no-await-in-loop -- each answer is read before the next request
      const response = await post({ ...LIST, method });
      expect(response.status).toBe(200);
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await response.text()).toContain('"code":-32601');
    }
  });

  it("keeps nothing between two messages: no session, and nothing to listen to", async () => {
    const params = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "a" } };
    const begun = await post({ ...LIST, method: "initialize", params });
    expect(begun.headers.get("mcp-session-id")).toBeNull();
    const listen = await post(
      {
        ...LIST,
        method: "subscriptions/listen",
        params: { notifications: { toolsListChanged: true }, _meta: SINCE_2026 },
      },
      { "mcp-protocol-version": "2026-07-28", "mcp-method": "subscriptions/listen" },
    );
    expect(await listen.json()).toMatchObject({ error: { message: "Subscription limit reached" } });
  });

  it("lets nobody keep, frame or sniff what it answers, and no page read it", async () => {
    for (const message of [LIST, { a: 1 }]) {
      // oxlint-disable-next-line no-await-in-loop -- each answer is read before the next request
      const { headers } = await post(message);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});

describe("any other method of /mcp", () => {
  it.each(["GET", "HEAD", "DELETE", "PUT", "OPTIONS"])("%s is refused", async (method) => {
    const response = await ask({ method, headers: HEADERS });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });
});
