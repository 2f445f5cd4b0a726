// The addresses of the API, and who may use them. Everything but /health and the signed webhook needs
// a credential; looking creates nothing.
import { Router } from "itty-router";
import type { IRequestStrict } from "itty-router";
import { errorKind } from "../error-kind.ts";
import { EXPLAIN_BYTES_MAX, EXPLAIN_LINES_MAX } from "../limits.ts";
import { logError } from "../log.ts";
import { incidentObject } from "../objects.ts";
import { OWN_WORKERS } from "../own-workers.ts";
import { readSettings } from "../settings.ts";
import { accessOf } from "./access.ts";
import { actOnIncident } from "./actions.ts";
import { examine } from "./examine.ts";
import { readHealth } from "./health.ts";
import { readBody } from "./body.ts";
import { explainText } from "./explain.ts";
import {
  discardLetter,
  listLetters,
  readLetter,
  replayLetter,
  replayOldest,
} from "./dead-letters.ts";
import { knownRoutes, methodsOf } from "./method.ts";
import { ACTION_NAMES } from "./read-action.ts";
import { listIncidents } from "./list.ts";
import { LOOKS, readAddress } from "./incident-address.ts";
import { answerMcp, MCP_PATH } from "./mcp.ts";
import { errorResponse, jsonResponse, linesResponse } from "./responses.ts";
import { tellAccess } from "./withhold.ts";
import { takeWebhook, WEBHOOK_PATH } from "./webhook.ts";

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
  .get(HEALTH_PATH, async (request, env) => {
    const health = await readHealth(env, accessOf(request, readSettings(env)), Date.now());
    return jsonResponse(health, health.ok ? 200 : 503);
  })
  .post(WEBHOOK_PATH, takeWebhook)
  .all("*", requireAccess)
  .get("/incidents", listIncidents)
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
    return linesResponse(explainText(text, options, EXPLAIN_LINES_MAX));
  })
  .post(MCP_PATH, (request, env, ctx) => {
    const authorization = request.headers.get("authorization") ?? "";
    return answerMcp(request, (path, init) =>
      router.fetch(
        new Request(new URL(path, request.url), { ...init, headers: { authorization } }),
        env,
        ctx,
      ),
    );
  });

for (const look of LOOKS) router.get(`/incidents/:fingerprint${look}`, showIncident);
for (const action of ACTION_NAMES) {
  router.post(`/incidents/:fingerprint/${action}`, requireFullAccess, (request, env) =>
    actOnIncident(action, request, env),
  );
}

// Anything that has no route of its own.
router.all("*", () => errorResponse("unknown_route"));

/** The routes of the API, as docs/http-api.md and docs/openapi.json must have them. */
export const ROUTES = knownRoutes(router.routes);

function showIncident(request: Request, env: Env): Response | Promise<Response> {
  const asked = readAddress(new URL(request.url).pathname);
  if (!asked.ok) return errorResponse(asked.problem);
  const settings = readSettings(env);
  const access = tellAccess(accessOf(request, settings));
  return incidentObject(env, settings, asked.value.fingerprint).fetch(request.url, access);
}

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
