import type { GraphQLFieldResolver, GraphQLOutputType } from "graphql/index.js";
import {
  defaultFieldResolver,
  GraphQLError,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql/index.js";

const EPOCH = "1970-01-01T00:00:00.000Z";

const SCALARS: Readonly<Record<string, unknown>> = {
  Boolean: false,
  DateTime: EPOCH,
  Duration: 0,
  Float: 0,
  ID: "",
  Int: 0,
  JSON: {},
  JSONObject: {},
  String: "",
  TimelessDate: EPOCH.slice(0, 10),
};

/**
 * Answers a field that nobody set with the emptiest value its type allows. Linear's SDK always asks
 * for dozens of settings (the colour of an avatar, the length of a cycle) that mean nothing here.
 */
export const resolveOrNeutral: GraphQLFieldResolver<unknown, unknown> = (
  source,
  args,
  context,
  info,
) => {
  const value: unknown = defaultFieldResolver(source, args, context, info);
  return value === undefined ? neutralValue(info.returnType) : value;
};

/** Gives the emptiest value of a type: null where it may be null. */
export function neutralValue(type: GraphQLOutputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = type.ofType;
  if (isListType(inner)) return [];
  if (isObjectType(inner)) return {};
  if (isEnumType(inner)) return inner.getValues()[0]?.value;
  if (inner.name in SCALARS) return SCALARS[inner.name];
  throw new GraphQLError(`No neutral value for ${inner.name}: add one to neutral-value.ts`);
}
