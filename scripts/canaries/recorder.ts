// A server between outerloop and the stand-in for Linear that keeps every byte on its way there. It
// refuses some tickets as Linear may, with an error that quotes what was sent: such a text must not
// come back into logs or rows.
import { once } from "node:events";
import { createServer, request } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface Recorder {
  readonly url: string;
  /** Every request that came, whole: its line, its headers and its body. */
  readonly requests: readonly string[];
  /** The ids of the tickets that were refused. */
  readonly refused: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Passes requests on to the server at `target`, but for tickets whose body matches `refuses`. */
export async function startRecorder(target: string, refuses: RegExp): Promise<Recorder> {
  const requests: string[] = [];
  const refused = new Set<string>();
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = (await buffer(incoming)).toString();
    const line = `${incoming.method} ${incoming.url}`;
    requests.push([line, ...incoming.rawHeaders, body].join("\n"));
    const id = refuses.test(body) ? ticketOf(body) : null;
    if (id === null) return pass(incoming, body, target, outgoing);
    refused.add(id);
    refuse(body, outgoing);
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    refused,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The id of the ticket that this request would make, or null. */
function ticketOf(body: string): string | null {
  const asked = JSON.parse(body) as { variables?: { input?: { id?: string; title?: string } } };
  const { id, title } = asked.variables?.input ?? {};
  return id !== undefined && title !== undefined ? id : null;
}

function refuse(body: string, outgoing: ServerResponse): void {
  const extensions = { type: "invalid input", code: "INVALID_INPUT", userPresentableMessage: body };
  outgoing.writeHead(400, { "content-type": "application/json" });
  outgoing.end(JSON.stringify({ errors: [{ message: `Cannot take ${body}`, extensions }] }));
}

async function pass(
  { method = "POST", url = "/", headers }: IncomingMessage,
  body: string,
  target: string,
  outgoing: ServerResponse,
): Promise<void> {
  const local = { ...headers, host: new URL(target).host };
  const onward = request(new URL(url, target), { method, headers: local });
  onward.end(body);
  const [answer] = (await once(onward, "response")) as [IncomingMessage];
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(outgoing);
}
