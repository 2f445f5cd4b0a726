// The pages of docs/tickets/: every template, rendered from fixtures by the functions that production
// calls.
import { TICKET_CASES } from "../test/fixtures/tickets/traces.ts";
import { delegated, moved } from "../src/incident/agent-work.ts";
import { previewTickets, stateOf } from "../src/inspect/preview.ts";
import type { Preview } from "../src/inspect/preview.ts";
import type { IncidentState } from "../src/incident/state.ts";
import { readSettings } from "../src/settings.ts";
import { draftOf } from "../src/ticket/draft.ts";
import { changeNote, quietNote, returnNote, statusNote } from "../src/ticket/notes.ts";
import { renderStorm, STORM_OVER_NOTE } from "../src/ticket/storm.ts";

export interface Page {
  readonly name: string;
  /** Markdown: the ticket, or what is said on it. */
  readonly body: string;
}

const AT = Date.UTC(2026, 10, 26, 9, 30);
const HOUR_MS = 3_600_000;
const URL = "https://outerloop.example";
const SETTINGS = readSettings({
  LINEAR_API_KEY: "none",
  LINEAR_TEAM: "ENG",
  LINEAR_AGENT: "coding-agent",
  PUBLIC_URL: URL,
  AGENT_TOKEN: "set",
});
const REFINE = {
  unnamedProducer: "unnamed",
  ownWorkers: new Set<string>(),
  rules: [],
  redactKeys: [],
};
const SOUND = "5c1e0000-0000-4000-8000-000000000040";

/** All pages, in the order of the gallery. */
export function galleryPages(): readonly Page[] {
  return [
    ...TICKET_CASES.map(({ name, traces }) => ({ name, body: ofTraces(traces) })),
    { name: "followers-and-echoes", body: ticket(withFollowers()) },
    { name: "regression", body: regression() },
    { name: "storm", body: storm() },
    { name: "said-on-tickets", body: said() },
  ];
}

function ofTraces(traces: readonly object[]): string {
  return previewTickets(JSON.stringify(traces), REFINE, SETTINGS, AT)
    .flatMap((line) => ("title" in line ? [page(line)] : []))
    .join("\n\n");
}

function ticket(state: IncidentState): string {
  const lastAt = state.lastAt - HOUR_MS;
  return page(draftOf(state, SETTINGS, [{ id: SOUND, firstAt: lastAt, lastAt }]));
}

type Shown = Pick<Preview, "title" | "description" | "priority" | "labels" | "delegate">;

function page({ title, description, priority, labels, delegate }: Shown): string {
  const whom = delegate ? "delegated to the agent" : "for people";
  return [
    `# ${title}`,
    `Priority ${priority}, labels: ${labels.join(", ") || "none"}, ${whom}.`,
    description,
  ].join("\n\n");
}

function base(): IncidentState {
  const [{ traces } = { traces: [] }] = TICKET_CASES;
  const state = stateOf(JSON.stringify(traces), REFINE, SETTINGS, AT);
  if (state === null) throw new Error("the first case of the gallery makes no incident");
  return state;
}

function withFollowers(): IncidentState {
  const state = base();
  const follower = {
    fingerprint: `v1-${"f".repeat(32)}`,
    producer: "shop",
    route: "POST /basket/:id/pay",
    why: "family",
    count: 17,
    firstAt: AT,
    lastAt: AT + HOUR_MS,
    versions: [],
  } as const;
  const echo = { ...follower, producer: "till", route: "rpc:pay", why: "echo", count: 4 } as const;
  return { ...state, followers: [follower, { ...echo, fingerprint: `v1-${"e".repeat(32)}` }] };
}

function cameBack(): IncidentState {
  const state = base();
  const version = { id: "5c1e0000-0000-4000-8000-000000000042", tag: "v42" };
  const told = [
    ["ticket completed: watching for the failure", "somebody in Linear"],
    ["opened again: a version fails that did not fail before", null],
  ] as const;
  const lastAt = AT + 26 * HOUR_MS;
  return {
    ...state,
    count: 61,
    lastAt,
    hours: [...state.hours, { hour: Math.floor(lastAt / HOUR_MS) * HOUR_MS, count: 57 }],
    versions: [...state.versions, { version, count: 57, firstAt: lastAt, lastAt }],
    timeline: [
      ...state.timeline,
      ...told.map(([what, by], nth) => ({ at: AT + (2 + nth * 24) * HOUR_MS, what, by })),
    ],
  };
}

function regression(): string {
  const state = cameBack();
  const note = changeNote(state, { to: "open", why: "newVersion" }, () => null);
  return [ticket(state), "# The comment that says so", note].join("\n\n");
}

function storm(): string {
  const waiting = ["GET /", "GET /stock/:id", "POST /orders/:id/pay"].map((route, nth) => ({
    fingerprint: `v1-${String(nth).repeat(32)}`,
    route,
    type: "TypeError",
    count: 3 ** nth,
    since: AT,
  }));
  const urlOf = (fingerprint: string): string => `${URL}/incidents/${fingerprint}`;
  return page(renderStorm("shop", waiting, { ticketsPerHour: 10, urlOf, labels: ["production"] }));
}

function said(): string {
  const state = cameBack();
  const fix = {
    completedAt: AT,
    knownBad: ["5c1e0000-0000-4000-8000-000000000041"],
    stragglers: { count: 2, lastAt: AT + HOUR_MS },
    sighted: [
      { id: "5c1e0000-0000-4000-8000-000000000042", firstAt: AT, lastAt: AT + 23 * HOUR_MS },
    ],
    sightedAt: AT,
  };
  const phase = { name: "resolved", since: AT + 24 * HOUR_MS, ticket: null, fix } as const;
  const session = {
    id: "1",
    status: "stale",
    createdAt: AT,
    url: "https://linear.app/session/1",
  };
  const work = { ...moved(delegated(AT, null), "returning", AT), session };
  const notes: readonly (readonly [string, string])[] = [
    ["The failure stopped", quietNote(phase, state.versions)],
    ["It was resolved here", changeNote(state, { to: "completed" }, () => null)],
    ["It was ignored here", changeNote(state, { to: "canceled", mergedInto: null }, () => null)],
    [
      "It was merged here",
      changeNote(state, { to: "canceled", mergedInto: `v1-${"a".repeat(32)}` }, () => null),
    ],
    ["The agent did not begin", returnNote(null, "asleep", true)],
    ["The agent's session went stale, and nobody is assigned", returnNote(work, "stale", false)],
    ["The description is somebody's own", statusNote(state, false)],
    ["A storm is over", STORM_OVER_NOTE],
  ];
  return notes.map(([when, note]) => `# ${when}\n\n${note}`).join("\n\n");
}
