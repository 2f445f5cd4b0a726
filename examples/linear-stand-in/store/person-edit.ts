import * as z from "zod/mini";

import type { Actor } from "./actor.ts";
import { nameOf } from "./actor.ts";
import { createComment } from "./comments.ts";
import { dismissSession, sessionsOf, setSessionStatus } from "./delegation.ts";
import { findIssue } from "./find.ts";
import { checkUpdate } from "./issue-checks.ts";
import { updateIssue } from "./issues.ts";
import { moveToTeam } from "./move-team.ts";
import { SESSION_STATUSES } from "./records.ts";
import type { Issue, Team, User, WorkflowState } from "./records.ts";
import { inputError } from "./refusals.ts";
import type { Store } from "./store.ts";
import { stamp } from "./store.ts";
import { write } from "./write.ts";

/** What a person or an agent does to an issue in Linear itself, with names instead of ids. */
export const PersonEdit = z.strictObject({
  /** Whose doing it is: a display name. The person's, if it is left out. */
  as: z.optional(z.string()),
  /** The key, name or id of the team that the issue moves to. */
  team: z.optional(z.string()),
  state: z.optional(z.string()),
  title: z.optional(z.string().check(z.regex(/\S/, "must not be blank"))),
  description: z.optional(z.nullable(z.string())),
  priority: z.optional(z.int()),
  assignee: z.optional(z.nullable(z.string())),
  delegate: z.optional(z.nullable(z.string())),
  comment: z.optional(z.string().check(z.regex(/\S/, "must not be blank"))),
  /** The status of the latest agent session; "dismissed" dismisses it. */
  session: z.optional(z.enum([...SESSION_STATUSES, "dismissed"])),
  archived: z.optional(z.boolean()),
  trashed: z.optional(z.boolean()),
});

export type PersonEdit = z.infer<typeof PersonEdit>;

/** Edits an issue as somebody would in Linear. Throws, and changes nothing, where a name is unknown. */
export function editIssue(store: Store, idOrIdentifier: string, edit: PersonEdit): Issue {
  const issue = findIssue(store, idOrIdentifier);
  const userId = edit.as === undefined ? store.viewerId : findUser(store, edit.as).id;
  const actor = { userId, overApi: false };
  return write(store, actor, () => {
    apply(store, issue, edit, actor);
    return issue;
  });
}

function apply(store: Store, issue: Issue, edit: PersonEdit, actor: Actor): void {
  const session = sessionsOf(store, issue).at(-1);
  if (edit.session && !session) throw inputError("No session", "The issue has no agent session.");
  const team = edit.team === undefined ? undefined : findTeam(store, edit.team);
  const teamId = team?.id ?? issue.teamId;
  const changes = {
    ...(edit.state !== undefined && { stateId: findState(store, teamId, edit.state).id }),
    ...(edit.title !== undefined && { title: edit.title }),
    ...(edit.description !== undefined && { description: edit.description }),
    ...(edit.priority !== undefined && { priority: edit.priority }),
    ...(edit.trashed !== undefined && { trashed: edit.trashed || null }),
    ...(edit.assignee !== undefined && { assigneeId: idOf(store, edit.assignee) }),
    ...(edit.delegate !== undefined && { delegateId: idOf(store, edit.delegate) }),
  };
  checkUpdate(store, changes, teamId);
  if (team) moveToTeam(store, issue, team, nameOf(store, actor));
  if (Object.keys(changes).length > 0) updateIssue(store, issue, changes, actor);
  if (edit.archived !== undefined) {
    issue.archivedAt = edit.archived ? stamp(store) : null;
    const what = edit.archived ? "archived the issue" : "took the issue out of the archive";
    issue.history.push({ at: stamp(store), by: nameOf(store, actor), what });
  }
  if (edit.comment !== undefined) {
    createComment(store, { issueId: issue.id, body: edit.comment }, actor.userId);
  }
  if (edit.session === "dismissed") {
    if (session) dismissSession(store, session, actor);
  } else if (edit.session && session) {
    setSessionStatus(store, session, edit.session);
  }
}

/** Removes an issue for good, with all that belongs to it: it is not found from then on. */
export function removeIssue(store: Store, idOrIdentifier: string): void {
  const { id } = findIssue(store, idOrIdentifier);
  write(store, { userId: store.viewerId, overApi: false }, () => {
    store.issues.splice(
      store.issues.findIndex((issue) => issue.id === id),
      1,
    );
    for (const list of [store.comments, store.attachments, store.sessions]) {
      for (let index = list.length - 1; index >= 0; index -= 1) {
        if (list[index]?.issueId === id) list.splice(index, 1);
      }
    }
  });
}

function idOf(store: Store, name: string | null): string | null {
  return name === null ? null : findUser(store, name).id;
}

function findUser(store: Store, name: string): User {
  const user = store.users.find(({ id, displayName, email }) =>
    [id, displayName, email].includes(name),
  );
  if (user) return user;
  throw inputError("No such user", `There is no user "${name}": name one by display name.`);
}

function findTeam(store: Store, name: string): Team {
  const team = store.teams.find((known) => [known.id, known.key, known.name].includes(name));
  if (team) return team;
  const keys = store.teams.map(({ key }) => key).join(", ");
  throw inputError("No such team", `There is no team "${name}": there are ${keys}.`);
}

function findState(store: Store, teamId: string, name: string): WorkflowState {
  const own = store.states.filter((state) => state.teamId === teamId);
  const state = own.find(
    (candidate) => candidate.id === name || candidate.name.toLowerCase() === name.toLowerCase(),
  );
  if (state) return state;
  const names = own.map((candidate) => candidate.name).join(", ");
  throw inputError("No such state", `There is no state "${name}": there are ${names}.`);
}
