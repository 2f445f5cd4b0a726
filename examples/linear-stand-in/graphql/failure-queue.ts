import type { FailureKind } from "./failures.ts";
import type { Operation } from "./operation.ts";

/** The next `times` requests (of `operation`, if one is named) fail in this way. */
export type PlannedFailure = {
  readonly kind: FailureKind;
  readonly times: number;
  /** A field such as `issueCreate`, or the name that the SDK gives its document, `createIssue`. */
  readonly operation?: string;
};

export type FailureQueue = {
  /** Plans a failure after those that are planned already. */
  readonly plan: (failure: PlannedFailure) => void;
  /** Takes the failure that is planned for this operation, if there is one. */
  readonly take: (operation: Operation) => FailureKind | undefined;
  /** Gives what is still planned. */
  readonly planned: () => readonly PlannedFailure[];
  /** Forgets all that is planned. */
  readonly clear: () => void;
};

/** Makes an empty queue of failures: first planned, first taken. */
export function createFailureQueue(): FailureQueue {
  let queue: PlannedFailure[] = [];
  return {
    plan(failure) {
      queue.push(failure);
    },
    take(operation) {
      const next = queue.find((failure) => concerns(failure, operation));
      if (!next) return undefined;
      queue = queue.flatMap((failure) => {
        if (failure !== next) return [failure];
        return failure.times > 1 ? [{ ...failure, times: failure.times - 1 }] : [];
      });
      return next.kind;
    },
    planned: () => [...queue],
    clear() {
      queue = [];
    },
  };
}

function concerns(failure: PlannedFailure, operation: Operation): boolean {
  const wanted = failure.operation;
  return wanted === undefined || wanted === operation.name || operation.fields.includes(wanted);
}
