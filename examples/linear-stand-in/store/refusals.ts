import { GraphQLError } from "graphql/index.js";

/**
 * The refusals of what Linear understood and will not do, which it answers with HTTP 200 and
 * `errors`. The shapes of "not found" and of a failed validation of arguments were seen on Linear's
 * API in 2026 by several projects that wrote them down. Where Linear's answer is not known, the
 * caller says so.
 */

/** Refuses what the caller asked for, with a text for builders and one for people. */
export function inputError(message: string, userPresentableMessage: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      type: "invalid input",
      code: "INPUT_ERROR",
      statusCode: 400,
      userError: true,
      userPresentableMessage,
    },
  });
}

/** The refusal of an id that names nothing. Linear has no code of its own for it: only the message tells. */
export function notFound(entity: string): GraphQLError {
  return inputError(`Entity not found: ${entity}`, `Could not find referenced ${entity}.`);
}

/** The refusal of an input's reference that names nothing, which Linear words differently. */
export function badReference(field: string): GraphQLError {
  return inputError(
    `Entity not found in validateAccess: ${field}`,
    `${field} contained an entry that could not be found.`,
  );
}

/** The refusal of an argument's value, before anything is looked up. */
export function argumentError(property: string, problem: string): GraphQLError {
  return new GraphQLError("Argument Validation Error", {
    extensions: {
      type: "invalid input",
      code: "INVALID_INPUT",
      statusCode: 400,
      userError: true,
      userPresentableMessage: `${property} ${problem}.`,
      validationErrors: [{ property, constraints: { customValidation: `${property} ${problem}` } }],
    },
  });
}

/** The refusal of what Linear can do and the stand-in cannot: told loudly, never ignored. */
export function unsupported(what: string): GraphQLError {
  return new GraphQLError(`The stand-in for Linear does not support ${what}`, {
    extensions: { type: "feature not accessible", code: "STAND_IN_UNSUPPORTED", userError: true },
  });
}
