// A door to outerloop on loopback that adds the local token, so that addresses can be opened in a
// browser. For a local run only.
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Listens on a free port of 127.0.0.1 and passes requests on, those that read with `token`: a page
 * elsewhere could have a browser send the others.
 */
export async function startProxy(
  token: string,
  pass: (request: Request) => Promise<Response>,
): Promise<Proxy> {
  let url = "";
  const server = createServer(async (incoming, outgoing) => {
    try {
      // A page elsewhere could have a browser ask us by another name; it gets nothing.
      if (incoming.headers.host !== new URL(url).host) {
        outgoing.writeHead(421).end();
        return;
      }
      const { method = "GET" } = incoming;
      const reads = method === "GET" || method === "HEAD";
      const authorization = incoming.headers.authorization ?? (reads ? `Bearer ${token}` : "");
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const answer = await pass(
        new Request(new URL(incoming.url ?? "/", url), {
          method,
          headers: { authorization, ...passedOn(incoming) },
          body: reads ? null : Buffer.concat(chunks),
        }),
      );
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
      outgoing.end(Buffer.from(await answer.arrayBuffer()));
    } catch (error) {
      outgoing.writeHead(502, { "content-type": "text/plain" });
      outgoing.end(`outerloop does not answer: ${error instanceof Error ? error.message : "?"}\n`);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

// What Linear signs goes with its signature; who polls says what is known; a client of MCP tells of
// its messages.
const PASSED_ON = [
  "accept",
  "content-type",
  "if-none-match",
  "linear-signature",
  "mcp-method",
  "mcp-name",
  "mcp-protocol-version",
  "origin",
];

function passedOn({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}
