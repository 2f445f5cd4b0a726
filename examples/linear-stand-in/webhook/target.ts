import { inputError } from "../store/refusals.ts";

/** Where webhooks go, and the secret that they are signed with. */
export type Webhook = { readonly url: string; readonly secret: string };

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Refuses a webhook that would leave this machine, or that nobody could verify: tickets are full of
 * what came from production, and whoever may set the webhook has no login.
 */
export function checkWebhook({ url, secret }: Webhook): void {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (!target || !["http:", "https:"].includes(target.protocol)) {
    throw inputError("Bad webhook", "url must be an http or https address.");
  }
  if (!LOOPBACK.includes(target.hostname) || target.username || target.password) {
    const hosts = LOOPBACK.join(", ");
    throw inputError("Bad webhook", `url must be on this machine, without a password: ${hosts}.`);
  }
  if (secret === "") throw inputError("Bad webhook", "secret must not be empty.");
}
