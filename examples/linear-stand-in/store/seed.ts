import type { Clock } from "./clock.ts";
import type { StateType, User, WorkflowState } from "./records.ts";
import type { Store } from "./store.ts";
import { newEntity } from "./store.ts";

/** Ids are fixed, so that a setting that names one is good for every run. */
export const SEED_IDS = {
  organization: "00000000-0000-4000-8000-000000000001",
  team: "00000000-0000-4000-8000-000000000002",
  person: "00000000-0000-4000-8000-000000000003",
  agent: "00000000-0000-4000-8000-000000000004",
  project: "00000000-0000-4000-8000-000000000005",
} as const;

/** A new team's states in Linear. "In Progress" and "In Review" share their type; `position` orders them. */
const STATES: readonly (readonly [name: string, type: StateType, color: string])[] = [
  ["Backlog", "backlog", "#bec2c8"],
  ["Todo", "unstarted", "#e2e2e2"],
  ["In Progress", "started", "#f2c94c"],
  ["In Review", "started", "#0f783c"],
  ["Done", "completed", "#5e6ad2"],
  ["Canceled", "canceled", "#95a2b3"],
];

/**
 * Gives a store with one team (ENG) and its states, one person who owns the API key, one agent and
 * one project; no labels and no issues.
 */
export function createStore(url: string, clock: Clock): Store {
  const epoch = "1970-01-01T00:00:00.000Z";
  const store: Store = {
    url,
    organization: {
      id: SEED_IDS.organization,
      createdAt: epoch,
      updatedAt: epoch,
      archivedAt: null,
      name: "Stand-in",
      urlKey: "stand-in",
    },
    viewerId: SEED_IDS.person,
    teams: [],
    users: [],
    states: [],
    projects: [],
    labels: [],
    issues: [],
    comments: [],
    attachments: [],
    sessions: [],
    clock,
    lastAt: 0,
  };
  store.teams.push({
    ...newEntity(store, SEED_IDS.team),
    key: "ENG",
    name: "Engineering",
    issueCount: 0,
  });
  store.users.push(
    user(store, SEED_IDS.person, "On-call Person", "on-call", false),
    user(store, SEED_IDS.agent, "Coding Agent", "coding-agent", true),
  );
  store.states.push(...STATES.map((_, index) => state(store, index)));
  store.projects.push({
    ...newEntity(store, SEED_IDS.project),
    name: "Reliability",
    slugId: "reliability",
    url: `${url}/project/reliability`,
  });
  return store;
}

function user(store: Store, id: string, name: string, displayName: string, app: boolean): User {
  return {
    ...newEntity(store, id),
    name,
    displayName,
    email: `${displayName}@stand-in.example`,
    active: true,
    app,
    supportsAgentSessions: app,
    url: `${store.url}/profiles/${displayName}`,
  };
}

function state(store: Store, index: number): WorkflowState {
  const [name, type, color] = STATES[index] ?? ["Backlog", "backlog", "#bec2c8"];
  const id = `00000000-0000-4000-8000-0000000001${String(index).padStart(2, "0")}`;
  return { ...newEntity(store, id), teamId: SEED_IDS.team, name, type, color, position: index };
}
