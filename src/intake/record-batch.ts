// A batch of failures, from fingerprints to incidents. What no incident has asks its producer for
// leave to begin one; what gets none meets in the producer's overflow incident. The objects arrive
// as an argument, and what became of each envelope is returned: nothing is acked here.
import type { FailureMessage } from "../failure/message.ts";
import type { Beginning, Recorded } from "../incident/recorded.ts";
import type { Ring } from "../incident/state.ts";
import type { Admission } from "../producer/admit.ts";
import { overflowFingerprint, overflowMessage } from "../producer/overflow.ts";
import type { Items } from "./sort-batch.ts";

/** What a batch asks of the objects. A call that fails throws. */
export interface Objects {
  record(fingerprint: string, messages: Messages, begin: Beginning | null): Promise<Recorded>;
  /** The ids that an incident has counted; null where there is none. */
  ring(fingerprint: string): Promise<Ring | null>;
  admit(producer: string, fingerprints: readonly string[]): Promise<Admission>;
}

/** Incidents that one message is sent on by, where merges crossed each other. */
const FORWARDS_MAX = 3;

type Messages = readonly [FailureMessage, ...FailureMessage[]];
type Failures<Envelope> = Items<Envelope, FailureMessage>;

/** Envelopes that share what became of them: counted, or a try that failed and why. */
export interface Outcome<Envelope> {
  readonly envelopes: readonly Envelope[];
  /** Null where they were counted. */
  readonly failure: { readonly error: unknown } | null;
}

/** Sees each message to the incident that counts it; each envelope is in one outcome. */
export async function recordBatch<Envelope>(
  batch: readonly Failures<Envelope>[],
  objects: Objects,
): Promise<readonly Outcome<Envelope>[]> {
  const strangers: Failures<Envelope>[] = [];
  const known = batch.map((alike) =>
    attempt(alike, async () => {
      const isCounted = await recordAt(fingerprintOf(alike), messagesOf(alike), null, objects);
      if (!isCounted) strangers.push(alike);
      return isCounted;
    }),
  );
  const outcomes = await Promise.all(known);
  const byProducer = Map.groupBy(strangers, ([head]) => producerOf(head.message));
  const begun = [...byProducer].map(([producer, groups]) =>
    recordStrangers(producer, groups, objects),
  );
  return [...outcomes, ...(await Promise.all(begun)).flat()].filter((outcome) => outcome !== null);
}

async function recordStrangers<Envelope>(
  producer: string,
  groups: readonly Failures<Envelope>[],
  objects: Objects,
): Promise<readonly (Outcome<Envelope> | null)[]> {
  try {
    const { admitted, overflowedAt } = await objects.admit(producer, groups.map(fingerprintOf));
    const isAdmitted = (alike: Failures<Envelope>): boolean =>
      admitted.includes(fingerprintOf(alike));
    // A message that overflowed and is delivered again, now that there is leave, was counted there.
    const overflow = overflowFingerprint(producer);
    const beginning = { counted: overflowedAt === null ? null : await objects.ring(overflow) };
    const begun = groups
      .filter(isAdmitted)
      .map((alike) =>
        attempt(alike, () => recordAt(fingerprintOf(alike), messagesOf(alike), beginning, objects)),
      );
    const [first, ...rest] = groups.filter((alike) => !isAdmitted(alike)).flat();
    const refused = first && recordOverflow([first, ...rest], overflow, objects);
    return await Promise.all(refused ? [...begun, refused] : begun);
  } catch (error) {
    return groups.map((alike) => failed(alike, error));
  }
}

function recordOverflow<Envelope>(
  refused: Failures<Envelope>,
  fingerprint: string,
  objects: Objects,
): Promise<Outcome<Envelope> | null> {
  const [first, ...rest] = messagesOf(refused);
  const messages: Messages = [overflowMessage(first), ...rest.map(overflowMessage)];
  return attempt(refused, () => recordAt(fingerprint, messages, { counted: null }, objects));
}

/**
 * Records at the object of a fingerprint, or where that sends the messages on to. False where there
 * is no incident and no leave to begin one.
 */
async function recordAt(
  fingerprint: string,
  messages: Messages,
  begin: Beginning | null,
  objects: Objects,
  steps = FORWARDS_MAX,
): Promise<boolean> {
  const recorded = await objects.record(fingerprint, messages, begin);
  if (recorded.kind === "unknown" && begin !== null)
    throw new TypeError("had leave, began nothing");
  if (recorded.kind !== "forward") return recorded.kind === "recorded";
  // A target is not merged itself, and is kept while something is merged into it. Two merges at one
  // moment could make it otherwise for a while: a few steps are followed, and no circle.
  if (steps === 0) throw new TypeError("forwarded too often");
  const isCounted = await recordAt(recorded.to, recorded.messages, null, objects, steps - 1);
  if (!isCounted) throw new TypeError("forwarded to where there is no incident");
  return true;
}

/** What became of messages that are counted together; null where that is still to be settled. */
async function attempt<Envelope>(
  alike: Failures<Envelope>,
  work: () => Promise<boolean>,
): Promise<Outcome<Envelope> | null> {
  try {
    const isCounted = await work();
    return isCounted ? { envelopes: envelopesOf(alike), failure: null } : null;
  } catch (error) {
    return failed(alike, error);
  }
}

function failed<Envelope>(alike: Failures<Envelope>, error: unknown): Outcome<Envelope> {
  return { envelopes: envelopesOf(alike), failure: { error } };
}

function envelopesOf<Envelope>(alike: Failures<Envelope>): readonly Envelope[] {
  return alike.map(({ envelope }) => envelope);
}

function messagesOf<Envelope>([first, ...rest]: Failures<Envelope>): Messages {
  return [first.message, ...rest.map(({ message }) => message)];
}

function fingerprintOf<Envelope>([{ message }]: Failures<Envelope>): string {
  return message.fingerprint;
}

function producerOf({ samples }: FailureMessage): string {
  return samples[0].grouping.producer;
}
