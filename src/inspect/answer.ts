// The HTTP door: what holds for every request, whatever it asks for.
import { logInfo } from "../log.ts";
import { tagged } from "./etag.ts";
import { HEALTH_PATH, router } from "./router.ts";

const KNOWN_METHODS: ReadonlySet<string> = new Set(
  "GET HEAD POST PUT PATCH DELETE OPTIONS".split(" "),
);

/** Answers one request of the API. HEAD is answered as GET, without the body. */
export async function answer(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  const began = Date.now();
  const isHead = request.method === "HEAD";
  const asked = isHead ? new Request(request.url, { headers: request.headers }) : request;
  const got = await router.fetch(asked, env, ctx);
  const response = asked.method === "GET" ? await tagged(got, asked) : got;
  // The router notes on the request which route it took.
  const { route = null } = asked as { readonly route?: string };
  tellRequest(request.method, route, response.status, Date.now() - began);
  return isHead ? new Response(null, response) : response;
}

// The route and never the address: a query may hold what somebody searched for.
function tellRequest(method: string, route: string | null, status: number, ms: number): void {
  // Whoever watches asks every few seconds.
  if (route === HEALTH_PATH && status === 200) return;
  logInfo("request", { method: KNOWN_METHODS.has(method) ? method : "other", route, status, ms });
}
