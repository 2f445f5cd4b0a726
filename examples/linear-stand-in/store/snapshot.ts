import { sessionsOf } from "./delegation.ts";
import type {
  Attachment,
  Comment,
  HistoryEntry,
  Issue,
  SessionStatus,
  StateType,
} from "./records.ts";
import type { Store } from "./store.ts";
import { mustFind } from "./store.ts";

/** All that the stand-in holds, with names where the store has ids: for tests, and for looking at. */
export type Snapshot = {
  readonly issues: readonly IssueSnapshot[];
  /** The names of all labels. */
  readonly labels: readonly string[];
};

/** One issue with everything that belongs to it, each list oldest first. */
export type IssueSnapshot = {
  readonly id: string;
  readonly identifier: string;
  readonly previousIdentifiers: readonly string[];
  readonly url: string;
  readonly team: string;
  readonly title: string;
  readonly description: string | null;
  readonly state: { readonly name: string; readonly type: StateType };
  readonly priority: number;
  readonly labels: readonly string[];
  readonly assignee: string | null;
  readonly delegate: string | null;
  readonly project: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt: string | null;
  readonly trashed: boolean;
  readonly comments: readonly (Pick<Comment, "id" | "body" | "createdAt" | "updatedAt"> & {
    readonly user: string;
  })[];
  readonly attachments: readonly Pick<
    Attachment,
    "id" | "url" | "title" | "subtitle" | "metadata" | "createdAt" | "updatedAt"
  >[];
  readonly sessions: readonly {
    readonly id: string;
    readonly agent: string;
    readonly status: SessionStatus;
    readonly createdAt: string;
    readonly dismissedAt: string | null;
  }[];
  readonly history: readonly HistoryEntry[];
};

/** Takes a copy of the store that later changes do not reach. */
export function snapshot(store: Store): Snapshot {
  return structuredClone({
    issues: store.issues.map((issue) => snapshotIssue(store, issue)),
    labels: store.labels.map(({ name }) => name),
  });
}

/** Gives one issue with everything that belongs to it. */
export function snapshotIssue(store: Store, issue: Issue): IssueSnapshot {
  const user = (id: string): string => mustFind(store.users, id).displayName;
  const belongs = ({ issueId }: { readonly issueId: string }): boolean => issueId === issue.id;
  const { name, type } = mustFind(store.states, issue.stateId);
  return {
    id: issue.id,
    identifier: issue.identifier,
    previousIdentifiers: issue.previousIdentifiers,
    url: issue.url,
    team: mustFind(store.teams, issue.teamId).key,
    title: issue.title,
    description: issue.description,
    state: { name, type },
    priority: issue.priority,
    labels: issue.labelIds.map((id) => mustFind(store.labels, id).name),
    assignee: issue.assigneeId && user(issue.assigneeId),
    delegate: issue.delegateId && user(issue.delegateId),
    project: issue.projectId && mustFind(store.projects, issue.projectId).name,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    archivedAt: issue.archivedAt,
    trashed: issue.trashed === true,
    comments: store.comments.filter(belongs).map(({ id, body, createdAt, updatedAt, userId }) => ({
      id,
      body,
      createdAt,
      updatedAt,
      user: user(userId),
    })),
    attachments: store.attachments
      .filter(belongs)
      .map(({ id, url, title, subtitle, metadata, createdAt, updatedAt }) => ({
        id,
        url,
        title,
        subtitle,
        metadata,
        createdAt,
        updatedAt,
      })),
    sessions: sessionsOf(store, issue).map(({ id, appUserId, status, createdAt, dismissedAt }) => ({
      id,
      agent: user(appUserId),
      status,
      createdAt,
      dismissedAt,
    })),
    history: issue.history,
  };
}
