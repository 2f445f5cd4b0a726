// Messages to /mcp as they go over the wire.
import { exports } from "cloudflare:workers";

const READ = "test-agent-token";
export const HEADERS = {
  authorization: `Bearer ${READ}`,
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
};

/** What every message since 2026-07-28 says of its client. */
export const SINCE_2026 = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": {},
};

/** One request, as it is given. */
export function ask(init: RequestInit): Promise<Response> {
  return exports.default.fetch("https://outerloop.example.com/mcp", init);
}

/** A message, or any other text, from somebody with AGENT_TOKEN. */
export function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return ask({ method: "POST", body: text, headers: { ...HEADERS, ...headers } });
}
