// Evidence packs of incidents, and the shape that they have.
import * as z from "zod/mini";
import type { IncidentState, Phase } from "../../src/incident/state.ts";
import { packOf } from "../../src/inspect/pack/pack.ts";
import type { Pack, PackOptions } from "../../src/inspect/pack/pack.ts";
import { AT, incident } from "./factories.ts";

export const PACK_AT = AT + 5 * 60_000;

export const PACK_OPTIONS: PackOptions = {
  outbox: [],
  delegation: {
    delegate: true,
    reasons: ["a frame of the producer's own code is known"],
    isHeldBack: false,
  },
  isWithheld: false,
  publicUrl: "https://outerloop.example.com",
  sighted: [],
  at: PACK_AT,
};

/** The pack of an incident, as whoever asks gets it: through JSON. */
export function pack(over: Partial<IncidentState> = {}, options: Partial<PackOptions> = {}): Pack {
  const made = packOf(incident(over), { ...PACK_OPTIONS, ...options });
  return JSON.parse(JSON.stringify(made)) as Pack;
}

/** What of a pack stands under no `untrusted`. */
export function trustedPart(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trustedPart);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "untrusted");
  return Object.fromEntries(kept.map(([key, inner]) => [key, trustedPart(inner)]));
}

/** In a phase with that ticket. */
export function ticketed(
  ticket: Extract<Phase, { name: "ticketed" }>["ticket"],
): Partial<IncidentState> {
  return { phase: { name: "ticketed", since: AT, ticket } };
}

const text = z.string();
const nullable = z.nullable(text);
const count = z.int();
const instant = z.iso.datetime();
const fingerprint = z.string().check(z.regex(/^v1-[0-9a-f]{32}$/));
const issue = z.nullable(z.strictObject({ identifier: text, url: text }));
const listOf = <Item extends z.ZodMiniType>(item: Item): z.ZodMiniArray<Item> => z.array(item);
const reason = z.enum(["exception", "outcome", "status", "log"]);
const part = z.enum(["producer", "route", "type", "message", "frame", "status"]);
const version = z.strictObject({ id: text, tag: nullable });

const recency = z.strictObject({
  says: text,
  count,
  approximate: z.boolean(),
  countWithFollowers: count,
  firstAt: instant,
  lastAt: instant,
  lastAtWithFollowers: instant,
  hours: listOf(z.strictObject({ hour: instant, count })),
  failingVersions: listOf(
    z.strictObject({ count, firstAt: instant, lastAt: instant, untrusted: version }),
  ),
  soundVersions: z.nullable(
    listOf(
      z.strictObject({
        firstAt: instant,
        lastAt: instant,
        untrusted: z.strictObject({ id: text }),
      }),
    ),
  ),
  routes: listOf(z.strictObject({ count, untrusted: z.strictObject({ route: text }) })),
});

const ticket = z.strictObject({
  phase: z.enum(["collecting", "ticketed", "verifying", "resolved", "ignored"]),
  since: instant,
  says: text,
  ticket: issue,
  previousTicket: issue,
  seeIncident: z.nullable(fingerprint),
  agent: z.nullable(z.strictObject({ stage: text, since: instant, session: nullable })),
  delegation: z.strictObject({
    delegate: z.boolean(),
    reasons: listOf(text),
    isHeldBack: z.boolean(),
  }),
  waiting: listOf(
    z.strictObject({
      effect: text,
      since: instant,
      tries: count,
      dueAt: instant,
      problem: nullable,
    }),
  ),
});

const grouping = z.strictObject({
  says: text,
  parts: listOf(
    z.strictObject({
      part,
      says: text,
      untrusted: z.strictObject({
        value: z.union([nullable, z.number()]),
        madeFrom: nullable,
        leftOut: z.optional(listOf(z.strictObject({ mark: text, was: text }))),
      }),
    }),
  ),
  keys: listOf(
    z.strictObject({
      key: z.enum(["fingerprint", "family", "echoKey"]),
      value: fingerprint,
      madeOf: listOf(part),
      says: text,
    }),
  ),
});

const stacks = listOf(
  z.strictObject({
    samples: count,
    startAt: z.nullable(count),
    frames: listOf(
      z.strictObject({
        own: z.boolean(),
        line: z.nullable(count),
        column: z.nullable(count),
        untrusted: z.strictObject({ function: nullable, file: nullable }),
      }),
    ),
  }),
);

const samples = listOf(
  z.strictObject({
    at: z.nullable(instant),
    reason,
    also: listOf(reason),
    cpuMs: z.number(),
    wallMs: z.number(),
    truncated: z.boolean(),
    stack: z.nullable(count),
    untrusted: z.strictObject({
      message: text,
      outcome: text,
      trigger: text,
      entrypoint: nullable,
      version: z.nullable(version),
      redactions: z.record(text, count),
    }),
  }),
);

/** Every field of a pack, and no other. */
export const PACK_SHAPE = z.strictObject({
  howToRead: text,
  fingerprint,
  madeAt: instant,
  heldBack: z.enum(["no", "shown", "withheld"]),
  untrusted: z.strictObject({ opening: text }),
  recency,
  ticket,
  grouping,
  stacks,
  samples,
  timeline: listOf(
    z.strictObject({
      at: instant,
      what: text,
      untrusted: z.nullable(z.strictObject({ by: text })),
    }),
  ),
  followers: listOf(
    z.strictObject({
      fingerprint,
      why: z.enum(["family", "echo"]),
      count,
      firstAt: instant,
      lastAt: instant,
      untrusted: z.strictObject({ producer: text, route: text }),
    }),
  ),
  members: listOf(fingerprint),
  reproduction: z.nullable(
    z.strictObject({
      kind: text,
      steps: listOf(text),
      hint: text,
      status: z.nullable(count),
      untrusted: z.strictObject({
        trigger: nullable,
        route: text,
        method: nullable,
        entrypoint: nullable,
      }),
    }),
  ),
  more: z.strictObject({
    says: text,
    incident: text,
    samples: text,
    timeline: text,
    json: text,
    markdown: text,
    explain: text,
  }),
  cut: listOf(text),
});
