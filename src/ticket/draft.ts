// What the ticket of an incident says, by the settings and rules of now.
import { applyRules } from "../failure/rules.ts";
import type { RuleSays } from "../failure/rules.ts";
import { samplesOf } from "../incident/state.ts";
import type { IncidentState } from "../incident/state.ts";
import type { TicketDraft } from "../incident/ticket.ts";
import type { Settings } from "../settings.ts";
import { decideDelegation } from "./delegate.ts";
import { renderTicket } from "./render.ts";

/** What the ticket of an incident would say. */
export function draftOf(state: IncidentState, settings: Settings): TicketDraft {
  const [sample] = samplesOf(state);
  const says: RuleSays = sample === undefined ? {} : applyRules(settings.rules, sample);
  return renderTicket(state, {
    says,
    labels: settings.linear?.labels ?? [],
    incidentUrl: incidentUrl(settings, state.fingerprint),
    delegation: decideDelegation(
      state,
      { hasAgent: settings.linear?.agent != null, agentMinCount: settings.agentMinCount },
      says,
    ),
  });
}

/** Where an incident can be looked at; null where no address is set. */
export function incidentUrl(
  { publicUrl }: Pick<Settings, "publicUrl">,
  fingerprint: string,
): string | null {
  return publicUrl && `${publicUrl}/incidents/${fingerprint}`;
}
