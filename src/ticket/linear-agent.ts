// The agent on a ticket in Linear: its sessions, and who has the ticket.
import type { LinearClient } from "@linear/sdk";
import type { AgentSession } from "../incident/agent-work.ts";
import { SESSIONS_PAGE, SESSIONS_PAGES_MAX } from "../limits.ts";
import type { Keep } from "./kept-lookups.ts";
import { findAgent, findAssignee } from "./linear-lookup.ts";

/**
 * The latest session on an issue that began after it was made, or null. Linear lists sessions for
 * all issues together (`Issue.agentSessions` is internal), those that changed last first: so a few
 * pages are looked through, and only as far back as the issue is old.
 */
export async function latestSession(
  client: LinearClient,
  issueId: string,
  issueCreatedAt: number,
): Promise<AgentSession | null> {
  const { PaginationOrderBy } = (await import("@linear/sdk")).LinearDocument;
  let latest: AgentSession | null = null;
  let after: string | undefined;
  for (let page = 0; page < SESSIONS_PAGES_MAX; page += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the next page is asked for only if it is needed
    const { nodes, pageInfo } = await client.agentSessions({
      first: SESSIONS_PAGE,
      orderBy: PaginationOrderBy.UpdatedAt,
      ...(after === undefined ? {} : { after }),
    });
    for (const node of nodes) {
      const createdAt = node.createdAt.getTime();
      const isLater = latest === null || createdAt > latest.createdAt;
      if (node.issueId !== issueId || !isLater) continue;
      latest = { id: node.id, status: node.status, createdAt, url: node.url ?? null };
    }
    const oldest = nodes.at(-1)?.updatedAt.getTime() ?? 0;
    // What changed last before the latest one began is older than it.
    const isEnough = oldest < Math.max(latest?.createdAt ?? 0, issueCreatedAt);
    if (isEnough || !pageInfo.hasNextPage || pageInfo.endCursor == null) break;
    after = pageInfo.endCursor;
  }
  return latest;
}

/** Sets the agent that has the ticket, by id, email or display name; null takes it off. */
export async function delegateTo(
  client: LinearClient,
  keep: Keep,
  issueId: string,
  agent: { readonly name: string; readonly named: string } | null,
): Promise<void> {
  const delegateId = agent && (await findAgent(client, keep, agent.name, agent.named));
  await client.updateIssue(issueId, { delegateId });
}

/** Takes the agent off, and gives the ticket to `assignee` where one is named. */
export async function giveToPerson(
  client: LinearClient,
  keep: Keep,
  issueId: string,
  assignee: string | null,
): Promise<string | null> {
  const assigneeId = assignee && (await findAssignee(client, keep, assignee));
  await client.updateIssue(issueId, {
    delegateId: null,
    ...(assigneeId === null ? {} : { assigneeId }),
  });
  return assigneeId;
}
