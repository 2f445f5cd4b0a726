import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { post, SINCE_2026 } from "./mcp-asking.ts";

const WORDS = [
  "2.0",
  "2026-07-28",
  "2025-11-25",
  "tools/call",
  "tools/list",
  "initialize",
  "server/discover",
  "list_incidents",
  "read_incident",
  "explain",
  "__proto__",
  "application/json",
  "text/event-stream",
];
const KEYS = [
  "name",
  "arguments",
  "_meta",
  "limit",
  "fingerprint",
  "traces",
  "task",
  "progressToken",
  "protocolVersion",
  "capabilities",
  "clientInfo",
  "__proto__",
  ...Object.keys(SINCE_2026),
];

const leaf = fc.oneof(fc.constantFrom(...WORDS), fc.jsonValue({ maxDepth: 1 }));
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("anything"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("anything"), { maxKeys: 5 }),
  ),
}));
// Most of them are messages, so that most come as far as a tool.
const hostileMessage = fc.oneof(
  { weight: 1, arbitrary: anything },
  {
    weight: 5,
    arbitrary: fc.record(
      {
        jsonrpc: fc.constant("2.0"),
        id: fc.oneof(fc.integer(), leaf),
        method: fc.oneof(fc.constantFrom("tools/call", "tools/list", "initialize"), leaf),
        params: fc.oneof(
          anything,
          fc.record(
            {
              name: fc.oneof(fc.constantFrom("list_incidents", "read_incident", "explain"), leaf),
              arguments: fc.oneof(fc.constant({}), anything),
              _meta: fc.oneof(fc.constant(SINCE_2026), anything),
            },
            { requiredKeys: ["name"] },
          ),
        ),
      },
      { requiredKeys: ["jsonrpc", "id", "method"] },
    ),
  },
);
const hostileHeaders = fc.oneof(
  fc.constant({}),
  fc.constant({ "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call" }),
  fc.dictionary(
    fc.constantFrom("mcp-protocol-version", "mcp-method", "mcp-name", "mcp-session-id", "accept"),
    fc.oneof(fc.constantFrom(...WORDS), fc.stringMatching(/^[!-~]{0,20}$/)),
    { maxKeys: 3 },
  ),
);

describe("POST /mcp", () => {
  it("answers a thousand hostile messages, none with a 500 or a stack", async () => {
    await fc.assert(
      fc.asyncProperty(hostileMessage, hostileHeaders, async (message, headers) => {
        const response = await post(message, headers);
        expect(response.status).toBeLessThan(500);
        expect(await response.text()).not.toMatch(/\bat \S+ \(|node_modules|\.m?[jt]s:\d/);
      }),
      { numRuns: 1_000 },
    );
  });
});
