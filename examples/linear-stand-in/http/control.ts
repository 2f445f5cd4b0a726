import { GraphQLError } from "graphql/index.js";
import * as z from "zod/mini";

import type { FailureQueue } from "../graphql/failure-queue.ts";
import type { FailureKind } from "../graphql/failures.ts";
import { FAILURES, isFailureKind } from "../graphql/failures.ts";
import type { Clock } from "../store/clock.ts";
import { editIssue, PersonEdit, removeIssue } from "../store/person-edit.ts";
import { findIssue } from "../store/find.ts";
import { snapshotIssue } from "../store/snapshot.ts";
import type { Store } from "../store/store.ts";
import type { Answer } from "./reply.ts";
import { json, refusal } from "./reply.ts";

/** The small zod has no words of its own: without these, every problem is "Invalid input". */
const WORDS = z.locales.en().localeError;

const PlanRequest = z.strictObject({
  kind: z.custom<FailureKind>(isFailureKind, `must be one of ${Object.keys(FAILURES).join(", ")}`),
  times: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  operation: z.optional(z.string().check(z.regex(/^\w{1,100}$/))),
});

/** From the year 10,000 on an instant is written with a sign before it, as Linear never does. */
const INSTANT_MAX_MS = Date.UTC(9999, 11, 31);

const ClockRequest = z.strictObject({ at: z.int().check(z.gte(0), z.lte(INSTANT_MAX_MS)) });

/** Answers POST /stand-in/clock: sets the clock, and tells how it is set. */
export function setClock(clock: Clock, body: string): Answer {
  const request = parsed(ClockRequest, body);
  if (!request.success) return badRequest(request.error);
  clock.set(request.data.at);
  return json(200, { at: request.data.at });
}

/** Answers POST /stand-in/failures: plans a failure, and tells all that are planned. */
export function planFailure(failures: FailureQueue, body: string): Answer {
  const request = parsed(PlanRequest, body);
  if (!request.success) return badRequest(request.error);
  const { kind, times = 1, operation } = request.data;
  failures.plan({ kind, times, ...(operation !== undefined && { operation }) });
  return json(201, { planned: failures.planned() });
}

/** Answers POST /stand-in/issues/:identifier: edits the issue as a person, and tells how it is now. */
export function editByControl(store: Store, identifier: string, body: string): Answer {
  const request = parsed(PersonEdit, body);
  if (!request.success) return badRequest(request.error);
  return attempt(() => {
    const issue = editIssue(store, identifier, request.data);
    return json(200, snapshotIssue(store, issue));
  });
}

/** Answers the page's forms: one field each, an empty delegate means none; then shows the issue. */
export function editByForm(store: Store, identifier: string, body: string): Answer {
  const fields = Object.fromEntries(new URLSearchParams(body));
  const edit = checked(PersonEdit, {
    ...fields,
    ...(fields["delegate"] === "" && { delegate: null }),
  });
  if (!edit.success) return badRequest(edit.error);
  return attempt(() => {
    const issue = editIssue(store, identifier, edit.data);
    return { status: 303, headers: { location: `/issue/${issue.identifier}` }, body: "" };
  });
}

/** Answers DELETE /stand-in/issues/:identifier: removes the issue for good. */
export function removeByControl(store: Store, identifier: string): Answer {
  return attempt(() => {
    removeIssue(store, identifier);
    return json(200, { removed: identifier });
  });
}

/** Gives the answer of `make`, or the refusal that stands for an issue that is not there. */
export function withIssue(
  store: Store,
  identifier: string,
  make: (issue: ReturnType<typeof findIssue>) => Answer,
): Answer {
  return attempt(() => make(findIssue(store, identifier)));
}

type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: string };

function parsed<T>(schema: z.ZodMiniType<T>, body: string): Parsed<T> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { success: false, error: "The body is no JSON" };
  }
  return checked(schema, value);
}

function checked<T>(schema: z.ZodMiniType<T>, value: unknown): Parsed<T> {
  const result = z.safeParse(schema, value, { error: WORDS });
  return result.success ? result : { success: false, error: z.prettifyError(result.error) };
}

function badRequest(message: string): Answer {
  return refusal(400, "bad_request", message);
}

function attempt(make: () => Answer): Answer {
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
