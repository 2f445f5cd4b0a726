// Performs one effect of an incident. What comes back is data for the outbox: done, with what it
// means for the incident, or failed, with a problem in our own words.
import { applyRules } from "../failure/rules.ts";
import type { RuleSays } from "../failure/rules.ts";
import type { Effect } from "../incident/effect.ts";
import type { OutboxRow, Outcome } from "../incident/outbox.ts";
import { samplesOf } from "../incident/state.ts";
import type { IncidentState } from "../incident/state.ts";
import { summarize } from "../incident/summary.ts";
import type { IncidentSummary } from "../incident/summary.ts";
import { ticketId } from "../incident/ticket-id.ts";
import type { Settings } from "../settings.ts";
import { quietNote, regressionNote } from "./notes.ts";
import { decideDelegation } from "./delegate.ts";
import { UnknownInLinear } from "./linear-lookup.ts";
import type { TicketSystem } from "./linear.ts";
import { isLinearError, readLinearProblem } from "./linear-problem.ts";
import { renderTicket } from "./render.ts";

export interface PerformDeps {
  readonly settings: Settings;
  /** Connected only when an effect needs it; null without a key. */
  readonly linear: (() => Promise<TicketSystem>) | null;
  /** All effects that wait, this one included. */
  readonly outbox: () => readonly OutboxRow[];
  readonly putSummary: (summary: IncidentSummary) => Promise<void>;
  readonly now: () => number;
}

/** Performs the effect of `row` for an incident that stands as `state`. */
export async function performEffect(
  row: OutboxRow,
  state: IncidentState,
  deps: PerformDeps,
): Promise<Outcome> {
  const { effect } = row;
  switch (effect.kind) {
    case "updateIndex":
      await deps.putSummary(summarize(state, deps.outbox()));
      return { kind: "done", event: null };
    case "openTicket":
      return withLinear(deps, () => openTicket(effect.ticketId, row.tries, state, deps));
    case "linkTicket":
      return withLinear(deps, () => linkTicket(effect.ticketId, state, deps));
    case "readTicket":
      return withLinear(deps, () => readTicket(effect.ticketId, deps));
    case "reopenTicket":
      return withLinear(deps, () => reopenTicket(effect, state, deps));
    case "tellQuiet":
      return withLinear(deps, () => tellQuiet(effect, state, deps));
  }
}

async function openTicket(
  id: string,
  tries: number,
  state: IncidentState,
  deps: PerformDeps,
): Promise<Outcome> {
  const { settings } = deps;
  const says = saysOf(state, settings);
  const draft = renderTicket(state, {
    says,
    labels: settings.linear?.labels ?? [],
    incidentUrl: incidentUrl(settings, state),
    delegation: decideDelegation(
      state,
      { hasAgent: settings.linear?.agent != null, agentMinCount: settings.agentMinCount },
      says,
    ),
  });
  if (deps.linear === null) {
    return { kind: "done", event: { kind: "ticketDrafted", at: deps.now(), id, draft } };
  }
  const linear = await deps.linear();
  // An earlier try may have done it and died before it could say so.
  const before = tries > 1 ? await linear.find(id) : null;
  const { identifier, url } = before ?? (await linear.create(id, draft));
  return { kind: "done", event: { kind: "ticketOpened", at: deps.now(), id, identifier, url } };
}

function saysOf(state: IncidentState, settings: Settings): RuleSays {
  const [sample] = samplesOf(state);
  return sample === undefined ? {} : applyRules(settings.rules, sample);
}

async function linkTicket(id: string, state: IncidentState, deps: PerformDeps): Promise<Outcome> {
  const url = incidentUrl(deps.settings, state);
  if (deps.linear !== null && url !== null) {
    const linear = await deps.linear();
    await linear.link(id, url, "outerloop incident", `${state.count} failures`);
  }
  return { kind: "done", event: null };
}

async function readTicket(id: string, deps: PerformDeps): Promise<Outcome> {
  if (deps.linear === null) return { kind: "done", event: null };
  const reading = await (await deps.linear()).read(id);
  // A ticket that was deleted for good is one that nobody wants worked on.
  const known = reading ?? { state: "canceled" as const };
  return { kind: "done", event: { kind: "ticketRead", at: deps.now(), id, reading: known } };
}

async function reopenTicket(
  effect: Extract<Effect, { kind: "reopenTicket" }>,
  state: IncidentState,
  deps: PerformDeps,
): Promise<Outcome> {
  const { ticketId: id, nth, why } = effect;
  if (deps.linear !== null) {
    const linear = await deps.linear();
    await linear.reopen(id);
    await linear.say(id, commentId(id, "reopened", nth), regressionNote(state, why));
  }
  return { kind: "done", event: null };
}

async function tellQuiet(
  effect: Extract<Effect, { kind: "tellQuiet" }>,
  state: IncidentState,
  deps: PerformDeps,
): Promise<Outcome> {
  if (deps.linear !== null) {
    const linear = await deps.linear();
    const { ticketId: id, nth } = effect;
    await linear.say(id, commentId(id, "quiet", nth), quietNote(state));
  }
  return { kind: "done", event: null };
}

// Known before it exists, like the ticket's own id: whoever tries again says the same thing once.
function commentId(id: string, what: "reopened" | "quiet", nth: number): string {
  return ticketId(`${id} ${what}`, nth);
}

async function withLinear(deps: PerformDeps, work: () => Promise<Outcome>): Promise<Outcome> {
  const { problems } = deps.settings;
  if (problems.length > 0) {
    return { kind: "failed", problem: `settings: ${problems.join(" ")}`, notBefore: null };
  }
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnknownInLinear) {
      return { kind: "failed", problem: error.message, notBefore: null };
    }
    if (!isLinearError(error)) throw error;
    const problem = readLinearProblem(error, deps.now());
    return { kind: "failed", problem: problem.text, notBefore: problem.notBefore };
  }
}

function incidentUrl(settings: Settings, state: IncidentState): string | null {
  return settings.publicUrl && `${settings.publicUrl}/incidents/${state.fingerprint}`;
}
