// What is heard of: producers, by their failures and sightings, queues by their batches, webhooks.
// For people who set outerloop up and want to know which part of it works; nothing is decided by it.
import type { FailureMessage, SightingMessage } from "../failure/message.ts";
import { stacksLook } from "../failure/source-mapped.ts";
import { isUnhandledRejection } from "../failure/unhandled-rejection.ts";
import { HEARD_ROW_MS, NAME_UNITS_MAX } from "../limits.ts";

export type HeardKind = "producer" | "queue" | "webhook";

/** What was heard last of each sort of a producer. */
export const HEARD_FACTS = ["failed", "mapped", "bundled", "rejected"] as const;
export type HeardFact = (typeof HEARD_FACTS)[number];

/** Word of something, with when it was heard, ms since 1970. Only producers have facts. */
export interface Heard {
  readonly kind: HeardKind;
  readonly name: string;
  readonly at: number;
  /** It failed; its stacks look source-mapped, or bundled; it told of an unhandled rejection. */
  readonly facts?: readonly HeardFact[];
}

/** What is known of something: when it was heard of last, and each fact; null where it never was. */
export interface Known {
  readonly kind: HeardKind;
  readonly name: string;
  readonly at: number;
  readonly facts: Readonly<Record<HeardFact, number | null>>;
}

/** What the messages of a batch tell of their producers, once each; `at` is now. */
export function hearProducers(
  failures: readonly FailureMessage[],
  sightings: readonly SightingMessage[],
  at: number,
): readonly Heard[] {
  const factsOf = new Map<string, Set<HeardFact>>();
  const noted = (producer: string): Set<HeardFact> => {
    const name = producer.slice(0, NAME_UNITS_MAX);
    const facts = factsOf.get(name) ?? new Set();
    factsOf.set(name, facts);
    return facts;
  };
  for (const { producer } of sightings) noted(producer);
  for (const { samples } of failures) {
    for (const sample of samples) {
      const facts = noted(sample.grouping.producer).add("failed");
      const look = stacksLook(sample.frames);
      // A stack that was logged as text is never mapped, whatever its producer uploads.
      if (look === "mapped" || (look === "bundled" && sample.reason === "exception")) {
        facts.add(look);
      }
      if (isUnhandledRejection(sample)) facts.add("rejected");
    }
  }
  return [...factsOf].map(([name, facts]) => ({ kind: "producer", name, at, facts: [...facts] }));
}

/**
 * What is known with the word noted; the same where it tells nothing that is worth a row. Times are
 * no finer than `HEARD_ROW_MS`, and none goes back.
 */
export function noteHeard(known: Known | null, heard: Heard): Known {
  const { kind, name, at } = heard;
  const before = known ?? { kind, name, at, facts: NO_FACTS };
  const news = (heard.facts ?? []).filter((fact) => isNews(before.facts[fact], at));
  if (known !== null && news.length === 0 && !isNews(known.at, at)) return known;
  const moved = news.map((fact) => [fact, at] as const);
  return {
    kind,
    name,
    at: Math.max(before.at, at),
    facts: { ...before.facts, ...Object.fromEntries(moved) },
  };
}

const NO_FACTS: Known["facts"] = { failed: null, mapped: null, bundled: null, rejected: null };

function isNews(lastAt: number | null, at: number): boolean {
  return lastAt === null || at - lastAt >= HEARD_ROW_MS;
}
