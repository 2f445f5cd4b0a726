import type { DocumentNode } from "graphql/index.js";
import { Kind, parse } from "graphql/index.js";

import { complexityOf } from "./complexity.ts";

/** What a request asks for, as far as it can be read. */
export type Operation = {
  /** The name of the document's operation: `createIssue`, `issue_comments`. */
  readonly name: string;
  /** The fields of Query or Mutation that it asks for: `issueCreate`. */
  readonly fields: readonly string[];
  readonly variables: unknown;
  /** In points, as Linear counts them. */
  readonly complexity: number;
};

/** Reads a request's body as far as it goes; never throws, for what is unreadable is refused later. */
export function readOperation(body: string): Operation {
  const unreadable = { name: "(unreadable)", fields: [], variables: null, complexity: 1 };
  try {
    const request: unknown = JSON.parse(body);
    if (typeof request !== "object" || request === null) return unreadable;
    const { query, variables } = request as { query?: unknown; variables?: unknown };
    if (typeof query !== "string") return unreadable;
    const document = parse(query, { noLocation: true });
    const complexity = complexityOf(document, variables);
    return { ...namesOf(document), variables: variables ?? null, complexity };
  } catch {
    return unreadable;
  }
}

function namesOf(document: DocumentNode): Pick<Operation, "name" | "fields"> {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const fields = operation?.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
  return { name: operation?.name?.value ?? "(anonymous)", fields: fields ?? [] };
}
