import { readFileSync } from "node:fs";

import type { Endpoint } from "../graphql/endpoint.ts";
import type { FailureQueue } from "../graphql/failure-queue.ts";
import type { RequestLog } from "../graphql/request-log.ts";
import { helpPage } from "../page/help-page.ts";
import { issuePage } from "../page/issue-page.ts";
import { listPage } from "../page/list-page.ts";
import { snapshot, snapshotIssue } from "../store/snapshot.ts";
import type { Store } from "../store/store.ts";
import type { Webhooks } from "../webhook/webhooks.ts";
import {
  editByControl,
  editByForm,
  planFailure,
  removeByControl,
  setAgent,
  setClock,
  showClock,
  withIssue,
} from "./control.ts";
import type { Answer } from "./reply.ts";
import { json } from "./reply.ts";
import {
  clearWebhook,
  redeliver,
  setWebhook,
  showDeliveries,
  showWebhook,
} from "./webhook-control.ts";

export type Parts = {
  readonly store: Store;
  readonly endpoint: Endpoint;
  readonly failures: FailureQueue;
  readonly log: RequestLog;
  readonly webhooks: Webhooks;
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
export const ROUTES: readonly Route[] = [
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
  ["GET", /^\/stand-in\/clock$/, null, ({ store }) => showClock(store)],
  ["POST", /^\/stand-in\/clock$/, JSON_TYPE, ({ store }, _, body) => setClock(store.clock, body)],
  ["POST", /^\/stand-in\/agent$/, JSON_TYPE, ({ store }, _, body) => setAgent(store, body)],
  ["GET", /^\/stand-in\/webhook$/, null, ({ webhooks }) => showWebhook(webhooks)],
  [
    "POST",
    /^\/stand-in\/webhook$/,
    JSON_TYPE,
    ({ webhooks }, _, body) => setWebhook(webhooks, body),
  ],
  ["DELETE", /^\/stand-in\/webhook$/, null, ({ webhooks }) => clearWebhook(webhooks)],
  ["GET", /^\/stand-in\/deliveries$/, null, ({ webhooks }) => showDeliveries(webhooks)],
  [
    "POST",
    /^\/stand-in\/redeliver$/,
    JSON_TYPE,
    ({ webhooks }, _, body) => redeliver(webhooks, body),
  ],
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

function showIssue(store: Store, identifier: string): Answer {
  return withIssue(store, identifier, (issue) => {
    const states = store.states.filter(({ teamId }) => teamId === issue.teamId);
    return issuePage(
      snapshotIssue(store, issue),
      states.map(({ name }) => name),
      store.teams.map(({ key }) => key),
    );
  });
}

function showHelp({ store, failures, log, webhooks }: Parts): Answer {
  return helpPage(store.url, failures.planned(), log.entries(), webhooks.url());
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
