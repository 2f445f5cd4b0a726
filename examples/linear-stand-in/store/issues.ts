import type { LinearDocument } from "@linear/sdk";

import type { Actor } from "./actor.ts";
import { nameOf } from "./actor.ts";
import { delegate } from "./delegation.ts";
import { checkCreate, checkUpdate } from "./issue-checks.ts";
import { keptMarkdown } from "./kept-markdown.ts";
import { nextIdentifier } from "./move-team.ts";
import { moveTo } from "./move.ts";
import type { Issue } from "./records.ts";
import type { Store } from "./store.ts";
import { mustFind, newEntity, stamp } from "./store.ts";

type Create = LinearDocument.IssueCreateInput;
type Update = LinearDocument.IssueUpdateInput;

/** Makes an issue as Linear's issueCreate does, or refuses and leaves everything as it was. */
export function createIssue(store: Store, input: Create, actor: Actor): Issue {
  const { team, title } = checkCreate(store, input);

  const first = store.states.find((state) => state.teamId === team.id);
  if (!first) throw new Error(`The team ${team.key} has no states`);
  const issue: Issue = {
    ...newEntity(store, input.id ?? undefined),
    ...nextIdentifier(store, team),
    teamId: team.id,
    previousIdentifiers: [],
    creatorId: actor.userId,
    title,
    description: input.description == null ? null : keptMarkdown(input.description),
    priority: input.priority ?? 0,
    stateId: first.id,
    assigneeId: input.assigneeId ?? null,
    delegateId: null,
    projectId: input.projectId ?? null,
    labelIds: [...new Set(input.labelIds)],
    startedAt: null,
    completedAt: null,
    canceledAt: null,
    trashed: null,
    history: [],
  };
  store.issues.push(issue);
  const by = nameOf(store, actor);
  issue.history.push({ at: issue.createdAt, by, what: "created the issue" });
  if (input.stateId && input.stateId !== first.id) moveTo(store, issue, input.stateId, by);
  if (input.delegateId) delegate(store, issue, input.delegateId, actor);
  return issue;
}

/** Changes an issue as Linear's issueUpdate does: a field left out stays, null empties it. */
export function updateIssue(store: Store, issue: Issue, input: Update, actor: Actor): void {
  checkUpdate(store, input, issue.teamId);

  issue.updatedAt = stamp(store);
  const by = nameOf(store, actor);
  const note = (what: string): void => {
    issue.history.push({ at: issue.updatedAt, by, what });
  };
  if (input.title != null && input.title !== issue.title) {
    issue.title = input.title;
    note("changed the title");
  }
  if (input.description !== undefined) {
    const kept = input.description === null ? null : keptMarkdown(input.description);
    if (kept !== issue.description) note("changed the description");
    issue.description = kept;
  }
  if (input.priority != null) issue.priority = input.priority;
  if (input.projectId !== undefined) issue.projectId = input.projectId;
  if (input.assigneeId !== undefined && input.assigneeId !== issue.assigneeId) {
    issue.assigneeId = input.assigneeId;
    const name = input.assigneeId && mustFind(store.users, input.assigneeId).displayName;
    note(name ? `assigned ${name}` : "removed the assignee");
  }
  issue.labelIds = changedLabels(issue.labelIds, input);
  if (input.trashed === true) {
    issue.trashed = true;
    issue.archivedAt = issue.updatedAt;
    note("moved the issue to the trash");
  } else if (input.trashed === null && issue.trashed) {
    issue.trashed = null;
    issue.archivedAt = null;
    note("took the issue out of the trash");
  }
  if (input.stateId) moveTo(store, issue, input.stateId, by);
  if (input.delegateId !== undefined) delegate(store, issue, input.delegateId, actor);
}

/**
 * Takes an issue out of the archive as Linear's issueUnarchive does. Documented is that much, so the
 * trash is left as it is: that is taken back with issueUpdate.
 */
export function unarchiveIssue(store: Store, issue: Issue, actor: Actor): void {
  if (issue.archivedAt === null) return;
  issue.archivedAt = null;
  issue.updatedAt = stamp(store);
  const what = "took the issue out of the archive";
  issue.history.push({ at: issue.updatedAt, by: nameOf(store, actor), what });
}

function changedLabels(present: readonly string[], input: Update): string[] {
  const labels = new Set(input.labelIds ?? present);
  for (const id of input.addedLabelIds ?? []) labels.add(id);
  for (const id of input.removedLabelIds ?? []) labels.delete(id);
  return [...labels];
}
