// Who gets a ticket is decided by plain rules, never by a model.
import { isOverflow } from "../failure/overflow.ts";
import type { RuleSays } from "../failure/rules.ts";
import { totalCount } from "../incident/followers.ts";
import { samplesOf } from "../incident/state.ts";
import type { IncidentState } from "../incident/state.ts";
import { HELD_BACK_REASONS_MAX } from "../limits.ts";
import type { Judgement } from "./quarantine.ts";

export interface DelegatePolicy {
  readonly hasAgent: boolean;
  readonly agentMinCount: number;
}

export interface Delegation {
  readonly delegate: boolean;
  /** Why, in words for the ticket and the incident. */
  readonly reasons: readonly string[];
  /** True where a text in it tries to instruct: then nothing that others wrote is told. */
  readonly isHeldBack: boolean;
}

/** Whether the coding agent gets this incident, or a person does. */
export function decideDelegation(
  state: IncidentState,
  policy: DelegatePolicy,
  says: RuleSays = {},
  quarantine: Pick<Judgement, "isQuarantined" | "reasons"> = { isQuarantined: false, reasons: [] },
): Delegation {
  const hasAgent = policy.hasAgent || typeof says.agent === "string";
  const isHeldBack = quarantine.isQuarantined;
  const against = [
    ...(isHeldBack ? [`its text is held back (${firstOf(quarantine.reasons)})`] : []),
    ...(says.agent === false ? ["a rule gives it to a person"] : []),
    ...(hasAgent ? [] : ["no agent is set (LINEAR_AGENT)"]),
    ...(isPlatform(state) ? ["the platform failed, not the producer's code"] : []),
    ...(isOverflow(state.grouping) ? ["it is many kinds of failure, beyond the budget"] : []),
    ...(state.grouping.frame === null ? ["no frame of the producer's own code is known"] : []),
    ...(totalCount(state) < policy.agentMinCount
      ? [`fewer failures than AGENT_MIN_COUNT (${policy.agentMinCount})`]
      : []),
  ];
  if (against.length > 0) return { delegate: false, reasons: against, isHeldBack };
  const reasons = ["a frame of the producer's own code is known"];
  return { delegate: true, reasons, isHeldBack };
}

/** True where the platform failed and not the producer. */
export function isPlatform(state: IncidentState): boolean {
  return samplesOf(state).some((sample) => sample.platform);
}

// A text that is over the line fits many rules as a rule; three say enough.
function firstOf(reasons: readonly string[]): string {
  const more = reasons.length - HELD_BACK_REASONS_MAX;
  return [...reasons.slice(0, HELD_BACK_REASONS_MAX), ...(more > 0 ? [`${more} more`] : [])].join(
    ", ",
  );
}
