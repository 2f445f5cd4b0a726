/**
 * What is safe to tell of an unforeseen error: its kind. Its text may quote what was sent or read,
 * so it is neither logged nor stored.
 */
export function errorKind(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
