// Sorts a queue batch, purely: which messages go to which incident, and which to the dead letters.
import { decodeMessage } from "../failure/decode.ts";
import type { FailureMessage, NoticeMessage } from "../failure/message.ts";
import { RETRY_BASE_SECONDS, RETRY_MAX_SECONDS } from "../limits.ts";

/** A message of the queue with what was read from it; `Envelope` is the queue's own message. */
export interface Sorted<Envelope> {
  /** By fingerprint: one call of that incident's object for each. */
  readonly failures: ReadonlyMap<
    string,
    readonly { readonly envelope: Envelope; readonly message: FailureMessage }[]
  >;
  readonly notices: readonly { readonly envelope: Envelope; readonly message: NoticeMessage }[];
  readonly undecodable: readonly { readonly envelope: Envelope; readonly reason: string }[];
}

/** Sorts the messages; their order within a fingerprint stays. */
export function sortBatch<Envelope extends { readonly body: unknown }>(
  envelopes: readonly Envelope[],
): Sorted<Envelope> {
  const failures = new Map<string, { envelope: Envelope; message: FailureMessage }[]>();
  const notices: { envelope: Envelope; message: NoticeMessage }[] = [];
  const undecodable: { envelope: Envelope; reason: string }[] = [];
  for (const envelope of envelopes) {
    const decoded = decodeMessage(envelope.body);
    if (!decoded.ok) {
      undecodable.push({ envelope, reason: decoded.problem });
    } else if (decoded.value.kind === "notice") {
      notices.push({ envelope, message: decoded.value });
    } else {
      const message = decoded.value;
      const alike = failures.get(message.fingerprint) ?? [];
      failures.set(message.fingerprint, [...alike, { envelope, message }]);
    }
  }
  return { failures, notices, undecodable };
}

/** How long a message waits for its next try, in seconds; `attempts` counts from 1. */
export function retryDelaySeconds(attempts: number): number {
  const exponent = Math.min(Math.max(attempts - 1, 0), 20);
  return Math.min(RETRY_BASE_SECONDS * 2 ** exponent, RETRY_MAX_SECONDS);
}
