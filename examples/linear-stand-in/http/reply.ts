import type { ServerResponse } from "node:http";

/** An answer of HTTP. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * What becomes of a request: an answer, or none. "hang-up" ends the connection as a network does
 * that breaks; "hang" leaves it open until the server is closed.
 */
export type Reply = Answer | "hang-up" | "hang";

/** Makes an answer of JSON. */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** Makes the answer to a request of our own (not Linear's) that cannot be done. */
export function refusal(status: number, code: string, message: string): Answer {
  return json(status, { error: { code, message } });
}

/** Performs a reply. */
export function send(response: ServerResponse, reply: Reply): void {
  if (reply === "hang") return;
  if (reply === "hang-up") {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...reply.headers,
    "content-length": String(Buffer.byteLength(reply.body)),
  });
  response.end(reply.body);
}
