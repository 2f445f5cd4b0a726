// Agents at /mcp: what they may send, and how what they are told is marked.
import type { Mutant } from "./mutant.ts";

const DOOR = ["test/workerd/mcp-door.test.ts"] as const;
const AGENTS = ["test/workerd/mcp.test.ts"] as const;
const RESULT = ["test/inspect/mcp-result.test.ts"] as const;

export const MCP_RULES: readonly Mutant[] = [
  {
    rule: "No page in a browser talks to /mcp.",
    file: "src/inspect/mcp.ts",
    find: 'if (request.headers.has("origin")) return errorResponse("bad_origin");',
    replace: "",
    tests: DOOR,
  },
  {
    rule: "One request to /mcp is one message: no batch multiplies what it costs.",
    file: "src/inspect/mcp.ts",
    find: "if (Array.isArray(message))",
    replace: "if (message === request)",
    tests: DOOR,
  },
  {
    rule: "A message to /mcp is nested no deeper than any stack is.",
    file: "src/inspect/mcp.ts",
    find: "if (isDeeperThan(message, MCP_DEPTH_MAX))",
    replace: "if (isDeeperThan(message, 9_999_999))",
    tests: DOOR,
  },
  {
    rule: "What /mcp answers is as private as all of the API.",
    file: "src/inspect/mcp.ts",
    find: "return guarded(await serveMessage(request, message, ask));",
    replace: "return serveMessage(request, message, ask);",
    tests: DOOR,
  },
  {
    rule: "There is nothing to listen to at /mcp.",
    file: "src/inspect/mcp/serve.ts",
    find: "maxSubscriptions: 0,",
    replace: "",
    tests: DOOR,
  },
  {
    rule: "A tool is shown what its caller may see, and no more.",
    file: "src/inspect/router.ts",
    find: "{ ...init, headers: { authorization } }",
    replace: "{ ...init, headers: { authorization: `Bearer ${readSettings(env).accessToken}` } }",
    tests: AGENTS,
  },
  {
    rule: "A tool tells a mistake of ours without its text.",
    file: "src/inspect/mcp/result.ts",
    find: "return response.ok ? dataResult(text) : errorResult(text);",
    replace: "return dataResult(text);",
    tests: AGENTS,
  },
  {
    rule: "What a tool was asked for is passed on to the API.",
    file: "src/inspect/mcp/tools.ts",
    find: "ask(`/incidents?${queryOf(args)}`)",
    replace: 'ask("/incidents")',
    tests: AGENTS,
  },
  {
    rule: "A tool names nothing but an incident in the address that it asks.",
    file: "src/inspect/mcp/tools.ts",
    find: `.regex(FINGERPRINT, "is 'v1-' and 32 hex digits")`,
    replace: "",
    tests: AGENTS,
  },
  {
    rule: "Texts of others stand in a tool's answer in a fence that they cannot leave.",
    file: "src/inspect/mcp/result.ts",
    find: "fence(shown, MCP_RESULT_UNITS_MAX)",
    replace: '"```\\n" + shown + "\\n```"',
    tests: RESULT,
  },
  {
    rule: "A tool's answer that was cut says so.",
    file: "src/inspect/mcp/result.ts",
    find: "shown.length > MCP_RESULT_UNITS_MAX",
    replace: "shown.length > 10 * MCP_RESULT_UNITS_MAX",
    tests: RESULT,
  },
  {
    rule: "A tool's answer is marked as untrusted for clients that look.",
    file: "src/inspect/mcp/result.ts",
    find: '    _meta: { "outerloop/untrusted": true },\n',
    replace: "",
    tests: RESULT,
  },
  {
    rule: "An error that a tool tells is one line.",
    file: "src/inspect/mcp/result.ts",
    find: "oneLine(problemIn(text) ?? UNREADABLE)",
    replace: "(problemIn(text) ?? UNREADABLE)",
    tests: RESULT,
  },
];
