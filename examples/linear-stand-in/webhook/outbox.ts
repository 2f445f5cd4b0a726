import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";

import type { Clock } from "../store/clock.ts";
import { inputError } from "../store/refusals.ts";
import type { Outcome } from "./post.ts";
import { post } from "./post.ts";
import type { Signed } from "./signed.ts";
import { signed } from "./signed.ts";
import type { Webhook } from "./target.ts";

/** One webhook that was sent, or could not be. */
export type Delivery = Signed &
  Outcome & {
    /** Counts from 1, and is not given out again: what `redeliver` takes. */
    readonly n: number;
    readonly at: string;
    readonly url: string;
    /** The delivery that this one sent again. */
    readonly repeats: number | null;
  };

export type Outbox = {
  /** Sends a payload to a webhook after all that waits already. */
  readonly send: (webhook: Webhook, payload: { readonly type: string }) => void;
  /** Sends a past delivery again, byte for byte, to where it went. */
  readonly redeliver: (n: number) => void;
  /** Gives the last 200 deliveries, oldest first. */
  readonly deliveries: () => readonly Delivery[];
  /** How many are on their way or wait for their turn. */
  readonly waiting: () => number;
  /** Resolves when nothing is on its way any more. */
  readonly delivered: () => Promise<void>;
  /** Ends what is on its way, and forgets what waits. */
  readonly close: () => Promise<void>;
};

/** How long Linear waits for an answer. */
const ANSWER_MS = 5_000;
const DELIVERIES_MAX = 200;
/** A receiver that hangs holds up all that follow: beyond this many none is sent. */
const WAITING_MAX = 1_000;

type Item = {
  readonly url: string;
  readonly repeats: number | null;
  readonly sign: () => Signed;
};

/** Makes what sends webhooks one after the other, whatever becomes of each. */
export function createOutbox(clock: Clock, answerMs: number = ANSWER_MS): Outbox {
  const deliveries: Delivery[] = [];
  const queue: Item[] = [];
  const end = new AbortController();
  let count = 0;
  let running: Promise<void> | null = null;

  const note = ({ url, repeats }: Item, wire: Signed, at: number, outcome: Outcome): void => {
    count += 1;
    const sentAt = new Date(at).toISOString();
    deliveries.push({ n: count, at: sentAt, url, repeats, ...wire, ...outcome });
    if (deliveries.length > DELIVERIES_MAX) deliveries.shift();
  };
  const deliver = async (item: Item): Promise<void> => {
    // A change's answer is written in the turn that made the change: nothing is sent before it.
    await setImmediate();
    const wire = item.sign();
    const at = clock.now();
    note(item, wire, at, await post(item.url, wire, answerMs, end.signal));
  };
  const run = async (): Promise<void> => {
    for (let item = queue[0]; item; item = queue[0]) {
      // oxlint-disable-next-line no-await-in-loop -- in the order of the changes is the purpose
      await deliver(item);
      queue.shift();
    }
    running = null;
  };
  const add = (item: Item): void => {
    if (end.signal.aborted) return;
    if (queue.length >= WAITING_MAX) {
      const problem = `${WAITING_MAX} are waiting already`;
      note(item, item.sign(), clock.now(), { status: null, problem });
      return;
    }
    queue.push(item);
    running ??= run();
  };

  return {
    send: ({ url, secret }, payload) => {
      const sign = (): Signed => signed(payload, secret, randomUUID(), clock.now());
      add({ url, repeats: null, sign });
    },
    redeliver: (n) => {
      const past = deliveries.find((delivery) => delivery.n === n);
      if (!past) throw inputError("No such delivery", `There is no delivery ${n} any more.`);
      const { url, headers, body } = past;
      add({ url, repeats: n, sign: () => ({ headers, body }) });
    },
    deliveries: () => [...deliveries],
    waiting: () => queue.length,
    delivered: async () => {
      await running;
    },
    close: async () => {
      queue.splice(1);
      end.abort();
      await running;
    },
  };
}
