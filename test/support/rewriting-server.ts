// A server that stands before the stand-in for Linear and rewrites what it answers: for what the
// stand-in has no seed of, as an agent that is not active.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface RewritingServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on a free port of this machine; `rewrite` gets the body of a request and its answer. */
export async function startRewriting(
  target: string,
  rewrite: (asked: string, answer: string) => string,
): Promise<RewritingServer> {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const headers = {
      authorization: request.headers.authorization ?? "",
      "content-type": "application/json",
    };
    const answer = await fetch(target, { method: "POST", headers, body });
    const told = rewrite(body, await answer.text());
    response.writeHead(answer.status, { "content-type": "application/json" }).end(told);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
