import type { IncomingMessage } from "node:http";

import { readBody } from "./body.ts";
import { isLocal } from "./local-only.ts";
import type { Reply } from "./reply.ts";
import { refusal } from "./reply.ts";
import type { Parts } from "./routes.ts";
import { ROUTES } from "./routes.ts";

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
