import type { Answer } from "../http/reply.ts";
import { json } from "../http/reply.ts";
import { notFound } from "../store/refusals.ts";

/** Linear's answer to a credential that is missing or wrong: it does not tell which. */
export function unauthorized(): Answer {
  return failed(401, "Authentication required, not authenticated", {
    type: "authentication error",
    code: "AUTHENTICATION_ERROR",
    userError: true,
    userPresentableMessage: "You need to authenticate to access this operation.",
    meta: {},
    http: { status: 401 },
  });
}

/** Linear's answer beyond a budget, with the instant, a minute from now, at which that is full again. */
export function rateLimited(
  now: number,
  budget: "requests" | "complexity",
  type: { readonly type?: string },
): Answer {
  const answer = failed(400, "Rate limit exceeded", {
    ...type,
    code: "RATELIMITED",
    userError: true,
    userPresentableMessage: "Rate limit exceeded. Please try again later.",
  });
  return {
    ...answer,
    headers: {
      ...answer.headers,
      [`x-ratelimit-${budget}-remaining`]: "0",
      [`x-ratelimit-${budget}-reset`]: String(now + 60_000),
    },
  };
}

/** Linear's answer to an id that names nothing. */
export function entityNotFound(): Answer {
  const { message, extensions } = notFound("Issue");
  return json(200, { errors: [{ message, extensions }], data: null });
}

/** An error of Linear's server, with its status in the extensions, too. */
export function failed(status: number, message: string, extensions: object): Answer {
  return json(status, { errors: [{ message, extensions: { statusCode: status, ...extensions } }] });
}
