// The one choke point: every text of a failure passes here and nowhere else. Invisible characters
// leave first, so that they cannot hide a secret from redacting; the cut to length comes last, so
// that no half of a secret stays behind.
import { NAME_MEMORY_MAX, NAME_MEMORY_UNITS_MAX, RAW_TEXT_UNITS_MAX } from "../limits.ts";
import { redact, redactValue } from "./redact.ts";
import type { Redacted, RedactOptions } from "./redact.ts";
import { remember } from "./remember.ts";
import { bound, sanitize } from "../failure/sanitize.ts";
import { speak } from "./spoken.ts";

// Names of the producer's code are few and come with every failure; what whoever calls the producer
// writes is not kept here.
const memory = new Map<string, Redacted>();

/** Cleans the fields of one failure and counts what it took out of them. */
export class Cleaner {
  readonly redactions: Record<string, number> = {};
  /** Names of the fields that could not be cleaned. */
  readonly dropped: string[] = [];
  readonly #options: RedactOptions;

  /** `options` name what a team wants redacted besides. */
  constructor(options: RedactOptions = {}) {
    this.#options = options;
  }

  /** The text, cleaned and at most `unitsMax` long; empty and noted where cleaning failed. */
  text(field: string, raw: string, unitsMax: number): string {
    try {
      return bound(this.#count(clean(raw, this.#options)), unitsMax);
    } catch {
      return this.#drop(field);
    }
  }

  /** The same for what the producer's code names: functions, files, classes. Names repeat. */
  name(field: string, raw: string, unitsMax: number): string {
    try {
      return bound(this.#count(cleanName(raw, this.#options)), unitsMax);
    } catch {
      return this.#drop(field);
    }
  }

  /** The same for logged arguments, read as the console would have printed them. */
  values(field: string, raw: readonly unknown[], unitsMax: number): string {
    const [first] = raw;
    if (raw.length === 1 && typeof first === "string") return this.text(field, first, unitsMax);
    try {
      // Twice on purpose: redactValue knows the keys, and the whole sentence shows what was split
      // over several arguments.
      const written = raw.map((value) => this.#count(redactValue(value, this.#options)));
      return this.text(field, speak(written, this.#options.keys ?? []), unitsMax);
    } catch {
      return this.#drop(field);
    }
  }

  // Closed on failure: what could not be cleaned does not travel, and its error text, which may
  // quote it, does not either.
  #drop(field: string): string {
    this.dropped.push(field);
    return "";
  }

  #count({ text, counts }: Redacted): string {
    for (const kind in counts) {
      this.redactions[kind] = (this.redactions[kind] ?? 0) + (counts[kind] ?? 0);
    }
    return text;
  }
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
  return remember(memory, raw, cleaned, NAME_MEMORY_MAX);
}
