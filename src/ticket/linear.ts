// Linear, through its official SDK. The SDK is 1.6 MB and cannot be tree-shaken, so it is loaded
// where a ticket is worked on and nowhere else.
import type { Issue, LinearClient } from "@linear/sdk";
import type { TicketDraft, TicketReading, TicketState } from "../incident/ticket.ts";
import type { LinearSettings } from "../settings.ts";
import { tellNames } from "./existing-names.ts";
import { askAnew } from "./kept-lookups.ts";
import type { Keep } from "./kept-lookups.ts";
import { ISOLATE_MEMORY, prepareCalls } from "./linear-call.ts";
import { findLabel } from "./linear-labels.ts";
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
  readonly identifier: string;
  readonly url: string;
  readonly reading: TicketReading;
}

/** What a ticket is worked on with. Every call may throw an error of the SDK. */
export interface TicketSystem {
  /** The ticket and how it stands; null where Linear does not show it. */
  find(id: string): Promise<FoundTicket | null>;
  create(id: string, draft: TicketDraft): Promise<FoundTicket>;
  /** Throws where Linear does not show the team of the settings. */
  checkTeam(): Promise<void>;
  /** Attaches an address; a second time changes the first attachment. */
  link(id: string, url: string, title: string, subtitle: string): Promise<void>;
  /** Moves the ticket to the team's first state of that kind. */
  move(id: string, to: TicketState): Promise<void>;
  /** Says something on the ticket, once: `commentId` is ours and known before. */
  say(id: string, commentId: string, body: string): Promise<void>;
}

/** The words of a ticket that is written more than once. Every call may throw an error of the SDK. */
export interface TicketTexts {
  /** What it says now, as Linear keeps it; null where Linear does not show the ticket. */
  textOf(id: string): Promise<TicketText | null>;
  /** Writes anew what is given and leaves the rest. */
  rewrite(id: string, text: Partial<TicketText>): Promise<void>;
}

/** The setting that names the team of tickets. */
const TEAM = "LINEAR_TEAM";

export type TicketText = Pick<TicketDraft, "title" | "description">;

/** Connects with the key of the settings; `memories`: what is remembered of it from call to call. */
export async function connectLinear(
  settings: LinearSettings,
  memories = ISOLATE_MEMORY,
): Promise<TicketSystem & TicketTexts> {
  const inTime = await prepareCalls(settings, memories);
  return {
    find: (id) => inTime((client) => findTicket(client, id)),
    create: (id, draft) =>
      inTime((client, keep) => createTicket(client, keep, settings, id, draft)),
    checkTeam: () =>
      inTime(async (client) => void (await findTeam(client, askAnew, settings.team, TEAM))),
    link: (issueId, url, title, subtitle) =>
      inTime(async (client) => {
        await client.createAttachment({ issueId, url, title, subtitle });
      }),
    move: (id, to) => inTime((client, keep) => moveTicket(client, keep, id, to)),
    say: (id, commentId, body) => inTime((client) => sayOnce(client, id, commentId, body)),
    textOf: (id) => inTime((client) => readText(client, id)),
    rewrite: (id, text) => inTime(async (client) => void (await client.updateIssue(id, text))),
  };
}

async function findTicket(client: LinearClient, id: string): Promise<FoundTicket | null> {
  const issue = await lookUp(client, id);
  return issue ? { identifier: issue.identifier, url: issue.url, reading: readingOf(issue) } : null;
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

function readingOf(issue: Issue): TicketReading {
  const { canceledAt, archivedAt, completedAt, updatedAt } = issue;
  // Deleted or put away: nobody wants it worked on. Archived ones that were completed stay so.
  if (canceledAt || issue.trashed || (archivedAt && !completedAt)) {
    return { state: "canceled", closedAt: (canceledAt ?? archivedAt ?? updatedAt).getTime() };
  }
  return completedAt ? { state: "completed", closedAt: completedAt.getTime() } : { state: "open" };
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

async function readText(client: LinearClient, id: string): Promise<TicketText | null> {
  const issue = await lookUp(client, id);
  return issue ? { title: issue.title, description: issue.description ?? "" } : null;
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
  keep: Keep,
  settings: LinearSettings,
  id: string,
  draft: TicketDraft,
): Promise<FoundTicket> {
  const agent = draft.agent ?? settings.agent;
  const [teamId, delegateId, assigneeId, projectId] = await Promise.all([
    draft.team === null
      ? findTeam(client, keep, settings.team, TEAM)
      : findTeam(client, keep, draft.team, "the team of a rule"),
    draft.delegate && agent !== null
      ? findAgent(
          client,
          keep,
          agent,
          draft.agent === null ? "LINEAR_AGENT" : "the agent of a rule",
        )
      : null,
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
