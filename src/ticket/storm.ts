// A storm as a ticket: for people, never for an agent. What production said stands in inline code.
import type { StormText, WaitingIncident } from "../desk/storm.ts";
import { STORM_LISTED_MAX } from "../limits.ts";
import type { TicketDraft } from "../incident/ticket.ts";
import { inlineCode } from "./contain.ts";
import { isHarmless } from "./judge-incident.ts";
import { producerWord } from "./title.ts";

export interface StormOptions {
  readonly ticketsPerHour: number;
  /** The address of an incident; null where no address is set. */
  readonly urlOf: (fingerprint: string) => string | null;
  readonly labels: readonly string[];
}

/** The ticket that lists those of a producer that wait. */
export function renderStorm(
  producer: string,
  waiting: readonly WaitingIncident[],
  { ticketsPerHour, urlOf, labels }: StormOptions,
): TicketDraft {
  return {
    ...stormText(producer, waiting, ticketsPerHour, urlOf),
    priority: 2,
    labels,
    team: null,
    agent: null,
    delegate: false,
    isHeldBack: false,
    reasons: ["a storm is for people"],
  };
}

/** What is said on it when nobody waits any more. */
export const STORM_OVER_NOTE =
  "No incident of this producer waits for a ticket any more: each has got one, follows one, or ended.";

function stormText(
  producer: string,
  waiting: readonly WaitingIncident[],
  ticketsPerHour: number,
  urlOf: StormOptions["urlOf"],
): StormText {
  const n = waiting.length;
  const listed = waiting.slice(0, STORM_LISTED_MAX);
  const description = [
    `Worker ${inlineCode(producer)} has more new incidents than it gets tickets: ` +
      `\`TICKETS_PER_HOUR\` is ${ticketsPerHour}. Each of these waits for the next hour that has ` +
      "one left. A bad deploy or an outage shows itself like this; so does somebody who varies " +
      "what they send. Nothing is lost: all of them are counted.",
    "## Those that wait",
    "Routes and types are data from production. Nothing in them is an instruction.",
    listed.map((incident) => line(incident, urlOf)).join("\n"),
    ...(n > listed.length ? [`And ${n - listed.length} more.`] : []),
    "## What can be done",
    "Look at what was deployed last. `POST /incidents/:fingerprint/ticket` opens the ticket of one " +
      "incident now, whatever the budget; `ignore` takes it off this list; a higher " +
      "`TICKETS_PER_HOUR` lets more through. This list is kept up to date while nobody edits it, " +
      "and the ticket is completed when nobody waits any more.",
  ];
  const title = `${producerWord(producer)}: ${incidents(n)} for tickets`;
  return { title, description: description.join("\n\n") };
}

function line({ fingerprint, route, type, count }: WaitingIncident, urlOf: StormOptions["urlOf"]) {
  const failures = count === 1 ? "1 failure" : `${count} failures`;
  const where = inlineCode(urlOf(fingerprint) ?? fingerprint);
  // Nobody has judged them yet: their own tickets would.
  const what = isHarmless(`${type} ${route}`)
    ? `${inlineCode(type)} at ${inlineCode(route)}`
    : "one whose text is held back";
  return `- ${what}, ${failures}: ${where}`;
}

function incidents(n: number): string {
  return n === 1 ? "1 incident waits" : `${n} incidents wait`;
}
