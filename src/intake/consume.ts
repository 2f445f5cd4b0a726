// The queue's consumer: each message is acked or retried by itself, so that one bad message never
// holds up a batch.
import { errorKind } from "../error-kind.ts";
import { RETRY_MAX_SECONDS } from "../limits.ts";
import { logError, logWarning } from "../log.ts";
import { deadLetterObject, incidentObject } from "../objects.ts";
import type { Settings } from "../settings.ts";
import type { DeadLetter } from "./dead-letter-store.ts";
import { retryDelaySeconds, sortBatch } from "./sort-batch.ts";

/** Whether a queue holds what was given up on: a Worker cannot look into it, so it is emptied. */
export function isDeadLetterQueue(queue: string): boolean {
  return queue.endsWith("-dead-letters");
}

/** Leaves a batch on the queue while its messages may not be stored anywhere. */
function putOff(batch: MessageBatch): void {
  logError("intake waits", { setting: "JURISDICTION", count: batch.messages.length });
  batch.retryAll({ delaySeconds: RETRY_MAX_SECONDS });
}

/** Takes in a batch of failures: one call per fingerprint, however many failures it carries. */
export async function consumeFailures(
  batch: MessageBatch,
  env: Env,
  settings: Settings,
): Promise<void> {
  if (settings.isMisplaced) return putOff(batch);
  const { failures, notices, undecodable } = sortBatch(batch.messages);
  for (const { envelope, message } of notices) {
    logWarning("notice of the tail Worker", { about: message.about, count: message.count });
    envelope.ack();
  }
  const recordings = [...failures].map(([fingerprint, alike]) =>
    settle(
      alike.map(({ envelope }) => envelope),
      async () => {
        const [first, ...rest] = alike.map(({ message }) => message);
        if (first === undefined) return;
        await incidentObject(env, settings, fingerprint).record([first, ...rest]);
      },
    ),
  );
  const letters = undecodable.map(({ envelope, reason }) => ({ envelope, reason }));
  await Promise.all([...recordings, keepLetters(letters, batch.queue, env, settings)]);
}

/** Moves a batch of the dead-letter queue to where it can be seen. */
export async function consumeDeadLetters(
  batch: MessageBatch,
  env: Env,
  settings: Settings,
): Promise<void> {
  if (settings.isMisplaced) return putOff(batch);
  const letters = batch.messages.map((envelope) => ({ envelope, reason: "every retry failed" }));
  await keepLetters(letters, batch.queue, env, settings);
}

async function keepLetters(
  letters: readonly { envelope: Message; reason: string }[],
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
    async () => {
      await deadLetterObject(env, settings).keep(kept);
    },
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

async function settle(envelopes: readonly Message[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
    for (const envelope of envelopes) envelope.ack();
  } catch (error) {
    logWarning("intake postponed", { kind: errorKind(error), count: envelopes.length });
    for (const envelope of envelopes) {
      envelope.retry({ delaySeconds: retryDelaySeconds(envelope.attempts) });
    }
  }
}
