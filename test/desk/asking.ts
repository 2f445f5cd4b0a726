// Claims for the tests of the desk.
import type { Claim } from "../../src/incident/claim.ts";

// The start of a clock hour.
export const HOUR = Date.UTC(2026, 10, 2, 9);

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
