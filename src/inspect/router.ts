// The addresses of the API, and who may use them. Everything but /health and the signed webhook needs a credential; looking creates
// nothing.
import { Router } from "itty-router";
import type { IRequestStrict } from "itty-router";
import { errorKind } from "../error-kind.ts";
import { FINGERPRINT } from "../failure/decode.ts";
import { EXPLAIN_BYTES_MAX, LIST_MAX } from "../limits.ts";
import { logError } from "../log.ts";
import { incidentObject, indexObject } from "../objects.ts";
import { OWN_WORKERS } from "../own-workers.ts";
import { readSettings } from "../settings.ts";
import { accessOf } from "./access.ts";
import { actOnIncident } from "./actions.ts";
import { examine } from "./examine.ts";
import { readHealth } from "./health.ts";
import { readBody } from "./body.ts";
import { explainText } from "./explain.ts";
import { summaryView } from "./incident-view.ts";
import {
  discardLetter,
  listLetters,
  readLetter,
  replayLetter,
  replayOldest,
} from "./dead-letters.ts";
import { knownRoutes, methodsOf } from "./method.ts";
import { ACTION_NAMES } from "./read-action.ts";
import { errorResponse, jsonResponse, linesResponse } from "./responses.ts";
import { summaryFor, tellAccess } from "./withhold.ts";
import { takeWebhook, WEBHOOK_PATH } from "./webhook.ts";

const DEFAULT_LIST = 50;
/** As in outerloop-tail, where no setting says otherwise. */
const UNNAMED = "unnamed";
/** Open to everybody. */
export const HEALTH_PATH = "/health";

export const router = Router<IRequestStrict, [Env, ExecutionContext]>({
  before: [requireMethod],
  catch: (error: unknown) => {
    logError("request failed", { kind: errorKind(error) });
    return errorResponse("internal");
  },
});

router
  .get(HEALTH_PATH, async (_request, env) => {
    const health = await readHealth(env, Date.now());
    return jsonResponse(health, health.ok ? 200 : 503);
  })
  .post(WEBHOOK_PATH, takeWebhook)
  .all("*", requireAccess)
  .get("/incidents", async (request, env) => {
    const limit = Number(request.query["limit"] ?? DEFAULT_LIST);
    if (!Number.isInteger(limit) || limit < 1 || limit > LIST_MAX)
      return errorResponse("bad_query");
    const incidents = await indexObject(env, readSettings(env)).list(limit);
    const access = accessOf(request, readSettings(env));
    const lines = incidents.map((line) => summaryView(summaryFor(access, line)));
    return jsonResponse({ incidents: lines });
  })
  .get("/incidents/:fingerprint", (request, env) => {
    const fingerprint = request.params["fingerprint"] ?? "";
    if (!FINGERPRINT.test(fingerprint)) return errorResponse("bad_fingerprint");
    const settings = readSettings(env);
    const access = tellAccess(accessOf(request, settings));
    return incidentObject(env, settings, fingerprint).fetch(request.url, access);
  })
  .get("/doctor", requireFullAccess, async (_request, env) =>
    jsonResponse(await examine(env, Date.now())),
  )
  .get("/dead-letters", requireFullAccess, listLetters)
  .get("/dead-letters/:id", requireFullAccess, readLetter)
  .post("/dead-letters/replay", requireFullAccess, replayOldest)
  .post("/dead-letters/:id/replay", requireFullAccess, replayLetter)
  .post("/dead-letters/:id/discard", requireFullAccess, discardLetter)
  .post("/explain", async (request, env) => {
    const text = await readBody(request, EXPLAIN_BYTES_MAX);
    if (text === null) return errorResponse("too_large");
    const { rules, redactKeys } = readSettings(env);
    const options = { unnamedProducer: UNNAMED, ownWorkers: OWN_WORKERS, rules, redactKeys };
    return linesResponse(explainText(text, options));
  });

for (const action of ACTION_NAMES) {
  router.post(`/incidents/:fingerprint/${action}`, requireFullAccess, (request, env) =>
    actOnIncident(action, request, env),
  );
}

// Anything that has no route of its own.
router.all("*", () => errorResponse("unknown_route"));

/** The routes of the API, as docs/http-api.md and docs/openapi.json must have them. */
export const ROUTES = knownRoutes(router.routes);

function requireMethod(request: IRequestStrict): Response | undefined {
  const methods = methodsOf(router.routes, new URL(request.url).pathname);
  if (methods.length === 0 || methods.includes(request.method)) return undefined;
  const response = errorResponse("method_not_allowed");
  response.headers.set("allow", methods.join(", "));
  return response;
}

function requireAccess(request: IRequestStrict & Request, env: Env): Response | undefined {
  const access = accessOf(request, readSettings(env));
  if (access === "locked") return errorResponse("locked");
  return access === "none" ? errorResponse("unauthorized") : undefined;
}

function requireFullAccess(request: IRequestStrict & Request, env: Env): Response | undefined {
  const access = accessOf(request, readSettings(env));
  return access === "full" ? undefined : errorResponse("read_only");
}
