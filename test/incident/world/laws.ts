// What must hold of an incident at every step, whatever happened. Written from the life that
// docs/life-of-an-incident.md tells, and not from the code.
import type { IncidentState, Phase } from "../../../src/incident/state.ts";
import type { IncidentEvent } from "../../../src/incident/step.ts";
import { SLOW_TICK_MS } from "../../../src/limits.ts";
import { WORLD_POLICY } from "./world.ts";
import type { Move, World } from "./world.ts";

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
  "verifying > ticketed": ["recorded", "versionsRead", "ticketRead", "acted"],
  "verifying > ignored": ["ticketRead", "acted"],
  "resolved > ticketed": ["recorded", "versionsRead", "acted"],
  "resolved > ignored": ["acted"],
  "resolved > nothing": ["leftIndex"],
  "ignored > ticketed": ["recorded", "ticketRead", "acted"],
  "ignored > verifying": ["acted"],
  "ignored > nothing": ["leftIndex"],
};

/** What is wrong with a change of phase, or null. */
export function problemOfMove({ from, to, by }: Move): string | null {
  const [before, after] = [from, to].map((state) => state?.phase.name ?? "nothing");
  if (before === after) return null;
  const allowed = ALLOWED[`${before} > ${after}`] ?? [];
  return allowed.includes(by) ? null : `${before} became ${after} by ${by}`;
}

/** What is due although no alarm is set for it. */
export function problemOfAlarm({ state, outbox, alarmAt, leaseAt, now }: World): string | null {
  if (state === null) return outbox.length === 0 ? null : "effects without an incident";
  const due = [...outbox.map(({ dueAt }) => dueAt), ...dueOfPhase(state, now)];
  const late = due.filter((at) => alarmAt === null || alarmAt > Math.max(at, now, leaseAt));
  return late.length === 0 ? null : `due at ${late.join()}, alarm at ${alarmAt}`;
}

/** What is wrong with the tickets in Linear, or null. */
export function problemOfTickets({ linear }: World): string | null {
  const open = [...linear.issues.values()].filter(({ state }) => state === "open");
  if (linear.wrong.length > 0) return linear.wrong.join(", ");
  return open.length > 1 ? `${open.length} open tickets` : null;
}

function dueOfPhase({ phase }: IncidentState, now: number): readonly number[] {
  switch (phase.name) {
    case "collecting":
      return [phase.settlesAt];
    case "ticketed":
      return hasTicket(phase) ? [now + SLOW_TICK_MS] : [];
    case "verifying":
      return phase.isEnding ? [] : [phase.endsAt];
    case "resolved":
    case "ignored":
      return [];
  }
}

function hasTicket(phase: Extract<Phase, { name: "ticketed" }>): boolean {
  return phase.ticket.status === "made";
}

/** How an incident must stand once everything was quiet for longer than any window. */
export function problemOfRest(world: World): string | null {
  const { state, outbox, linear } = world;
  if (outbox.length > 0) return `effects undone: ${outbox.map(({ key }) => key).join(", ")}`;
  if (state === null) return null;
  const { phase } = state;
  if (phase.name === "collecting" || phase.name === "verifying") return `still ${phase.name}`;
  const { ticket } = phase;
  if (ticket?.status === "opening" || ticket?.status === "withdrawn") return ticket.status;
  if (phase.name === "ticketed") {
    if (ticket?.status !== "made") return "no ticket";
    const held = linear.issues.get(ticket.id);
    if (held?.state !== "open") return `its ticket is ${held?.state ?? "gone"}`;
    if (held.links.size !== 1) return `its ticket has ${held.links.size} links`;
  }
  if (ticket?.status === "made" && ticket.wanted !== null) return `${ticket.wanted} was not done`;
  return null;
}

/** How long everything must be quiet for `problemOfRest`: the watch window and the slowest retry. */
export const REST_MS = WORLD_POLICY.watchMs + 6 * 3_600_000;
