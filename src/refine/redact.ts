// Takes secrets and personal data out of a text and leaves a mark of their kind, so that alike
// failures still meet. By shape, by the name beside it, by check digit, by chance-made look.
//
// The same text gives the same result, a second time changes nothing, and time is linear: every
// expression either starts at a character of its own or has a bounded length. Nothing is caught
// here: the caller drops a field whose cleaning throws, and never passes it on raw.
// sanitize() goes first (an invisible character must not hide a secret), bound() last.
import { FIELDS } from "./redact-fields.ts";
import { writeValue } from "./redact-object.ts";
import { RUNS } from "./redact-runs.ts";
import * as shape from "./redact-shapes.ts";
import { SQL_INSERT } from "./redact-sql.ts";
import { createTally, takeAgain } from "./redact-tally.ts";
import type { Rule, Tally } from "./redact-tally.ts";

export interface Redacted {
  readonly text: string;
  /** How many of each mark were set, by the mark's name. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface RedactOptions {
  /** Further names of fields whose values go, "*" standing for anything: "iban", "patient_*". */
  readonly keys?: readonly string[];
}

// The order is the algorithm: what names a whole goes before its parts, what is sure before what is
// only likely, and secrets before personal data, which may be a part of one.
const RULES: readonly Rule[] = [
  shape.PRIVATE_KEY,
  shape.JWT,
  shape.CONNECTION_STRING,
  shape.URLS,
  SQL_INSERT,
  FIELDS,
  shape.SCHEME_AND_SECRET,
  RUNS,
  shape.EMAIL,
  shape.CARD,
  shape.PHONE,
];

/** A mark may uncover what stood against it, such as the second of two numbers in a row. */
const PASSES_MAX = 4;

/** `text` with a mark in place of each secret and each piece of personal data. */
export function redact(text: string, options: RedactOptions = {}): Redacted {
  const tally = createTally(options.keys ?? []);
  return { text: redactText(text, tally), counts: tally.counts };
}

/** A logged value as a person reads it, close to JSON, bounded, and redacted by its keys too. */
export function redactValue(value: unknown, options: RedactOptions = {}): Redacted {
  const tally = createTally(options.keys ?? []);
  // Each string by itself, while its lines are lines; then the whole, where keys stand by values.
  const written = writeValue(value, (text) => redactText(text, tally));
  return { text: redactText(written, tally), counts: tally.counts };
}

function redactText(text: string, tally: Tally): string {
  let left = text;
  for (let pass = 0; pass < PASSES_MAX; pass++) {
    const before = left;
    for (const rule of RULES) {
      if (rule.hint.test(left)) left = rule.cut(left, tally);
    }
    left = takeAgain(left, tally);
    if (left === before) break;
  }
  return left;
}
