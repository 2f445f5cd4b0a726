// What the ticket of an incident says, by the settings and rules of now.
import { applyRules } from "../failure/rules.ts";
import type { RuleSays } from "../failure/rules.ts";
import type { SightedVersion } from "../failure/sighted-version.ts";
import { samplesOf } from "../incident/state.ts";
import type { IncidentState } from "../incident/state.ts";
import type { TicketDraft } from "../incident/ticket.ts";
import type { Settings } from "../settings.ts";
import { decideDelegation } from "./delegate.ts";
import type { Delegation } from "./delegate.ts";
import { judgeIncident } from "./judge-incident.ts";
import { renderTicket } from "./render.ts";

/** What the ticket of an incident would say. `sighted`: the producer's versions that were live. */
export function draftOf(
  state: IncidentState,
  settings: Settings,
  sighted: readonly SightedVersion[],
): TicketDraft {
  return renderTicket(state, {
    says: saysOf(state, settings),
    labels: settings.linear?.labels ?? [],
    incidentUrl: incidentUrl(settings, state.fingerprint),
    isReadable: settings.agentToken !== null,
    delegation: delegationOf(state, settings),
    sighted,
  });
}

/** Who gets the ticket of an incident now, and why. */
export function delegationOf(state: IncidentState, settings: Settings): Delegation {
  const { linear, agentMinCount } = settings;
  const policy = { hasAgent: linear?.agent != null, agentMinCount };
  return decideDelegation(state, policy, saysOf(state, settings), judgeIncident(state));
}

/** Where an incident can be looked at; null where no address is set. */
export function incidentUrl(
  { publicUrl }: Pick<Settings, "publicUrl">,
  fingerprint: string,
): string | null {
  return publicUrl && `${publicUrl}/incidents/${fingerprint}`;
}

function saysOf(state: IncidentState, { rules }: Settings): RuleSays {
  const [sample] = samplesOf(state);
  return sample === undefined ? {} : applyRules(rules, sample);
}
