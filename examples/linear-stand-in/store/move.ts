import type { Issue } from "./records.ts";
import type { Store } from "./store.ts";
import { mustFind, stamp } from "./store.ts";

/** Moves an issue to a state of its team, and keeps the instants that Linear derives from its type. */
export function moveTo(store: Store, issue: Issue, stateId: string, by: string): void {
  if (stateId === issue.stateId) return;
  const from = mustFind(store.states, issue.stateId);
  const to = mustFind(store.states, stateId);
  const at = stamp(store);
  issue.stateId = to.id;
  issue.updatedAt = at;
  issue.startedAt = to.type === "started" ? (issue.startedAt ?? at) : issue.startedAt;
  issue.completedAt = to.type === "completed" ? at : null;
  // That a duplicate counts as canceled is not documented.
  issue.canceledAt = to.type === "canceled" || to.type === "duplicate" ? at : null;
  issue.history.push({ at, by, what: `moved from ${from.name} to ${to.name}` });
}
