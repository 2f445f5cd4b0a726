import { once } from "node:events";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

import { onTestFinished } from "vitest";

/** The secret of every webhook in these tests. */
export const SECRET = "secret-of-the-test";

/** A webhook as it arrived. */
export type Arrival = { readonly headers: IncomingHttpHeaders; readonly body: string };

export type Receiver = {
  readonly url: string;
  /** What arrived, in order. */
  readonly arrivals: Arrival[];
  /** The bodies of it. */
  readonly payloads: () => readonly Payload[];
};

/** What the tests look at in a webhook's body. */
export type Payload = {
  readonly type: string;
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly updatedFrom?: Readonly<Record<string, unknown>>;
};

/** Starts a receiver of webhooks for one test. It answers 200, or as it is told. */
export async function startReceiver(
  answer: (response: ServerResponse, nth: number) => void = (response) => response.end(),
): Promise<Receiver> {
  const arrivals: Arrival[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    arrivals.push({ headers: request.headers, body: await text(request) });
    answer(response, arrivals.length);
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    arrivals,
    payloads: () => arrivals.map(({ body }) => JSON.parse(body) as Payload),
  };
}
