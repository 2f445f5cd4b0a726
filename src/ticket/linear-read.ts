// How a ticket stands in Linear.
import type { Issue, LinearClient } from "@linear/sdk";
import type { TicketFacts, TicketReading } from "../incident/ticket.ts";
import type { TicketText } from "../incident/ticket-words.ts";

/** A Linear issue as far as a ticket needs it. */
export interface FoundTicket {
  readonly reading: TicketReading;
  /** Without its session, which is asked for by itself. */
  readonly facts: TicketFacts;
  readonly text: TicketText;
  /** ms since 1970. */
  readonly createdAt: number;
}

/** The ticket and how it stands; null where Linear does not show it. */
export async function findTicket(client: LinearClient, id: string): Promise<FoundTicket | null> {
  const issue = await lookUp(client, id);
  if (issue === undefined) return null;
  const { identifier, url, title, description, priority, createdAt } = issue;
  const { assigneeId = null, delegateId = null } = issue;
  return {
    reading: await readingOf(issue),
    facts: { identifier, url, assigneeId, delegateId, session: null },
    text: { title, description: description ?? "", priority },
    createdAt: createdAt.getTime(),
  };
}

/**
 * The issue as the SDK gives it. Found by a list with a filter, because asking for one that is not
 * there is an error of Linear's, which would have to be told from others by its text.
 */
export async function lookUp(client: LinearClient, id: string): Promise<Issue | undefined> {
  const found = await client.issues({
    filter: { id: { eq: id } },
    includeArchived: true,
    first: 1,
  });
  return found.nodes[0];
}

async function readingOf(issue: Issue): Promise<TicketReading> {
  const { canceledAt, archivedAt, completedAt, updatedAt } = issue;
  // Deleted or put away: nobody wants it worked on. Archived ones that were completed stay so.
  if (canceledAt || issue.trashed || (archivedAt && !completedAt)) {
    const closedAt = (canceledAt ?? archivedAt ?? updatedAt).getTime();
    const put = issue.trashed ? "moved to the trash" : "archived";
    return { state: "canceled", closedAt, how: canceledAt ? await canceledAs(issue) : put };
  }
  return completedAt ? { state: "completed", closedAt: completedAt.getTime() } : { state: "open" };
}

// Teams name their states: "Duplicate", "Won't fix". A plain name is told; any other would be a text
// from outside among our own words.
const STATE_NAME = /^[\p{L}\p{N}][\p{L}\p{N} '’_-]{0,39}$/u;

async function canceledAs(issue: Issue): Promise<string> {
  const name = (await issue.state)?.name ?? "";
  return STATE_NAME.test(name) ? `canceled as "${name}"` : "canceled";
}
