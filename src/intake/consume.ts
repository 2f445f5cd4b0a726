// The queue's consumer: each message is acked or retried by itself, so that one bad message never
// holds up a batch.
import { errorKind } from "../error-kind.ts";
import type { FailureMessage } from "../failure/message.ts";
import type { Recorded } from "../incident/recorded.ts";
import { MISPLACED_RETRY_SECONDS } from "../limits.ts";
import { logError, logWarning } from "../log.ts";
import { deadLetterObject, incidentObject, producerObject } from "../objects.ts";
import { hearProducers } from "../producer/heard.ts";
import type { Settings } from "../settings.ts";
import type { DeadLetter } from "../failure/dead-letter.ts";
import { recordBatch } from "./record-batch.ts";
import { retryDelaySeconds, sortBatch } from "./sort-batch.ts";
import type { Items, Sorted } from "./sort-batch.ts";
import { tellHeard } from "../tell-heard.ts";

type OnFailed = (envelopes: readonly Message[]) => Promise<void> | void;

/** Whether a queue holds what was given up on: a Worker cannot look into it, so it is emptied. */
export function isDeadLetterQueue(queue: string): boolean {
  return queue.endsWith("-dead-letters");
}

/** Leaves a batch on the queue while its messages may not be stored anywhere. */
function putOff(batch: MessageBatch): void {
  logError("intake waits", { setting: "JURISDICTION", count: batch.messages.length });
  batch.retryAll({ delaySeconds: MISPLACED_RETRY_SECONDS });
}

/** Takes in a batch: one call per fingerprint and producer, however many messages it carries. */
export async function consumeFailures(
  batch: MessageBatch,
  env: Env,
  settings: Settings,
): Promise<void> {
  if (settings.isMisplaced) return putOff(batch);
  await takeIn(batch, env, settings, retryLater);
}

/**
 * Empties the dead-letter queue. What was given up on while an object was unwell is tried once more:
 * ids make that safe. What still fails is kept where it can be seen.
 */
export async function consumeDeadLetters(
  batch: MessageBatch,
  env: Env,
  settings: Settings,
): Promise<void> {
  if (settings.isMisplaced) return putOff(batch);
  await takeIn(batch, env, settings, (envelopes) =>
    keepLetters(
      envelopes.map((envelope) => ({ envelope, reason: "every retry failed" })),
      batch.queue,
      env,
      settings,
    ),
  );
}

async function takeIn(
  batch: MessageBatch,
  env: Env,
  settings: Settings,
  onFailed: OnFailed,
): Promise<void> {
  const sorted = sortBatch(batch.messages);
  const { failures, sightings, notices, undecodable } = sorted;
  for (const { envelope, message } of notices) {
    logWarning("notice of the tail Worker", { about: message.about, count: message.count });
    envelope.ack();
  }
  await Promise.all([
    recordFailures([...failures.values()], env, settings, onFailed),
    ...[...sightings].map(([producer, items]) =>
      settle(
        items.map(({ envelope }) => envelope),
        () => producerObject(env, settings, producer).sight(items.map(({ message }) => message)),
        onFailed,
      ),
    ),
    keepLetters(undecodable, batch.queue, env, settings),
  ]);
  await tellBatch(batch.queue, sorted, env, settings);
}

async function tellBatch(
  queue: string,
  { failures, sightings }: Sorted<Message>,
  env: Env,
  settings: Settings,
): Promise<void> {
  const at = Date.now();
  const messagesOf = <One>(groups: ReadonlyMap<string, Items<Message, One>>): readonly One[] =>
    [...groups.values()].flat().map(({ message }) => message);
  const producers = hearProducers(messagesOf(failures), messagesOf(sightings), at);
  await tellHeard([{ kind: "queue", name: queue, at }, ...producers], env, settings);
}

async function recordFailures(
  failures: readonly Items<Message, FailureMessage>[],
  env: Env,
  settings: Settings,
  onFailed: OnFailed,
): Promise<void> {
  const outcomes = await recordBatch(failures, {
    async record(fingerprint, messages, begin) {
      // The types of RPC forget that a list is never empty.
      const recorded: unknown = await incidentObject(env, settings, fingerprint).record(
        messages,
        begin,
      );
      return recorded as Recorded;
    },
    ring: (fingerprint) => incidentObject(env, settings, fingerprint).ring(),
    admit: (producer, fingerprints) => producerObject(env, settings, producer).admit(fingerprints),
  });
  for (const { envelopes, failure } of outcomes) {
    if (failure === null) ackAll(envelopes);
  }
  const failed = outcomes.flatMap(({ envelopes, failure }) =>
    failure === null ? [] : [postpone(envelopes, failure.error, onFailed)],
  );
  await Promise.all(failed);
}

async function keepLetters(
  letters: readonly { readonly envelope: Message; readonly reason: string }[],
  queue: string,
  env: Env,
  settings: Settings,
): Promise<void> {
  if (letters.length === 0) return;
  const kept = letters.map(({ envelope, reason }): DeadLetter => ({
    id: envelope.id,
    queue,
    reason,
    body: printed(envelope.body),
    sentAt: envelope.timestamp.getTime(),
  }));
  await settle(
    letters.map(({ envelope }) => envelope),
    () => deadLetterObject(env, settings).keep(kept),
    retryLater,
  );
}

// The queue hands over what a structured clone can hold, which is more than JSON can.
function printed(body: unknown): string {
  try {
    return JSON.stringify(body) ?? "";
  } catch {
    return "a body that no JSON can hold";
  }
}

async function settle(
  envelopes: readonly Message[],
  work: () => Promise<void>,
  onFailed: OnFailed,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await postpone(envelopes, error, onFailed);
    return;
  }
  ackAll(envelopes);
}

async function postpone(
  envelopes: readonly Message[],
  error: unknown,
  onFailed: OnFailed,
): Promise<void> {
  logWarning("intake postponed", { kind: errorKind(error), count: envelopes.length });
  await onFailed(envelopes);
}

function ackAll(envelopes: readonly Message[]): void {
  for (const envelope of envelopes) envelope.ack();
}

function retryLater(envelopes: readonly Message[]): void {
  for (const envelope of envelopes) {
    envelope.retry({ delaySeconds: retryDelaySeconds(envelope.attempts) });
  }
}
