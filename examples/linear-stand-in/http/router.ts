import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";

import type { Endpoint } from "../graphql/endpoint.ts";
import type { FailureQueue } from "../graphql/failure-queue.ts";
import type { RequestLog } from "../graphql/request-log.ts";
import { helpPage } from "../page/help-page.ts";
import { issuePage } from "../page/issue-page.ts";
import { listPage } from "../page/list-page.ts";
import { snapshot, snapshotIssue } from "../store/snapshot.ts";
import type { Store } from "../store/store.ts";
import { readBody } from "./body.ts";
import {
  editByControl,
  editByForm,
  planFailure,
  removeByControl,
  setClock,
  withIssue,
} from "./control.ts";
import { isLocal } from "./local-only.ts";
import type { Answer, Reply } from "./reply.ts";
import { json, refusal } from "./reply.ts";

export type Parts = {
  readonly store: Store;
  readonly endpoint: Endpoint;
  readonly failures: FailureQueue;
  readonly log: RequestLog;
};

type Route = readonly [
  method: string,
  path: RegExp,
  contentType: string | null,
  handle: (parts: Parts, identifier: string, body: string) => Answer,
];

const STYLE = readFileSync(new URL("../page/style.css", import.meta.url), "utf8");
const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

/** All but POST /graphql, which may also not answer. */
const ROUTES: readonly Route[] = [
  ["GET", /^\/$/, null, ({ store }) => listPage(snapshot(store).issues)],
  ["GET", /^\/issue\/([\w-]+)$/, null, (parts, identifier) => showIssue(parts.store, identifier)],
  ["POST", /^\/issue\/([\w-]+)$/, FORM_TYPE, (parts, ...rest) => editByForm(parts.store, ...rest)],
  ["GET", /^\/style\.css$/, null, () => style()],
  ["GET", /^\/graphql$/, null, (parts) => showHelp(parts)],
  ["GET", /^\/stand-in\/state$/, null, ({ store }) => json(200, snapshot(store))],
  ["GET", /^\/stand-in\/requests$/, null, ({ log }) => json(200, { requests: log.entries() })],
  ["GET", /^\/stand-in\/failures$/, null, (parts) => showPlanned(parts)],
  [
    "POST",
    /^\/stand-in\/failures$/,
    JSON_TYPE,
    ({ failures }, _, body) => planFailure(failures, body),
  ],
  ["DELETE", /^\/stand-in\/failures$/, null, (parts) => clearPlanned(parts)],
  ["POST", /^\/stand-in\/clock$/, JSON_TYPE, ({ store }, _, body) => setClock(store.clock, body)],
  [
    "POST",
    /^\/stand-in\/issues\/([\w-]+)$/,
    JSON_TYPE,
    ({ store }, identifier, body) => editByControl(store, identifier, body),
  ],
  [
    "DELETE",
    /^\/stand-in\/issues\/([\w-]+)$/,
    null,
    ({ store }, identifier) => removeByControl(store, identifier),
  ],
];

/** Finds the reply to a request. */
export async function route(parts: Parts, request: IncomingMessage): Promise<Reply> {
  const body = await readBody(request);
  const { headers, method = "GET" } = request;
  if (!isLocal(headers)) return refusal(403, "not_local", "Only this machine may ask");
  if (body === undefined) return refusal(413, "too_large", "The body is larger than 1 MB");
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (method === "POST" && path === "/graphql") return await parts.endpoint(headers, body);

  const matching = ROUTES.filter(([, pattern]) => pattern.test(path));
  const found = matching.find(([wanted]) => wanted === method);
  if (!found) {
    return matching.length === 0
      ? refusal(404, "not_found", "There is nothing at this address")
      : refusal(405, "bad_method", `This address takes ${matching.map(([m]) => m).join(", ")}`);
  }
  const [, pattern, contentType, handle] = found;
  // A form of another site can send text, and cannot send JSON without asking first.
  if (contentType !== null && !headers["content-type"]?.startsWith(contentType)) {
    return refusal(415, "bad_content_type", `Send ${contentType}`);
  }
  return handle(parts, pattern.exec(path)?.[1] ?? "", body);
}

function showIssue(store: Store, identifier: string): Answer {
  return withIssue(store, identifier, (issue) => {
    const states = store.states.filter(({ teamId }) => teamId === issue.teamId);
    return issuePage(
      snapshotIssue(store, issue),
      states.map(({ name }) => name),
    );
  });
}

function showHelp({ store, failures, log }: Parts): Answer {
  return helpPage(store.url, failures.planned(), log.entries());
}

function showPlanned({ failures }: Parts): Answer {
  return json(200, { planned: failures.planned() });
}

function clearPlanned({ failures }: Parts): Answer {
  failures.clear();
  return json(200, { planned: [] });
}

function style(): Answer {
  return { status: 200, headers: { "content-type": "text/css; charset=utf-8" }, body: STYLE };
}
