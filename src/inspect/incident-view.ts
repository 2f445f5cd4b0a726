// One incident as its Durable Object shows it. All texts in it come from production and were
// cleaned before the queue.
import type { AgentWork } from "../incident/agent-work.ts";
import type { OutboxRow } from "../incident/outbox.ts";
import { samplesOf } from "../incident/state.ts";
import type { Fix, IncidentState, Until, VersionCount } from "../incident/state.ts";
import type { IncidentSummary } from "../incident/summary.ts";
import type { ClosedTicket, Ticket } from "../incident/ticket.ts";
import type { Delegation } from "../ticket/delegate.ts";
import { iso, isoOrNull } from "../iso.ts";

/** The JSON of `GET /incidents/:fingerprint`; instants are ISO 8601 in UTC. */
export function incidentView(
  state: IncidentState,
  outbox: readonly OutboxRow[],
  alarmAt: number | null,
  delegation: Delegation,
): object {
  return {
    fingerprint: state.fingerprint,
    family: state.family,
    echoKey: state.echoKey,
    grouping: state.grouping,
    phase: phaseView(state),
    episode: state.episode,
    previousTicket: state.previousTicket,
    members: state.members,
    // Who gets its ticket by the settings of now, and why.
    delegation,
    ownedKey: state.ownedKey,
    isAlone: state.isAlone,
    followers: state.followers.map((follower) => ({
      ...follower,
      firstAt: iso(follower.firstAt),
      lastAt: iso(follower.lastAt),
      versions: follower.versions.map(versionView),
    })),
    count: state.count,
    approximate: state.approximate,
    firstAt: iso(state.firstAt),
    lastAt: iso(state.lastAt),
    hours: state.hours.map(({ hour, count }) => ({ hour: iso(hour), count })),
    versions: state.versions.map(versionView),
    routes: state.routes,
    samples: samplesView(state),
    waiting: outbox.map((row) => ({
      effect: row.effect.kind,
      since: iso(row.since),
      tries: row.tries,
      dueAt: iso(row.dueAt),
      problem: row.problem,
      detail: row.detail,
    })),
    timeline: timelineView(state),
    alarmAt: isoOrNull(alarmAt),
  };
}

/** The failures that are kept whole: those of `GET /incidents/:fingerprint/samples`. */
export function samplesView(state: IncidentState): readonly object[] {
  return samplesOf(state).map((sample) => ({ ...sample, at: isoOrNull(sample.at) }));
}

/** What happened to it: that of `GET /incidents/:fingerprint/timeline`. */
export function timelineView({ timeline }: IncidentState): readonly object[] {
  return timeline.map((entry) => ({ ...entry, at: iso(entry.at) }));
}

/** One line of `GET /incidents`; instants are ISO 8601 in UTC. */
export function summaryView(summary: IncidentSummary): object {
  const { firstAt, lastAt, undoneSince } = summary;
  return {
    ...summary,
    firstAt: iso(firstAt),
    lastAt: iso(lastAt),
    undoneSince: undoneSince === null ? null : iso(undoneSince),
  };
}

function phaseView({ phase }: IncidentState): object {
  const { name } = phase;
  const since = iso(phase.since);
  switch (phase.name) {
    case "collecting":
      return { name, since, settlesAt: iso(phase.settlesAt) };
    case "ticketed":
      return { name, since, ticket: ticketView(phase.ticket) };
    case "ignored":
      return { name, since, until: untilView(phase.until), ticket: ticketView(phase.ticket) };
    case "verifying":
      return {
        name,
        since,
        endsAt: iso(phase.endsAt),
        isEnding: phase.isEnding,
        fix: fixView(phase.fix),
        ticket: ticketView(phase.ticket),
      };
    case "resolved":
      return { name, since, fix: fixView(phase.fix), ticket: ticketView(phase.ticket) };
  }
}

function ticketView(ticket: Ticket | ClosedTicket): object | null {
  switch (ticket?.status) {
    case "draft":
      return { ...ticket, draftedAt: iso(ticket.draftedAt) };
    case "made": {
      const { words: _ours, agent, openedAt, readAt, ...rest } = ticket;
      return {
        ...rest,
        openedAt: iso(openedAt),
        readAt: iso(readAt),
        agent: agent && agentView(agent),
      };
    }
    case "following":
      return { ...ticket, toldAt: isoOrNull(ticket.toldAt) };
    case "waiting":
      return { ...ticket, since: iso(ticket.since), until: isoOrNull(ticket.until) };
    case "opening":
      return { status: ticket.status, id: ticket.id };
    case "asking":
    case "withdrawn":
    case undefined:
      return ticket ?? null;
  }
}

function agentView({ nth, stage, since, checkAt, session }: AgentWork): object {
  return {
    nth,
    stage,
    since: iso(since),
    checkAt: isoOrNull(checkAt),
    session: session && { ...session, createdAt: iso(session.createdAt) },
  };
}

function versionView({ version, count, firstAt, lastAt }: VersionCount): object {
  return { ...version, count, firstAt: iso(firstAt), lastAt: iso(lastAt) };
}

function untilView(until: Until): object {
  return until.kind === "time" ? { ...until, at: iso(until.at) } : until;
}

function fixView({ completedAt, knownBad, stragglers, sighted, sightedAt }: Fix): object {
  return {
    completedAt: iso(completedAt),
    knownBad,
    stragglers: { ...stragglers, lastAt: isoOrNull(stragglers.lastAt) },
    sighted: sighted.map(({ id, firstAt, lastAt }) => ({
      id,
      firstAt: iso(firstAt),
      lastAt: iso(lastAt),
    })),
    sightedAt: isoOrNull(sightedAt),
  };
}
