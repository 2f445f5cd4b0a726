// `POST /mcp`: MCP over Streamable HTTP for agents. It reads, keeps nothing between two requests, and
// shows what the API shows to the same token.
import { MCP_BYTES_MAX, MCP_DEPTH_MAX } from "../limits.ts";
import { readBody } from "./body.ts";
import type { Ask } from "./mcp/tools.ts";
import { parseJson } from "./parse-json.ts";
import { errorResponse, guarded, jsonResponse } from "./responses.ts";

export const MCP_PATH = "/mcp";

// Of JSON-RPC 2.0, section 5.1.
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;

/** Answers one message of a caller that was let in; `ask` asks the API as that caller. */
export async function answerMcp(request: Request, ask: Ask): Promise<Response> {
  // A browser sends an Origin, and no page may talk to this: neither a stranger's nor one that made
  // a name of its own point here.
  if (request.headers.has("origin")) return errorResponse("bad_origin");
  const body = await readBody(request, MCP_BYTES_MAX);
  if (body === null) return errorResponse("too_large");
  const message = parseJson(body);
  if (message === undefined) return refusal(PARSE_ERROR, "The body is not JSON.");
  if (Array.isArray(message)) return refusal(INVALID_REQUEST, "Send one message, not a batch.");
  if (isDeeperThan(message, MCP_DEPTH_MAX)) {
    return refusal(INVALID_REQUEST, `The message is nested deeper than ${MCP_DEPTH_MAX}.`);
  }
  const { serveMessage } = await import("./mcp/serve.ts");
  return guarded(await serveMessage(request, message, ask));
}

function refusal(code: number, message: string): Response {
  return jsonResponse({ jsonrpc: "2.0", id: null, error: { code, message } }, 400);
}

// Level by level, so that no stack grows with what was sent.
function isDeeperThan(value: unknown, depthMax: number): boolean {
  let level = [value];
  for (let depth = 0; depth <= depthMax; depth += 1) {
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null ? Object.values(one) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
