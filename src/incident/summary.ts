// How an incident stands in the list of all incidents.
import type { Grouping } from "../failure/failure.ts";
import { INDEX_KEY } from "./effect.ts";
import type { OutboxRow } from "./outbox.ts";
import type { IncidentState, Phase } from "./state.ts";
import { ticketOf } from "./phase.ts";
import type { ClosedTicket, Ticket } from "./ticket.ts";

export interface IncidentSummary {
  readonly fingerprint: string;
  readonly family: string;
  readonly grouping: Grouping;
  readonly phase: Phase["name"];
  readonly count: number;
  readonly approximate: boolean;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly ticket: { readonly status: string; readonly url: string | null } | null;
  /** True where a text of it tries to instruct: whoever may read only is not shown it. */
  readonly isHeldBack: boolean;
  /** What keeps an effect from being done, in our own words. */
  readonly problem: string | null;
  /** Since when the oldest effect waits that something keeps from being done, ms since 1970. */
  readonly undoneSince: number | null;
}

/** Its own ticket's address, or that of the ticket which it follows. */
function urlOf(ticket: Ticket | NonNullable<ClosedTicket>): string | null {
  if (ticket.status === "following") return ticket.ticket?.url ?? null;
  return ticket.status === "made" ? ticket.url : null;
}

/** The line of an incident in the list. `isHeldBack`: whether its text is in quarantine. */
export function summarize(
  state: IncidentState,
  outbox: readonly OutboxRow[],
  isHeldBack: boolean,
): IncidentSummary {
  const { fingerprint, family, grouping, count, approximate, firstAt, lastAt, phase } = state;
  const ticket = ticketOf(state);
  const undone = outbox.filter((row) => row.problem !== null && row.key !== INDEX_KEY);
  return {
    fingerprint,
    family,
    grouping,
    phase: phase.name,
    count,
    approximate,
    firstAt,
    lastAt,
    ticket: ticket && {
      status: ticket.status,
      url: urlOf(ticket),
    },
    isHeldBack,
    problem: undone[0]?.problem ?? null,
    undoneSince: undone.length === 0 ? null : Math.min(...undone.map(({ since }) => since)),
  };
}
