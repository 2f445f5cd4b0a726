// `npm run ticket`: the tickets that traces would make, by the very functions that an alarm calls. It
// stores nothing and calls nobody.
import type { Failure } from "../failure/failure.ts";
import type { FailureMessage } from "../failure/message.ts";
import { advance } from "../incident/incident.ts";
import type { IncidentState } from "../incident/state.ts";
import type { Policy } from "../incident/step.ts";
import type { Settings } from "../settings.ts";
import { delegationOf, draftOf } from "../ticket/draft.ts";
import { explainText } from "./explain.ts";
import type { Unreadable } from "./explain.ts";

type RefineOptions = Parameters<typeof explainText>[1];

/** One ticket, as it would be sent. */
export interface Preview {
  readonly fingerprint: string;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  /** Linear's: 1 urgent to 4 low. */
  readonly priority: number;
  readonly labels: readonly string[];
  readonly delegate: boolean;
  readonly reasons: readonly string[];
  readonly quarantined: boolean;
}

/**
 * A ticket for every fingerprint of the input, in the order of their first traces, and a line for
 * what is no trace. `now` stands in for times that traces do not tell, ms since 1970.
 */
export function previewTickets(
  text: string,
  options: RefineOptions,
  settings: Settings,
  now: number,
): readonly (Preview | Unreadable)[] {
  const lines = explainText(text, options);
  const failures = lines.flatMap((line) => ("failure" in line && line.kept ? [line.failure] : []));
  const tickets = [...Map.groupBy(failures, ({ fingerprint }) => fingerprint)].flatMap(
    ([fingerprint, alike]) => {
      const state = incidentOf(alike, settings, now);
      return state === null ? [] : [previewOf(fingerprint, state, settings)];
    },
  );
  return [...lines.filter((line) => "error" in line), ...tickets];
}

/** The incident that the traces of the first ticket make; null where they make none. */
export function stateOf(
  text: string,
  options: RefineOptions,
  settings: Settings,
  now: number,
): IncidentState | null {
  const failures = explainText(text, options).flatMap((line) =>
    "failure" in line && line.kept ? [line.failure] : [],
  );
  const [first] = failures;
  return incidentOf(
    failures.filter(({ fingerprint }) => fingerprint === first?.fingerprint),
    settings,
    now,
  );
}

function previewOf(fingerprint: string, state: IncidentState, settings: Settings): Preview {
  const draft = draftOf(state, settings, []);
  const { title, description, priority, labels, delegate, reasons } = draft;
  const quarantined = delegationOf(state, settings).isHeldBack;
  return { fingerprint, title, description, priority, labels, delegate, reasons, quarantined };
}

// Counted as they come from the queue, one message each.
function incidentOf(
  failures: readonly Failure[],
  settings: Settings,
  now: number,
): IncidentState | null {
  const { settleMs, watchMs, retentionMs, agentMinCount } = settings;
  const policy: Policy = { settleMs, watchMs, retentionMs, agentMinCount, ticketsAreSent: true };
  let state: IncidentState | null = null;
  for (const [nth, failure] of failures.entries()) {
    const at = failure.at ?? now;
    const message = messageOf(failure, `trace ${nth}`, at);
    const begin = { counted: null };
    state =
      advance(state, { kind: "recorded", at, messages: [message], begin }, policy)?.state ?? null;
  }
  return state;
}

function messageOf(failure: Failure, id: string, at: number): FailureMessage {
  const { fingerprint } = failure;
  const samples = [failure] as const;
  return { v: 1, kind: "failure", id, fingerprint, count: 1, firstAt: at, lastAt: at, samples };
}
