import type { Store } from "../store/store.ts";
import type { Outbox } from "./outbox.ts";
import { createOutbox } from "./outbox.ts";
import { payloadOf } from "./payload.ts";
import type { Webhook } from "./target.ts";
import { checkWebhook } from "./target.ts";

export type Webhooks = Omit<Outbox, "send"> & {
  /** Sets where changes are told from now on, or ends it. Throws where that is not on this machine. */
  readonly set: (webhook: Webhook | null) => void;
  /** Where changes are told, if anywhere. */
  readonly url: () => string | null;
};

/** Makes what tells each change of a store to the webhook that is set when it happens. */
export function createWebhooks(store: Store): Webhooks {
  const { send, ...outbox } = createOutbox(store.clock);
  let webhook: Webhook | null = null;
  store.tell = (changes, actor) => {
    if (!webhook) return;
    for (const change of changes) send(webhook, payloadOf(store, change, actor));
  };
  return {
    ...outbox,
    set: (next) => {
      if (next) checkWebhook(next);
      webhook = next;
    },
    url: () => webhook?.url ?? null,
  };
}
