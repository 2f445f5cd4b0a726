import { LinearClient } from "@linear/sdk";
import { onTestFinished } from "vitest";

import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { SEED_IDS } from "../../examples/linear-stand-in/store/seed.ts";

export const TEAM_ID = SEED_IDS.team;
export const AGENT_ID = SEED_IDS.agent;
export const PERSON_ID = SEED_IDS.person;
export const PROJECT_ID = SEED_IDS.project;
export const SECOND_TEAM_ID = SEED_IDS.secondTeam;
export const SECOND_PERSON_ID = SEED_IDS.secondPerson;

/** Starts a stand-in for one test, with Linear's own SDK pointed at it. */
export async function startWithClient(
  options: Parameters<typeof startLinearStandIn>[0] = {},
): Promise<{
  standIn: LinearStandIn;
  linear: LinearClient;
}> {
  const standIn = await startLinearStandIn(options);
  onTestFinished(standIn.close);
  const linear = new LinearClient({ apiKey: standIn.apiKey, apiUrl: standIn.graphqlUrl });
  return { standIn, linear };
}

/** Gives what a promise was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => {
      throw new Error("It was expected to fail, and did not");
    },
    (error: unknown) => error,
  );
}

/** Does something with each item, the next when the last is done: order and count are what is tested. */
export async function inTurn<T>(
  items: Iterable<T>,
  act: (item: T) => Promise<unknown>,
): Promise<void> {
  for (const item of items) {
    // oxlint-disable-next-line no-await-in-loop -- in turn is the purpose
    await act(item);
  }
}
