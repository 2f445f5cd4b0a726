// The effects on a ticket, each as it is done in Linear. Whoever tries again must come to the same
// outcome, so each looks first or says what it says under an id that was known before.
import { applyRules } from "../failure/rules.ts";
import type { RuleSays } from "../failure/rules.ts";
import type { Effect, TicketChange } from "../incident/effect.ts";
import type { Outcome } from "../incident/outbox.ts";
import { samplesOf } from "../incident/state.ts";
import type { IncidentState } from "../incident/state.ts";
import { ticketId } from "../incident/ticket-id.ts";
import type { TicketDraft, TicketReading, TicketState } from "../incident/ticket.ts";
import type { Settings } from "../settings.ts";
import { decideDelegation } from "./delegate.ts";
import type { FoundTicket, TicketSystem } from "./linear.ts";
import { isRefusal } from "./linear-problem.ts";
import { changeNote, quietNote } from "./notes.ts";
import { linksOf } from "./links.ts";
import { renderTicket } from "./render.ts";

export interface TicketDeps {
  readonly settings: Settings;
  readonly linear: TicketSystem;
  readonly now: () => number;
}

type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { readonly kind: Kind }>;

/** Opens the ticket, or finds the one that is there: of a try that died, or of an earlier life. */
export async function openTicket(
  id: string,
  wantedAt: number,
  state: IncidentState,
  { settings, linear, now }: TicketDeps,
): Promise<Outcome> {
  const { identifier, url, reading } =
    (await linear.find(id)) ?? (await linear.create(id, draftOf(state, settings)));
  return {
    kind: "done",
    event: { kind: "ticketOpened", at: now(), id, identifier, url, reading, wantedAt },
  };
}

/** Finds out whether a ticket that is wanted no longer was made. */
export async function withdrawTicket(
  id: string,
  wantedAt: number,
  { linear, now }: TicketDeps,
): Promise<Outcome> {
  const found = await lookFor(id, linear);
  const event =
    found === null
      ? ({ kind: "ticketAbsent", at: now(), id } as const)
      : ({ kind: "ticketOpened", at: now(), id, ...found, wantedAt } as const);
  return { kind: "done", event };
}

/**
 * Shows the incident's address and its count on the ticket, and those of its followers. A link with
 * the same address is changed in place: nothing piles up, and nobody's words are touched.
 */
export async function linkTicket(
  id: string,
  state: IncidentState,
  { settings, linear }: TicketDeps,
): Promise<Outcome> {
  for (const { fingerprint, title, subtitle } of linksOf(state)) {
    const url = incidentUrl(settings, fingerprint);
    // oxlint-disable-next-line no-await-in-loop -- a few, and Linear's rate limit counts each
    if (url !== null) await linear.link(id, url, title, subtitle);
  }
  return { kind: "done", event: null };
}

/** Reads how the ticket stands. */
export async function readTicket(id: string, { linear, now }: TicketDeps): Promise<Outcome> {
  const found = await lookFor(id, linear);
  if (found === null) return gone(id, now);
  const { reading } = found;
  return { kind: "done", event: { kind: "ticketRead", at: now(), id, reading } };
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
    await sayUnlessRefused(linear, id, commentId(id, `changed ${at}`, nth), note);
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

/** What the ticket of an incident would say. */
export function draftOf(state: IncidentState, settings: Settings): TicketDraft {
  const [sample] = samplesOf(state);
  const says: RuleSays = sample === undefined ? {} : applyRules(settings.rules, sample);
  return renderTicket(state, {
    says,
    labels: settings.linear?.labels ?? [],
    incidentUrl: incidentUrl(settings, state.fingerprint),
    delegation: decideDelegation(
      state,
      { hasAgent: settings.linear?.agent != null, agentMinCount: settings.agentMinCount },
      says,
    ),
  });
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

// The state counts: a key that may not comment, or a comment that somebody deleted, does not keep
// the ticket from being read.
async function sayUnlessRefused(
  linear: TicketSystem,
  id: string,
  noteId: string,
  note: string,
): Promise<void> {
  try {
    await linear.say(id, noteId, note);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

function gone(id: string, now: () => number): Outcome {
  return { kind: "done", event: { kind: "ticketGone", at: now(), id } };
}

// Known before it exists, like the ticket's own id: whoever tries again says the same thing once.
function commentId(id: string, what: string, nth: number): string {
  return ticketId(`${id} ${what}`, nth);
}

function incidentUrl(settings: Settings, fingerprint: string): string | null {
  return settings.publicUrl && `${settings.publicUrl}/incidents/${fingerprint}`;
}
