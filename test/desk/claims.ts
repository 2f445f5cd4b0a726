// Claims for the tests of the desk, and a desk on Node's own SQLite.
import { Desk } from "../../src/desk/desk.ts";
import type { Claim } from "../../src/incident/claim.ts";
import { nodeStorage } from "../support/node-storage.ts";

// The start of a clock hour.
export const HOUR = Date.UTC(2026, 10, 2, 9);
export const POLICY = { ticketsPerHour: 2, settleMs: 30_000 };

/** A claim of an incident with frames; its ticket key is its own where nothing else is said. */
export function claim(fingerprint: string, over: Partial<Claim> = {}): Claim {
  return {
    fingerprint,
    ticketKey: `family of ${fingerprint}`,
    producer: "shop",
    echoKey: "words",
    hasFrame: true,
    count: 1,
    firstAt: HOUR,
    lastAt: HOUR,
    route: "GET /orders/:id",
    type: "PaymentError",
    orphanOf: null,
    isUrgent: false,
    isAlone: false,
    ...over,
  };
}

export function newDesk(policy = POLICY): Desk {
  return new Desk(nodeStorage(), policy);
}
