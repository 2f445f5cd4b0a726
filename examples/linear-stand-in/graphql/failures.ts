import type { Reply } from "../http/reply.ts";
import { entityNotFound, failed, rateLimited, unauthorized } from "./error-answers.ts";

type Failure = {
  /** What happens, for the page. */
  readonly means: string;
  /** Gives what arrives in place of an answer; the time is for the instant a rate limit ends. */
  readonly reply: (now: number) => Reply;
};

export type FailureKind =
  | "ratelimited"
  | "ratelimited-code-only"
  | "ratelimited-complexity"
  | "empty-400"
  | "unauthorized"
  | "forbidden"
  | "internal"
  | "bad-gateway"
  | "invalid-input"
  | "input-error"
  | "no-answer"
  | "hang"
  | "lost-answer";

/** The ways in which Linear, or the way to it, fails. */
export const FAILURES: Readonly<Record<FailureKind, Failure>> = {
  ratelimited: {
    means: 'HTTP 400, code "RATELIMITED" and type "ratelimited", no requests remaining',
    reply: (now) => rateLimited(now, "requests", { type: "ratelimited" }),
  },
  "ratelimited-code-only": {
    means: 'HTTP 400, code "RATELIMITED" without a type, no requests remaining',
    reply: (now) => rateLimited(now, "requests", {}),
  },
  "ratelimited-complexity": {
    means:
      'HTTP 400, code "RATELIMITED" and type "ratelimited", no complexity remaining, requests still',
    reply: (now) => rateLimited(now, "complexity", { type: "ratelimited" }),
  },
  "empty-400": {
    means: "HTTP 400 with nothing in it",
    reply: () => ({ status: 400, headers: { "content-type": "text/plain" }, body: "" }),
  },
  unauthorized: {
    means: "HTTP 401, authentication error, as for a wrong key",
    reply: () => unauthorized(),
  },
  forbidden: {
    means: "HTTP 403, forbidden",
    reply: () =>
      failed(403, "Forbidden", {
        type: "forbidden",
        code: "FORBIDDEN",
        userError: true,
        userPresentableMessage: "You don't have permission to perform this action.",
      }),
  },
  internal: {
    means: "HTTP 500, internal error",
    reply: () =>
      failed(500, "Internal server error", {
        type: "internal error",
        code: "INTERNAL_SERVER_ERROR",
        userError: false,
      }),
  },
  "bad-gateway": {
    means: "HTTP 502 with a page of HTML, as a proxy answers",
    reply: () => ({
      status: 502,
      headers: { "content-type": "text/html" },
      body: "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>",
    }),
  },
  "invalid-input": {
    means: "HTTP 200 with errors: invalid input",
    reply: () => ({
      ...failed(400, "Argument Validation Error", {
        type: "invalid input",
        code: "INVALID_INPUT",
        userError: true,
        userPresentableMessage: "The stand-in was told to refuse this.",
      }),
      status: 200,
    }),
  },
  "input-error": {
    means: "HTTP 200 with errors: an id in it names nothing, as for an issue that was removed",
    reply: () => entityNotFound(),
  },
  "no-answer": {
    means: "the connection ends before anything is done",
    reply: () => "hang-up",
  },
  hang: {
    means: "nothing is done and no answer comes until the stand-in is closed",
    reply: () => "hang",
  },
  "lost-answer": {
    means: "the work is done, and the connection ends before the answer",
    reply: () => "hang-up",
  },
};

/** Says whether a text names a way of failing. */
export function isFailureKind(value: unknown): value is FailureKind {
  return typeof value === "string" && Object.hasOwn(FAILURES, value);
}
