import type { GraphQLErrorExtensions } from "graphql/index.js";
import { GraphQLError } from "graphql/index.js";

/** Gives an error the extensions that Linear adds to what its GraphQL server refused by itself. */
export function asLinearError(error: GraphQLError | Error): GraphQLError | Error {
  if (!(error instanceof GraphQLError) || "type" in error.extensions) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    originalError: error.originalError ?? null,
    extensions: extensionsOf(error),
  });
}

/** Only what a resolver threw has a path: without one, Linear's server did not get to run anything. */
function extensionsOf(error: GraphQLError): GraphQLErrorExtensions {
  if (error.path) return { type: "internal error", code: "INTERNAL_SERVER_ERROR" };
  return {
    http: { status: 400, headers: {} },
    // Variables that do not fit carry the other error of the coercion; the document's errors do not.
    code: error.originalError ? "BAD_USER_INPUT" : "GRAPHQL_VALIDATION_FAILED",
    type: "graphql error",
    userError: true,
  };
}
