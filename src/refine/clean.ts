// The one choke point: every text of a failure passes here and nowhere else. Invisible characters
// leave first, so that they cannot hide a secret from redacting; the cut to length comes last, so
// that no half of a secret stays behind.
import { NAME_MEMORY_MAX, NAME_MEMORY_UNITS_MAX, RAW_TEXT_UNITS_MAX } from "../limits.ts";
import { redact, redactValue } from "./redact.ts";
import type { Redacted, RedactOptions } from "./redact.ts";
import { bound, sanitize } from "./sanitize.ts";
import { speak } from "./spoken.ts";

/** Cleans the fields of one failure and counts what it took out of them. */
export interface Cleaner {
  /** The text, cleaned and at most `unitsMax` long; empty and noted where cleaning failed. */
  text(field: string, raw: string, unitsMax: number): string;
  /** The same for what the producer's code names: functions, files, classes. Names repeat. */
  name(field: string, raw: string, unitsMax: number): string;
  /** The same for logged arguments, read as a person would. */
  values(field: string, raw: readonly unknown[], unitsMax: number): string;
  readonly redactions: Readonly<Record<string, number>>;
  readonly dropped: readonly string[];
}

// Names of the producer's code are few and come with every failure; what whoever calls the producer
// writes is not kept here. A Map keeps the order of insertion, so the oldest leaves first.
const memory = new Map<string, Redacted>();

/** A cleaner for one failure; `options` name what a team wants redacted besides. */
export function createCleaner(options: RedactOptions = {}): Cleaner {
  const redactions: Record<string, number> = {};
  const dropped: string[] = [];

  function guarded(field: string, unitsMax: number, work: () => string): string {
    try {
      return bound(work(), unitsMax);
    } catch {
      // Closed on failure: what could not be cleaned does not travel, and its error text, which may
      // quote it, does not either.
      dropped.push(field);
      return "";
    }
  }
  function count(redacted: Redacted): string {
    for (const kind in redacted.counts) {
      redactions[kind] = (redactions[kind] ?? 0) + (redacted.counts[kind] ?? 0);
    }
    return redacted.text;
  }

  return {
    redactions,
    dropped,
    text: (field, raw, unitsMax) => guarded(field, unitsMax, () => count(clean(raw, options))),
    name: (field, raw, unitsMax) => guarded(field, unitsMax, () => count(cleanName(raw, options))),
    values: (field, raw, unitsMax) =>
      guarded(field, unitsMax, () => {
        const [first] = raw;
        if (raw.length === 1 && typeof first === "string") return count(clean(first, options));
        // Twice on purpose: redactValue knows the keys, and the whole text shows what was split
        // over several arguments.
        const written = raw.map((value) => count(redactValue(value, options)));
        return count(clean(speak(written, options.keys ?? []), options));
      }),
  };
}

function clean(raw: string, options: RedactOptions): Redacted {
  return redact(sanitize(bound(raw, RAW_TEXT_UNITS_MAX)), options);
}

function cleanName(raw: string, options: RedactOptions): Redacted {
  const known = options.keys === undefined ? memory.get(raw) : undefined;
  if (known !== undefined) return known;
  const cleaned = clean(raw, options);
  // With keys of a team's own the same name may clean differently, so it is not remembered.
  if (raw.length > NAME_MEMORY_UNITS_MAX || options.keys !== undefined) return cleaned;
  const oldest = memory.keys().next();
  if (memory.size >= NAME_MEMORY_MAX && !oldest.done) memory.delete(oldest.value);
  memory.set(raw, cleaned);
  return cleaned;
}
