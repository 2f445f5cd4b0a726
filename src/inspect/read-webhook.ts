// Which ticket a webhook of Linear is about. What it says of that ticket is not read at all.
// Shapes: EntityWebhookPayload, AgentSessionWebhookPayload and AgentSessionEventWebhookPayload of
// @linear/sdk 98.
import * as z from "zod/mini";
import { failed, ok } from "../result.ts";
import type { Result } from "../result.ts";

export interface Webhook {
  /** The Linear issue, a UUID; null where it is about nothing that could be a ticket. */
  readonly ticketId: string | null;
  /** When Linear sent it, ms since 1970. */
  readonly sentAt: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const ANY = z.object({ type: z.string(), webhookTimestamp: z.number() });
const ISSUE = z.object({ data: z.object({ id: z.string() }) });
/** A session need not be about an issue. */
const SESSION = z.object({ issueId: z.nullish(z.string()) });
const AGENT_SESSION = z.object({ data: SESSION });
const AGENT_SESSION_EVENT = z.object({ agentSession: SESSION });

/** Reads what a verified webhook is about; fails where it is not of Linear's shape. */
export function readWebhook(payload: unknown): Result<Webhook, null> {
  const any = ANY.safeParse(payload);
  if (!any.success) return failed(null);
  const { type, webhookTimestamp: sentAt } = any.data;
  const id = idIn(type, payload);
  if (!id.ok) return id;
  return ok({ ticketId: id.value !== null && UUID.test(id.value) ? id.value : null, sentAt });
}

function idIn(type: string, payload: unknown): Result<string | null, null> {
  switch (type) {
    case "Issue":
      return read(ISSUE, payload, ({ data }) => data.id);
    case "AgentSession":
      return read(AGENT_SESSION, payload, ({ data }) => data.issueId);
    case "AgentSessionEvent":
      return read(AGENT_SESSION_EVENT, payload, ({ agentSession }) => agentSession.issueId);
    default:
      return ok(null);
  }
}

function read<Shape>(
  schema: z.ZodMiniType<Shape>,
  payload: unknown,
  idOf: (shape: Shape) => string | null | undefined,
): Result<string | null, null> {
  const parsed = schema.safeParse(payload);
  return parsed.success ? ok(idOf(parsed.data) ?? null) : failed(null);
}
