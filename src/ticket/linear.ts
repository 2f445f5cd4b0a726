// Linear, through its official SDK.
import type { Issue, LinearClient } from "@linear/sdk";
import type { AgentSession } from "../incident/agent-work.ts";
import type { TicketDraft, TicketFacts, TicketReading, TicketState } from "../incident/ticket.ts";
import type { TicketText } from "../incident/ticket-words.ts";
import type { LinearSettings } from "../settings.ts";
import { tellNames } from "./existing-names.ts";
import { askAnew } from "./kept-lookups.ts";
import type { Keep } from "./kept-lookups.ts";
import { delegateTo, giveToPerson, latestSession } from "./linear-agent.ts";
import { ISOLATE_MEMORY, prepareCalls } from "./linear-call.ts";
import { findLabel } from "./linear-labels.ts";
import { linkedTo, linkIssue } from "./linear-link.ts";
import type { LinkedIssue, TicketLink } from "./linear-link.ts";
import {
  findAgent,
  findAssignee,
  findProject,
  findTeam,
  UnknownInLinear,
} from "./linear-lookup.ts";
import { findStates } from "./linear-states.ts";

/** A Linear issue as far as a ticket needs it. */
export interface FoundTicket {
  readonly reading: TicketReading;
  /** Without its session, which is asked for by itself. */
  readonly facts: TicketFacts;
  readonly text: TicketText;
  /** ms since 1970. */
  readonly createdAt: number;
}

/** What a ticket is worked on with. Every call may throw an error of the SDK. */
export interface TicketSystem {
  /** The ticket and how it stands; null where Linear does not show it. */
  find(id: string): Promise<FoundTicket | null>;
  create(id: string, draft: TicketDraft): Promise<FoundTicket>;
  /** Throws where Linear does not show the team of the settings. */
  checkTeam(): Promise<void>;
  /** Attaches an address; a second time changes the first attachment. */
  link(id: string, link: TicketLink): Promise<void>;
  /** The issues that link to an address as the one of their owner. */
  linkedTo(url: string): Promise<readonly LinkedIssue[]>;
  /** Moves the ticket to the team's first state of that kind. */
  move(id: string, to: TicketState): Promise<void>;
  /** Says something on the ticket, once: `commentId` is ours and known before. */
  say(id: string, commentId: string, body: string): Promise<void>;
  /**
   * Says it in place of what the comment said before. `wasSaid`: it was there, so somebody deleted
   * it if it is not, and it stays away.
   */
  sayAnew(id: string, commentId: string, body: string, wasSaid: boolean): Promise<void>;
  /** The latest session of an agent on a ticket of that age; null: none. */
  sessionOf(id: string, createdAt: number): Promise<AgentSession | null>;
  /** Delegates the ticket to the agent of a rule, or else of the settings. */
  delegate(id: string, agent: string | null): Promise<void>;
  takeOffAgent(id: string): Promise<void>;
  /** Gives the ticket to the accountable person of the settings, if there is one: tells whom. */
  giveToPerson(id: string, isAssigned: boolean): Promise<string | null>;
  /** Writes anew what is given and leaves the rest. */
  rewrite(id: string, text: Partial<TicketText>): Promise<void>;
}

/** The setting that names the team of tickets. */
const TEAM = "LINEAR_TEAM";

/** Connects with the key of the settings; `memories`: what is remembered of it from call to call. */
export async function connectLinear(
  settings: LinearSettings,
  memories = ISOLATE_MEMORY,
): Promise<TicketSystem> {
  const inTime = await prepareCalls(settings, memories);
  return {
    find: (id) => inTime((client) => findTicket(client, id)),
    create: (id, draft) =>
      inTime((client, keep) => createTicket(client, keep, settings, id, draft)),
    checkTeam: () =>
      inTime(async (client) => void (await findTeam(client, askAnew, settings.team, TEAM))),
    link: (id, link) => inTime((client) => linkIssue(client, id, link)),
    linkedTo: (url) => inTime((client) => linkedTo(client, url)),
    move: (id, to) => inTime((client, keep) => moveTicket(client, keep, id, to)),
    say: (id, commentId, body) => inTime((client) => sayOnce(client, id, commentId, body)),
    sayAnew: (id, commentId, body, wasSaid) =>
      inTime((client) => sayAnew(client, id, commentId, body, wasSaid)),
    sessionOf: (id, createdAt) => inTime((client) => latestSession(client, id, createdAt)),
    delegate: (id, agent) =>
      inTime((client, keep) => delegateTo(client, keep, id, agentOf(settings, agent))),
    takeOffAgent: (id) => inTime((client, keep) => delegateTo(client, keep, id, null)),
    giveToPerson: (id, isAssigned) =>
      inTime((client, keep) =>
        giveToPerson(client, keep, id, isAssigned ? null : settings.assignee),
      ),
    rewrite: (id, text) => inTime(async (client) => void (await client.updateIssue(id, text))),
  };
}

async function findTicket(client: LinearClient, id: string): Promise<FoundTicket | null> {
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

/** Linear's types of states that stand for one of ours, the better first. */
const STATE_TYPES: Readonly<Record<TicketState, readonly string[]>> = {
  open: ["unstarted", "backlog"],
  completed: ["completed"],
  canceled: ["canceled"],
};

async function moveTicket(
  client: LinearClient,
  keep: Keep,
  id: string,
  to: TicketState,
): Promise<void> {
  const issue = await lookUp(client, id);
  const teamId = issue?.teamId;
  const states = teamId === undefined ? [] : await findStates(client, keep, teamId);
  const types = STATE_TYPES[to];
  // Linear gives them newest first; what people see as the first is the lowest position.
  const [first] = states
    .filter(({ type }) => types.includes(type))
    .toSorted((a, b) => types.indexOf(a.type) - types.indexOf(b.type) || a.position - b.position);
  if (first === undefined) {
    const names = states.map(({ name, type }) => `${name} (${type})`);
    throw new UnknownInLinear(
      `the ticket's team has no state for ${to} tickets`,
      names.length === 0 ? null : tellNames("states, by type", names),
    );
  }
  const isReopened = to === "open";
  // A state takes nothing out of the archive or the trash, and an open ticket in there is read as
  // canceled. Each of the two by what Linear documents for it: null, not false, is out of the trash.
  if (isReopened && issue?.archivedAt) await client.unarchiveIssue(id);
  const restored = isReopened && issue?.trashed ? { trashed: null } : {};
  await client.updateIssue(id, { stateId: first.id, ...restored });
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

async function sayAnew(
  client: LinearClient,
  issueId: string,
  id: string,
  body: string,
  wasSaid: boolean,
): Promise<void> {
  const issue = await client.issue(issueId);
  const said = await issue.comments({ filter: { id: { eq: id } }, first: 1 });
  if (said.nodes.length > 0) await client.updateComment(id, { body });
  else if (!wasSaid) await client.createComment({ id, issueId, body });
}

function agentOf(
  settings: LinearSettings,
  agent: string | null,
): { readonly name: string; readonly named: string } {
  if (agent !== null) return { name: agent, named: "the agent of a rule" };
  if (settings.agent !== null) return { name: settings.agent, named: "LINEAR_AGENT" };
  throw new UnknownInLinear("LINEAR_AGENT is not set: there is nobody to delegate to");
}

async function createTicket(
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
