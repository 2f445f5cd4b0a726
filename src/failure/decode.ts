// Reads a message off the queue. It was written by the tail Worker, perhaps by an older deploy of
// it, so its shape is checked here, once, and trusted behind this door.
import * as z from "zod/mini";
import { INSTANT_MAX, NAME_UNITS_MAX } from "../limits.ts";
import { failed, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { MESSAGE_VERSION } from "./message.ts";
import type { Message } from "./message.ts";

/** A fingerprint, a family or an echo key: `v1-` and 32 hex digits. */
export const FINGERPRINT = /^v\d{1,3}-[0-9a-f]{32}$/;

const key = z.string().check(z.regex(FINGERPRINT));
const text = z.string();
const nullableText = z.nullable(text);
const amount = z.number().check(z.nonnegative());
const instant = z.number().check(z.nonnegative(), z.maximum(INSTANT_MAX));
const version = z.nullable(z.object({ id: text, tag: nullableText }));

const reason = z.enum(["exception", "outcome", "status", "log"]);

const failure = z.object({
  fingerprint: key,
  family: key,
  echoKey: key,
  grouping: z.object({
    producer: text,
    route: text,
    type: text,
    message: text,
    frame: nullableText,
    status: z.nullable(z.number()),
  }),
  groupedAs: nullableText,
  reason,
  also: z.array(reason),
  platform: z.boolean(),
  trigger: text,
  outcome: text,
  executionModel: text,
  entrypoint: nullableText,
  version,
  at: z.nullable(instant),
  message: text,
  frames: z.array(
    z.object({
      function: nullableText,
      file: nullableText,
      line: z.nullable(z.number()),
      column: z.nullable(z.number()),
      own: z.boolean(),
    }),
  ),
  cpuMs: amount,
  wallMs: amount,
  truncated: z.boolean(),
  redactions: z.record(text, z.number()),
  dropped: z.array(text),
});

const id = z.string().check(z.minLength(1), z.maxLength(64));
const messages = z.discriminatedUnion("kind", [
  z.object({
    v: z.literal(MESSAGE_VERSION),
    kind: z.literal("failure"),
    id,
    fingerprint: key,
    previousFingerprint: z.optional(key),
    count: z.int().check(z.positive()),
    firstAt: instant,
    lastAt: instant,
    samples: z.tuple([failure], failure),
  }),
  z.object({
    v: z.literal(MESSAGE_VERSION),
    kind: z.literal("notice"),
    id,
    at: instant,
    about: z.enum(["shed", "unrefined", "rules"]),
    count: z.int().check(z.positive()),
  }),
  z.object({
    v: z.literal(MESSAGE_VERSION),
    kind: z.literal("sighting"),
    id,
    producer: z.string().check(z.minLength(1), z.maxLength(NAME_UNITS_MAX)),
    version: id,
    at: instant,
  }),
]);

/** The message, or in one line what is wrong with it: paths and expectations, never its values. */
export function decodeMessage(body: unknown): Result<Message, string> {
  const parsed = z.safeParse(messages, body);
  if (parsed.success) return ok(parsed.data as Message);
  const problems = parsed.error.issues.map(
    (problem) => `${problem.path.join(".") || "message"}: ${problem.code}`,
  );
  return failed(problems.slice(0, 5).join("; "));
}
