import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { createEndpoint } from "./graphql/endpoint.ts";
import type { PlannedFailure } from "./graphql/failure-queue.ts";
import { createFailureQueue } from "./graphql/failure-queue.ts";
import type { LoggedRequest } from "./graphql/request-log.ts";
import { createRequestLog } from "./graphql/request-log.ts";
import { refusal, send } from "./http/reply.ts";
import { route } from "./http/router.ts";
import { createClock } from "./store/clock.ts";
import type { PersonEdit } from "./store/person-edit.ts";
import { editIssue, removeIssue } from "./store/person-edit.ts";
import type { AgentMode } from "./store/records.ts";
import { createStore } from "./store/seed.ts";
import type { Snapshot } from "./store/snapshot.ts";
import { snapshot } from "./store/snapshot.ts";
import type { Delivery } from "./webhook/outbox.ts";
import type { Webhook } from "./webhook/target.ts";
import { checkWebhook } from "./webhook/target.ts";
import { createWebhooks } from "./webhook/webhooks.ts";

/** The API key of a stand-in that was given none. */
export const DEFAULT_API_KEY = "stand-in-key";

/** A running stand-in for Linear, and what its pages and addresses do, as functions. */
export type LinearStandIn = {
  readonly url: string;
  /** What to give Linear's SDK as `apiUrl`. */
  readonly graphqlUrl: string;
  readonly apiKey: string;
  /** Gives a copy of all tickets with everything that belongs to them. */
  readonly state: () => Snapshot;
  /** Gives the last 500 requests to /graphql, oldest first. */
  readonly requests: () => readonly LoggedRequest[];
  /** Makes the next request, or the next `times`, fail; only those of `operation` if one is named. */
  readonly fail: (failure: Omit<PlannedFailure, "times"> & { readonly times?: number }) => void;
  readonly clearFailures: () => void;
  /** Edits an issue, by identifier or id, as a person or an agent does in Linear. */
  readonly edit: (idOrIdentifier: string, edit: PersonEdit) => void;
  /** Removes an issue for good. */
  readonly remove: (idOrIdentifier: string) => void;
  /** Sets the clock to an instant, in ms since 1970: it stands still there until it is set again. */
  readonly setClock: (at: number) => void;
  /** Sets what the agent does with each new session: make it active, or nothing. */
  readonly setAgent: (agent: AgentMode) => void;
  /** Sets where signed webhooks tell changes from now on; null ends it. Only this machine is allowed. */
  readonly setWebhook: (webhook: Webhook | null) => void;
  /** Gives the last 200 webhooks that were sent, oldest first. */
  readonly deliveries: () => readonly Delivery[];
  /** Sends a past delivery again, byte for byte, to where it went. */
  readonly redeliver: (n: number) => void;
  /** Resolves when no webhook is on its way any more. */
  readonly delivered: () => Promise<void>;
  /** Ends every connection, also those that hang, and the server. */
  readonly close: () => Promise<void>;
};

/**
 * Starts a stand-in for Linear on this machine only. It remembers everything in memory, and forgets
 * it when it is closed. Port 0 is any free one. `now` tells the time, in ms since 1970, until the
 * clock is set. The agent sleeps unless it is told to answer.
 */
export async function startLinearStandIn(
  options: {
    readonly port?: number;
    readonly apiKey?: string;
    readonly now?: () => number;
    readonly agent?: AgentMode;
    readonly webhook?: Webhook;
  } = {},
): Promise<LinearStandIn> {
  const apiKey = options.apiKey ?? DEFAULT_API_KEY;
  if (options.webhook) checkWebhook(options.webhook);
  const server = createServer();
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const clock = createClock(options.now);
  const store = createStore(url, clock, options.agent);
  const webhooks = createWebhooks(store);
  webhooks.set(options.webhook ?? null);
  const failures = createFailureQueue();
  const log = createRequestLog(clock);
  const endpoint = createEndpoint(store, apiKey, failures, log);
  server.on("request", (request, response) => {
    route({ store, endpoint, failures, log, webhooks }, request).then(
      (reply) => send(response, reply),
      (error: unknown) => {
        // A client that went away while it was sending is not our failure.
        if (response.destroyed) return;
        console.error(error);
        send(response, refusal(500, "internal", "The stand-in failed by itself: see its output"));
      },
    );
  });

  return {
    url,
    graphqlUrl: `${url}/graphql`,
    apiKey,
    state: () => snapshot(store),
    requests: log.entries,
    fail: (failure) => failures.plan({ times: 1, ...failure }),
    clearFailures: failures.clear,
    edit: (idOrIdentifier, edit) => void editIssue(store, idOrIdentifier, edit),
    remove: (idOrIdentifier) => removeIssue(store, idOrIdentifier),
    setClock: clock.set,
    setAgent: (agent) => {
      store.agent = agent;
    },
    setWebhook: webhooks.set,
    deliveries: webhooks.deliveries,
    redeliver: webhooks.redeliver,
    delivered: webhooks.delivered,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, webhooks.close()]);
    },
  };
}
