// Redaction broken on purpose: it takes nothing out. It stands in for src/refine/redact.ts in the
// run that must find every kind of canary.
import { writeValue } from "../../src/refine/redact-object.ts";
import type { redact as Redact, redactValue as RedactValue } from "../../src/refine/redact.ts";

/** The text as it came. */
export const redact: typeof Redact = (text) => ({ text, counts: {} });

/** The value as text, nothing taken out. */
export const redactValue: typeof RedactValue = (value) => redact(writeValue(value, (text) => text));
