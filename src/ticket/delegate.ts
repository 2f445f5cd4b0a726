// Who gets a ticket is decided by plain rules, never by a model.
import type { RuleSays } from "../failure/rules.ts";
import { samplesOf } from "../incident/state.ts";
import type { IncidentState } from "../incident/state.ts";

export interface DelegatePolicy {
  readonly hasAgent: boolean;
  readonly agentMinCount: number;
}

export interface Delegation {
  readonly delegate: boolean;
  /** Why, in words for the ticket and the incident. */
  readonly reasons: readonly string[];
}

/** Whether the coding agent gets this incident, or a person does. */
export function decideDelegation(
  state: IncidentState,
  policy: DelegatePolicy,
  says: RuleSays = {},
): Delegation {
  const hasAgent = policy.hasAgent || typeof says.agent === "string";
  const against = [
    ...(says.agent === false ? ["a rule gives it to a person"] : []),
    ...(hasAgent ? [] : ["no agent is set (LINEAR_AGENT)"]),
    ...(isPlatform(state) ? ["the platform failed, not the producer's code"] : []),
    ...(state.grouping.frame === null ? ["no frame of the producer's own code is known"] : []),
    ...(state.count < policy.agentMinCount
      ? [`fewer failures than AGENT_MIN_COUNT (${policy.agentMinCount})`]
      : []),
  ];
  if (against.length > 0) return { delegate: false, reasons: against };
  return { delegate: true, reasons: ["a frame of the producer's own code is known"] };
}

/** True where the platform failed and not the producer. */
export function isPlatform(state: IncidentState): boolean {
  return samplesOf(state).some((sample) => sample.platform);
}
