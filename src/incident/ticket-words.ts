// Which words on a ticket are ours. What people or agents wrote is never written over, and Linear
// gives Markdown back changed: so what we sent, and how it came back, is remembered in short.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** What a ticket says. */
export interface TicketText {
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  /** Linear's: 0 none, 1 urgent to 4 low. */
  readonly priority: number;
}

export type TextPart = "title" | "description";

/** What we wrote last, as marks: two texts of the same words have the same one. */
export interface TicketWords {
  /** Saved before it is sent, so that it is known for ours after a lost answer. */
  readonly sent: WordMarks;
  /** How Linear gave it back; null where that was never learned. */
  readonly read: WordMarks | null;
  readonly priority: number;
  /** The mark of the status comment, which stands in for a description of people's; null: none. */
  readonly status: string | null;
}

export type WordMarks = Readonly<Record<TextPart, string>>;

/** What is to be written anew. */
export interface Rewording {
  /** Only what differs from what was sent last, and is still ours. */
  readonly change: Partial<TicketText>;
  /** True where the description is people's, so that it is told in a comment of ours instead. */
  readonly isAside: boolean;
}

/** The words of a text; those that `before` had stay where the text is not given. */
export function wordsSent(
  { title, description, priority }: Partial<TicketText>,
  before: TicketWords | null,
): TicketWords {
  return {
    sent: {
      title: title === undefined ? (before?.sent.title ?? "") : markOf(title),
      description:
        description === undefined ? (before?.sent.description ?? "") : markOf(description),
    },
    read: before?.read ?? null,
    priority: priority ?? before?.priority ?? 0,
    status: before?.status ?? null,
  };
}

/** The words once it is known how Linear gave them back; of people's parts, what was known stays. */
export function wordsRead(words: TicketWords, now: TicketText): TicketWords {
  const read = (part: TextPart): string =>
    isOurs(words, now, part) ? markOf(now[part]) : (words.read?.[part] ?? "");
  return { ...words, read: { title: read("title"), description: read("description") } };
}

/**
 * What of `next` is to be written on a ticket that says `now`. Parts that are people's are left
 * alone, each for itself; without any memory of ours, all of it is theirs that has other words.
 */
export function reword(words: TicketWords | null, now: TicketText, next: TicketText): Rewording {
  const known = words ?? wordsSent(next, null);
  const isNew = (part: TextPart): boolean => known.sent[part] !== markOf(next[part]);
  const title = isNew("title") && isOurs(known, now, "title");
  const description = isNew("description") && isOurs(known, now, "description");
  const priority = known.priority !== next.priority && known.priority === now.priority;
  return {
    change: {
      ...(title ? { title: next.title } : {}),
      ...(description ? { description: next.description } : {}),
      ...(priority ? { priority: next.priority } : {}),
    },
    isAside: !isOurs(known, now, "description"),
  };
}

/** Whether a ticket that was given `words` says all that `next` says: then nothing is asked. */
export function saysAll(words: TicketWords | null, next: TicketText): boolean {
  return (
    words !== null &&
    words.sent.title === markOf(next.title) &&
    words.sent.description === markOf(next.description) &&
    words.priority === next.priority
  );
}

/**
 * The words of a text, without marks and blanks: Linear changes those, and never words. A picture is
 * a word: people tick things off with them.
 */
export function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, " ").trim();
}

/** Equal for texts of the same words: 16 hex digits, enough to tell an edit. */
export function markOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(wordsOf(text))).slice(0, 8));
}

function isOurs({ sent, read }: TicketWords, now: TicketText, part: TextPart): boolean {
  const mark = markOf(now[part]);
  return mark === sent[part] || mark === read?.[part];
}
