import type { FailureMessage } from "../failure/message.ts";
import { EMPTY_RING } from "./ring.ts";
import type { IncidentState, Ring } from "./state.ts";
import type { Policy } from "./step.ts";

/** An incident that has counted nothing yet, but what another did: `counted`. */
export function beginIncident(
  message: FailureMessage,
  counted: Ring | null,
  at: number,
  policy: Policy,
): IncidentState {
  const [head] = message.samples;
  // A failure without an own frame may be the echo of one that has it: the better half goes first.
  const settleMs = head.grouping.frame === null ? 2 * policy.settleMs : policy.settleMs;
  return {
    fingerprint: message.fingerprint,
    family: head.family,
    echoKey: head.echoKey,
    grouping: head.grouping,
    phase: { name: "collecting", since: at, settlesAt: at + settleMs },
    episode: 1,
    previousTicket: null,
    members: [],
    ownedKey: null,
    isAlone: false,
    followers: [],
    count: 0,
    approximate: false,
    firstAt: message.firstAt,
    lastAt: message.lastAt,
    ring: counted ?? EMPTY_RING,
    hours: [],
    versions: [],
    routes: [],
    samples: { first: [], latest: [] },
    timeline: [{ at, what: "first failure", by: null }],
    tickAt: null,
  };
}
