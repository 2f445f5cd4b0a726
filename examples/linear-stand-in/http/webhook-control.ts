import * as z from "zod/mini";

import type { Webhooks } from "../webhook/webhooks.ts";
import { attempt, badRequest, parsed } from "./checked.ts";
import type { Answer } from "./reply.ts";
import { json } from "./reply.ts";

const WebhookRequest = z.strictObject({ url: z.string(), secret: z.string() });

const RedeliverRequest = z.strictObject({ n: z.int() });

/** Answers POST /stand-in/webhook: sets where changes are told, and tells it without the secret. */
export function setWebhook(webhooks: Webhooks, body: string): Answer {
  const request = parsed(WebhookRequest, body);
  if (!request.success) return badRequest(request.error);
  return attempt(() => {
    webhooks.set(request.data);
    return showWebhook(webhooks);
  });
}

/** Answers DELETE /stand-in/webhook: changes are told to nobody from now on. */
export function clearWebhook(webhooks: Webhooks): Answer {
  webhooks.set(null);
  return showWebhook(webhooks);
}

/** Answers GET /stand-in/webhook. */
export function showWebhook(webhooks: Webhooks): Answer {
  return json(200, { url: webhooks.url() });
}

/** Answers GET /stand-in/deliveries: the last ones, and how many are still on their way. */
export function showDeliveries(webhooks: Webhooks): Answer {
  return json(200, { deliveries: webhooks.deliveries(), waiting: webhooks.waiting() });
}

/** Answers POST /stand-in/redeliver: sends a past delivery again, and tells which. */
export function redeliver(webhooks: Webhooks, body: string): Answer {
  const request = parsed(RedeliverRequest, body);
  if (!request.success) return badRequest(request.error);
  return attempt(() => {
    webhooks.redeliver(request.data.n);
    return json(202, { n: request.data.n });
  });
}
