// One incident as its Durable Object shows it. All texts in it come from production and were
// cleaned before the queue.
import type { OutboxRow } from "../incident/outbox.ts";
import { samplesOf } from "../incident/state.ts";
import type { Fix, IncidentState, Ticket } from "../incident/state.ts";
import type { IncidentSummary } from "../incident/summary.ts";

/** The JSON of `GET /incidents/:fingerprint`; instants are ISO 8601 in UTC. */
export function incidentView(
  state: IncidentState,
  outbox: readonly OutboxRow[],
  alarmAt: number | null,
): object {
  return {
    fingerprint: state.fingerprint,
    family: state.family,
    echoKey: state.echoKey,
    grouping: state.grouping,
    phase: phaseView(state),
    count: state.count,
    approximate: state.approximate,
    firstAt: iso(state.firstAt),
    lastAt: iso(state.lastAt),
    hours: state.hours.map(({ hour, count }) => ({ hour: iso(hour), count })),
    versions: state.versions.map((entry) => ({
      ...entry.version,
      count: entry.count,
      firstAt: iso(entry.firstAt),
      lastAt: iso(entry.lastAt),
    })),
    routes: state.routes,
    samples: samplesOf(state).map((sample) => ({
      ...sample,
      at: sample.at === null ? null : iso(sample.at),
    })),
    waiting: outbox.map((row) => ({
      effect: row.effect.kind,
      since: iso(row.since),
      tries: row.tries,
      dueAt: iso(row.dueAt),
      problem: row.problem,
    })),
    timeline: state.timeline.map(({ at, what }) => ({ at: iso(at), what })),
    alarmAt: alarmAt === null ? null : iso(alarmAt),
  };
}

/** One line of `GET /incidents`; instants are ISO 8601 in UTC. */
export function summaryView(summary: IncidentSummary): object {
  return { ...summary, firstAt: iso(summary.firstAt), lastAt: iso(summary.lastAt) };
}

function phaseView({ phase }: IncidentState): object {
  const { name } = phase;
  const since = iso(phase.since);
  switch (phase.name) {
    case "collecting":
      return { name, since, settlesAt: iso(phase.settlesAt) };
    case "ticketed":
    case "ignored":
      return { name, since, ticket: ticketView(phase.ticket) };
    case "verifying":
      return {
        name,
        since,
        endsAt: iso(phase.endsAt),
        fix: fixView(phase.fix),
        ticket: ticketView(phase.ticket),
      };
    case "resolved":
      return { name, since, fix: fixView(phase.fix), ticket: ticketView(phase.ticket) };
  }
}

function ticketView(ticket: Ticket): object {
  if (ticket.status === "draft") return { ...ticket, draftedAt: iso(ticket.draftedAt) };
  if (ticket.status === "opening") return ticket;
  return { ...ticket, openedAt: iso(ticket.openedAt), readAt: iso(ticket.readAt) };
}

function fixView({ completedAt, knownBad, stragglers }: Fix): object {
  const lastAt = stragglers.lastAt === null ? null : iso(stragglers.lastAt);
  return { completedAt: iso(completedAt), knownBad, stragglers: { ...stragglers, lastAt } };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
