// What AGENT_TOKEN is shown of an incident whose text is held back: what was counted, and nothing that
// others wrote. An agent reads with that token.
import type { IncidentState } from "../incident/state.ts";
import type { IncidentSummary } from "../incident/summary.ts";

/** What a request may do: everything, read only, or nothing; `locked`: no token is configured. */
export type Access = "full" | "read" | "none" | "locked";

// Stands where a text was.
const HELD_BACK = "held back";

// Tells an incident's object who asks. Without it, whoever asks may read only.
const ACCESS_HEADER = "outerloop-access";

/** How a request to an incident's object tells the access that it was let in with. */
export function tellAccess(access: Access): RequestInit {
  return { headers: { [ACCESS_HEADER]: access } };
}

/** The access that a request to an incident's object was let in with. */
export function accessTold(request: Request): Access {
  return request.headers.get(ACCESS_HEADER) === "full" ? "full" : "read";
}

/** The incident as `access` may see it; `isHeldBack` by the settings of now. */
export function stateFor(access: Access, state: IncidentState, isHeldBack: boolean): IncidentState {
  if (access === "full" || !isHeldBack) return state;
  return {
    ...state,
    grouping: groupingWithout(state.grouping),
    samples: { first: [], latest: [] },
    routes: [],
    versions: state.versions.map((entry) => ({
      ...entry,
      version: { ...entry.version, tag: null },
    })),
    followers: state.followers.map((follower) => ({
      ...follower,
      route: HELD_BACK,
      versions: [],
    })),
  };
}

/** A line of the list as `access` may see it. */
export function summaryFor(access: Access, summary: IncidentSummary): IncidentSummary {
  if (access === "full" || !summary.isHeldBack) return summary;
  return { ...summary, grouping: groupingWithout(summary.grouping) };
}

function groupingWithout(grouping: IncidentState["grouping"]): IncidentState["grouping"] {
  const frame = grouping.frame && HELD_BACK;
  return { ...grouping, route: HELD_BACK, type: HELD_BACK, message: HELD_BACK, frame };
}
