import type { Answer } from "../http/reply.ts";
import { json } from "../http/reply.ts";
import { unauthorized } from "./error-answers.ts";

/**
 * Refuses a request whose Authorization is not the key, plain (an API key) or after "Bearer" (an
 * OAuth token). Linear refuses the mixture, its own kind of API key after "Bearer", with a text of
 * its own and HTTP 400, which the SDK makes of `new LinearClient({ accessToken: apiKey })`.
 */
export function refuseCredential(
  authorization: string | undefined,
  apiKey: string,
): Answer | undefined {
  const bearer = authorization?.startsWith("Bearer ") ? authorization.slice(7) : undefined;
  if (bearer?.startsWith("lin_api_")) {
    const message =
      "It looks like you're trying to use an API key as a Bearer token. " +
      "Remove the Bearer prefix from the Authorization header.";
    return json(400, {
      errors: [
        {
          message,
          extensions: {
            type: "invalid input",
            code: "INPUT_ERROR",
            statusCode: 400,
            userError: true,
            userPresentableMessage: message,
          },
        },
      ],
    });
  }
  return (bearer ?? authorization) === apiKey ? undefined : unauthorized();
}
