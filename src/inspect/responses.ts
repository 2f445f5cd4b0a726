// Every answer of the API. Private by default: nothing may be cached, framed or sniffed.

const ERRORS = {
  unauthorized: [
    401,
    "Send the token of ACCESS_TOKEN or AGENT_TOKEN as 'Authorization: Bearer …'.",
  ],
  locked: [
    403,
    "No token is configured, so nothing is shown. Set one: wrangler secret put ACCESS_TOKEN.",
  ],
  bad_signature: [
    401,
    "Send what Linear has signed just now, as it was signed, with 'Linear-Signature: …'.",
  ],
  unknown_incident: [404, "No incident has this fingerprint."],
  unknown_letter: [404, "No dead letter has this id: see GET /dead-letters."],
  not_possible: [409, "That cannot be done as it stands."],
  read_only: [403, "AGENT_TOKEN may only read: send the token of ACCESS_TOKEN."],
  bad_origin: [403, "No page in a browser may ask this: send no Origin."],
  bad_body: [400, "The body is not what this address takes. See docs/http-api.md."],
  bad_fingerprint: [400, "A fingerprint is 'v1-' and 32 hex digits."],
  too_large: [
    413,
    "The body is too large: /explain and /mcp take 1 MB, the webhook 256 KB, everything else 10 KB.",
  ],
  bad_query: [400, "A query parameter is wrong. See docs/http-api.md."],
  unknown_route: [404, "There is no such address. See docs/http-api.md."],
  method_not_allowed: [
    405,
    "This address does not take that method: see Allow, and docs/http-api.md.",
  ],
  queue_unavailable: [503, "The queue did not take it. Nothing is lost: try again."],
  internal: [500, "Something went wrong here; it was logged."],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERRORS;

/** Every code with its status. */
export const ERROR_STATUS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(ERRORS).map(([code, [status]]) => [code, status]),
);

const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** `{ error: { code, message } }` with the status of the code; `detail` says more than the code can. */
export function errorResponse(code: ErrorCode, detail: string | null = null): Response {
  const [status, known] = ERRORS[code];
  const message = detail ?? known;
  const response = jsonResponse({ error: { code, message } }, status);
  const challenge = code === "bad_signature" ? "Linear-Signature" : "Bearer";
  if (status === 401) response.headers.set("www-authenticate", challenge);
  return response;
}

/** Values as JSON, one a line. */
export function linesResponse(values: readonly unknown[]): Response {
  return new Response(values.map((value) => `${JSON.stringify(value)}\n`).join(""), {
    headers: { ...HEADERS, "content-type": "application/x-ndjson; charset=utf-8" },
  });
}

/** Markdown of ours, in which all that others wrote is contained. */
export function markdownResponse(text: string): Response {
  return new Response(text, {
    headers: { ...HEADERS, "content-type": "text/markdown; charset=utf-8" },
  });
}

/** The value as JSON, indented for people. */
export function jsonResponse(value: unknown, status = 200): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    status,
    headers: { ...HEADERS, "content-type": "application/json; charset=utf-8" },
  });
}

/** An answer that other code than ours made, as private as ours. */
export function guarded(response: Response): Response {
  const same = new Response(response.body, response);
  for (const [name, value] of Object.entries(HEADERS)) same.headers.set(name, value);
  return same;
}
