// What is kept of a message that could not be taken in.

/** A message that could not be taken in, and why. */
export interface DeadLetter {
  /** The queue's id of the message: the same message kept twice is one row. */
  readonly id: string;
  readonly queue: string;
  readonly reason: string;
  /** The body as JSON. */
  readonly body: string;
  /** When the producer sent it, ms since 1970. */
  readonly sentAt: number;
}

/** A letter as the list shows it. */
export interface LetterLine extends Omit<DeadLetter, "body"> {
  /** Where it stands in the order of keeping. */
  readonly place: number;
  /** Characters of its body. */
  readonly units: number;
  /** ms since 1970. */
  readonly keptAt: number;
}

export interface KeptLetter extends LetterLine {
  readonly body: string;
}

/** Whether a text can be a letter's id: what Cloudflare gives a message. */
export function isLetterId(text: string): boolean {
  return /^[\w-]{1,128}$/.test(text);
}
