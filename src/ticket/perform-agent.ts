// The agent on a ticket: delegated again as two effects, and taken off where it does not work.
import type { Effect } from "../incident/effect.ts";
import type { Outcome } from "../incident/outbox.ts";
import { ticketOf } from "../incident/phase.ts";
import type { IncidentState } from "../incident/state.ts";
import { goingOn } from "../incident/agent-work.ts";
import type { AgentSession, AgentStage, AgentWork } from "../incident/agent-work.ts";
import { ticketId } from "../incident/ticket-id.ts";
import type { Settings } from "../settings.ts";
import { draftOf } from "./draft.ts";
import type { FoundTicket } from "./linear-read.ts";
import { returnNote } from "./notes.ts";
import { gone, lookFor, unlessRefusedOften } from "./perform-ticket.ts";
import type { TicketDeps } from "./perform-ticket.ts";

type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { readonly kind: Kind }>;

const DONE: Outcome = { kind: "done", event: null };

/**
 * Takes the agent off, or puts it on. Naming the agent that is set already starts nothing in Linear,
 * so the two are one after the other.
 */
export async function delegateTicket(
  { ticketId: id, nth, to }: EffectOf<"delegateTicket">,
  state: IncidentState,
  { settings, linear, now }: TicketDeps,
): Promise<Outcome> {
  if (!isAt(state, nth, to === "nobody" ? "clearing" : "setting")) return DONE;
  const draft = draftOf(state, settings, []);
  const found = await lookFor(id, linear);
  if (found === null) return gone(id, now);
  const { delegateId, assigneeId } = found.facts;
  const isOpen = found.reading.state === "open" && isWorkWanted(state);
  const again = isOpen && draft.delegate;
  if (to === "agent" && again) {
    if (delegateId === null) await linear.delegate(id, draft.agent);
    // Linear assigns whoever delegates, where nobody is: that is no word of somebody's.
    const after = (await linear.find(id))?.facts.assigneeId ?? assigneeId;
    return {
      kind: "done",
      event: { kind: "delegateSet", at: now(), id, nth, assigneeId: after },
    };
  }
  if (to === "nobody" && isOpen && delegateId !== null) await linear.takeOffAgent(id);
  const before = again ? await linear.sessionOf(id, found.createdAt) : null;
  return {
    kind: "done",
    event: { kind: "delegateCleared", at: now(), id, nth, before, again },
  };
}

/**
 * Takes the agent off, gives the ticket to the accountable person, and says why: in that order, so
 * that nothing is said that was not done. An agent that began in the meantime
 * keeps it, unless a text of it is held back.
 */
export async function returnTicket(
  { ticketId: id, nth, why }: EffectOf<"returnTicket">,
  tries: number,
  state: IncidentState,
  { settings, linear, now }: TicketDeps,
): Promise<Outcome> {
  if (!isAt(state, nth, "returning")) return DONE;
  const found = await lookFor(id, linear);
  if (found === null) return gone(id, now);
  let { assigneeId } = found.facts;
  const goesOn = why === "heldBack" ? null : await sessionGoingOn(id, found, state, linear);
  if (goesOn === null && found.reading.state === "open") {
    const isAssigned = assigneeId !== null;
    const hasPerson = isAssigned || hasAssignee(settings);
    assigneeId = (await linear.giveToPerson(id, isAssigned)) ?? assigneeId;
    const note = returnNote(workOf(state), why, hasPerson);
    const saying = linear.say(id, ticketId(`${id} returned`, nth), note);
    await unlessRefusedOften(saying, tries);
  }
  return {
    kind: "done",
    event: { kind: "ticketReturned", at: now(), id, nth, assigneeId, goesOn },
  };
}

// The wish may have waited for an hour. Once the agent is off, a session of its own tells nothing.
async function sessionGoingOn(
  id: string,
  { reading, facts, createdAt }: FoundTicket,
  state: IncidentState,
  linear: TicketDeps["linear"],
): Promise<AgentSession | null> {
  const work = workOf(state);
  if (work === null || facts.delegateId === null || reading.state !== "open") return null;
  return goingOn(work, await linear.sessionOf(id, createdAt));
}

// Closed, here or by a wish that is on its way: an agent that is put on now would work for nobody.
function isWorkWanted({ phase }: IncidentState): boolean {
  if (phase.name === "ignored") return phase.isHandingOver === true;
  return (
    phase.name === "ticketed" && phase.ticket.status === "made" && phase.ticket.wanted === null
  );
}

function workOf(state: IncidentState): AgentWork | null {
  const ticket = ticketOf(state);
  return ticket?.status === "made" ? ticket.agent : null;
}

// An effect that was wished for a delegation of before changes nothing any more.
function isAt(state: IncidentState, nth: number, stage: AgentStage): boolean {
  const work = workOf(state);
  return work?.nth === nth && work.stage === stage;
}

function hasAssignee({ linear }: Settings): boolean {
  return linear !== null && linear.assignee !== null;
}
