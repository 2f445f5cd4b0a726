// Where incidents of a producer wait for tickets, people are told by one ticket: the storm ticket,
// which lists them. The desk's own alarm opens it, keeps its list up to date and completes it.
import { ticketId } from "../incident/ticket-id.ts";
import { wordsOf } from "../incident/ticket-words.ts";
import { STORM_SETTLE_MS, STORM_UPDATE_MS } from "../limits.ts";

/** An incident that the budget keeps from its ticket, as it claimed last. */
export interface WaitingIncident {
  readonly fingerprint: string;
  readonly route: string;
  readonly type: string;
  readonly count: number;
  /** When it was told to wait first, ms since 1970. */
  readonly since: number;
}

/** Those of one producer that wait, in short. */
export interface WaitingList {
  readonly producer: string;
  readonly count: number;
  /** Another one wherever the list is another one. */
  readonly mark: string;
  /** When the first and the last of them began to wait. */
  readonly firstSince: number;
  readonly lastSince: number;
}

/** One storm ticket. */
export interface Storm {
  readonly producer: string;
  /** Counts the storms of its producer from 1. */
  readonly nth: number;
  /** Over: completed by us, or closed or deleted by people. */
  readonly stage: "opening" | "open" | "over";
  /** Which list the ticket shows, and of when that is. Over: who waits since is of the next storm. */
  readonly shown: string | null;
  readonly at: number;
  /** What we sent last: saved before it is sent, so that it is known for ours after a lost answer. */
  readonly sent: StormText | null;
  /** How Linear gave it back: it rewrites Markdown. */
  readonly read: StormText | null;
  /** Tries since the last that was done. */
  readonly tries: number;
  /** When to try again, ms since 1970; null where nothing failed. */
  readonly retryAt: number | null;
  /** What keeps it from being done, in our own words. */
  readonly problem: string | null;
}

export interface StormText {
  readonly title: string;
  readonly description: string;
}

/** The storm after the last one of a producer, if it had any. */
export function nextStorm(producer: string, before: Storm | null, at: number): Storm {
  return {
    producer,
    nth: (before?.nth ?? 0) + 1,
    stage: "opening",
    shown: null,
    at,
    sent: null,
    read: null,
    tries: 0,
    retryAt: null,
    problem: null,
  };
}

/** The id of its ticket, known before that exists. */
export function stormTicketId({ producer, nth }: Storm): string {
  return ticketId(`storm ${producer}`, nth);
}

/**
 * When there is something to be done about the storm of a producer, computed anew from its last
 * storm and from those that wait; null where there is not.
 */
export function stormDueAt(
  storm: Storm | null,
  list: WaitingList | null,
  ticketsAreSent: boolean,
): number | null {
  if (storm !== null && storm.stage !== "over") {
    if (storm.retryAt !== null) return storm.retryAt;
    if (storm.stage === "opening") return storm.at;
    // Nobody waits any more: that is another list too.
    return storm.shown === (list?.mark ?? null) ? null : storm.at + STORM_UPDATE_MS;
  }
  // Without a key nothing is sent: the list is kept for when there is one.
  if (list === null || !ticketsAreSent) return null;
  const toldAt = storm?.at ?? 0;
  return list.lastSince >= toldAt ? Math.max(list.firstSince, toldAt) + STORM_SETTLE_MS : null;
}

/** The storm whose ticket shows the list of then. */
export function shows(storm: Storm, shown: string | null, at: number, read: StormText): Storm {
  return { ...storm, stage: "open", shown, at, read };
}

/** The storm that is over, told to those that waited by then. */
export function isOver(storm: Storm, at: number): Storm {
  return { ...storm, stage: "over", at, shown: null, sent: null, read: null };
}

/**
 * What of a text may be written anew: what is read is what was read after our last write, or, where
 * that was never learned, it has the words that we sent. The rest is people's.
 */
export function stillOurs(
  { sent, read }: Pick<Storm, "sent" | "read">,
  now: StormText,
  part: keyof StormText,
): boolean {
  if (read !== null && now[part] === read[part]) return true;
  return sent !== null && wordsOf(now[part]) === wordsOf(sent[part]);
}
