// Shows on the ticket how the incident is: links with counts, and the ticket's own words where they
// are still ours. Nothing piles up, and nobody's words are written over.
import type { Outcome } from "../incident/outbox.ts";
import { ticketOf } from "../incident/phase.ts";
import type { IncidentState } from "../incident/state.ts";
import type { MadeTicket, TicketDraft, TicketOwner } from "../incident/ticket.ts";
import { ticketId } from "../incident/ticket-id.ts";
import { markOf, reword, saysAll, wordsRead, wordsSent } from "../incident/ticket-words.ts";
import type { TicketWords } from "../incident/ticket-words.ts";
import { incidentUrl } from "./draft.ts";
import { linksOf } from "./links.ts";
import type { FoundTicket } from "./linear-read.ts";
import { currentDraft, unlessRefusedOften } from "./perform-ticket.ts";
import type { TicketDeps } from "./perform-ticket.ts";
import { statusNote } from "./notes.ts";

/** Shows it all. A second time changes in place what the first has shown. */
export async function showTicket(
  id: string,
  tries: number,
  state: IncidentState,
  deps: TicketDeps,
): Promise<Outcome> {
  const { settings, linear } = deps;
  for (const { fingerprint, title, subtitle, episode } of linksOf(state)) {
    const url = incidentUrl(settings, fingerprint);
    // oxlint-disable-next-line no-await-in-loop -- a few, and Linear's rate limit counts each
    if (url !== null) await linear.link(id, { url, title, subtitle, episode });
  }
  const ticket = ticketOf(state);
  if (ticket?.status !== "made" || ticket.id !== id) return { kind: "done", event: null };
  const draft = await currentDraft(state, deps);
  // What it says already is not asked for: most tickets never change.
  if (saysAll(ticket.words, draft)) return { kind: "done", event: null };
  const found = await linear.find(id);
  // Gone, or closed: the next reading tells, and what is closed is left as it is.
  if (found?.reading.state !== "open") return { kind: "done", event: null };
  const words = await write(ticket, found, draft, tries, state, deps);
  return {
    kind: "done",
    event: { kind: "ticketWorded", at: deps.now(), id, words, whose: ownerOf(draft) },
  };
}

function ownerOf({ delegate, isHeldBack }: TicketDraft): TicketOwner {
  if (isHeldBack) return "people";
  return delegate ? "agent" : "whoever";
}

async function write(
  { id, words }: MadeTicket,
  found: FoundTicket,
  draft: TicketDraft,
  tries: number,
  state: IncidentState,
  { linear, note, now }: TicketDeps,
): Promise<TicketWords> {
  const { change, isAside } = reword(words, found.text, draft);
  // What it says now is remembered beside what is about to be sent: that may not arrive.
  let known = words === null ? wordsSent(draft, null) : wordsRead(words, found.text);
  if (Object.keys(change).length > 0) {
    known = wordsSent(change, known);
    // Before it is sent: whoever dies after the sending knows these words for ours.
    note({ kind: "ticketWorded", at: now(), id, words: known, whose: "whoever" });
    await linear.rewrite(id, change);
    const after = await linear.find(id);
    if (after !== null) known = wordsRead(known, after.text);
  }
  return isAside ? tellAside(id, known, draft, tries, state, linear) : known;
}

// The description is people's: what is known stands in one comment, edited in place.
async function tellAside(
  id: string,
  known: TicketWords,
  draft: TicketDraft,
  tries: number,
  state: IncidentState,
  linear: TicketDeps["linear"],
): Promise<TicketWords> {
  const status = markOf(draft.description);
  if (known.status === status) return known;
  const commentId = ticketId(`${id} status`, 1);
  const wasSaid = known.status !== null;
  const note = statusNote(state, draft.isHeldBack);
  await unlessRefusedOften(linear.sayAnew(id, commentId, note, wasSaid), tries);
  return { ...known, status };
}
