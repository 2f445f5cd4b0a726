// Creating a ticket, with all that the settings name.
import type { LinearClient } from "@linear/sdk";
import type { TicketDraft } from "../incident/ticket.ts";
import type { LinearSettings } from "../settings.ts";
import type { Keep } from "./kept-lookups.ts";
import { findLabel } from "./linear-labels.ts";
import {
  findAgent,
  findAssignee,
  findProject,
  findTeam,
  UnknownInLinear,
} from "./linear-lookup.ts";
import { findTicket } from "./linear-read.ts";
import type { FoundTicket } from "./linear-read.ts";

/** The setting that names the team of tickets. */
export const TEAM = "LINEAR_TEAM";

/** Creates it under its id, and gives it as Linear keeps it. */
export async function createTicket(
  client: LinearClient,
  keep: Keep,
  settings: LinearSettings,
  id: string,
  draft: TicketDraft,
): Promise<FoundTicket> {
  const agent = draft.delegate ? agentOf(settings, draft.agent) : null;
  const [teamId, delegateId, assigneeId, projectId] = await Promise.all([
    draft.team === null
      ? findTeam(client, keep, settings.team, TEAM)
      : findTeam(client, keep, draft.team, "the team of a rule"),
    agent === null ? null : findAgent(client, keep, agent.name, agent.named),
    settings.assignee === null ? null : findAssignee(client, keep, settings.assignee),
    settings.project === null ? null : findProject(client, keep, settings.project),
  ]);
  const labelIds = await Promise.all(
    draft.labels.map((name) => findLabel(client, keep, teamId, name)),
  );
  await client.createIssue({
    id,
    teamId,
    title: draft.title,
    description: draft.description,
    priority: draft.priority,
    labelIds,
    ...(delegateId === null ? {} : { delegateId }),
    ...(assigneeId === null ? {} : { assigneeId }),
    ...(projectId === null ? {} : { projectId }),
  });
  const made = await findTicket(client, id);
  if (made === null) throw new Error("Linear created the ticket but does not show it");
  return made;
}

/** The agent of a rule, or else of the settings; throws where neither names one. */
export function agentOf(
  settings: LinearSettings,
  agent: string | null,
): { readonly name: string; readonly named: string } {
  if (agent !== null) return { name: agent, named: "the agent of a rule" };
  if (settings.agent !== null) return { name: settings.agent, named: "LINEAR_AGENT" };
  throw new UnknownInLinear("LINEAR_AGENT is not set: there is nobody to delegate to");
}
