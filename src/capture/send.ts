// The tail isolate's way to the queue. `tail()` has no retry of its own, so a send that fails is
// tried again here; what is given up in the end is told by a notice with the next send.
import { MESSAGE_VERSION, messageBytes } from "../failure/message.ts";
import type { FailureMessage, NoticeMessage } from "../failure/message.ts";
import {
  SEND_BATCH_BYTES_MAX,
  SEND_BATCH_MESSAGES_MAX,
  SEND_RETRY_BASE_MS,
  SEND_TRIES_MAX,
} from "../limits.ts";

/** What stands for failures; word of what did not fail goes its own way (tell-sightings.ts). */
export type CapturedMessage = FailureMessage | NoticeMessage;

/** What sending needs from outside. */
export interface SendDeps {
  readonly queue: Pick<Queue<CapturedMessage>, "sendBatch">;
  /** Waits; milliseconds. */
  readonly wait: (ms: number) => Promise<unknown>;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Sends all messages, in as few calls as the queue allows; returns those that were given up. */
export async function sendMessages(
  messages: readonly CapturedMessage[],
  deps: SendDeps,
): Promise<readonly CapturedMessage[]> {
  const results = await Promise.all(
    inBatches(messages).map(async (batch) => ((await sendBatch(batch, deps)) ? [] : batch)),
  );
  return results.flat();
}

/** How many failures these messages stand for. */
export function failureCount(messages: readonly CapturedMessage[]): number {
  return messages.reduce((sum, message) => sum + message.count, 0);
}

/** Word of something that the tail Worker could not do. */
export function noticeOf(
  about: NoticeMessage["about"],
  count: number,
  id: string,
  now: number,
): NoticeMessage {
  return { v: MESSAGE_VERSION, kind: "notice", id, at: now, about, count };
}

async function sendBatch(batch: readonly CapturedMessage[], deps: SendDeps): Promise<boolean> {
  for (let tries = 1; tries <= SEND_TRIES_MAX; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- a try follows the one before it
      await deps.queue.sendBatch(batch.map((body) => ({ body, contentType: "json" })));
      return true;
    } catch {
      // Which error it was does not matter here: the queue is busy or gone, and its text is not
      // ours to log. Ids make a send that did arrive harmless.
      if (tries === SEND_TRIES_MAX) return false;
      // oxlint-disable-next-line no-await-in-loop -- waiting is the point
      await deps.wait(SEND_RETRY_BASE_MS * 4 ** (tries - 1) * (0.5 + deps.random()));
    }
  }
  return false;
}

function inBatches(messages: readonly CapturedMessage[]): readonly (readonly CapturedMessage[])[] {
  const batches: CapturedMessage[][] = [];
  let room = 0;
  for (const message of messages) {
    const bytes = messageBytes(message);
    const last = batches.at(-1);
    if (last === undefined || bytes > room || last.length === SEND_BATCH_MESSAGES_MAX) {
      batches.push([message]);
      room = SEND_BATCH_BYTES_MAX - bytes;
    } else {
      last.push(message);
      room -= bytes;
    }
  }
  return batches;
}
