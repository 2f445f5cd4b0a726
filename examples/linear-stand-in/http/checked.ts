import { GraphQLError } from "graphql/index.js";
import * as z from "zod/mini";

import type { Answer } from "./reply.ts";
import { refusal } from "./reply.ts";

/** The small zod has no words of its own: without these, every problem is "Invalid input". */
const WORDS = z.locales.en().localeError;

type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: string };

/** Reads a body of JSON that must be as a schema says. */
export function parsed<T>(schema: z.ZodMiniType<T>, body: string): Parsed<T> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { success: false, error: "The body is no JSON" };
  }
  return checked(schema, value);
}

/** Checks a value against a schema, and says in words what is wrong. */
export function checked<T>(schema: z.ZodMiniType<T>, value: unknown): Parsed<T> {
  const result = z.safeParse(schema, value, { error: WORDS });
  return result.success ? result : { success: false, error: z.prettifyError(result.error) };
}

/** The refusal of a request that is not as it must be. */
export function badRequest(message: string): Answer {
  return refusal(400, "bad_request", message);
}

/** Gives the answer of `make`, or what its refusal by the store means in HTTP. */
export function attempt(make: () => Answer): Answer {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const presentable = error.extensions["userPresentableMessage"];
    const message = typeof presentable === "string" ? presentable : error.message;
    return error.message.startsWith("Entity not found: Issue")
      ? refusal(404, "not_found", message)
      : refusal(400, "refused", message);
  }
}
