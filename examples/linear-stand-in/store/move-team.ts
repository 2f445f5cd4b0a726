import type { Issue, Team, WorkflowState } from "./records.ts";
import type { Store } from "./store.ts";
import { mustFind, stamp } from "./store.ts";

/**
 * Moves an issue to another team: it gets that team's next identifier, number and address, and the
 * state of the same name. The old identifier still finds it. Labels of the team that it leaves go.
 */
export function moveToTeam(store: Store, issue: Issue, team: Team, by: string): void {
  if (team.id === issue.teamId) return;
  const state = sameState(store, team, mustFind(store.states, issue.stateId));
  const at = stamp(store);
  issue.previousIdentifiers = [...issue.previousIdentifiers, issue.identifier];
  issue.teamId = team.id;
  issue.stateId = state.id;
  Object.assign(issue, nextIdentifier(store, team));
  issue.labelIds = issue.labelIds.filter((id) => {
    const { teamId } = mustFind(store.labels, id);
    return teamId === null || teamId === team.id;
  });
  issue.updatedAt = at;
  issue.history.push({ at, by, what: `moved to ${team.name} as ${issue.identifier}` });
}

/** Counts one issue more in a team, and gives what that issue is called. */
export function nextIdentifier(
  store: Store,
  team: Team,
): Pick<Issue, "identifier" | "number" | "url"> {
  team.issueCount += 1;
  const identifier = `${team.key}-${team.issueCount}`;
  return { identifier, number: team.issueCount, url: `${store.url}/issue/${identifier}` };
}

function sameState(store: Store, team: Team, state: WorkflowState): WorkflowState {
  const same = store.states.find(({ teamId, name }) => teamId === team.id && name === state.name);
  if (!same) throw new Error(`The team ${team.key} has no state ${state.name}`);
  return same;
}
