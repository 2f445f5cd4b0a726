// Opening a ticket, once: whoever tries again, or has forgotten everything, comes to the one that is
// there.
import type { Outcome } from "../incident/outbox.ts";
import { ticketOf } from "../incident/phase.ts";
import type { IncidentState } from "../incident/state.ts";
import { ticketId } from "../incident/ticket-id.ts";
import { wordsRead, wordsSent } from "../incident/ticket-words.ts";
import type { TicketText, TicketWords } from "../incident/ticket-words.ts";
import { incidentUrl } from "./draft.ts";
import type { FoundTicket } from "./linear-read.ts";
import { currentDraft, lookFor } from "./perform-ticket.ts";
import type { TicketDeps } from "./perform-ticket.ts";

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
  const draft = await currentDraft(state, deps);
  const sent = wordsSent(draft, null);
  // Before it is sent: whoever dies after the sending knows these words for ours.
  note({ kind: "ticketWorded", at: now(), id, words: sent, whose: "whoever" });
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
