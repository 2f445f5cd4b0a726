import * as z from "zod/mini";

import type { FailureQueue } from "../graphql/failure-queue.ts";
import type { FailureKind } from "../graphql/failures.ts";
import { FAILURES, isFailureKind } from "../graphql/failures.ts";
import type { Clock } from "../store/clock.ts";
import { editIssue, PersonEdit, removeIssue } from "../store/person-edit.ts";
import { findIssue } from "../store/find.ts";
import { AGENT_MODES } from "../store/records.ts";
import { snapshotIssue } from "../store/snapshot.ts";
import type { Store } from "../store/store.ts";
import { attempt, badRequest, checked, parsed } from "./checked.ts";
import type { Answer } from "./reply.ts";
import { json } from "./reply.ts";

const PlanRequest = z.strictObject({
  kind: z.custom<FailureKind>(isFailureKind, `must be one of ${Object.keys(FAILURES).join(", ")}`),
  times: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  operation: z.optional(z.string().check(z.regex(/^\w{1,100}$/))),
});

/** From the year 10,000 on an instant is written with a sign before it, as Linear never does. */
const INSTANT_MAX_MS = Date.UTC(9999, 11, 31);

const ClockRequest = z.strictObject({ at: z.int().check(z.gte(0), z.lte(INSTANT_MAX_MS)) });

const AgentRequest = z.strictObject({ agent: z.enum(AGENT_MODES) });

/** Answers GET /stand-in/clock: how it is set, and the latest instant that a change was given. */
export function showClock({ clock, lastAt }: Store): Answer {
  return json(200, { at: clock.now(), latestAt: lastAt });
}

/** Answers POST /stand-in/clock: sets the clock, and tells how it is set. */
export function setClock(clock: Clock, body: string): Answer {
  const request = parsed(ClockRequest, body);
  if (!request.success) return badRequest(request.error);
  clock.set(request.data.at);
  return json(200, { at: request.data.at });
}

/** Answers POST /stand-in/agent: sets what the agent does with new sessions, and tells it. */
export function setAgent(store: Store, body: string): Answer {
  const request = parsed(AgentRequest, body);
  if (!request.success) return badRequest(request.error);
  store.agent = request.data.agent;
  return json(200, { agent: store.agent });
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
