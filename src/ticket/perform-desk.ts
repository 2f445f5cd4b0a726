// The effects between incidents and the desk: who gets a ticket, and who gives it to whom.
import type { OpenedTicket } from "../desk/ticket-row.ts";
import type { Claim, Grant } from "../incident/claim.ts";
import type { Effect } from "../incident/effect.ts";
import { followerOf } from "../incident/followers.ts";
import type { Outcome } from "../incident/outbox.ts";
import { ticketOf } from "../incident/phase.ts";
import type { Follower, IncidentState } from "../incident/state.ts";
import type { DeskEvent, OwnerAnswer } from "../incident/step.ts";
import { claimOf, ticketKeyOf } from "../incident/ticket-key.ts";
import type { Settings } from "../settings.ts";

/** What an incident asks of the desk. Every call may throw. */
export interface Desk {
  claim(claim: Claim): Promise<Grant>;
  /** Which Linear issue is the ticket of a key; false from anybody but its owner. */
  opened(ticket: OpenedTicket): Promise<boolean>;
  /** False where `from` is not the owner any more. */
  appoint(ticketKey: string, from: string, to: string): Promise<boolean>;
  /** `nextEpisode`: its ticket is given up, whoever comes next has one of that episode. */
  leave(fingerprint: string, nextEpisode: number | null): Promise<void>;
}

/** What an incident asks of another one. */
export interface OtherIncident {
  /** A follower tells its owner how it is. */
  report(follower: Follower): Promise<OwnerAnswer>;
  /** A follower follows it no longer. */
  forget(fingerprint: string): Promise<void>;
  /** An owner gives its ticket; false where the other does not take it. */
  inherit(given: Inheritance): Promise<boolean>;
}

export type Inheritance = Omit<Extract<DeskEvent, { kind: "inherited" }>, "kind">;

export interface DeskDeps {
  readonly settings: Pick<Settings, "ticketPer">;
  readonly desk: Desk;
  readonly incident: (fingerprint: string) => OtherIncident;
  readonly now: () => number;
}

const DONE: Outcome = { kind: "done", event: null };

/** Performs an effect between incidents and the desk; one that is wanted no longer is done. */
export async function performAtDesk(
  effect: Extract<
    Effect,
    { kind: "claimTicket" | "leaveDesk" | "tellDesk" | "tellOwner" | "leaveOwner" | "handOver" }
  >,
  state: IncidentState,
  deps: DeskDeps,
): Promise<Outcome> {
  switch (effect.kind) {
    case "claimTicket":
      return claimTicket(state, deps);
    case "leaveDesk":
      await deps.desk.leave(state.fingerprint, effect.nextEpisode);
      return DONE;
    case "tellDesk":
      return tellDesk(state, deps);
    case "tellOwner":
      return tellOwner(effect.owner, state, deps);
    case "leaveOwner":
      await deps.incident(effect.owner).forget(state.fingerprint);
      return DONE;
    case "handOver":
      return handOver(state, deps);
  }
}

async function claimTicket(state: IncidentState, deps: DeskDeps): Promise<Outcome> {
  const { phase } = state;
  if (phase.name !== "ticketed" || phase.ticket.status !== "asking") return DONE;
  const { ticketPer } = deps.settings;
  const ticketKey = ticketKeyOf(state, ticketPer);
  const grant = await deps.desk.claim(claimOf(state, ticketPer));
  return { kind: "done", event: { kind: "claimed", at: deps.now(), ticketKey, grant } };
}

async function tellDesk(state: IncidentState, { desk, now }: DeskDeps): Promise<Outcome> {
  const { ownedKey, fingerprint, episode } = state;
  const ticket = ticketOf(state);
  if (ownedKey === null || ticket?.status !== "made") return DONE;
  const { id: ticketId, identifier, url } = ticket;
  const opened = { ticketKey: ownedKey, fingerprint, episode, ticketId, identifier, url };
  if (await desk.opened(opened)) return DONE;
  return { kind: "done", event: { kind: "disowned", at: now(), ticketKey: ownedKey } };
}

async function tellOwner(
  owner: string,
  state: IncidentState,
  { incident, now }: DeskDeps,
): Promise<Outcome> {
  const { phase } = state;
  if (phase.name !== "ticketed" || phase.ticket.status !== "following") return DONE;
  const answer = await incident(owner).report(followerOf(state, phase.ticket.why));
  return { kind: "done", event: { kind: "ownerAnswered", at: now(), owner, answer } };
}

// The desk names the heir before that takes the ticket, and names nobody else after it: whoever dies
// between the two comes to the same heir again.
async function handOver(state: IncidentState, deps: DeskDeps): Promise<Outcome> {
  const { phase, ownedKey, fingerprint, episode, followers } = state;
  if (phase.name !== "ignored" || ownedKey === null) return DONE;
  const ticket = phase.ticket?.status === "made" ? phase.ticket : null;
  const given = { from: fingerprint, ticketKey: ownedKey, episode, ticket, followers };
  let owner = fingerprint;
  for (const { fingerprint: heir } of followers.filter(({ why }) => why === "family")) {
    // oxlint-disable-next-line no-await-in-loop -- the next one is asked only if this one declines
    if (!(await deps.desk.appoint(ownedKey, owner, heir))) continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (await deps.incident(heir).inherit(given)) return handedTo(heir, deps);
    owner = heir;
  }
  // What it was appointed for and nobody took comes back.
  if (owner !== fingerprint) await deps.desk.appoint(ownedKey, owner, fingerprint);
  return handedTo(null, deps);
}

function handedTo(heir: string | null, { now }: DeskDeps): Outcome {
  return { kind: "done", event: { kind: "handedOver", at: now(), heir } };
}
