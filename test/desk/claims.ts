// A desk on Node's own SQLite, and claims for it.
import { Desk } from "../../src/desk/desk.ts";
import { nodeStorage } from "../support/node-storage.ts";

export { claim, HOUR } from "./asking.ts";

export const POLICY = { ticketsPerHour: 2, settleMs: 30_000 };

export function newDesk(policy = POLICY): Desk {
  return new Desk(nodeStorage(), policy);
}
