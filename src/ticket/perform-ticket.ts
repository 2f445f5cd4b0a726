// The effects on a ticket, each as it is done in Linear. Whoever tries again must come to the same
// outcome, so each looks first or says what it says under an id that was known before.
import type { SightedVersion } from "../failure/sighted-version.ts";
import type { Effect, TicketChange } from "../incident/effect.ts";
import type { Outcome } from "../incident/outbox.ts";
import type { IncidentState } from "../incident/state.ts";
import { ticketId } from "../incident/ticket-id.ts";
import { ticketOf } from "../incident/phase.ts";
import type { IncidentEvent } from "../incident/step.ts";
import type { TicketDraft, TicketReading, TicketState } from "../incident/ticket.ts";
import { REFUSED_SAY_TRIES } from "../limits.ts";
import type { Settings } from "../settings.ts";
import { draftOf, incidentUrl } from "./draft.ts";
import type { TicketSystem } from "./linear.ts";
import type { FoundTicket } from "./linear-read.ts";
import { isRefusal } from "./linear-problem.ts";
import { changeNote, quietNote } from "./notes.ts";

export interface TicketDeps {
  readonly settings: Settings;
  readonly linear: TicketSystem;
  /** Tells the incident of what is about to be done, in a write of its own. */
  readonly note: (event: IncidentEvent) => void;
  /** The versions of a producer that were sighted. */
  readonly versionsOf: (producer: string) => Promise<readonly SightedVersion[]>;
  readonly now: () => number;
}

type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { readonly kind: Kind }>;

/**
 * What the ticket would say now. Which versions are live is told where it can be had: no ticket waits
 * for that.
 */
export async function currentDraft(
  state: IncidentState,
  { settings, versionsOf }: Pick<TicketDeps, "settings" | "versionsOf">,
): Promise<TicketDraft> {
  const sighted = await versionsOf(state.grouping.producer).catch(() => []);
  return draftOf(state, settings, sighted);
}

/** Reads how the ticket stands, and how the agent's session is where it has one to watch. */
export async function readTicket(
  id: string,
  state: IncidentState,
  { linear, now }: TicketDeps,
): Promise<Outcome> {
  // What happens from here on may not be in it, and a hint at that must not be taken for answered.
  const at = now();
  const found = await lookFor(id, linear);
  if (found === null) return gone(id, now);
  const { reading, createdAt } = found;
  const isDelegated = reading.state === "open" && found.facts.delegateId !== null;
  const isWatched = isDelegated && state.phase.name === "ticketed" && !isDone(state);
  const session = isWatched ? await linear.sessionOf(id, createdAt) : null;
  const facts = { ...found.facts, session };
  return { kind: "done", event: { kind: "ticketRead", at, id, reading, facts } };
}

// Most tickets that are open for long wait for people to look at what the agent has done.
function isDone(state: IncidentState): boolean {
  const ticket = ticketOf(state);
  if (ticket?.status !== "made" || ticket.agent?.stage !== "working") return false;
  return ticket.agent.session?.status === "complete";
}

/** Moves the ticket to another state and says why. */
export async function changeTicket(
  { ticketId: id, nth, at, instead, change }: EffectOf<"changeTicket">,
  state: IncidentState,
  { settings, linear, now }: TicketDeps,
): Promise<Outcome> {
  const found = await lookFor(id, linear);
  if (found === null) return gone(id, now);
  // Somebody may have had a later word: the next reading says so.
  if (!isTheirs(found.reading, change, at, instead)) {
    if (found.reading.state !== change.to) await linear.move(id, change.to);
    const note = changeNote(state, change, (fingerprint) => incidentUrl(settings, fingerprint));
    await unlessRefused(linear.say(id, commentId(id, `changed ${at}`, nth), note));
  }
  return { kind: "done", event: { kind: "ticketChanged", at: now(), id, nth } };
}

/** Says on the ticket that the failure stopped; nothing where it has come back meanwhile. */
export async function tellQuiet(
  { ticketId: id, completedAt }: EffectOf<"tellQuiet">,
  state: IncidentState,
  { linear }: TicketDeps,
): Promise<Outcome> {
  const { phase } = state;
  if (phase.name === "resolved" && phase.fix.completedAt === completedAt) {
    await linear.say(id, commentId(id, "quiet", completedAt), quietNote(phase, state.versions));
  }
  return { kind: "done", event: null };
}

/**
 * The ticket; null where it is gone for good. A key that lost its team sees no ticket either, which
 * says nothing about this one: that is an error.
 */
export async function lookFor(id: string, linear: TicketSystem): Promise<FoundTicket | null> {
  const found = await linear.find(id);
  if (found === null) await linear.checkTeam();
  return found;
}

// Somebody in Linear closed the ticket otherwise than we wished, and later: that stands. Our own
// wish of before, `instead`, may have been done later than this one was made.
function isTheirs(
  reading: TicketReading,
  { to }: TicketChange,
  wishedAt: number,
  instead: TicketState | null,
): boolean {
  return (
    "closedAt" in reading &&
    reading.closedAt > wishedAt &&
    reading.state !== to &&
    reading.state !== instead
  );
}

/** Says what may stay unsaid where it is refused again and again: a refusal may pass. */
export function unlessRefusedOften(saying: Promise<void>, tries: number): Promise<void> {
  return tries >= REFUSED_SAY_TRIES ? unlessRefused(saying) : saying;
}

// What is done counts: a key that may not comment, or a comment that somebody deleted, does not keep
// the ticket from being gone on with.
async function unlessRefused(saying: Promise<void>): Promise<void> {
  try {
    await saying;
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

/** The outcome for a ticket that Linear does not show. */
export function gone(id: string, now: () => number): Outcome {
  return { kind: "done", event: { kind: "ticketGone", at: now(), id } };
}

// Known before it exists, like the ticket's own id: whoever tries again says the same thing once.
function commentId(id: string, what: string, nth: number): string {
  return ticketId(`${id} ${what}`, nth);
}
