// Asks Linear about each thing that the settings name, and changes nothing there. Each look stands by
// itself: one that fails leaves the others.
import type { LinearClient, User } from "@linear/sdk";
import { errorKind } from "../error-kind.ts";
import type { Rule } from "../failure/rules.ts";
import { NAME_TOLD_UNITS_MAX, RULE_NAMES_MAX } from "../limits.ts";
import type { LinearSettings } from "../settings.ts";
import { connectClient } from "./linear-client.ts";
import { askAnew } from "./kept-lookups.ts";
import { lookUpLabel } from "./linear-labels.ts";
import {
  findAgent,
  findAssignee,
  findProject,
  findTeam,
  UnknownInLinear,
} from "./linear-lookup.ts";
import { isLinearError, readLinearProblem } from "./linear-problem.ts";
import type { LinearProblemKind } from "./linear-problem.ts";

/** The most that Linear gives at once. */
const PAGE_MAX = 250;

/** What came of a look; all texts of Linear's in it are cut and on one line. */
export type Looked<Value> =
  | { readonly kind: "found"; readonly value: Value }
  /** Linear shows none, or several; `detail` are the names that would do, if they can be had. */
  | { readonly kind: "unnamed"; readonly problem: string; readonly detail: string | null }
  | { readonly kind: LinearProblemKind | "broken"; readonly problem: string }
  /** What it needs was not found. */
  | { readonly kind: "skipped" };

export interface LinearUser {
  readonly name: string;
  /** Whether it is an agent's: an app user. */
  readonly isApp: boolean;
  readonly isActive: boolean;
  readonly takesSessions: boolean;
}

/** What Linear says of each setting; null for one that is not set. */
export interface LinearExamination {
  readonly key: Looked<LinearUser>;
  readonly team: Looked<string>;
  /** Types of the states that the team has. */
  readonly states: Looked<readonly string[]>;
  /** Labels that there are not yet. */
  readonly labels: Looked<readonly string[]>;
  readonly agent: Looked<LinearUser> | null;
  readonly project: Looked<string> | null;
  readonly assignee: Looked<LinearUser> | null;
  readonly sessions: Looked<null>;
  /** The teams and agents that rules name, each once. */
  readonly rules: readonly RuleName[];
}

export type RuleName =
  | { readonly what: "team"; readonly name: string; readonly looked: Looked<string> }
  | { readonly what: "agent"; readonly name: string; readonly looked: Looked<LinearUser> };

/** Looks at all of it, at most `LINEAR_TIMEOUT_MS` long. `now` in ms since 1970. */
export async function examineLinear(
  settings: LinearSettings,
  rules: readonly Rule[],
  now: number,
): Promise<LinearExamination> {
  const inTime = await connectClient(settings);
  return inTime(async (client) => {
    const look: Look = (work) => lookAt(work, now);
    const { agent, project, assignee } = settings;
    const [key, ofTeam, agentSeen, projectSeen, assigneeSeen, sessions, named] = await Promise.all([
      look(async () => userOf(await client.viewer)),
      lookAtTeam(client, settings, look),
      agent && look(() => readAgent(client, agent, "LINEAR_AGENT")),
      project && look(() => readProject(client, project)),
      assignee && look(() => readAssignee(client, assignee)),
      look(() => client.agentSessions({ first: 1 }).then(() => null)),
      lookAtRules(client, rules, look),
    ]);
    return {
      key,
      ...ofTeam,
      agent: agentSeen || null,
      project: projectSeen || null,
      assignee: assigneeSeen || null,
      sessions,
      rules: named,
    };
  });
}

type Look = <Value>(work: () => Promise<Value>) => Promise<Looked<Value>>;

async function lookAt<Value>(work: () => Promise<Value>, now: number): Promise<Looked<Value>> {
  try {
    return { kind: "found", value: await work() };
  } catch (error) {
    if (error instanceof UnknownInLinear) {
      return { kind: "unnamed", problem: error.message, detail: error.detail };
    }
    if (!isLinearError(error)) {
      return { kind: "broken", problem: `the look itself failed (${errorKind(error)})` };
    }
    const { kind, text } = readLinearProblem(error, now);
    return { kind, problem: text };
  }
}

async function lookAtTeam(
  client: LinearClient,
  { team: named, labels }: LinearSettings,
  look: Look,
): Promise<Pick<LinearExamination, "team" | "states" | "labels">> {
  const id = await look(() => findTeam(client, askAnew, named, "LINEAR_TEAM"));
  if (id.kind !== "found") {
    return { team: id, states: { kind: "skipped" }, labels: { kind: "skipped" } };
  }
  const [team, states, missing] = await Promise.all([
    look(() => readTeam(client, id.value)),
    look(() => stateTypes(client, id.value)),
    look(() => missingLabels(client, id.value, labels)),
  ]);
  return { team, states, labels: missing };
}

function lookAtRules(
  client: LinearClient,
  rules: readonly Rule[],
  look: Look,
): Promise<readonly RuleName[]> {
  const teams = namesIn(rules, ({ says }) => says.team);
  const agents = namesIn(rules, ({ says }) => says.agent || undefined);
  return Promise.all([
    ...teams.map(async (name): Promise<RuleName> => {
      const read = async (): Promise<string> =>
        readTeam(client, await findTeam(client, askAnew, name, "a rule"));
      return { what: "team", name: shown(name), looked: await look(read) };
    }),
    ...agents.map(async (name): Promise<RuleName> => {
      const looked = await look(() => readAgent(client, name, "a rule"));
      return { what: "agent", name: shown(name), looked };
    }),
  ]);
}

function namesIn(
  rules: readonly Rule[],
  nameOf: (rule: Rule) => string | undefined,
): readonly string[] {
  return [...new Set(rules.flatMap((rule) => nameOf(rule) ?? []))].slice(0, RULE_NAMES_MAX);
}

async function readTeam(client: LinearClient, id: string): Promise<string> {
  const { key, name } = await client.team(id);
  return shown(`${key}, ${name}`);
}

async function stateTypes(client: LinearClient, teamId: string): Promise<readonly string[]> {
  const filter = { team: { id: { eq: teamId } } };
  const { nodes } = await client.workflowStates({ filter, first: PAGE_MAX });
  return [...new Set(nodes.map(({ type }) => type))];
}

async function missingLabels(
  client: LinearClient,
  teamId: string,
  labels: readonly string[],
): Promise<readonly string[]> {
  const ids = await Promise.all(labels.map((name) => lookUpLabel(client, teamId, name)));
  return labels.filter((_, index) => ids[index] === null).map(shown);
}

async function readAgent(client: LinearClient, agent: string, named: string): Promise<LinearUser> {
  return userOf(await client.user(await findAgent(client, askAnew, agent, named)));
}

async function readAssignee(client: LinearClient, person: string): Promise<LinearUser> {
  return userOf(await client.user(await findAssignee(client, askAnew, person)));
}

function userOf(user: User): LinearUser {
  const { displayName, app, active, supportsAgentSessions } = user;
  return {
    name: shown(displayName),
    isApp: app,
    isActive: active,
    takesSessions: supportsAgentSessions,
  };
}

async function readProject(client: LinearClient, project: string): Promise<string> {
  await findProject(client, askAnew, project);
  return shown(project);
}

// People name these things, and whoever reads the answer may read it in a terminal.
function shown(name: string): string {
  const line = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
  return line.slice(0, NAME_TOLD_UNITS_MAX).toWellFormed();
}
