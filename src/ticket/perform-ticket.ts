// The effects on a ticket, each as it is done in Linear. Whoever tries again must come to the same
// outcome, so each looks first or says what it says under an id that was known before.
import type { Effect, TicketChange } from "../incident/effect.ts";
import type { Outcome } from "../incident/outbox.ts";
import type { IncidentState } from "../incident/state.ts";
import { ticketId } from "../incident/ticket-id.ts";
import { ticketOf } from "../incident/phase.ts";
import type { IncidentEvent } from "../incident/step.ts";
import type { TicketReading, TicketState } from "../incident/ticket.ts";
import { wordsRead, wordsSent } from "../incident/ticket-words.ts";
import type { TicketText, TicketWords } from "../incident/ticket-words.ts";
import { REFUSED_SAY_TRIES } from "../limits.ts";
import type { Settings } from "../settings.ts";
import { draftOf, incidentUrl } from "./draft.ts";
import type { FoundTicket, TicketSystem } from "./linear.ts";
import { isRefusal } from "./linear-problem.ts";
import { changeNote, quietNote } from "./notes.ts";

export interface TicketDeps {
  readonly settings: Settings;
  readonly linear: TicketSystem;
  /** Tells the incident of what is about to be done, in a write of its own. */
  readonly note: (event: IncidentEvent) => void;
  readonly now: () => number;
}

type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { readonly kind: Kind }>;

/**
 * Opens the ticket, or finds the one that is there: of a try that died, or of an earlier life. Where
 * everything was forgotten, an open one of a later episode is found by its link.
 */
export async function openTicket(
  id: string,
  wantedAt: number,
  state: IncidentState,
  deps: TicketDeps,
): Promise<Outcome> {
  const { linear, note, now } = deps;
  const known = await linear.find(id);
  const adopted = known?.reading.state === "open" ? null : await findLinked(state, deps);
  if (adopted !== null) return opened(id, wantedAt, { ...adopted, words: null }, now());
  if (known !== null) {
    const words = rememberedWords(state, known.text);
    return opened(id, wantedAt, { found: known, adopted: null, words }, now());
  }
  const draft = draftOf(state, deps.settings);
  const sent = wordsSent(draft, null);
  // Before it is sent: whoever dies after the sending knows these words for ours.
  note({ kind: "ticketWorded", at: now(), id, words: sent });
  const found = await linear.create(id, draft);
  const words = wordsRead(sent, found.text);
  return opened(id, wantedAt, { found, adopted: null, words }, now());
}

interface Opening {
  readonly found: FoundTicket;
  readonly adopted: { readonly id: string; readonly episode: number } | null;
  readonly words: TicketWords | null;
}

function opened(
  id: string,
  wantedAt: number,
  { found: { reading, facts }, adopted, words }: Opening,
  at: number,
): Outcome {
  return {
    kind: "done",
    event: { kind: "ticketOpened", at, id, reading, facts, words, adopted, wantedAt },
  };
}

// Ours is what has the id of one of this key's episodes: a link alone could be anybody's.
async function findLinked(
  state: IncidentState,
  { settings, linear }: TicketDeps,
): Promise<Pick<Opening, "found" | "adopted"> | null> {
  const { ownedKey, episode: asked, fingerprint } = state;
  const url = incidentUrl(settings, fingerprint);
  if (url === null || ownedKey === null) return null;
  const ours = (await linear.linkedTo(url)).filter(
    ({ id, episode }) => episode > asked && id === ticketId(ownedKey, episode),
  );
  for (const { id, episode } of ours) {
    // oxlint-disable-next-line no-await-in-loop -- one at most is open
    const found = await linear.find(id);
    if (found?.reading.state === "open") return { found, adopted: { id, episode } };
  }
  return null;
}

// What a try sent that died; else nothing is known, and only the very words of a draft are ours.
function rememberedWords(state: IncidentState, text: TicketText): TicketWords | null {
  const ticket = ticketOf(state);
  const sent = ticket?.status === "opening" ? ticket.words : null;
  return sent === null ? null : wordsRead(sent, text);
}

/** Finds out whether a ticket that is wanted no longer was made. */
export async function withdrawTicket(
  id: string,
  wantedAt: number,
  { linear, now }: TicketDeps,
): Promise<Outcome> {
  const found = await lookFor(id, linear);
  return found === null
    ? { kind: "done", event: { kind: "ticketAbsent", at: now(), id } }
    : opened(id, wantedAt, { found, adopted: null, words: null }, now());
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
