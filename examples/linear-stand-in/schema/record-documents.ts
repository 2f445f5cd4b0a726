import { LinearSdk } from "@linear/sdk";
import type { DocumentNode, GraphQLSchema } from "graphql/index.js";
import { execute, parse, validate } from "graphql/index.js";

import { resolveOrNeutral } from "./neutral-value.ts";
import { callUsedOperations } from "./used-operations.ts";

/**
 * Drives the SDK's typed methods against a recorder that answers from `schema` with neutral values,
 * and gives every different document that they sent. Throws where a document does not fit `schema`,
 * naming the field: SDK and schema are published apart, so either may be ahead.
 */
export async function recordDocuments(schema: GraphQLSchema): Promise<readonly DocumentNode[]> {
  const documents = new Map<string, DocumentNode>();
  const request = async <Data>(
    query: unknown,
    variables?: Record<string, unknown>,
  ): Promise<Data> => {
    const text = String(query);
    const document = parse(text, { noLocation: true });
    const [problem] = validate(schema, document);
    if (problem) {
      throw new Error(
        `The SDK asks for what the schema lacks: ${problem.message} ` +
          `If the SDK is newer than the schema, add the field to newer-fields.ts.`,
      );
    }
    documents.set(text, document);
    const result = await execute({
      schema,
      document,
      variableValues: variables,
      fieldResolver: resolveOrNeutral,
    });
    if (result.errors?.[0]) throw result.errors[0];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK names the type, GraphQL made the value to fit it
    return result.data as Data;
  };
  await callUsedOperations(new LinearSdk(request));
  return [...documents.values()];
}
