// Why an incident has no ticket, or this one: its phase in one sentence, who gets it, and what waits.
import { untilText } from "../../incident/act.ts";
import type { OutboxRow } from "../../incident/outbox.ts";
import { ticketOf } from "../../incident/phase.ts";
import type { Fix, IncidentState, Until } from "../../incident/state.ts";
import type { ClosedTicket, Ticket } from "../../incident/ticket.ts";
import type { Delegation } from "../../ticket/delegate.ts";
import { iso } from "../../iso.ts";
import { listed } from "./text.ts";

export interface TicketStory {
  readonly phase: string;
  readonly since: string;
  readonly says: string;
  /** The Linear issue, its own or that of the incident that it follows; null: none is there. */
  readonly ticket: { readonly identifier: string; readonly url: string } | null;
  /** The issue of the episode before. */
  readonly previousTicket: { readonly identifier: string; readonly url: string } | null;
  /** Fingerprint of the incident whose ticket it follows, or that it was merged into. */
  readonly seeIncident: string | null;
  /** The agent's work on its ticket, as Linear tells it; null where it was never delegated. */
  readonly agent: {
    readonly stage: string;
    readonly since: string;
    readonly session: string | null;
  } | null;
  /** Who gets it by the settings of now, and why. */
  readonly delegation: Delegation;
  /** Effects that are not done yet, and what keeps them. */
  readonly waiting: readonly {
    readonly effect: string;
    readonly since: string;
    readonly tries: number;
    readonly dueAt: string;
    readonly problem: string | null;
  }[];
}

/** The story of its ticket up to now. */
export function ticketStory(
  state: IncidentState,
  outbox: readonly OutboxRow[],
  delegation: Delegation,
): TicketStory {
  const { phase, previousTicket } = state;
  const ticket = ticketOf(state);
  const agent = ticket?.status === "made" ? ticket.agent : null;
  return {
    phase: phase.name,
    since: iso(phase.since),
    says: saysOf(state),
    ticket: issueOf(ticket),
    previousTicket: previousTicket && {
      identifier: previousTicket.identifier,
      url: previousTicket.url,
    },
    seeIncident: elsewhere(state),
    agent: agent && {
      stage: agent.stage,
      since: iso(agent.since),
      session: agent.session?.status ?? null,
    },
    delegation,
    waiting: listed(outbox).map(({ effect, since, tries, dueAt, problem }) => ({
      effect: effect.kind,
      since: iso(since),
      tries,
      dueAt: iso(dueAt),
      problem,
    })),
  };
}

function issueOf(ticket: Ticket | ClosedTicket): TicketStory["ticket"] {
  const issue = ticket?.status === "following" ? ticket.ticket : ticket;
  return issue !== null && "url" in issue ? { identifier: issue.identifier, url: issue.url } : null;
}

function elsewhere({ phase }: IncidentState): string | null {
  if (phase.name === "ticketed" && phase.ticket.status === "following") return phase.ticket.owner;
  return phase.name === "ignored" && phase.until.kind === "merged" ? phase.until.into : null;
}

function saysOf({ phase }: IncidentState): string {
  switch (phase.name) {
    case "collecting":
      return `It has no ticket yet: it settles until ${iso(phase.settlesAt)}, so that failures that belong together are first counted together.`;
    case "ticketed":
      return ticketSays(phase.ticket);
    case "verifying":
      return `Its ticket was completed, or somebody resolved it: until ${iso(phase.endsAt)} production is watched for the failure. ${fixSays(phase.fix)}`;
    case "resolved":
      return `It is taken for mended: the watch after the fix has ended. ${fixSays(phase.fix)}`;
    case "ignored":
      return `It is ignored ${untilSays(phase.until)}: failures are counted and nothing more.`;
  }
}

function ticketSays(ticket: Ticket): string {
  switch (ticket.status) {
    case "asking":
      return "It has no ticket yet: the desk is being asked for one.";
    case "waiting":
      return `It has no ticket of its own: the budget of its producer (TICKETS_PER_HOUR) is used up. It stands on the storm ticket, and asks again ${ticket.until === null ? "when it fails again" : `at ${iso(ticket.until)}`}.`;
    case "following":
      return ticket.why === "family"
        ? "It has no ticket of its own: another incident of the same family, the same fault elsewhere, has it."
        : "It has no ticket of its own: it is the echo of another incident, which has the frames and the ticket.";
    case "opening":
      return "A ticket was granted to it, and is being opened.";
    case "draft":
      return `Its ticket is a draft of ${iso(ticket.draftedAt)}: without LINEAR_API_KEY nothing is sent. GET of the incident shows it.`;
    case "made":
      return `It has a ticket, opened at ${iso(ticket.openedAt)}, because it is the one incident that the desk granted the ticket of this fault.`;
  }
}

function fixSays({ completedAt, stragglers, sighted }: Fix): string {
  const since =
    stragglers.count === 0
      ? "no version known bad has failed"
      : `versions known bad have failed ${stragglers.count} times`;
  const seen = sighted.length === 1 ? "1 version was" : `${sighted.length} versions were`;
  return `Since ${iso(completedAt)} ${since}, and ${seen} sighted.`;
}

function untilSays(until: Until): string {
  return until.kind === "merged"
    ? "because it was merged into another incident, which counts its failures"
    : untilText(until);
}
