// The one choke point: every text of a failure passes here and nowhere else. Invisible characters
// leave first, so that they cannot hide a secret from redacting; the cut to length comes last, so
// that no half of a secret stays behind.
import { RAW_TEXT_UNITS_MAX } from "../limits.ts";
import { redact, redactValue } from "./redact.ts";
import type { Redacted } from "./redact.ts";
import { bound, sanitize } from "./sanitize.ts";

/** Cleans the fields of one failure and counts what it took out of them. */
export interface Cleaner {
  /** The text, cleaned and at most `unitsMax` long; empty and noted where cleaning failed. */
  text(field: string, raw: string, unitsMax: number): string;
  /** The same for logged arguments, read as a person would. */
  values(field: string, raw: readonly unknown[], unitsMax: number): string;
  readonly redactions: Readonly<Record<string, number>>;
  readonly dropped: readonly string[];
}

/** A cleaner for one failure. */
export function createCleaner(): Cleaner {
  const redactions: Record<string, number> = {};
  const dropped: string[] = [];

  function guarded(field: string, unitsMax: number, clean: () => string): string {
    try {
      return bound(clean(), unitsMax);
    } catch {
      // Closed on failure: what could not be cleaned does not travel, and its error text, which may
      // quote it, does not either.
      dropped.push(field);
      return "";
    }
  }
  function count(redacted: Redacted): string {
    for (const [kind, times] of Object.entries(redacted.counts)) {
      redactions[kind] = (redactions[kind] ?? 0) + times;
    }
    return redacted.text;
  }
  function one(raw: string): string {
    return count(redact(sanitize(bound(raw, RAW_TEXT_UNITS_MAX))));
  }

  return {
    redactions,
    dropped,
    text: (field, raw, unitsMax) => guarded(field, unitsMax, () => one(raw)),
    values: (field, raw, unitsMax) =>
      guarded(field, unitsMax, () =>
        // Twice on purpose: redactValue knows the keys, and the whole text shows what was split
        // over several arguments.
        one(raw.map((value) => count(redactValue(value))).join(" ")),
      ),
  };
}
