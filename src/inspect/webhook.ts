// `POST /webhooks/linear`: Linear says that something happened to an issue. The request is open to
// everybody, so nothing is believed before the SDK has verified it, and of what it says only which
// issue: that is passed on to the owner of the ticket as a hint. Linear is not called from here.
import { LINEAR_WEBHOOK_SIGNATURE_HEADER, LinearWebhookClient } from "@linear/sdk/webhooks";
import { WEBHOOK_BYTES_MAX } from "../limits.ts";
import { deskObject, incidentObject } from "../objects.ts";
import { failed, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { readSettings } from "../settings.ts";
import type { Settings } from "../settings.ts";
import { tellHeard } from "../tell-heard.ts";
import { readBytes } from "./body.ts";
import { readWebhook } from "./read-webhook.ts";
import type { Webhook } from "./read-webhook.ts";
import { errorResponse, jsonResponse } from "./responses.ts";
import { SeenSignatures } from "./seen-signatures.ts";

export const WEBHOOK_PATH = "/webhooks/linear";

/** Of this isolate: another one asks the objects once more, which changes nothing. */
const taken = new SeenSignatures();

/**
 * Takes one webhook. The answer to all that are genuine is the same, whatever they are about; that
 * of a refusal does not tell why it was not verified.
 */
export async function takeWebhook(
  request: Request,
  env: Env,
  ctx: Pick<ExecutionContext, "waitUntil">,
): Promise<Response> {
  const settings = readSettings(env);
  const secret = settings.linearWebhookSecret;
  if (secret === null) return errorResponse("unknown_route");
  const signature = request.headers.get(LINEAR_WEBHOOK_SIGNATURE_HEADER);
  if (signature === null) return errorResponse("bad_signature");
  const body = await readBytes(request, WEBHOOK_BYTES_MAX);
  if (body === null) return errorResponse("too_large");
  const payload = verify(secret, body, signature);
  if (!payload.ok) return errorResponse(payload.problem);
  const webhook = readWebhook(payload.value);
  if (!webhook.ok) return errorResponse("bad_body");
  // What was verified with the same signature is the same, byte for byte.
  if (!taken.has(signature, Date.now())) await passOn(webhook.value, env, settings);
  // Only once it was passed on: what failed halfway is sent again by Linear.
  taken.add(signature, Date.now());
  // For the doctor, which tells when one was taken last.
  ctx.waitUntil(tellHeard([{ kind: "webhook", name: "linear", at: Date.now() }], env, settings));
  return jsonResponse({ ok: true });
}

function verify(
  secret: string,
  body: Uint8Array,
  signature: string,
): Result<unknown, "bad_signature" | "bad_body"> {
  try {
    return ok(new LinearWebhookClient(secret).parseData(Buffer.from(body), signature));
  } catch (error) {
    // It parses only what was signed rightly.
    return failed(error instanceof SyntaxError ? "bad_body" : "bad_signature");
  }
}

async function passOn({ ticketId, sentAt }: Webhook, env: Env, settings: Settings): Promise<void> {
  const held = ticketId && (await deskObject(env, settings).ownerOf(ticketId));
  if (held) await incidentObject(env, settings, held.owner).hint(ticketId, sentAt);
}
