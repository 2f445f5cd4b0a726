/**
 * What the store holds, as GraphQL sees it: each thing's own fields, its relations as functions
 * (followed only where somebody asks), its lists as functions of Linear's paging arguments. Fields
 * that are missing here get a neutral value, see schema/neutral-value.ts.
 */
import type {
  AgentSession,
  Attachment,
  Comment,
  Issue,
  Label,
  Project,
  Team,
  User,
  WorkflowState,
} from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { mustFind } from "../store/store.ts";
import type { PageArgs } from "./connection.ts";
import { connection } from "./connection.ts";

type View<T> = T & Readonly<Record<string, unknown>>;

/** Linear's names of the priorities 0 to 4. */
export const PRIORITY_LABELS = ["No priority", "Urgent", "High", "Medium", "Low"] as const;

/** A user as GraphQL sees it. */
export function viewUser(store: Store, user: User): View<User> {
  return {
    ...user,
    isMe: user.id === store.viewerId,
    isAssignable: !user.app,
    isMentionable: true,
    initials: user.name.replaceAll(/[^A-Z]/g, ""),
  };
}

/** A team as GraphQL sees it. */
export function viewTeam(store: Store, team: Team): View<Team> {
  const own = store.states.filter((state) => state.teamId === team.id);
  return {
    ...team,
    displayName: team.name,
    defaultIssueState: () => (own[0] ? viewState(store, own[0]) : null),
    states: (args: PageArgs) =>
      connection(
        own.map((state) => viewState(store, state)),
        args,
      ),
  };
}

/** A workflow state as GraphQL sees it. */
export function viewState(store: Store, state: WorkflowState): View<WorkflowState> {
  return { ...state, team: () => viewTeam(store, mustFind(store.teams, state.teamId)) };
}

/** A project as GraphQL sees it. */
export function viewProject(project: Project): View<Project> {
  return { ...project, state: "started", priorityLabel: PRIORITY_LABELS[0] };
}

/** A label as GraphQL sees it. */
export function viewLabel(store: Store, label: Label): View<Label> {
  const { teamId } = label;
  return {
    ...label,
    team: () => (teamId === null ? null : viewTeam(store, mustFind(store.teams, teamId))),
    creator: () => viewUser(store, mustFind(store.users, store.viewerId)),
  };
}

/** A comment as GraphQL sees it. */
export function viewComment(store: Store, comment: Comment): View<Comment> {
  return {
    ...comment,
    issue: () => viewIssue(store, mustFind(store.issues, comment.issueId)),
    user: () => viewUser(store, mustFind(store.users, comment.userId)),
  };
}

/** An attachment as GraphQL sees it. */
export function viewAttachment(store: Store, attachment: Attachment): View<Attachment> {
  return {
    ...attachment,
    sourceType: "api",
    issue: () => viewIssue(store, mustFind(store.issues, attachment.issueId)),
    creator: () => viewUser(store, mustFind(store.users, attachment.creatorId)),
  };
}

/** An agent's session as GraphQL sees it. */
export function viewSession(store: Store, session: AgentSession): View<AgentSession> {
  const user = (id: string | null) => () => userOrNull(store, id);
  return {
    ...session,
    appUser: () => viewUser(store, mustFind(store.users, session.appUserId)),
    creator: user(session.creatorId),
    dismissedBy: user(session.dismissedById),
    issue: () => viewIssue(store, mustFind(store.issues, session.issueId)),
  };
}

/** An issue as GraphQL sees it. */
export function viewIssue(store: Store, issue: Issue): View<Issue> {
  const user = (id: string | null) => () => userOrNull(store, id);
  const { projectId } = issue;
  return {
    ...issue,
    branchName: `on-call/${issue.identifier.toLowerCase()}`,
    priorityLabel: PRIORITY_LABELS[issue.priority],
    team: () => viewTeam(store, mustFind(store.teams, issue.teamId)),
    state: () => viewState(store, mustFind(store.states, issue.stateId)),
    creator: user(issue.creatorId),
    assignee: user(issue.assigneeId),
    delegate: user(issue.delegateId),
    project: () => (projectId === null ? null : viewProject(mustFind(store.projects, projectId))),
    labels: (args: PageArgs) =>
      connection(
        issue.labelIds.map((id) => viewLabel(store, mustFind(store.labels, id))),
        args,
      ),
    comments: (args: PageArgs) =>
      connection(
        store.comments
          .filter(({ issueId }) => issueId === issue.id)
          .map((comment) => viewComment(store, comment)),
        args,
      ),
    attachments: (args: PageArgs) =>
      connection(
        store.attachments
          .filter(({ issueId }) => issueId === issue.id)
          .map((attachment) => viewAttachment(store, attachment)),
        args,
      ),
  };
}

function userOrNull(store: Store, id: string | null): View<User> | null {
  return id === null ? null : viewUser(store, mustFind(store.users, id));
}
