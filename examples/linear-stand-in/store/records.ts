/** What the stand-in remembers, as plain data, under Linear's own names. Instants are ISO texts. */

type Entity = {
  readonly id: string;
  readonly createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
};

export type Organization = Entity & { readonly name: string; readonly urlKey: string };

export type Team = Entity & { readonly key: string; readonly name: string; issueCount: number };

export type User = Entity & {
  readonly name: string;
  readonly displayName: string;
  readonly email: string;
  readonly active: boolean;
  /** Whether this is an agent: the only kind of user that an issue can be delegated to. */
  readonly app: boolean;
  readonly supportsAgentSessions: boolean;
  readonly url: string;
};

export type StateType =
  | "backlog"
  | "unstarted"
  | "started"
  | "completed"
  | "canceled"
  | "duplicate";

export type WorkflowState = Entity & {
  readonly teamId: string;
  readonly name: string;
  readonly type: StateType;
  readonly color: string;
  readonly position: number;
};

export type Project = Entity & {
  readonly name: string;
  readonly slugId: string;
  readonly url: string;
};

/** `teamId` is null for a label of the whole workspace. */
export type Label = Entity & {
  readonly teamId: string | null;
  readonly name: string;
  readonly color: string;
};

export type Issue = Entity & {
  identifier: string;
  number: number;
  url: string;
  teamId: string;
  /** What it was called in the teams that it has left, oldest first. */
  previousIdentifiers: readonly string[];
  readonly creatorId: string;
  title: string;
  description: string | null;
  priority: number;
  stateId: string;
  assigneeId: string | null;
  delegateId: string | null;
  projectId: string | null;
  labelIds: string[];
  startedAt: string | null;
  completedAt: string | null;
  canceledAt: string | null;
  trashed: boolean | null;
  /** What happened to the issue, oldest first, in words for the page. */
  readonly history: HistoryEntry[];
};

export type HistoryEntry = { readonly at: string; readonly by: string; readonly what: string };

export type Comment = Entity & {
  readonly issueId: string;
  readonly userId: string;
  readonly url: string;
  body: string;
  editedAt: string | null;
};

export type Attachment = Entity & {
  readonly issueId: string;
  readonly creatorId: string;
  readonly url: string;
  title: string;
  subtitle: string | null;
  metadata: Readonly<Record<string, unknown>>;
};

export const SESSION_STATUSES = [
  "pending",
  "active",
  "awaitingInput",
  "complete",
  "error",
  "stale",
] as const;

/** What the agent does with a new session by itself: it makes it active, or nothing. */
export const AGENT_MODES = ["answers", "sleeps"] as const;

export type AgentMode = (typeof AGENT_MODES)[number];

export type SessionStatus = (typeof SESSION_STATUSES)[number];

export type AgentSession = Entity & {
  readonly issueId: string;
  readonly appUserId: string;
  /** The person who delegated; null where an agent did. */
  readonly creatorId: string | null;
  readonly slugId: string;
  readonly url: string;
  status: SessionStatus;
  startedAt: string | null;
  endedAt: string | null;
  dismissedAt: string | null;
  dismissedById: string | null;
};
