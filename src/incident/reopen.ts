import type { Regression } from "./effect.ts";
import type { Step } from "./incident.ts";
import type { IncidentState, OpenTicket } from "./state.ts";
import { withEntry } from "./timeline.ts";

const WHY: Readonly<Record<Regression, string>> = {
  newVersion: "a version fails that did not fail before",
  timeAlone: "it failed again, and the platform tells no versions",
  notLive: "the fix is not live or was rolled back",
  afterResolved: "it failed after it was taken for resolved",
};

/** Why a ticket is opened again, in words for the ticket and the timeline. */
export function regressionText(why: Regression): string {
  return WHY[why];
}

/** The same ticket, opened again with the reason. */
export function reopen(
  state: IncidentState,
  ticket: OpenTicket,
  why: Regression,
  at: number,
): Step {
  const nth = ticket.reopenings + 1;
  const reopened: OpenTicket = { ...ticket, reopenings: nth, readAt: at, toldCount: state.count };
  return {
    state: withEntry(
      { ...state, phase: { name: "ticketed", since: at, ticket: reopened } },
      at,
      `regression: ${WHY[why]}`,
    ),
    effects: [
      { kind: "reopenTicket", ticketId: ticket.id, nth, why },
      { kind: "linkTicket", ticketId: ticket.id },
      { kind: "updateIndex" },
    ],
  };
}
