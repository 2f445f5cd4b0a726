import type {
  DefinitionNode,
  DocumentNode,
  FieldDefinitionNode,
  GraphQLSchema,
  InputValueDefinitionNode,
  TypeNode,
} from "graphql/index.js";
import { Kind, TypeInfo, visit, visitWithTypeInfo } from "graphql/index.js";

import { KEPT_FILTER_FIELDS } from "./kept-filters.ts";

type Uses = {
  /** Type name to the fields that are asked of it. */
  readonly fields: Map<string, Set<string>>;
  /** `Type.field` to the arguments that are given. */
  readonly args: Map<string, Set<string>>;
};

/**
 * Cuts a schema down to what `documents` touch: their types, fields and arguments, the enums and
 * scalars of these, and the input types that can be reached from the arguments. Names, types and
 * nullability stay as they are; descriptions, directives and interfaces are left out.
 */
export function pruneSchema(
  source: DocumentNode,
  schema: GraphQLSchema,
  documents: readonly DocumentNode[],
): DocumentNode {
  const uses = collectUses(schema, documents);
  const definitions = new Map(
    source.definitions.flatMap((definition) =>
      "name" in definition && definition.name ? [[definition.name.value, definition]] : [],
    ),
  );
  const kept = new Map<string, DefinitionNode>();
  const waiting = [...uses.fields.keys()];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const definition = definitions.get(name);
    if (!definition || kept.has(name)) continue;
    const pruned = prunedDefinition(definition, uses);
    kept.set(name, pruned);
    waiting.push(...mentionedTypes(pruned));
  }
  return {
    kind: Kind.DOCUMENT,
    definitions: [...kept.entries()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, definition]) => definition),
  };
}

function collectUses(schema: GraphQLSchema, documents: readonly DocumentNode[]): Uses {
  const uses: Uses = { fields: new Map(), args: new Map() };
  for (const document of documents) {
    const types = new TypeInfo(schema);
    const visitor = visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        if (!parent || node.name.value.startsWith("__")) return;
        addTo(uses.fields, parent.name, node.name.value);
        for (const argument of node.arguments ?? []) {
          addTo(uses.args, `${parent.name}.${node.name.value}`, argument.name.value);
        }
      },
    });
    visit(document, visitor);
  }
  return uses;
}

function prunedDefinition(definition: DefinitionNode, uses: Uses): DefinitionNode {
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
    const type = definition.name.value;
    const fields = (definition.fields ?? [])
      .filter((field) => uses.fields.get(type)?.has(field.name.value))
      .map((field) => prunedField(field, uses.args.get(`${type}.${field.name.value}`)));
    return { kind: definition.kind, name: definition.name, fields };
  }
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    const type = definition.name.value;
    const keptFields = KEPT_FILTER_FIELDS[type];
    if (type.endsWith("Filter") && !keptFields) {
      throw new Error(`${type} is a new filter: say in kept-filters.ts which fields to keep`);
    }
    const fields = (definition.fields ?? [])
      .filter((field) => keptFields?.includes(field.name.value) ?? true)
      .map(plainInput);
    return { kind: definition.kind, name: definition.name, fields };
  }
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
    const values = (definition.values ?? []).map(({ kind, name }) => ({ kind, name }));
    return { kind: definition.kind, name: definition.name, values };
  }
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
    const types = (definition.types ?? []).filter((type) => uses.fields.has(type.name.value));
    return { kind: definition.kind, name: definition.name, types };
  }
  if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) {
    return { kind: definition.kind, name: definition.name };
  }
  throw new Error(`The SDK's documents reach a ${definition.kind}: teach prune.ts to keep it`);
}

function prunedField(
  field: FieldDefinitionNode,
  args: ReadonlySet<string> = new Set(),
): FieldDefinitionNode {
  const kept = (field.arguments ?? []).filter((argument) => args.has(argument.name.value));
  return { kind: field.kind, name: field.name, type: field.type, arguments: kept.map(plainInput) };
}

function plainInput({
  kind,
  name,
  type,
  defaultValue,
}: InputValueDefinitionNode): InputValueDefinitionNode {
  return { kind, name, type, ...(defaultValue && { defaultValue }) };
}

function mentionedTypes(definition: DefinitionNode): readonly string[] {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
    return (definition.types ?? []).map((type) => type.name.value);
  }
  if (
    definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
    definition.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION
  ) {
    return [];
  }
  const fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[] =
    definition.fields ?? [];
  const args = fields.flatMap((field) => ("arguments" in field ? (field.arguments ?? []) : []));
  return [...fields, ...args].map(({ type }) => namedType(type));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set();
  map.set(key, values.add(value));
}
