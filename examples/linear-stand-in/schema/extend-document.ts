import type { DefinitionNode, DocumentNode, FieldDefinitionNode } from "graphql/index.js";
import { Kind, parse } from "graphql/index.js";

/**
 * Adds the fields of `extend type` blocks, and whole new types, to a schema document. Throws where
 * the document already has a field or type, so that a list of additions cannot go stale unseen.
 */
export function extendDocument(document: DocumentNode, extensions: string): DocumentNode {
  const extra = new Map<string, readonly FieldDefinitionNode[]>();
  const added: DefinitionNode[] = [];
  for (const definition of parse(extensions, { noLocation: true }).definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_EXTENSION) {
      extra.set(definition.name.value, definition.fields ?? []);
    } else {
      added.push(definition);
    }
  }

  const known = new Set(document.definitions.map(nameOf));
  const repeated = added.map(nameOf).find((name) => known.has(name));
  if (repeated) throw new Error(`${repeated} is no longer newer: Linear's schema has it now`);

  const extended = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
    const fields = extra.get(definition.name.value);
    return fields
      ? { ...definition, fields: joined(definition.name.value, definition.fields ?? [], fields) }
      : definition;
  });
  return { ...document, definitions: [...extended, ...added] };
}

function joined(
  type: string,
  own: readonly FieldDefinitionNode[],
  extra: readonly FieldDefinitionNode[],
): readonly FieldDefinitionNode[] {
  const names = new Set(own.map((field) => field.name.value));
  const repeated = extra.find((field) => names.has(field.name.value));
  if (repeated) {
    throw new Error(
      `${type}.${repeated.name.value} is no longer newer: Linear's schema has it now`,
    );
  }
  return [...own, ...extra];
}

function nameOf(definition: DefinitionNode): string | undefined {
  return "name" in definition ? definition.name?.value : undefined;
}
