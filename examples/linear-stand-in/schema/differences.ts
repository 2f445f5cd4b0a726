import type { GraphQLArgument, GraphQLInputField, GraphQLNamedType } from "graphql/index.js";
import {
  buildASTSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  parse,
} from "graphql/index.js";

import { extendDocument } from "./extend-document.ts";

type Input = GraphQLArgument | GraphQLInputField;

/**
 * Says, one line each, where `ours` is not a part of `theirs`: a type, field, argument or enum value
 * that they lack, another type or nullability, or a required argument that we left out. What
 * `newer` adds counts as theirs, and it is a difference when they have it already.
 */
export function schemaDifferences(ours: string, theirs: string, newer = ""): readonly string[] {
  let extended = parse(theirs, { noLocation: true });
  try {
    if (newer) extended = extendDocument(extended, newer);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const their = buildASTSchema(extended, { assumeValid: true }).getTypeMap();
  const our = buildASTSchema(parse(ours), { assumeValid: true }).getTypeMap();
  return Object.values(our)
    .filter((type) => !type.name.startsWith("__"))
    .flatMap((type) => typeDifferences(type, their[type.name]));
}

function typeDifferences(ours: GraphQLNamedType, theirs: GraphQLNamedType | undefined): string[] {
  // Each schema brings the built-in scalars that it uses, so a missing one is no difference.
  if (!theirs)
    return ["Boolean", "Float", "ID", "Int"].includes(ours.name)
      ? []
      : [`${ours.name}: no such type`];
  if (ours.constructor !== theirs.constructor) {
    return [`${ours.name}: ours is a ${kindOf(ours)}, theirs a ${kindOf(theirs)}`];
  }
  if (isObjectType(ours) && isObjectType(theirs)) {
    const their = theirs.getFields();
    return Object.values(ours.getFields()).flatMap((field) => {
      const match = their[field.name];
      const name = `${ours.name}.${field.name}`;
      if (!match) return [`${name}: no such field`];
      return typeDifference(name, field.type, match.type).concat(
        inputDifferences(name, field.args, match.args, isRequiredArgument),
      );
    });
  }
  if (isInputObjectType(ours) && isInputObjectType(theirs)) {
    const [our, their] = [ours, theirs].map((type) => Object.values(type.getFields()));
    return inputDifferences(ours.name, our ?? [], their ?? [], isRequiredInputField);
  }
  if (isEnumType(ours) && isEnumType(theirs)) {
    const their = new Set(theirs.getValues().map((value) => value.name));
    return lacking(ours.name, ours.getValues(), their, "no such value");
  }
  if (isUnionType(ours) && isUnionType(theirs)) {
    const their = new Set(theirs.getTypes().map((type) => type.name));
    return lacking(ours.name, ours.getTypes(), their, "not in the union");
  }
  return [];
}

function inputDifferences<T extends Input>(
  owner: string,
  ours: readonly T[],
  theirs: readonly T[],
  isRequired: (input: T) => boolean,
): string[] {
  const their = new Map(theirs.map((input) => [input.name, input]));
  const our = new Set(ours.map((input) => input.name));
  return [
    ...ours.flatMap((input) => {
      const match = their.get(input.name);
      const name = `${owner}(${input.name})`;
      return match ? typeDifference(name, input.type, match.type) : [`${name}: no such input`];
    }),
    ...theirs
      .filter((input) => isRequired(input) && !our.has(input.name))
      .map((input) => `${owner}(${input.name}): required, and ours lacks it`),
  ];
}

function typeDifference(name: string, ours: unknown, theirs: unknown): string[] {
  return String(ours) === String(theirs)
    ? []
    : [`${name}: ours is ${String(ours)}, theirs ${String(theirs)}`];
}

function lacking(
  owner: string,
  ours: readonly { readonly name: string }[],
  theirs: ReadonlySet<string>,
  problem: string,
): string[] {
  return ours
    .filter(({ name }) => !theirs.has(name))
    .map(({ name }) => `${owner}.${name}: ${problem}`);
}

function kindOf(type: GraphQLNamedType): string {
  return type.constructor.name.replace("GraphQL", "");
}
