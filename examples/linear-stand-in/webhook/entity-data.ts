import type { LinearDocument } from "@linear/sdk";

import { PRIORITY_LABELS } from "../graphql/views.ts";
import type { AgentSession, Comment, Issue } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { mustFind } from "../store/store.ts";

/** An issue as webhooks tell it. */
export function issueData(store: Store, issue: Issue): LinearDocument.IssueWebhookPayload {
  const { projectId } = issue;
  return {
    ...entityOf(issue),
    identifier: issue.identifier,
    number: issue.number,
    previousIdentifiers: [...issue.previousIdentifiers],
    url: issue.url,
    title: issue.title,
    description: issue.description,
    priority: issue.priority,
    priorityLabel: PRIORITY_LABELS[issue.priority] ?? PRIORITY_LABELS[0],
    teamId: issue.teamId,
    team: teamOf(store, issue.teamId),
    stateId: issue.stateId,
    state: stateOf(store, issue.stateId),
    creatorId: issue.creatorId,
    creator: userOf(store, issue.creatorId),
    assigneeId: issue.assigneeId,
    assignee: userOf(store, issue.assigneeId),
    delegateId: issue.delegateId,
    delegate: userOf(store, issue.delegateId),
    projectId,
    project: projectId === null ? null : projectOf(store, projectId),
    labelIds: [...issue.labelIds],
    labels: issue.labelIds.map((id) => labelOf(store, id)),
    startedAt: issue.startedAt,
    completedAt: issue.completedAt,
    canceledAt: issue.canceledAt,
    trashed: issue.trashed,
    prioritySortOrder: 0,
    reactionData: {},
    releases: [],
    sortOrder: 0,
    subscriberIds: [],
  };
}

/** A comment as webhooks tell it. */
export function commentData(store: Store, comment: Comment): LinearDocument.CommentWebhookPayload {
  return {
    ...entityOf(comment),
    body: comment.body,
    editedAt: comment.editedAt,
    issueId: comment.issueId,
    issue: issueOf(store, comment.issueId),
    userId: comment.userId,
    user: userOf(store, comment.userId),
    reactionData: {},
  };
}

/** An agent's session as webhooks tell it: whether it was dismissed is not among that. */
export function sessionData(
  store: Store,
  session: AgentSession,
): LinearDocument.AgentSessionWebhookPayload {
  const { description } = mustFind(store.issues, session.issueId);
  const { id, identifier, team, teamId, title, url } = issueOf(store, session.issueId);
  return {
    ...entityOf(session),
    appUserId: session.appUserId,
    creatorId: session.creatorId,
    creator: userOf(store, session.creatorId),
    issueId: session.issueId,
    issue: { id, identifier, team, teamId, title, url, description },
    status: session.status,
    startedAt: session.startedAt,
    endedAt: session.endedAt,
    url: session.url,
    organizationId: store.organization.id,
    type: "commentThread",
  };
}

type Entity = Pick<Issue, "id" | "createdAt" | "updatedAt" | "archivedAt">;

function entityOf({ id, createdAt, updatedAt, archivedAt }: Entity): Entity {
  return { id, createdAt, updatedAt, archivedAt };
}

function issueOf(store: Store, issueId: string): LinearDocument.IssueChildWebhookPayload {
  const { id, identifier, teamId, title, url } = mustFind(store.issues, issueId);
  return { id, identifier, team: teamOf(store, teamId), teamId, title, url };
}

function stateOf(store: Store, stateId: string): LinearDocument.WorkflowStateChildWebhookPayload {
  const { id, name, type, color } = mustFind(store.states, stateId);
  return { id, name, type, color };
}

function teamOf(store: Store, teamId: string): LinearDocument.TeamChildWebhookPayload {
  const { id, key, name } = mustFind(store.teams, teamId);
  return { id, key, name };
}

function projectOf(store: Store, projectId: string): LinearDocument.ProjectChildWebhookPayload {
  const { id, name, url } = mustFind(store.projects, projectId);
  return { id, name, url };
}

function labelOf(store: Store, labelId: string): LinearDocument.IssueLabelChildWebhookPayload {
  const { id, name, color } = mustFind(store.labels, labelId);
  return { id, name, color };
}

function userOf(
  store: Store,
  userId: string | null,
): LinearDocument.UserChildWebhookPayload | null {
  if (userId === null) return null;
  const { id, name, email, url } = mustFind(store.users, userId);
  return { id, name, email, url };
}
