import type { LinearDocument } from "@linear/sdk";

import { delegate } from "./delegation.ts";
import { checkAssignee, checkDelegate, checkReference } from "./find.ts";
import { checkNewId, checkPriority, refuseUnsupported, requireText } from "./input.ts";
import { keptMarkdown } from "./kept-markdown.ts";
import { moveTo } from "./move.ts";
import type { Issue } from "./records.ts";
import { badReference, unsupported } from "./refusals.ts";
import type { Store } from "./store.ts";
import { mustFind, newEntity, stamp } from "./store.ts";

type Create = LinearDocument.IssueCreateInput;
type Update = LinearDocument.IssueUpdateInput;

const SHARED_FIELDS = [
  "assigneeId",
  "delegateId",
  "description",
  "labelIds",
  "priority",
  "projectId",
  "stateId",
  "title",
] as const;
const CREATE_FIELDS = [...SHARED_FIELDS, "id", "teamId"];
const UPDATE_FIELDS = [...SHARED_FIELDS, "addedLabelIds", "removedLabelIds", "trashed"];

/** Makes an issue as Linear's issueCreate does, or refuses and leaves everything as it was. */
export function createIssue(store: Store, input: Create, by: string): Issue {
  refuseUnsupported("IssueCreateInput", input, CREATE_FIELDS);
  checkNewId("Issue", input.id, store.issues);
  const title = requireText("title", input.title);
  const team = store.teams.find(({ id }) => id === input.teamId);
  if (!team) throw badReference("teamId");
  checkShared(store, input, team.id);
  checkLabels(store, input.labelIds, "labelIds");

  const first = store.states.find((state) => state.teamId === team.id);
  if (!first) throw new Error(`The team ${team.key} has no states`);
  team.issueCount += 1;
  const identifier = `${team.key}-${team.issueCount}`;
  const issue: Issue = {
    ...newEntity(store, input.id ?? undefined),
    identifier,
    number: team.issueCount,
    url: `${store.url}/issue/${identifier}`,
    teamId: team.id,
    creatorId: store.viewerId,
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
  issue.history.push({ at: issue.createdAt, by, what: "created the issue" });
  if (input.stateId && input.stateId !== first.id) moveTo(store, issue, input.stateId, by);
  if (input.delegateId) delegate(store, issue, input.delegateId, by);
  return issue;
}

/** Changes an issue as Linear's issueUpdate does: a field left out stays, null empties it. */
export function updateIssue(store: Store, issue: Issue, input: Update, by: string): void {
  refuseUnsupported("IssueUpdateInput", input, UPDATE_FIELDS);
  // Linear documents "true to trash, or null to restore", and nothing of false.
  if (input.trashed === false) throw unsupported("IssueUpdateInput.trashed: false");
  if (input.title !== undefined) requireText("title", input.title);
  checkShared(store, input, issue.teamId);
  for (const field of ["labelIds", "addedLabelIds", "removedLabelIds"] as const) {
    checkLabels(store, input[field], field);
  }

  issue.updatedAt = stamp(store);
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
  if (input.delegateId !== undefined) delegate(store, issue, input.delegateId, by);
}

/**
 * Takes an issue out of the archive as Linear's issueUnarchive does. Documented is that much, so the
 * trash is left as it is: that is taken back with issueUpdate.
 */
export function unarchiveIssue(store: Store, issue: Issue, by: string): void {
  if (issue.archivedAt === null) return;
  issue.archivedAt = null;
  issue.updatedAt = stamp(store);
  issue.history.push({ at: issue.updatedAt, by, what: "took the issue out of the archive" });
}

function checkShared(store: Store, input: Create | Update, teamId: string): void {
  checkPriority(input.priority);
  checkReference(store.projects, input.projectId, "projectId");
  const states = store.states.filter((state) => state.teamId === teamId);
  checkReference(states, input.stateId, "stateId");
  checkAssignee(store, input.assigneeId);
  checkDelegate(store, input.delegateId);
}

function checkLabels(store: Store, ids: readonly string[] | null | undefined, field: string): void {
  for (const id of ids ?? []) checkReference(store.labels, id, field);
}

function changedLabels(present: readonly string[], input: Update): string[] {
  const labels = new Set(input.labelIds ?? present);
  for (const id of input.addedLabelIds ?? []) labels.add(id);
  for (const id of input.removedLabelIds ?? []) labels.delete(id);
  return [...labels];
}
