// Logs: one JSON object a line, facts of our own only, never a text that came from outside.

/** What was done, where somebody wants to know later. */
export function logInfo(message: string, facts: LogFacts = {}): void {
  // oxlint-disable-next-line no-console -- the one place that writes logs
  console.info(JSON.stringify({ message, ...facts }));
}

/** Something a person should look at. */
export function logError(message: string, facts: LogFacts = {}): void {
  // oxlint-disable-next-line no-console -- the one place that writes logs
  console.error(JSON.stringify({ message, ...facts }));
}

/** Something that mends itself, or is told elsewhere too. */
export function logWarning(message: string, facts: LogFacts = {}): void {
  // oxlint-disable-next-line no-console -- the one place that writes logs
  console.warn(JSON.stringify({ message, ...facts }));
}

type LogFacts = Readonly<Record<string, string | number | boolean | null>>;
