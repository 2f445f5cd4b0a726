// The queue's consumer on the real runtime, with a batch of the test's own.
import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import type { QueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { vi } from "vitest";
import worker from "../../src/worker.ts";

/** Far ahead, so that no alarm fires. */
export const NOW = Date.UTC(2099, 0, 1);
export const FAILURES = "outerloop-failures";
export const DEAD_LETTERS = "outerloop-dead-letters";

export interface Sent {
  readonly id: string;
  readonly body: unknown;
  readonly attempts?: number;
}

/** What became of a batch: acked, retried with its delay in seconds, by the queue's id. */
export async function consume(
  queue: string,
  messages: readonly Sent[],
): Promise<{ acked: readonly string[]; retried: readonly (readonly [string, number])[] }> {
  const batch = createMessageBatch(
    queue,
    messages.map(({ id, body, attempts = 1 }) => ({ id, body, attempts, timestamp: NOW - 5_000 })),
  );
  // The result does not tell delays, so the calls are watched.
  const retries = batch.messages.map((message) => vi.spyOn(message, "retry"));
  const ctx = createExecutionContext();
  await worker.queue(batch, env);
  const { explicitAcks, retryMessages }: QueueResult = await getQueueResult(batch, ctx);
  const delays = new Map(
    batch.messages.map(({ id }, index) => [
      id,
      retries[index]?.mock.calls[0]?.[0]?.delaySeconds ?? -1,
    ]),
  );
  return {
    acked: explicitAcks,
    retried: retryMessages.map(({ msgId }) => [msgId, delays.get(msgId) ?? -1] as const),
  };
}
