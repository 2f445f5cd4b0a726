import { createHmac } from "node:crypto";

/** A webhook as it goes over the wire: sent again, it is the same to the byte. */
export type Signed = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * Signs a payload as Linear does (linear.app/developers/webhooks): the instant of sending, in ms,
 * goes into the body, and the signature is the HMAC-SHA256 of the body's bytes in hex.
 */
export function signed(
  payload: { readonly type: string },
  secret: string,
  delivery: string,
  now: number,
): Signed {
  const body = JSON.stringify({ ...payload, webhookTimestamp: now });
  return {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "Linear-Webhook",
      "linear-delivery": delivery,
      "linear-event": payload.type,
      "linear-signature": createHmac("sha256", secret).update(body).digest("hex"),
      "linear-timestamp": String(now),
    },
    body,
  };
}
