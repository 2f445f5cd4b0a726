import type { Clock } from "./clock.ts";
import type { AgentMode, StateType, User } from "./records.ts";
import type { Store } from "./store.ts";
import { newEntity } from "./store.ts";

/** Ids are fixed, so that a setting that names one is good for every run. */
export const SEED_IDS = {
  organization: "00000000-0000-4000-8000-000000000001",
  team: "00000000-0000-4000-8000-000000000002",
  person: "00000000-0000-4000-8000-000000000003",
  agent: "00000000-0000-4000-8000-000000000004",
  project: "00000000-0000-4000-8000-000000000005",
  secondTeam: "00000000-0000-4000-8000-000000000006",
  secondPerson: "00000000-0000-4000-8000-000000000007",
  webhook: "00000000-0000-4000-8000-000000000008",
} as const;

/** A team's states in Linear. "In Progress" and "In Review" share their type; `position` orders them. */
const STATES: readonly (readonly [name: string, type: StateType, color: string])[] = [
  ["Backlog", "backlog", "#bec2c8"],
  ["Todo", "unstarted", "#e2e2e2"],
  ["In Progress", "started", "#f2c94c"],
  ["In Review", "started", "#0f783c"],
  ["Done", "completed", "#5e6ad2"],
  ["Canceled", "canceled", "#95a2b3"],
  ["Duplicate", "duplicate", "#95a2b3"],
];

/** How the ids of a team's states begin; two digits of the state's position follow. */
const STATE_IDS = {
  [SEED_IDS.team]: "00000000-0000-4000-8000-0000000001",
  [SEED_IDS.secondTeam]: "00000000-0000-4000-8000-0000000002",
} as const;

/**
 * Gives a store with two teams (ENG and OPS) and their states, the person who owns the API key and
 * a second one, an agent that does as `agent` says, and one project; no labels and no issues. ENG is
 * made last: lists come newest first, so whoever takes the first team or state takes one of ENG.
 */
export function createStore(url: string, clock: Clock, agent: AgentMode = "sleeps"): Store {
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
    agent,
    tell: () => {},
  };
  addTeam(store, SEED_IDS.secondTeam, "OPS", "Operations");
  addTeam(store, SEED_IDS.team, "ENG", "Engineering");
  store.users.push(
    user(store, SEED_IDS.secondPerson, "Second Person", "second-person", false),
    user(store, SEED_IDS.person, "On-call Person", "on-call", false),
    user(store, SEED_IDS.agent, "Coding Agent", "coding-agent", true),
  );
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

function addTeam(store: Store, id: keyof typeof STATE_IDS, key: string, name: string): void {
  store.teams.push({ ...newEntity(store, id), key, name, issueCount: 0 });
  for (const [position, [state, type, color]] of STATES.entries()) {
    const stateId = `${STATE_IDS[id]}${String(position).padStart(2, "0")}`;
    const entity = newEntity(store, stateId);
    store.states.push({ ...entity, teamId: id, name: state, type, color, position });
  }
}
