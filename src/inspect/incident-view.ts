// One incident as its Durable Object shows it. All texts in it come from production and were
// cleaned before the queue.
import type { OutboxRow } from "../incident/outbox.ts";
import type { IncidentState } from "../incident/state.ts";
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
    samples: [...state.samples.first, ...state.samples.latest].map((sample) => ({
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
    alarmAt: alarmAt === null ? null : iso(alarmAt),
  };
}

/** One line of `GET /incidents`; instants are ISO 8601 in UTC. */
export function summaryView(summary: IncidentSummary): object {
  return { ...summary, firstAt: iso(summary.firstAt), lastAt: iso(summary.lastAt) };
}

function phaseView({ phase }: IncidentState): object {
  if (phase.name === "collecting") {
    return { name: phase.name, since: iso(phase.since), settlesAt: iso(phase.settlesAt) };
  }
  const { ticket } = phase;
  const times =
    ticket.status === "open"
      ? { openedAt: iso(ticket.openedAt) }
      : ticket.status === "draft"
        ? { draftedAt: iso(ticket.draftedAt) }
        : {};
  return { name: phase.name, since: iso(phase.since), ticket: { ...ticket, ...times } };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
