import { argumentError, inputError, unsupported } from "./refusals.ts";

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Refuses fields that Linear takes and the stand-in does nothing with, so that nobody believes to
 * have tried what was quietly dropped.
 */
export function refuseUnsupported(type: string, input: object, supported: readonly string[]): void {
  const field = Object.entries(input).find(
    ([name, value]) => value != null && !supported.includes(name),
  )?.[0];
  if (field !== undefined) throw unsupported(`${type}.${field}`);
}

/**
 * Refuses an id of the caller's own that is no UUID of version 4, or that is taken. Linear documents
 * the first; what it answers to the second is documented nowhere, so nobody should tell from this
 * error whether the earlier request was done: look the id up.
 */
export function checkNewId(
  entity: string,
  id: string | null | undefined,
  records: readonly { readonly id: string }[],
): void {
  if (id == null) return;
  if (!UUID_V4.test(id)) throw argumentError("id", "must be a UUID of version 4");
  if (records.some((record) => record.id === id)) {
    throw inputError(`Entity already exists: ${entity}`, `The ${entity} exists already.`);
  }
}

/** Refuses text that is missing or blank. */
export function requireText(property: string, value: string | null | undefined): string {
  if (!value?.trim()) throw argumentError(property, "must not be empty");
  return value;
}

/** Refuses a priority outside Linear's 0 (none), 1 (urgent) to 4 (low). */
export function checkPriority(priority: number | null | undefined): void {
  if (priority != null && (priority < 0 || priority > 4)) {
    throw argumentError("priority", "must be between 0 and 4");
  }
}
