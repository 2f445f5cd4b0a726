// Linear, through its official SDK.
import type { AgentSession } from "../incident/agent-work.ts";
import type { TicketDraft, TicketState } from "../incident/ticket.ts";
import type { TicketText } from "../incident/ticket-words.ts";
import type { LinearSettings } from "../settings.ts";
import { askAnew } from "./kept-lookups.ts";
import { delegateTo, giveToPerson, latestSession } from "./linear-agent.ts";
import { ISOLATE_MEMORY, prepareCalls } from "./linear-call.ts";
import { agentOf, createTicket, TEAM } from "./linear-create.ts";
import { linkedTo, linkIssue } from "./linear-link.ts";
import type { LinkedIssue, TicketLink } from "./linear-link.ts";
import { findTeam } from "./linear-lookup.ts";
import { moveTicket } from "./linear-move.ts";
import { findTicket } from "./linear-read.ts";
import type { FoundTicket } from "./linear-read.ts";
import { sayAnew, sayOnce } from "./linear-say.ts";

/** What a ticket is worked on with. Every call may throw an error of the SDK. */
export interface TicketSystem {
  /** The ticket and how it stands; null where Linear does not show it. */
  find(id: string): Promise<FoundTicket | null>;
  create(id: string, draft: TicketDraft): Promise<FoundTicket>;
  /** Throws where Linear does not show the team of the settings. */
  checkTeam(): Promise<void>;
  /** Attaches an address; a second time changes the first attachment. */
  link(id: string, link: TicketLink): Promise<void>;
  /** The issues that we have linked to an address. */
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
