import type { LinearDocument } from "@linear/sdk";

import type { Actor } from "../store/actor.ts";
import type { Change } from "../store/changes.ts";
import { SEED_IDS } from "../store/seed.ts";
import type { Store } from "../store/store.ts";
import { mustFind } from "../store/store.ts";
import { commentData, issueData, sessionData } from "./entity-data.ts";

/** A webhook's body but for the instant of sending. */
export type Payload = Omit<
  LinearDocument.EntityWebhookPayload,
  "webhookTimestamp" | "createdAt"
> & {
  readonly createdAt: string;
};

/**
 * Tells a change as Linear's data webhooks do, with the fields that its SDK declares. The store must
 * still be as the change left it.
 */
export function payloadOf(store: Store, change: Change, { userId }: Actor): Payload {
  const { id, name, email, url } = mustFind(store.users, userId);
  const data = dataOf(store, change);
  return {
    action: change.action,
    actor: { id, name, email, url, type: "user" },
    // Removing takes no instant of its own.
    createdAt: new Date(Math.max(store.clock.now(), store.lastAt)).toISOString(),
    data,
    ...(change.action === "update" && { updatedFrom: updatedFrom(data, change.before) }),
    url: change.now.url,
    type: change.type,
    organizationId: store.organization.id,
    webhookId: SEED_IDS.webhook,
  };
}

function dataOf(store: Store, change: Change): LinearDocument.DataWebhookPayload {
  if (change.type === "Issue") return issueData(store, change.now);
  return change.type === "Comment"
    ? commentData(store, change.now)
    : sessionData(store, change.now);
}

/** Gives the earlier values of the fields that are told and that changed. */
function updatedFrom(data: object, before: object): Record<string, unknown> {
  const now = new Map(Object.entries(data));
  return Object.fromEntries(
    Object.entries(before).filter(
      ([name, value]) => now.has(name) && JSON.stringify(now.get(name)) !== JSON.stringify(value),
    ),
  );
}
