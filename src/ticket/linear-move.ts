// Moving a ticket to another state of its team.
import type { LinearClient } from "@linear/sdk";
import type { TicketState } from "../incident/ticket.ts";
import { tellNames } from "./existing-names.ts";
import type { Keep } from "./kept-lookups.ts";
import { UnknownInLinear } from "./linear-lookup.ts";
import { lookUp } from "./linear-read.ts";
import { findStates } from "./linear-states.ts";

/** Linear's types of states that stand for one of ours, the better first. */
const STATE_TYPES: Readonly<Record<TicketState, readonly string[]>> = {
  open: ["unstarted", "backlog"],
  completed: ["completed"],
  canceled: ["canceled"],
};

/** Moves it to the team's first state of that kind, out of archive and trash where it is to be open. */
export async function moveTicket(
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
