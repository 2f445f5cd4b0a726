// From what the settings name to Linear's ids, kept for a while. Where a name stands for nothing, or
// for more than one thing, the error brings what exists along.
import type { LinearClient } from "@linear/sdk";
import { NAMES_TOLD_MAX } from "../limits.ts";
import { tellNames } from "./existing-names.ts";
import type { Keep } from "./kept-lookups.ts";

/** A setting that names something which Linear does not know. */
export class UnknownInLinear extends Error {
  override readonly name = "UnknownInLinear";
  /** What exists instead: names of the workspace, which the message never holds. */
  readonly detail: string | null;

  constructor(message: string, detail: string | null = null) {
    super(message);
    this.detail = detail;
  }
}

interface Named {
  readonly id: string;
}

type List<Node> = (first: number) => Promise<{ readonly nodes: readonly Node[] }>;

interface Search<Node extends Named> {
  /** The setting, for the error. */
  readonly setting: string;
  readonly what: "team" | "user" | "project";
  /** What those that exist are called. */
  readonly plural: string;
  readonly matching: List<Node>;
  readonly existing: List<Node>;
  readonly nameOf: (node: Node) => string;
  /** How to name one, where that is not told by the names. */
  readonly hint?: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id of a team, by key or id; `setting` is named in the error. */
export function findTeam(
  client: LinearClient,
  keep: Keep,
  team: string,
  setting: string,
): Promise<string> {
  const filter = UUID.test(team) ? { id: { eq: team } } : { key: { eqIgnoreCase: team } };
  return keep(`team ${team}`, () =>
    findOne({
      setting,
      what: "team",
      plural: "teams",
      matching: (first) => client.teams({ filter, first }),
      existing: (first) => client.teams({ first }),
      nameOf: ({ key, name }) => `${key} (${name})`,
    }),
  );
}

/** The id of the agent, by id, email or display name. */
export function findAgent(
  client: LinearClient,
  keep: Keep,
  agent: string,
  setting: string,
): Promise<string> {
  return findUser(client, keep, agent, { setting, plural: "agents", isApp: true });
}

/** The id of the accountable person, by id, email or display name. */
export function findAssignee(client: LinearClient, keep: Keep, person: string): Promise<string> {
  return findUser(client, keep, person, {
    setting: "LINEAR_ASSIGNEE",
    plural: "people",
    isApp: false,
    hint: "name one by id, email or display name; ",
  });
}

/** The id of a project, by name or id. */
export function findProject(client: LinearClient, keep: Keep, project: string): Promise<string> {
  const filter = UUID.test(project) ? { id: { eq: project } } : { name: { eqIgnoreCase: project } };
  return keep(`project ${project}`, () =>
    findOne({
      setting: "LINEAR_PROJECT",
      what: "project",
      plural: "projects",
      matching: (first) => client.projects({ filter, first }),
      existing: (first) => client.projects({ first }),
      nameOf: ({ name }) => name,
    }),
  );
}

function findUser(
  client: LinearClient,
  keep: Keep,
  user: string,
  search: Pick<Search<Named>, "setting" | "plural" | "hint"> & { readonly isApp: boolean },
): Promise<string> {
  const filter = UUID.test(user)
    ? { id: { eq: user } }
    : user.includes("@")
      ? { email: { eqIgnoreCase: user } }
      : { displayName: { eqIgnoreCase: user } };
  return keep(`user ${user}`, () =>
    findOne({
      ...search,
      what: "user",
      matching: (first) => client.users({ filter, first }),
      existing: (first) => client.users({ filter: { app: { eq: search.isApp } }, first }),
      nameOf: ({ displayName }) => displayName,
    }),
  );
}

async function findOne<Node extends Named>(search: Search<Node>): Promise<string> {
  const { setting, what, plural, matching, existing, nameOf, hint = "" } = search;
  const [first, second] = (await matching(2)).nodes;
  if (first === undefined) {
    const message = `${setting} names a ${what} that Linear does not show to this key`;
    const names = await told(plural, existing, nameOf);
    throw new UnknownInLinear(message, names && hint + names);
  }
  if (second !== undefined) {
    const idOf = (node: Node): string => `${node.id} (${nameOf(node)})`;
    const message = `${setting} names more than one ${what}: use its id`;
    throw new UnknownInLinear(message, await told("those that match", matching, idOf));
  }
  return first.id;
}

/**
 * Names that exist, or null where they cannot be had: what is wrong with the setting is known already,
 * and that does not hide it.
 */
export async function told<Node extends Named>(
  what: string,
  list: List<Node>,
  nameOf: (node: Node) => string,
): Promise<string | null> {
  try {
    // One more than are told, so that it can be said that there are more.
    const { nodes } = await list(NAMES_TOLD_MAX + 1);
    return tellNames(what, nodes.map(nameOf));
  } catch {
    return null;
  }
}
