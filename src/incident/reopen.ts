import { changeTicket } from "./change-ticket.ts";
import type { ReopenReason } from "./effect.ts";
import { totalCount } from "./followers.ts";
import type { IncidentState } from "./state.ts";
import type { LivingStep } from "./step.ts";
import type { ClosedTicket } from "./ticket.ts";
import { withEntry } from "./timeline.ts";
import { wantTicket } from "./want-ticket.ts";

const WHY: Readonly<Record<ReopenReason, string>> = {
  newVersion: "a version fails that did not fail before",
  timeAlone: "it failed again, and the platform tells no versions",
  notLive: "the fix is not live or was rolled back",
  afterResolved: "it failed after it was taken for resolved",
  ignoreEnded: "what it was ignored until has come",
  inherited: "the incident that had it is ignored or merged, and the same fault goes on at another",
  byPerson: "a person reopened it",
};

/** Why a ticket is opened again, in words for the ticket and the timeline. */
export function reopenText(why: ReopenReason): string {
  return WHY[why];
}

/** Reasons that say that something which was taken for mended fails again. */
const FAILS_AGAIN: readonly ReopenReason[] = [
  "newVersion",
  "timeAlone",
  "notLive",
  "afterResolved",
];

/** Whether an entry of a timeline tells that what was taken for mended failed again. */
export function tellsOfReturn(what: string): boolean {
  return FAILS_AGAIN.some((why) => what === entryText(why));
}

function entryText(why: ReopenReason): string {
  return `opened again: ${WHY[why]}`;
}

/** Work is wanted again: on the same ticket where there is one, else on one that is opened now. */
export function reopen(
  state: IncidentState,
  ticket: ClosedTicket,
  why: ReopenReason,
  at: number,
  by: string | null = null,
): LivingStep {
  const told = withEntry(state, at, entryText(why), by);
  // What it owns no more is another's to open; the desk knows which ticket is its own now.
  if (ticket?.status !== "made" || state.ownedKey === null) {
    return wantTicket(told, at, { isUrgent: why === "byPerson" });
  }
  const shown = { ...ticket, readAt: at, toldCount: totalCount(state) };
  const changed = changeTicket(shown, { to: "open", why }, at);
  return {
    state: { ...told, phase: { name: "ticketed", since: at, ticket: changed.ticket } },
    effects: [
      ...changed.effects,
      { kind: "showTicket", ticketId: ticket.id },
      { kind: "updateIndex" },
    ],
  };
}
