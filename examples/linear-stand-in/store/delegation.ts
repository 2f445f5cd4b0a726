import type { AgentSession, Issue, SessionStatus } from "./records.ts";
import type { Store } from "./store.ts";
import { mustFind, newEntity, stamp } from "./store.ts";

/**
 * Sets or clears an issue's delegate. A new delegate gets a new session, `pending` until the agent
 * answers; naming the delegate that is set already changes nothing and starts nothing.
 */
export function delegate(store: Store, issue: Issue, agentId: string | null, by: string): void {
  if (agentId === issue.delegateId) return;
  const at = stamp(store);
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
  startSession(store, issue, agentId);
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

function startSession(store: Store, issue: Issue, agentId: string): void {
  const entity = newEntity(store);
  const slugId = entity.id.slice(0, 8);
  store.sessions.push({
    ...entity,
    issueId: issue.id,
    appUserId: agentId,
    creatorId: store.viewerId,
    slugId,
    url: `${issue.url}#session-${slugId}`,
    status: "pending",
    startedAt: null,
    endedAt: null,
  });
}
