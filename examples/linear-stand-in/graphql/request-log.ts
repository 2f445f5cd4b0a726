import type { Clock } from "../store/clock.ts";
import type { Operation } from "./operation.ts";

/** One request that arrived at /graphql. Credentials are never kept. */
export type LoggedRequest = {
  readonly at: string;
  readonly operation: string;
  readonly fields: readonly string[];
  readonly variables: unknown;
  /** "ok", "refused" (Linear's own errors), "unauthorized", or the failure that was planned. */
  readonly outcome: string;
  /** In points, as Linear counts them. */
  readonly complexity: number;
};

export type RequestLog = {
  readonly add: (operation: Operation, outcome: string) => void;
  /** Gives what is remembered, oldest first. */
  readonly entries: () => readonly LoggedRequest[];
};

const ENTRIES_MAX = 500;
/** Enough for any ticket's text; beyond it only the size is kept. */
const VARIABLES_CHARS_MAX = 50_000;

/** Makes a log that remembers the last 500 requests. */
export function createRequestLog(clock: Clock): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    add({ name, fields, variables, complexity }, outcome) {
      const chars = JSON.stringify(variables).length;
      entries.push({
        at: new Date(clock.now()).toISOString(),
        operation: name,
        fields,
        variables: chars > VARIABLES_CHARS_MAX ? { tooLargeToKeepChars: chars } : variables,
        outcome,
        complexity,
      });
      if (entries.length > ENTRIES_MAX) entries.shift();
    },
    entries: () => [...entries],
  };
}
