// What must hold of an incident at every step, whatever happened. Written from the life that
// docs/life-of-an-incident.md tells, and not from the code.
import { isOwner } from "../../../src/incident/owner.ts";
import type { MadeTicket } from "../../../src/incident/ticket.ts";
import type { IncidentState } from "../../../src/incident/state.ts";
import type { IncidentEvent } from "../../../src/incident/step.ts";
import { ticketKeyOf } from "../../../src/incident/ticket-key.ts";
import { FOLLOWERS_SHOWN_MAX, IDLE_TICK_MS, SLOW_TICK_MS } from "../../../src/limits.ts";
import type { HeldIssue } from "./fake-linear.ts";
import type { Incident, Move } from "./incident.ts";
import type { World } from "./world.ts";

type Kind = IncidentEvent["kind"];

/** From phase to phase: what may make that change. */
const ALLOWED: Readonly<Record<string, readonly Kind[]>> = {
  "nothing > collecting": ["recorded"],
  "collecting > ticketed": ["woke", "acted"],
  "collecting > verifying": ["acted"],
  "collecting > ignored": ["acted"],
  "ticketed > verifying": ["ticketRead", "ticketOpened", "acted"],
  "ticketed > ignored": ["ticketRead", "ticketOpened", "ticketGone", "acted"],
  "verifying > resolved": ["versionsRead", "ticketRead", "ticketGone"],
  "verifying > ticketed": ["recorded", "followed", "versionsRead", "ticketRead", "acted"],
  "verifying > ignored": ["ticketRead", "acted"],
  "resolved > ticketed": ["recorded", "followed", "versionsRead", "ticketRead", "acted"],
  "resolved > ignored": ["ticketRead", "acted"],
  "resolved > nothing": ["leftIndex"],
  "ignored > ticketed": ["recorded", "followed", "ticketRead", "acted"],
  "ignored > verifying": ["acted"],
  "ignored > nothing": ["leftIndex"],
  // It waited, followed another or was drafted, and failed no more.
  "ticketed > nothing": ["leftIndex"],
};

/** What is wrong with a change of phase, or null. */
export function problemOfMove({ from, to, by }: Move): string | null {
  const [before, after] = [from, to].map((state) => state?.phase.name ?? "nothing");
  if (before === after) return null;
  const allowed = ALLOWED[`${before} > ${after}`] ?? [];
  return allowed.includes(by) ? null : `${before} became ${after} by ${by}`;
}

/** What is due although no alarm is set for it. */
export function problemOfAlarm(incident: Incident, now: number): string | null {
  const { state, outbox, alarmAt, leaseAt } = incident;
  if (state === null) return outbox.length === 0 ? null : "effects without an incident";
  const due = [...outbox.map(({ dueAt }) => dueAt), ...dueOfPhase(state, now)];
  const late = due.filter((at) => alarmAt === null || alarmAt > Math.max(at, now, leaseAt));
  return late.length === 0 ? null : `due at ${late.join()}, alarm at ${alarmAt}`;
}

/** What is wrong between incidents, desk and Linear, at any moment. */
export function problemsOfTickets({ linear, incidents }: World): readonly string[] {
  const open = [...linear.issues.values()].filter(({ state }) => state === "open");
  const twins = [...Map.groupBy(open, ({ key }) => key)]
    .filter(([, { length }]) => length > 1)
    .map(([key, { length }]) => `${length} open tickets of ${key}`);
  const writers = states(incidents).filter(
    ({ ownedKey, phase }) => ownedKey !== null && phase.name !== "ignored",
  );
  const rivals = [...Map.groupBy(writers, ({ ownedKey }) => ownedKey)]
    .filter(([, { length }]) => length > 1)
    .map(([key, { length }]) => `${length} owners of ${key}`);
  return [...linear.wrong, ...twins, ...rivals];
}

function dueOfPhase({ phase }: IncidentState, now: number): readonly number[] {
  switch (phase.name) {
    case "collecting":
      return [phase.settlesAt];
    case "ticketed":
      if (phase.ticket.status === "waiting") return phase.ticket.until ? [phase.ticket.until] : [];
      return [now + (phase.ticket.status === "made" ? SLOW_TICK_MS : IDLE_TICK_MS)];
    case "verifying":
      return phase.isEnding ? [] : [phase.endsAt];
    case "resolved":
    case "ignored":
      return [];
  }
}

/** How all must stand once everything was quiet for longer than any window. */
export function problemsOfRest(world: World): readonly string[] {
  const { incidents, linear, desk } = world;
  const waiting = states(incidents)
    .filter(({ phase }) => phase.name === "ticketed" && phase.ticket.status === "waiting")
    .map(({ fingerprint }) => fingerprint);
  const listed = PRODUCERS.flatMap((producer) =>
    desk.waiting.of(producer).map(({ fingerprint }) => fingerprint),
  );
  const isListed = waiting.toSorted().join() === listed.toSorted().join();
  const ownerless = [...linear.issues].flatMap(([id, { state, key }]) =>
    state === "open" && isOrphaned(id, key, world) ? [`nobody has the open ticket of ${key}`] : [],
  );
  return [
    ...[...incidents.values()].flatMap((incident) => problemOfOne(incident, world) ?? []),
    ...(isListed ? [] : [`${waiting.join()} wait, and ${listed.join()} are listed`]),
    ...ownerless,
  ];
}

function problemOfOne({ state, outbox }: Incident, world: World): string | null {
  if (outbox.length > 0) return `effects undone: ${outbox.map(({ key }) => key).join(", ")}`;
  if (state === null) return null;
  const { phase } = state;
  if (phase.name === "collecting" || phase.name === "verifying") return `still ${phase.name}`;
  const { ticket } = phase;
  switch (ticket?.status) {
    case "asking":
    case "opening":
    case "withdrawn":
      return `still ${ticket.status}`;
    case "following": {
      const owner = world.incidents.get(ticket.owner)?.state ?? null;
      return owner !== null && isOwner(owner) ? null : "follows one that is no owner";
    }
    case "made":
      if (ticket.wanted !== null) return `${ticket.wanted} was not done`;
      if (phase.name !== "ticketed") return null;
      if (world.desk.ownerOf(ticket.id)?.owner !== state.fingerprint) {
        return "the desk knows another owner of its ticket, or none";
      }
      return (
        problemOfHeld(world.linear.issues.get(ticket.id), state) ??
        problemOfAgent(world.linear.issues.get(ticket.id), ticket)
      );
    case "waiting":
    case "draft":
    case undefined:
      return null;
  }
}

function problemOfHeld(held: HeldIssue | undefined, { followers }: IncidentState): string | null {
  if (held?.state !== "open") return `its ticket is ${held?.state ?? "gone"}`;
  const links = 1 + Math.min(followers.length, FOLLOWERS_SHOWN_MAX);
  return held.links.size >= links ? null : `its ticket has ${held.links.size} links`;
}

// Nobody waits for an agent that does not come: the ticket is people's, or its session goes on.
function problemOfAgent(held: HeldIssue | undefined, { agent }: MadeTicket): string | null {
  const isDelegated = held?.delegateId != null;
  const status = held?.sessions.at(-1)?.status ?? null;
  const goesOn = status === "active" || status === "complete";
  switch (agent?.stage) {
    case "clearing":
    case "setting":
    case "waking":
    case "returning":
      return `the agent is still ${agent.stage}`;
    case "working":
      return isDelegated && goesOn ? null : `an agent works whose session is ${status}`;
    case "returned":
    case "taken":
    case undefined:
      return isDelegated ? "a delegated agent is not watched" : null;
  }
}

// Work on it is wanted by somebody, and nobody writes on it.
function isOrphaned(id: string, key: string, { incidents }: World): boolean {
  const live = states(incidents).filter(
    (state) => state.phase.name === "ticketed" && ticketKeyOf(state, "family") === key,
  );
  const isHeld = states(incidents).some(({ phase }) => {
    const ticket = phase.name === "collecting" ? null : phase.ticket;
    return ticket?.status === "made" && ticket.id === id;
  });
  return live.length > 0 && !isHeld;
}

function states(incidents: World["incidents"]): readonly IncidentState[] {
  return [...incidents.values()].flatMap(({ state }) => state ?? []);
}

const PRODUCERS = ["shop", "till"];

/** How long everything must be quiet for `problemsOfRest`: the tick of a day, and slow retries. */
export const REST_MS = IDLE_TICK_MS + 6 * 3_600_000;
