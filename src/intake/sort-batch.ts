// Sorts a queue batch, purely: which messages go to which object, and which to the dead letters.
import { decodeMessage } from "../failure/decode.ts";
import type { FailureMessage, NoticeMessage, SightingMessage } from "../failure/message.ts";
import { RETRY_BASE_SECONDS, RETRY_MAX_SECONDS } from "../limits.ts";

/** A message with the envelope that it came in: the queue's own message. */
export interface Item<Envelope, Message> {
  readonly envelope: Envelope;
  readonly message: Message;
}

/** What a batch holds, sorted by where it goes. */
export interface Sorted<Envelope> {
  /** By fingerprint: one call of that incident's object for each. */
  readonly failures: ReadonlyMap<string, Items<Envelope, FailureMessage>>;
  /** By producer: one call of that producer's object for each. */
  readonly sightings: ReadonlyMap<string, Items<Envelope, SightingMessage>>;
  readonly notices: readonly Item<Envelope, NoticeMessage>[];
  readonly undecodable: readonly { readonly envelope: Envelope; readonly reason: string }[];
}

/** Never none. */
export type Items<Envelope, Message> = readonly [
  Item<Envelope, Message>,
  ...Item<Envelope, Message>[],
];

/** Sorts the messages; their order within a fingerprint stays. */
export function sortBatch<Envelope extends { readonly body: unknown }>(
  envelopes: readonly Envelope[],
): Sorted<Envelope> {
  const failures = new Map<string, [Item<Envelope, FailureMessage>]>();
  const sightings = new Map<string, [Item<Envelope, SightingMessage>]>();
  const notices: Item<Envelope, NoticeMessage>[] = [];
  const undecodable: { envelope: Envelope; reason: string }[] = [];
  for (const envelope of envelopes) {
    const decoded = decodeMessage(envelope.body);
    if (!decoded.ok) {
      undecodable.push({ envelope, reason: decoded.problem });
      continue;
    }
    const message = decoded.value;
    switch (message.kind) {
      case "failure":
        putWith(failures, message.fingerprint, { envelope, message });
        break;
      case "sighting":
        putWith(sightings, message.producer, { envelope, message });
        break;
      case "notice":
        notices.push({ envelope, message });
        break;
    }
  }
  return { failures, sightings, notices, undecodable };
}

/** How long a message waits for its next try, in seconds; `attempts` counts from 1. */
export function retryDelaySeconds(attempts: number): number {
  const exponent = Math.min(Math.max(attempts - 1, 0), 20);
  return Math.min(RETRY_BASE_SECONDS * 2 ** exponent, RETRY_MAX_SECONDS);
}

function putWith<One>(groups: Map<string, [One, ...One[]]>, key: string, one: One): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}
