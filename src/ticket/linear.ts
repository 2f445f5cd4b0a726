// Linear, through its official SDK. The SDK is 1.6 MB and cannot be tree-shaken, so it is loaded
// where a ticket is worked on and nowhere else.
import type { Issue, LinearClient } from "@linear/sdk";
import type { TicketDraft } from "../incident/state.ts";
import type { TicketReading } from "../incident/ticket-state.ts";
import { LINEAR_TIMEOUT_MS } from "../limits.ts";
import type { LinearSettings } from "../settings.ts";
import { findLabel, findProject, findTeam, findUser, UnknownInLinear } from "./linear-lookup.ts";

/** A Linear issue as far as a ticket needs it. */
export interface OpenTicket {
  readonly id: string;
  readonly identifier: string;
  readonly url: string;
}

/** What a ticket is worked on with. Every call may throw an error of the SDK. */
export interface TicketSystem {
  find(id: string): Promise<OpenTicket | null>;
  create(id: string, draft: TicketDraft): Promise<OpenTicket>;
  /** Attaches an address; a second time changes the first attachment. */
  link(id: string, url: string, title: string, subtitle: string): Promise<void>;
  /** How the ticket stands; null where Linear does not show it. */
  read(id: string): Promise<TicketReading | null>;
  /** Moves the ticket back to the team's first state of work to be done. */
  reopen(id: string): Promise<void>;
  /** Says something on the ticket, once: `commentId` is ours and known before. */
  say(id: string, commentId: string, body: string): Promise<void>;
}

/** Connects with the key of the settings: an API key as it is, an OAuth token as a bearer. */
export async function connectLinear(settings: LinearSettings): Promise<TicketSystem> {
  const { LinearClient } = await import("@linear/sdk");
  const isApiKey = settings.apiKey.startsWith("lin_api_");
  const client = new LinearClient({
    ...(isApiKey ? { apiKey: settings.apiKey } : { accessToken: settings.apiKey }),
    apiUrl: settings.apiUrl,
    signal: AbortSignal.timeout(LINEAR_TIMEOUT_MS),
  });
  return {
    find: (id) => findTicket(client, id),
    create: (id, draft) => createTicket(client, settings, id, draft),
    link: async (issueId, url, title, subtitle) => {
      await client.createAttachment({ issueId, url, title, subtitle });
    },
    read: (id) => readTicket(client, id),
    reopen: (id) => reopenTicket(client, id),
    say: (id, commentId, body) => sayOnce(client, id, commentId, body),
  };
}

async function findTicket(client: LinearClient, id: string): Promise<OpenTicket | null> {
  const issue = await lookUp(client, id);
  return issue ? { id: issue.id, identifier: issue.identifier, url: issue.url } : null;
}

// A list with a filter, because asking for one that is not there is an error of Linear's, which
// would have to be told from others by its text.
async function lookUp(client: LinearClient, id: string): Promise<Issue | undefined> {
  const found = await client.issues({
    filter: { id: { eq: id } },
    includeArchived: true,
    first: 1,
  });
  return found.nodes[0];
}

async function readTicket(client: LinearClient, id: string): Promise<TicketReading | null> {
  const issue = await lookUp(client, id);
  if (issue === undefined) return null;
  if (issue.canceledAt || issue.trashed) return { state: "canceled" };
  return issue.completedAt
    ? { state: "completed", completedAt: issue.completedAt.getTime() }
    : { state: "open" };
}

async function reopenTicket(client: LinearClient, id: string): Promise<void> {
  const team = await (await lookUp(client, id))?.team;
  const states = (await team?.states())?.nodes ?? [];
  // Linear gives them newest first; what people see as the first is the lowest position.
  const open = states
    .filter(({ type }) => type === "unstarted" || type === "backlog")
    .toSorted((a, b) => b.type.localeCompare(a.type) || a.position - b.position);
  const [first] = open;
  if (first === undefined)
    throw new UnknownInLinear("the ticket's team has no state to reopen it in");
  await client.updateIssue(id, { stateId: first.id });
}

async function sayOnce(
  client: LinearClient,
  issueId: string,
  id: string,
  body: string,
): Promise<void> {
  const issue = await client.issue(issueId);
  const said = await issue.comments({ filter: { id: { eq: id } }, first: 1 });
  if (said.nodes.length === 0) await client.createComment({ id, issueId, body });
}

async function createTicket(
  client: LinearClient,
  settings: LinearSettings,
  id: string,
  draft: TicketDraft,
): Promise<OpenTicket> {
  const agent = draft.agent ?? settings.agent;
  const [teamId, delegateId, assigneeId, projectId] = await Promise.all([
    draft.team === null
      ? findTeam(client, settings.team, "LINEAR_TEAM")
      : findTeam(client, draft.team, "the team of a rule"),
    draft.delegate && agent !== null
      ? findUser(client, agent, draft.agent === null ? "LINEAR_AGENT" : "the agent of a rule")
      : null,
    settings.assignee === null ? null : findUser(client, settings.assignee, "LINEAR_ASSIGNEE"),
    settings.project === null ? null : findProject(client, settings.project),
  ]);
  const labelIds = await Promise.all(draft.labels.map((name) => findLabel(client, teamId, name)));
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
