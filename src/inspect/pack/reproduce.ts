// How to reproduce it: a skeleton for a test. It holds nothing to run, since what was sent is not kept
// and a text of production is no command.
import { samplesOf } from "../../incident/state.ts";
import type { IncidentState } from "../../incident/state.ts";
import { kindOf } from "../../ticket/kind.ts";
import type { TicketKind } from "../../ticket/kind.ts";
import { templateOf } from "../../ticket/templates.ts";
import { name, nameOrNull } from "./text.ts";

export interface Reproduction {
  readonly kind: TicketKind;
  /** In this order; none for one that is for people only. */
  readonly steps: readonly string[];
  /** Where to look besides. */
  readonly hint: string;
  /** Of the answer, where it is what went wrong. */
  readonly status: number | null;
  readonly untrusted: {
    readonly trigger: string | null;
    readonly route: string;
    /** Of a request that failed; null where the trigger was none. */
    readonly method: string | null;
    readonly entrypoint: string | null;
  };
}

const METHOD = /(?:^| )(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE|QUERY) \//;

// A Map: the kind of a trigger came from outside, and an object knows names of its own.
const CALLS: ReadonlyMap<string, string> = new Map([
  [
    "fetch",
    "Send a request of that method to that route, from inside the test; where the route has a mark, put values of your own.",
  ],
  ["rpc", "Call that method over a binding, from inside the test, with arguments of your own."],
  ["scheduled", "Call the scheduled handler with that cron, from inside the test."],
  ["queue", "Hand the queue handler a batch of messages of your own, from inside the test."],
  [
    "alarm",
    "Ring the alarm of that Durable Object, from inside the test, with the storage it needs.",
  ],
  ["email", "Hand the email handler a message of your own, from inside the test."],
]);

const ANY_TRIGGER =
  "Find the handler of that trigger in the code, and call it from inside the test.";

/** A skeleton, by the first sample. */
export function reproductionOf(state: IncidentState): Reproduction {
  const [sample] = samplesOf(state);
  const kind = kindOf(state);
  const { route, status } = state.grouping;
  const { first, hint } = templateOf(kind);
  const call = CALLS.get(sample?.trigger ?? "") ?? ANY_TRIGGER;
  return {
    kind,
    steps: first === null ? [] : [call, first],
    hint,
    status,
    untrusted: {
      trigger: nameOrNull(sample?.trigger ?? null),
      route: name(route),
      method: METHOD.exec(route)?.[1] ?? null,
      entrypoint: nameOrNull(sample?.entrypoint ?? null),
    },
  };
}
