// The phases of an incident as a drawing, made by trying: every kind of happening on every state
// that can be reached, through the very function that production runs.
import type { Failure } from "../src/failure/failure.ts";
import type { FailureMessage } from "../src/failure/message.ts";
import { advance } from "../src/incident/incident.ts";
import type { Grant } from "../src/incident/claim.ts";
import type { Follower, IncidentState } from "../src/incident/state.ts";
import { ticketOf } from "../src/incident/phase.ts";
import type { IncidentEvent, Policy } from "../src/incident/step.ts";
import { failsUnreplaced } from "../src/incident/versions.ts";
import { ticketId } from "../src/incident/ticket-id.ts";
import { groupKeys } from "../src/refine/group.ts";

const HOUR_MS = 3_600_000;
const POLICY: Policy = {
  settleMs: 30_000,
  watchMs: 24 * HOUR_MS,
  retentionMs: 90 * 24 * HOUR_MS,
  agentMinCount: 1,
  ticketsAreSent: true,
};
/** Steps from nothing: enough for every phase to be reached in every way. */
const DEPTH = 9;
const OTHER = `v1-${"0".repeat(32)}`;

/** A ticket that nobody is at. */
const FACTS = {
  identifier: "ENG-1",
  url: "https://linear.example/ENG-1",
  assigneeId: null,
  delegateId: null,
  session: null,
} as const;

/** What may happen, in the words of the drawing; `null` where it makes no sense for a state. */
type Happening = (state: IncidentState | null, at: number) => IncidentEvent | null;

const HAPPENINGS: Readonly<Record<string, Happening>> = {
  "a failure": (_state, at) => recorded(at, "v1"),
  "a new version fails": (state, at) => state && recorded(at, `v${at}`),
  "time passes": (state, at) => state && { kind: "woke", at, isIdle: true },
  "retention ends": (state, at) => state && { kind: "leftIndex", at, isIdle: true },
  resolve: (state, at) => state && acted(at, { kind: "resolve" }),
  ignore: (state, at) => state && acted(at, { kind: "ignore", until: { kind: "good" } }),
  "ignore until": (state, at) =>
    state && acted(at, { kind: "ignore", until: { kind: "more", count: 1 } }),
  reopen: (state, at) => state && acted(at, { kind: "reopen" }),
  "ticket now": (state, at) => state && acted(at, { kind: "ticket" }),
  merge: (state, at) => state && acted(at, { kind: "merge", into: OTHER }),
  "undo merge": (state, at) => state && acted(at, { kind: "unmerge", counted: null }),
  "the desk grants it": (state, at) =>
    claimed(state, at, { kind: "own", episode: 1, previous: null }),
  "the desk: follow another": (state, at) =>
    claimed(state, at, { kind: "follow", owner: OTHER, why: "family" }),
  "the desk: wait": (state, at) => claimed(state, at, { kind: "wait", until: at + HOUR_MS }),
  "a follower fails": (state, at) => state && { kind: "followed", at, follower: followerAt(at) },
  opened: (state, at) =>
    state && {
      kind: "ticketOpened",
      at,
      id: idOf(state),
      reading: { state: "open" },
      wantedAt: at,
      facts: { ...FACTS, delegateId: "agent" },
      words: null,
      adopted: null,
    },
  "our change is done": (state, at) =>
    state && { kind: "ticketChanged", at, id: idOf(state), nth: changesOf(state) },
  "ticket read: completed": (state, at) => read(state, at, { state: "completed", closedAt: at }),
  "ticket read: canceled": (state, at) => read(state, at, { state: "canceled", closedAt: at }),
  "ticket read: open": (state, at) => read(state, at, { state: "open" }),
  "ticket gone": (state, at) => state && { kind: "ticketGone", at, id: idOf(state) },
  "a webhook": (state, at) => state && { kind: "hinted", at, ticketId: idOf(state), sentAt: at },
  "no newer version is live": (state, at) => state && { kind: "versionsRead", at, versions: [] },
};

/** From phase to phase, with all that leads there. */
export type Transitions = ReadonlyMap<string, ReadonlySet<string>>;

/** Tries everything; the keys are `from --> to`. */
export function transitions(): Transitions {
  const found = new Map<string, Set<string>>();
  const tried = new Set<string>();
  let states: readonly (IncidentState | null)[] = [null];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const next: (IncidentState | null)[] = [];
    for (const state of states) {
      for (const [label, happening] of Object.entries(HAPPENINGS)) {
        for (const after of tryOne(state, happening)) {
          note(found, state, after, label);
          const key = shapeOf(after);
          if (tried.has(key)) continue;
          tried.add(key);
          next.push(after);
        }
      }
    }
    states = next;
  }
  return found;
}

/** The drawing, in Mermaid's words. */
export function drawing(found: Transitions): string {
  const lines = [...found]
    .toSorted(([a], [b]) => order(a) - order(b))
    .map(
      ([arrow, labels]) =>
        `    ${arrow}: ${[...labels].toSorted((a, b) => (a < b ? -1 : 1)).join("<br>")}`,
    );
  return ["stateDiagram-v2", ...lines].join("\n");
}

const ORDER = ["[*]", "collecting", "ticketed", "verifying", "resolved", "ignored"];

function order(arrow: string): number {
  const [from = "", to = ""] = arrow.split(" --> ");
  return ORDER.indexOf(from) * 10 + (to === "[*]" ? 9 : ORDER.indexOf(to));
}

// Soon, an hour later, or after everything: what a happening means depends on when it comes.
function tryOne(
  state: IncidentState | null,
  happening: Happening,
): readonly (IncidentState | null)[] {
  const from = state === null ? Date.UTC(2026, 0, 1) : Math.max(state.lastAt, state.phase.since);
  return [1, HOUR_MS, 30 * HOUR_MS, 2 * POLICY.retentionMs].flatMap((span) => {
    const event = happening(state, from + span);
    const step = event && advance(state, event, POLICY);
    return step === null ? [] : [step.state];
  });
}

function note(
  found: Map<string, Set<string>>,
  before: IncidentState | null,
  after: IncidentState | null,
  label: string,
): void {
  const [from, to] = [before, after].map((state) => state?.phase.name ?? "[*]");
  if (from === to) return;
  const arrow = `${from} --> ${to}`;
  found.set(arrow, (found.get(arrow) ?? new Set()).add(label));
}

// States that differ in nothing that decides what comes next count as one.
function shapeOf(state: IncidentState | null): string {
  if (state === null) return "none";
  const { phase } = state;
  const ticket = ticketOf(state);
  const wanted = ticket?.status === "made" ? ticket.wanted : null;
  const owns = state.ownedKey !== null;
  const until = phase.name === "ignored" ? phase.until.kind : null;
  const isEnding = phase.name === "verifying" && phase.isEnding;
  const failsAnew = "fix" in phase && failsUnreplaced(state.versions, phase.fix);
  return [
    phase.name,
    ticket?.status,
    wanted,
    until,
    isEnding,
    owns,
    failsAnew,
    state.versions.length,
  ].join();
}

function recorded(at: number, version: string): IncidentEvent {
  const grouping = {
    producer: "shop",
    route: "GET /",
    type: "Error",
    message: "failed",
    frame: "handler@shop.js",
    status: null,
  };
  const sample: Failure = {
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
    version: { id: version, tag: null },
    at,
    message: "failed",
    frames: [],
    cpuMs: 1,
    wallMs: 1,
    truncated: false,
    redactions: {},
    dropped: [],
  };
  const message: FailureMessage = {
    v: 1,
    kind: "failure",
    id: `${version} ${at}`,
    fingerprint: sample.fingerprint,
    count: 1,
    firstAt: at,
    lastAt: at,
    samples: [sample],
  };
  return { kind: "recorded", at, messages: [message], begin: { counted: null } };
}

type Acted = Extract<IncidentEvent, { kind: "acted" }>;
type Read = Extract<IncidentEvent, { kind: "ticketRead" }>;

function acted(at: number, action: Acted["action"]): IncidentEvent {
  return { kind: "acted", at, by: "somebody", action };
}

function read(
  state: IncidentState | null,
  at: number,
  reading: Read["reading"],
): IncidentEvent | null {
  return state && { kind: "ticketRead", at, id: idOf(state), reading, facts: FACTS };
}

function idOf({ ownedKey, family, episode }: IncidentState): string {
  return ticketId(ownedKey ?? family, episode);
}

function changesOf(state: IncidentState): number {
  const ticket = ticketOf(state);
  return ticket?.status === "made" ? ticket.changes : 0;
}

function claimed(state: IncidentState | null, at: number, grant: Grant): IncidentEvent | null {
  return state && { kind: "claimed", at, ticketKey: state.family, grant };
}

function followerAt(at: number): Follower {
  const version = {
    version: { id: "v of a follower", tag: null },
    count: 1,
    firstAt: at,
    lastAt: at,
  };
  return {
    fingerprint: OTHER,
    producer: "shop",
    route: "GET /other",
    why: "family",
    count: 1,
    firstAt: at,
    lastAt: at,
    versions: [version],
  };
}
