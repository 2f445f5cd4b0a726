// What travels on the queue. Messages outlive deploys, so each carries a version and a kind, and an
// id minted in the tail Worker: a retried send or a replayed dead letter gets a new id from the
// queue, but keeps ours.
import { MESSAGE_BYTES_MAX, MESSAGE_SAMPLES_MAX } from "../limits.ts";
import type { Failure } from "./failure.ts";

/** Readers take this version and, once there is a second one, the last. */
export const MESSAGE_VERSION = 1;

export type Message = FailureMessage | NoticeMessage | SightingMessage;

/** One or more failures of one fingerprint and one version of the producer. */
export interface FailureMessage {
  readonly v: typeof MESSAGE_VERSION;
  readonly kind: "failure";
  readonly id: string;
  readonly fingerprint: string;
  /** Set when a later way of grouping gave these failures a new fingerprint. */
  readonly previousFingerprint?: string;
  /** How many failures this stands for; at least the number of samples. */
  readonly count: number;
  /** ms since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** The first failures of the count, whole; never none. */
  readonly samples: readonly [Failure, ...Failure[]];
}

/** Word of something that the tail Worker shed, dropped or could not do. */
export interface NoticeMessage {
  readonly v: typeof MESSAGE_VERSION;
  readonly kind: "notice";
  readonly id: string;
  readonly at: number;
  readonly about: "shed" | "unrefined" | "rules";
  /** Failures concerned; for "rules", how many things are wrong with them. */
  readonly count: number;
}

/** Word that a version of a producer is live although nothing failed. */
export interface SightingMessage {
  readonly v: typeof MESSAGE_VERSION;
  readonly kind: "sighting";
  readonly id: string;
  /** Named as in the grouping of its failures. */
  readonly producer: string;
  /** The version's id. */
  readonly version: string;
  /** ms since 1970. */
  readonly at: number;
}

/** The message of a single failure. `now` stands in where the trace tells no time. */
export function failureMessage(failure: Failure, id: string, now: number): FailureMessage {
  const at = failure.at ?? now;
  return fit({
    v: MESSAGE_VERSION,
    kind: "failure",
    id,
    fingerprint: failure.fingerprint,
    count: 1,
    firstAt: at,
    lastAt: at,
    samples: [failure],
  });
}

/** One message for both: the id of the first, the counts added, a bounded number of samples. */
export function joinMessages(first: FailureMessage, next: FailureMessage): FailureMessage {
  const [head, ...tail] = first.samples;
  const room = MESSAGE_SAMPLES_MAX - first.samples.length;
  return fit({
    ...first,
    count: first.count + next.count,
    firstAt: Math.min(first.firstAt, next.firstAt),
    lastAt: Math.max(first.lastAt, next.lastAt),
    samples: [head, ...tail, ...next.samples.slice(0, Math.max(room, 0))],
  });
}

/** The size of a message on the queue, in bytes of its JSON. */
export function messageBytes(message: Message): number {
  return new TextEncoder().encode(JSON.stringify(message)).length;
}

// Fields are bounded one by one, so a message is only ever too large by its samples and frames:
// those are shed, never the message itself.
function fit(message: FailureMessage): FailureMessage {
  if (messageBytes(message) <= MESSAGE_BYTES_MAX) return message;
  const [head] = message.samples;
  const single: FailureMessage = { ...message, samples: [head] };
  if (messageBytes(single) <= MESSAGE_BYTES_MAX) return single;
  return { ...single, samples: [{ ...head, frames: [], dropped: [...head.dropped, "frames"] }] };
}
