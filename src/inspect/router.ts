// The HTTP door. Everything but /health and the signed webhook needs a credential; looking creates
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
import { isActionName } from "./read-action.ts";
import { errorResponse, jsonResponse, linesResponse } from "./responses.ts";
import { summaryFor, tellAccess } from "./withhold.ts";
import { takeWebhook, WEBHOOK_PATH } from "./webhook.ts";

const DEFAULT_LIST = 50;
/** As in outerloop-tail, where no setting says otherwise. */
const UNNAMED = "unnamed";
/** Addresses that take POST, besides those of actions. */
const POSTED: ReadonlySet<string> = new Set(["/explain", WEBHOOK_PATH]);

const router = Router<IRequestStrict, [Env, ExecutionContext]>({
  before: [requireMethod],
  catch: (error: unknown) => {
    logError("request failed", { kind: errorKind(error) });
    return errorResponse("internal");
  },
});

router
  .get("/health", async (_request, env) => {
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
  .post("/incidents/:fingerprint/:action", requireFullAccess, actOnIncident)
  .post("/explain", async (request, env) => {
    const text = await readBody(request, EXPLAIN_BYTES_MAX);
    if (text === null) return errorResponse("too_large");
    const { rules, redactKeys } = readSettings(env);
    const options = { unnamedProducer: UNNAMED, ownWorkers: OWN_WORKERS, rules, redactKeys };
    return linesResponse(explainText(text, options));
  })
  .all("*", () => errorResponse("unknown_route"));

/** Answers one request of the API. HEAD is answered as GET, without the body. */
export async function answer(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  if (request.method !== "HEAD") return router.fetch(request, env, ctx);
  const asked = new Request(request.url, { headers: request.headers });
  const { status, headers } = await router.fetch(asked, env, ctx);
  return new Response(null, { status, headers });
}

function requireMethod(request: IRequestStrict): Response | undefined {
  const { pathname } = new URL(request.url);
  const action = /^\/incidents\/[^/]*\/([^/]+)\/?$/.exec(pathname)?.[1] ?? "";
  const takesPost = POSTED.has(pathname) || isActionName(action);
  if (request.method === (takesPost ? "POST" : "GET")) return undefined;
  // An action that there is not: that is what is wrong with it, whatever the method.
  if (request.method === "POST" && action !== "") return undefined;
  const response = errorResponse("method_not_allowed");
  response.headers.set("allow", takesPost ? "POST" : "GET, HEAD");
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
