// An incident driven through its life, step by step, for the tests of `advance`.
import type { FailureMessage } from "../../src/failure/message.ts";
import type { PersonAction } from "../../src/incident/action.ts";
import type { Effect, ReopenReason } from "../../src/incident/effect.ts";
import { advance } from "../../src/incident/incident.ts";
import type { FollowReason } from "../../src/incident/claim.ts";
import type { Follower, IncidentState } from "../../src/incident/state.ts";
import type { IncidentEvent, LivingStep, Policy, Step } from "../../src/incident/step.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import type { TicketDraft, TicketFacts, TicketReading } from "../../src/incident/ticket.ts";
import { AT, failure, failureMessage, ticketFacts } from "./factories.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const POLICY: Policy = {
  settleMs: 30_000,
  watchMs: DAY_MS,
  retentionMs: 90 * DAY_MS,
  agentMinCount: 1,
  ticketsAreSent: true,
};
export const OPENED_AT = AT + 31_000;
export const COMPLETED_AT = AT + 2 * HOUR_MS;

export const DRAFT: TicketDraft = {
  title: "shop: PaymentError",
  description: "…",
  priority: 2,
  labels: [],
  team: null,
  agent: null,
  delegate: true,
  isHeldBack: false,
  reasons: [],
};

let nth = 0;
/** A message of its own id; `version` null: the platform tells none. */
export function failed(at: number, version: string | null = "bad", count = 1): FailureMessage {
  nth += 1;
  const tagged = version === null ? null : { id: version, tag: null };
  const samples = [failure({ version: tagged, at })] as const;
  return failureMessage({ id: `m${nth}`, samples, count, firstAt: at, lastAt: at });
}

/** One step of an incident that goes on. */
export function step(
  state: IncidentState | null,
  event: IncidentEvent,
  over: Partial<Policy> = {},
): LivingStep {
  const next = advance(state, event, { ...POLICY, ...over });
  if (next === null || next.state === null) throw new Error("there is no incident");
  return { state: next.state, effects: next.effects };
}

/** The first failure. */
export function begin(
  message: FailureMessage = failed(AT),
  over: Partial<Policy> = {},
): LivingStep {
  const event = {
    kind: "recorded",
    at: AT,
    messages: [message],
    begin: { counted: null },
  } as const;
  return step(null, event, over);
}

/** A failure of `version` that is recorded when it happens. */
export function record(
  state: IncidentState,
  at: number,
  version: string | null = "bad",
  count = 1,
): LivingStep {
  return step(state, { kind: "recorded", at, messages: [failed(at, version, count)] });
}

export function wake(state: IncidentState, at: number, over: Partial<Policy> = {}): LivingStep {
  return step(state, { kind: "woke", at, isIdle: true }, over);
}

export function act(state: IncidentState, action: PersonAction, at: number): LivingStep {
  return step(state, { kind: "acted", at, action, by: "ada" });
}

/** The effect that opened the ticket has come back. */
export function open(
  state: IncidentState,
  at = OPENED_AT,
  reading: TicketReading = { state: "open" },
  wantedAt = at - 1_000,
): LivingStep {
  return step(state, openedEvent(state, { at, reading, wantedAt }));
}

type Opened = Extract<IncidentEvent, { kind: "ticketOpened" }>;

/** The ticket of an incident was opened, by this try or one before. */
export function openedEvent(state: IncidentState, over: Partial<Opened> = {}): Opened {
  return {
    kind: "ticketOpened",
    at: OPENED_AT,
    id: idOf(state),
    reading: { state: "open" },
    wantedAt: OPENED_AT - 1_000,
    facts: ticketFacts(),
    words: null,
    adopted: null,
    ...over,
  };
}

/** The desk has granted the incident the ticket of its family. */
export function granted(state: IncidentState, at = AT + 30_000): LivingStep {
  const grant = { kind: "own", episode: 1, previous: null } as const;
  return step(state, { kind: "claimed", at, ticketKey: state.family, grant });
}

/** An incident that asks the desk, once it has settled. */
export function settled(message: FailureMessage = failed(AT)): IncidentState {
  return wake(begin(message).state, AT + 30_000).state;
}

/** An incident whose ticket is open in Linear. */
export function ticketed(version: string | null = "bad"): IncidentState {
  return open(granted(settled(failed(AT, version))).state).state;
}

/** An incident that follows `owner`. */
export function following(owner: string, why: FollowReason = "family"): IncidentState {
  const grant = { kind: "follow", owner, why } as const;
  const state = settled();
  return step(state, { kind: "claimed", at: OPENED_AT, ticketKey: state.family, grant }).state;
}

/** An incident as it tells an owner of itself. */
export function follower(over: Partial<Follower> = {}): Follower {
  return {
    fingerprint: `v1-${"f".repeat(32)}`,
    producer: "shop",
    route: "POST /orders",
    why: "family",
    count: 1,
    firstAt: AT,
    lastAt: AT,
    versions: [],
    ...over,
  };
}

export function read(
  state: IncidentState,
  at: number,
  reading: TicketReading,
  facts: Partial<TicketFacts> = {},
): LivingStep {
  return step(state, {
    kind: "ticketRead",
    at,
    id: idOf(state),
    reading,
    facts: ticketFacts(facts),
  });
}

export function completed(state: IncidentState, readAt = COMPLETED_AT): LivingStep {
  return read(state, readAt, { state: "completed", closedAt: COMPLETED_AT });
}

/** The wish to have the ticket in another state was fulfilled. */
export function changed(state: IncidentState, at: number): IncidentState {
  const { phase } = state;
  const ticket = phase.name === "collecting" ? null : phase.ticket;
  if (ticket?.status !== "made") throw new Error("there is no ticket");
  return step(state, { kind: "ticketChanged", at, id: ticket.id, nth: ticket.changes }).state;
}

export function idOf(state: IncidentState): string {
  return ticketId(state.ownedKey ?? state.family, state.episode);
}

export function kinds(next: Step): readonly Effect["kind"][] {
  return next.effects.map(({ kind }) => kind);
}

/** Why the ticket is opened again, if it is. */
export function whyOf(next: Step): ReopenReason | undefined {
  return next.effects.flatMap((effect) =>
    effect.kind === "changeTicket" && effect.change.to === "open" ? effect.change.why : [],
  )[0];
}
