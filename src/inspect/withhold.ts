// What AGENT_TOKEN is shown of an incident whose text is held back: what was counted, and nothing that
// others wrote. An agent reads with that token.
import type { IncidentState, Phase } from "../incident/state.ts";
import type { IncidentSummary } from "../incident/summary.ts";
import type { ClosedTicket, DraftTicket, Ticket } from "../incident/ticket.ts";

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
    phase: phaseWithout(state.phase),
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

// A draft was made of what was there, perhaps before a text of it was judged as it is now.
function phaseWithout(phase: Phase): Phase {
  if (phase.name === "collecting") return phase;
  if (phase.name === "ticketed") return { ...phase, ticket: ticketWithout(phase.ticket) };
  return { ...phase, ticket: ticketWithout(phase.ticket) };
}

function ticketWithout<Known extends Ticket | ClosedTicket>(ticket: Known): Known | DraftTicket {
  if (ticket?.status !== "draft") return ticket;
  const draft = { ...ticket.draft, title: HELD_BACK, description: HELD_BACK };
  return { ...ticket, draft };
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
