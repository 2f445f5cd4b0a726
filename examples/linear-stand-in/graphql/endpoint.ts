import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";

// graphql refuses to work with another copy of itself. Plain "graphql" is two files, one for Node (and
// so for graphql-http) and one for bundlers (and so for vitest); "graphql/index.js" is one for all.
import type { ExecutionResult } from "graphql/index.js";
import { buildSchema, execute } from "graphql/index.js";
import { createHandler } from "graphql-http";

import type { Answer, Reply } from "../http/reply.ts";
import { resolveOrNeutral } from "../schema/neutral-value.ts";
import type { Store } from "../store/store.ts";
import { refuseCredential } from "./credential.ts";
import type { FailureQueue } from "./failure-queue.ts";
import { FAILURES } from "./failures.ts";
import { asLinearError } from "./format-error.ts";
import { readOperation } from "./operation.ts";
import { createRateLimit } from "./rate-limit.ts";
import type { RequestLog } from "./request-log.ts";
import { createRoot } from "./root.ts";

export type Endpoint = (headers: IncomingHttpHeaders, body: string) => Promise<Reply>;

/** Makes what answers POST /graphql as Linear does, or fails as it was told to. */
export function createEndpoint(
  store: Store,
  apiKey: string,
  failures: FailureQueue,
  log: RequestLog,
): Endpoint {
  const run = createGraphql(store);
  const countRequest = createRateLimit(store.clock);
  return async (headers, body) => {
    const operation = readOperation(body);
    const limits = countRequest(operation.complexity);
    const failure = failures.take(operation);
    if (failure !== undefined && failure !== "lost-answer") {
      log.add(operation, failure);
      return withHeaders(FAILURES[failure].reply(store.clock.now()), limits);
    }
    const refused = refuseCredential(headers.authorization, apiKey);
    if (refused) {
      log.add(operation, "unauthorized");
      return withHeaders(refused, limits);
    }
    const { answer, isDone } = await run(headers, body);
    log.add(operation, failure ?? (isDone ? "ok" : "refused"));
    return failure ? FAILURES[failure].reply(store.clock.now()) : withHeaders(answer, limits);
  };
}

type Run = (
  headers: IncomingHttpHeaders,
  body: string,
) => Promise<{ readonly answer: Answer; readonly isDone: boolean }>;

function createGraphql(store: Store): Run {
  const handler = createHandler<undefined, { isDone: boolean }>({
    schema: buildSchema(readFileSync(new URL("../schema.graphql", import.meta.url), "utf8")),
    rootValue: createRoot(store),
    execute: (args) => execute({ ...args, fieldResolver: resolveOrNeutral }),
    onOperation: ({ context }, _args, result) => {
      context.isDone = !result.errors;
      // Wrong variables: nothing ran, so there is no data at all, and Linear's server says 400.
      return "data" in result
        ? undefined
        : [formatted(result), { status: 400, statusText: "Bad Request" }];
    },
    formatError: asLinearError,
  });
  return async (headers, body) => {
    const context = { isDone: false };
    const [text, { status }] = await handler({
      method: "POST",
      url: "/graphql",
      // Asked for in the newer media type, graphql-http answers a refused document with 400, as
      // Linear does; Linear calls it plain JSON all the same, and its SDK reads nothing else.
      headers: { ...headers, accept: "application/graphql-response+json" },
      body,
      raw: undefined,
      context,
    });
    const type = { "content-type": "application/json; charset=utf-8" };
    return { answer: { status, headers: type, body: text ?? "" }, isDone: context.isDone };
  };
}

function formatted(result: ExecutionResult): string {
  return JSON.stringify({ errors: result.errors?.map(asLinearError) });
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return typeof reply === "string"
    ? reply
    : { ...reply, headers: { ...headers, ...reply.headers } };
}
