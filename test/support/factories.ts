// One valid example of each thing; a test spreads it and says only what matters to it.
import type { Failure } from "../../src/failure/failure.ts";
import type { FailureMessage, SightingMessage } from "../../src/failure/message.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import type { MadeTicket, TicketFacts } from "../../src/incident/ticket.ts";
import { groupKeys } from "../../src/refine/group.ts";
import type { Trace } from "../../src/refine/trace.ts";

export const AT = Date.UTC(2026, 10, 2, 9, 30);

export function trace(over: Partial<Trace> = {}): Trace {
  return {
    scriptName: "shop",
    dispatchNamespace: null,
    entrypoint: null,
    executionModel: "stateless",
    version: { id: "5c1e0000-0000-4000-8000-000000000001", tag: "v41" },
    preview: false,
    outcome: "ok",
    truncated: false,
    cpuMs: 3,
    wallMs: 12,
    at: AT,
    trigger: { kind: "fetch", method: "GET", url: "https://shop.example/orders/7", status: 200 },
    exceptions: [],
    logs: [],
    ...over,
  };
}

/** A healthy request as the host hands it to a tail Worker and `wrangler tail` prints it. */
export function traceItem(over: object = {}): object {
  return {
    event: {
      request: { method: "GET", url: "https://shop.example/orders/7", headers: {}, cf: {} },
      response: { status: 200 },
    },
    eventTimestamp: AT,
    logs: [{ timestamp: AT, level: "log", message: ["all is well"] }],
    exceptions: [],
    diagnosticsChannelEvents: [],
    scriptName: "shop",
    scriptVersion: { id: "5c1e0000-0000-4000-8000-000000000001", tag: "v41", message: "mend it" },
    scriptTags: ["a"],
    outcome: "ok",
    executionModel: "stateless",
    truncated: false,
    cpuTime: 3,
    wallTime: 12,
    ...over,
  };
}

/**
 * An object as the host makes them: of a named class, its fields getters of the prototype, which
 * neither Object.keys nor a spread sees.
 */
export function hostObject(className: string, fields: object): unknown {
  const getters = Object.entries(fields).map(([name, value]) => [name, { get: () => value }]);
  const named = Object.defineProperty(() => {}, "name", { value: className });
  return Object.create(
    Object.defineProperties({}, { ...Object.fromEntries(getters), constructor: { value: named } }),
  );
}

export function failure(over: Partial<Failure> = {}): Failure {
  const grouping = over.grouping ?? {
    producer: "shop",
    route: "GET /orders/:id",
    type: "PaymentError",
    message: "card declined for order <num>",
    frame: "charge@src/pay.ts",
    status: null,
  };
  return {
    ...groupKeys(grouping),
    grouping,
    groupedAs: null,
    reason: "exception",
    also: [],
    platform: false,
    trigger: "fetch",
    outcome: "exception",
    executionModel: "stateless",
    entrypoint: null,
    version: { id: "5c1e0000-0000-4000-8000-000000000001", tag: "v41" },
    at: AT,
    message: "card declined for order 7",
    frames: [{ function: "charge", file: "src/pay.ts", line: 2, column: 37, own: true }],
    cpuMs: 3,
    wallMs: 12,
    truncated: false,
    redactions: {},
    dropped: [],
    ...over,
  };
}

export function failureMessage(over: Partial<FailureMessage> = {}): FailureMessage {
  const samples = over.samples ?? [failure()];
  return {
    v: 1,
    kind: "failure",
    id: "message-1",
    fingerprint: samples[0].fingerprint,
    count: 1,
    firstAt: AT,
    lastAt: AT,
    samples,
    ...over,
  };
}

export function sightingMessage(over: Partial<SightingMessage> = {}): SightingMessage {
  return {
    v: 1,
    kind: "sighting",
    id: "sighting-1",
    producer: "shop",
    version: "5c1e0000-0000-4000-8000-000000000001",
    at: AT,
    ...over,
  };
}

export function incident(over: Partial<IncidentState> = {}): IncidentState {
  const sample = failure();
  return {
    fingerprint: sample.fingerprint,
    family: sample.family,
    echoKey: sample.echoKey,
    grouping: sample.grouping,
    phase: { name: "collecting", since: AT, settlesAt: AT + 30_000 },
    episode: 1,
    previousTicket: null,
    members: [],
    ownedKey: null,
    isAlone: false,
    followers: [],
    count: 1,
    approximate: false,
    firstAt: AT,
    lastAt: AT,
    ring: { entries: [{ id: "message-1", at: AT }], horizonAt: null },
    hours: [],
    versions: [],
    routes: [{ route: sample.grouping.route, count: 1 }],
    samples: { first: [sample], latest: [] },
    timeline: [],
    tickAt: AT + 3_600_000,
    ...over,
  };
}

/** What Linear shows of a ticket beside its state. */
export function ticketFacts(over: Partial<TicketFacts> = {}): TicketFacts {
  return {
    identifier: "ENG-1",
    url: "https://linear.example/ENG-1",
    assigneeId: null,
    delegateId: null,
    session: null,
    ...over,
  };
}

/** A ticket that exists in Linear and is open. */
export function madeTicket(over: Partial<MadeTicket> = {}): MadeTicket {
  return {
    status: "made",
    id: ticketId(failure().family, 1),
    identifier: "ENG-1",
    url: "https://linear.example/ENG-1",
    openedAt: AT,
    readAt: AT,
    toldCount: 1,
    changes: 0,
    wanted: null,
    words: null,
    agent: null,
    assigneeId: null,
    ...over,
  };
}
