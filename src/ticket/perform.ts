// Performs one effect of an incident. What comes back is data for the outbox: done, with what it
// means for the incident, or failed, with a problem in our own words.
import type { SightedVersion } from "../failure/sighted-version.ts";
import type { OutboxRow, Outcome } from "../incident/outbox.ts";
import type { IncidentState } from "../incident/state.ts";
import type { IncidentEvent } from "../incident/step.ts";
import { summarize } from "../incident/summary.ts";
import type { IncidentSummary } from "../incident/summary.ts";
import type { Settings } from "../settings.ts";
import { problemOf } from "./hindrance.ts";
import { performAtDesk } from "./perform-desk.ts";
import type { DeskDeps } from "./perform-desk.ts";
import type { TicketSystem } from "./linear.ts";
import { delegateTicket, returnTicket } from "./perform-agent.ts";
import { showTicket } from "./perform-show.ts";
import { judgeIncident } from "./judge-incident.ts";
import { isRefusal } from "./linear-problem.ts";
import { openTicket, withdrawTicket } from "./perform-open.ts";
import { changeTicket, currentDraft, lookFor, readTicket, tellQuiet } from "./perform-ticket.ts";
import type { TicketDeps } from "./perform-ticket.ts";
import { KEY_IS_GONE, settingsProblem } from "./settings-problem.ts";

export interface PerformDeps extends DeskDeps {
  readonly settings: Settings;
  /** Connected only when an effect needs it; null without a key. */
  readonly linear: (() => Promise<TicketSystem>) | null;
  readonly note: (event: IncidentEvent) => void;
  /** All effects that wait, this one included. */
  readonly outbox: () => readonly OutboxRow[];
  readonly putSummary: (summary: IncidentSummary) => Promise<void>;
  readonly dropSummary: (fingerprint: string) => Promise<void>;
  /** The versions of a producer that were sighted. */
  readonly versionsOf: (producer: string) => Promise<readonly SightedVersion[]>;
}

/** Performs the effect of `row` for an incident that stands as `state`. */
export async function performEffect(
  row: OutboxRow,
  state: IncidentState,
  deps: PerformDeps,
): Promise<Outcome> {
  const { effect } = row;
  const { settings } = deps;
  // Every other object would be looked for in the wrong place.
  if (settings.isMisplaced) return waits(settingsProblem(settings));
  switch (effect.kind) {
    case "updateIndex":
      await deps.putSummary(summarize(state, deps.outbox(), judgeIncident(state).isQuarantined));
      return { kind: "done", event: null };
    case "leaveIndex": {
      await deps.desk.leave(state.fingerprint, null);
      await deps.dropSummary(state.fingerprint);
      // Looked at last: what came while the index was told keeps the incident.
      const isIdle = deps.outbox().every(({ seq }) => seq === row.seq);
      return { kind: "done", event: { kind: "leftIndex", at: deps.now(), isIdle } };
    }
    case "readVersions": {
      const versions = await deps.versionsOf(state.grouping.producer);
      return { kind: "done", event: { kind: "versionsRead", at: deps.now(), versions } };
    }
    case "claimTicket":
    case "leaveDesk":
    case "tellDesk":
    case "tellOwner":
    case "leaveOwner":
    case "handOver":
      return performAtDesk(effect, state, deps);
    case "openTicket":
    case "withdrawTicket":
    case "showTicket":
    case "readTicket":
    case "changeTicket":
    case "delegateTicket":
    case "returnTicket":
    case "tellQuiet":
      return performOnTicket(effect, row, state, deps);
  }
}

type TicketEffect = Exclude<
  Extract<OutboxRow["effect"], { readonly ticketId: string }>,
  { readonly kind: "tellDesk" }
>;

async function performOnTicket(
  effect: TicketEffect,
  row: OutboxRow,
  state: IncidentState,
  deps: PerformDeps,
): Promise<Outcome> {
  if (deps.settings.problems.length > 0) return waits(settingsProblem(deps.settings));
  if (isHandedOver(effect, state)) return { kind: "done", event: null };
  if (deps.linear === null) return answerWithoutKey(effect, row, state, deps);
  try {
    return await work(effect, row, state, { ...deps, linear: await deps.linear() });
  } catch (error) {
    const problem = problemOf(error, deps.now());
    if (problem === null) throw error;
    if (isRefusal(error) && (await isGone(effect, deps.linear))) {
      return { kind: "done", event: null };
    }
    return { kind: "failed", ...problem };
  }
}

// Nothing more can be shown or said on a ticket that was deleted for good; the next reading tells.
async function isGone(
  { kind, ticketId }: TicketEffect,
  connect: () => Promise<TicketSystem>,
): Promise<boolean> {
  if (kind !== "showTicket" && kind !== "tellQuiet") return false;
  try {
    return (await lookFor(ticketId, await connect())) === null;
  } catch {
    // Not known: the effect waits for its next try, and then for the one after that.
    return false;
  }
}

function work(
  effect: TicketEffect,
  row: OutboxRow,
  state: IncidentState,
  deps: TicketDeps,
): Promise<Outcome> {
  switch (effect.kind) {
    case "openTicket":
      return openTicket(effect.ticketId, row.since, state, deps);
    case "withdrawTicket":
      return withdrawTicket(effect.ticketId, row.since, deps);
    case "showTicket":
      return showTicket(effect.ticketId, row.tries, state, deps);
    case "readTicket":
      return readTicket(effect.ticketId, state, deps);
    case "delegateTicket":
      return delegateTicket(effect, state, deps);
    case "returnTicket":
      return returnTicket(effect, row.tries, state, deps);
    case "changeTicket":
      return changeTicket(effect, state, deps);
    case "tellQuiet":
      return tellQuiet(effect, state, deps);
  }
}

// A ticket that was handed over is opened and changed by its new owner.
function isHandedOver({ kind }: TicketEffect, { phase }: IncidentState): boolean {
  const writes = kind === "openTicket" || kind === "changeTicket";
  return writes && phase.name === "ignored" && phase.ticket === null;
}

function waits(problem: string): Outcome {
  return { kind: "failed", problem, detail: null, notBefore: null };
}

// Without a key a ticket is drafted. What concerns a ticket of a time when there was a key waits for
// the next one.
async function answerWithoutKey(
  { kind, ticketId: id }: TicketEffect,
  row: OutboxRow,
  state: IncidentState,
  deps: PerformDeps,
): Promise<Outcome> {
  const at = deps.now();
  switch (kind) {
    case "openTicket": {
      const draft = await currentDraft(state, deps);
      return { kind: "done", event: { kind: "ticketDrafted", at, id, draft } };
    }
    case "withdrawTicket":
      // A try before this one may have made it, when there was a key.
      return row.tries > 1
        ? waits(KEY_IS_GONE)
        : { kind: "done", event: { kind: "ticketAbsent", at, id } };
    case "readTicket":
      return {
        kind: "done",
        event: { kind: "ticketRead", at, id, reading: { state: "unknown" }, facts: null },
      };
    case "showTicket":
    case "changeTicket":
    case "delegateTicket":
    case "returnTicket":
    case "tellQuiet":
      return waits(KEY_IS_GONE);
  }
}
