// What people send to act on an incident: a name in the address and a small JSON body.
import * as z from "zod/mini";
import { FINGERPRINT } from "../failure/decode.ts";
import type { IgnoreUntil, PersonAction } from "../incident/action.ts";
import { BY_UNITS_MAX } from "../limits.ts";
import { failed, ok } from "../result.ts";
import type { Result } from "../result.ts";

/** An action as it was asked for; what another incident counted is found out later. */
export type AskedAction = Exclude<PersonAction, { kind: "unmerge" }> | { readonly kind: "unmerge" };

export interface Asked {
  readonly action: AskedAction;
  readonly by: string;
}

/** The small zod has no words of its own: without these, every problem is "Invalid input". */
const WORDS = z.locales.en().localeError;
const PROBLEMS_MAX = 5;
const PROBLEM_UNITS_MAX = 500;
const SOMEBODY = "somebody with ACCESS_TOKEN";
/** Letters, digits and what stands in names and addresses; it is shown in timelines. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@+'-]*$/u;

const by = z.optional(
  z
    .string()
    .check(z.maxLength(BY_UNITS_MAX), z.regex(NAME, "is a name or an address, on one line")),
);
const BODIES = {
  resolve: z.strictObject({ by }),
  reopen: z.strictObject({ by }),
  ticket: z.strictObject({ by }),
  unmerge: z.strictObject({ by }),
  separate: z.strictObject({ by }),
  merge: z.strictObject({
    by,
    into: z.string().check(z.regex(FINGERPRINT, "is a fingerprint: 'v1-' and 32 hex digits")),
  }),
  ignore: z
    .strictObject({
      by,
      until: z.optional(
        z.iso.datetime({ offset: true, error: "is an instant, as 2026-12-24T18:00:00Z" }),
      ),
      more: z.optional(z.int("is a whole number from 1 to 1e12").check(z.gte(1), z.lte(1e12))),
      grown: z.optional(z.number("is a number above 1, up to 1e9").check(z.gt(1), z.lte(1e9))),
    })
    .check(
      z.refine(
        ({ until, more, grown }) =>
          [until, more, grown].filter((end) => end !== undefined).length < 2,
        "takes one of until, more and grown, or none of them: for good",
      ),
    ),
};

export type ActionName = keyof typeof BODIES;

/** What people can do to an incident: the last part of the address. */
export const ACTION_NAMES = Object.keys(BODIES) as readonly ActionName[];

/** Reads the body of an action; an empty one is `{}`. The problem never quotes what was sent. */
export function readAction(name: ActionName, text: string): Result<Asked, string> {
  const body = readJson(text);
  if (!body.ok) return body;
  switch (name) {
    case "resolve":
    case "reopen":
    case "ticket":
    case "unmerge":
    case "separate":
      return asked(BODIES[name], body.value, () => ({ kind: name }));
    case "merge":
      return asked(BODIES.merge, body.value, ({ into }) => ({ kind: "merge", into }));
    case "ignore":
      return asked(BODIES.ignore, body.value, (ends) => ({ kind: "ignore", until: untilOf(ends) }));
  }
}

function asked<Body extends { readonly by?: string | undefined }>(
  schema: z.ZodMiniType<Body> & { readonly def: { readonly shape: object } },
  value: unknown,
  read: (body: Body) => AskedAction,
): Result<Asked, string> {
  const parsed = z.safeParse(schema, value, { error: WORDS });
  if (parsed.success) {
    return ok({ by: parsed.data.by ?? SOMEBODY, action: read(parsed.data) });
  }
  const fields = Object.keys(schema.def.shape).join(", ");
  const problems = parsed.error.issues.map(({ code, path, message }) =>
    // The words for unknown fields would quote them.
    code === "unrecognized_keys"
      ? `the body: takes ${fields}, and nothing else`
      : `${path.join(".") || "the body"}: ${message}`,
  );
  return failed(problems.slice(0, PROBLEMS_MAX).join("; ").slice(0, PROBLEM_UNITS_MAX));
}

function readJson(text: string): Result<unknown, string> {
  try {
    return ok(text.trim() === "" ? {} : JSON.parse(text));
  } catch {
    return failed("the body is not JSON");
  }
}

function untilOf({
  until,
  more,
  grown,
}: {
  readonly until?: string | undefined;
  readonly more?: number | undefined;
  readonly grown?: number | undefined;
}): IgnoreUntil {
  if (until !== undefined) return { kind: "time", at: Date.parse(until) };
  if (more !== undefined) return { kind: "more", count: more };
  return grown === undefined ? { kind: "good" } : { kind: "grown", factor: grown };
}
