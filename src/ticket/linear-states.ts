// The states of a team, kept for a while like names.
import type { LinearClient } from "@linear/sdk";
import type { Keep } from "./kept-lookups.ts";

/** A state that tickets of a team can be in. */
export interface TeamState {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly position: number;
}

/** The states that tickets of a team can be in. */
export function findStates(
  client: LinearClient,
  keep: Keep,
  teamId: string,
): Promise<readonly TeamState[]> {
  return keep(`states ${teamId}`, async () => {
    const { nodes } = await client.workflowStates({ filter: { team: { id: { eq: teamId } } } });
    return nodes.map(({ id, name, type, position }) => ({ id, name, type, position }));
  });
}
