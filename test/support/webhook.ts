// Webhooks as Linear sends them: signed with HMAC-SHA256 in hex over the body as it is
// (https://linear.app/developers/webhooks).
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The secret of vitest.config.ts. */
export const WEBHOOK_SECRET = "lin_wh_test";

/** A change of an issue, in the fields of Linear's that stand in every webhook. */
export function issueWebhook(id: string, sentAt: number, over: object = {}): string {
  return JSON.stringify({
    action: "update",
    type: "Issue",
    organizationId: "5f0c2f9b-0000-4000-8000-00000000000a",
    webhookId: "5f0c2f9b-0000-4000-8000-00000000000b",
    createdAt: new Date(sentAt).toISOString(),
    data: { id, identifier: "ENG-1", title: "shop: PaymentError", state: { type: "completed" } },
    updatedFrom: { completedAt: null },
    webhookTimestamp: sentAt,
    ...over,
  });
}

export function signatureOf(body: string | Uint8Array, secret = WEBHOOK_SECRET): string {
  const bytes = typeof body === "string" ? utf8ToBytes(body) : body;
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), bytes));
}

/** The request that Linear makes; `headers` over those that it has. */
export function webhookRequest(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = { "linear-signature": signatureOf(body) },
): Request {
  const type = { "content-type": "application/json; charset=utf-8" };
  const init = { method: "POST", headers: { ...type, ...headers }, body };
  return new Request("https://outerloop.example/webhooks/linear", init as RequestInit);
}
