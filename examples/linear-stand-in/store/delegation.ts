import type { Actor } from "./actor.ts";
import { nameOf } from "./actor.ts";
import type { AgentSession, Issue, SessionStatus } from "./records.ts";
import type { Store } from "./store.ts";
import { mustFind, newEntity, stamp } from "./store.ts";

/**
 * Sets or clears an issue's delegate. A new delegate gets a new session, `pending` until the agent
 * answers; naming the delegate that is set already changes nothing and starts nothing. Over the API,
 * an issue without an assignee is assigned to whoever delegates, as was seen on Linear's.
 */
export function delegate(store: Store, issue: Issue, agentId: string | null, actor: Actor): void {
  if (agentId === issue.delegateId) return;
  const at = stamp(store);
  const by = nameOf(store, actor);
  issue.delegateId = agentId;
  issue.updatedAt = at;
  if (agentId === null) {
    issue.history.push({ at, by, what: "removed the delegate" });
    return;
  }
  issue.history.push({
    at,
    by,
    what: `delegated to ${mustFind(store.users, agentId).displayName}`,
  });
  if (actor.overApi && issue.assigneeId === null) {
    const { id, displayName } = mustFind(store.users, actor.userId);
    issue.assigneeId = id;
    issue.history.push({ at, by, what: `assigned ${displayName}` });
  }
  startSession(store, issue, agentId, actor);
}

/** Gives the sessions of an issue, oldest first. */
export function sessionsOf(store: Store, issue: Issue): readonly AgentSession[] {
  return store.sessions.filter((session) => session.issueId === issue.id);
}

/** Lets the agent's side of a session move on, as it would by itself: nothing here works on issues. */
export function setSessionStatus(store: Store, session: AgentSession, status: SessionStatus): void {
  session.status = status;
  session.updatedAt = stamp(store);
  if (status === "active") session.startedAt ??= session.updatedAt;
  const isOver = status === "complete" || status === "error" || status === "stale";
  session.endedAt = isOver ? session.updatedAt : null;
}

/**
 * Dismisses a session as a person does: Linear documents that the agent is no longer the issue's
 * delegate then. What becomes of the status is not documented; here it stays.
 */
export function dismissSession(store: Store, session: AgentSession, actor: Actor): void {
  const at = stamp(store);
  session.dismissedAt = at;
  session.dismissedById = actor.userId;
  session.updatedAt = at;
  const issue = mustFind(store.issues, session.issueId);
  issue.history.push({ at, by: nameOf(store, actor), what: "dismissed the agent's session" });
  if (issue.delegateId === session.appUserId) delegate(store, issue, null, actor);
}

function startSession(store: Store, issue: Issue, agentId: string, { userId }: Actor): void {
  const entity = newEntity(store);
  const slugId = entity.id.slice(0, 8);
  store.sessions.push({
    ...entity,
    issueId: issue.id,
    appUserId: agentId,
    creatorId: mustFind(store.users, userId).app ? null : userId,
    slugId,
    url: `${issue.url}#session-${slugId}`,
    status: "pending",
    startedAt: null,
    endedAt: null,
    dismissedAt: null,
    dismissedById: null,
  });
}
