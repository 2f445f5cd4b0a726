// From what the settings name to Linear's ids.
import type { LinearClient } from "@linear/sdk";

/** A setting that names something which Linear does not know. */
export class UnknownInLinear extends Error {
  override readonly name = "UnknownInLinear";
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id of a team, by key or id; `named` is the setting for the error. */
export async function findTeam(client: LinearClient, team: string, named: string): Promise<string> {
  const by = UUID.test(team) ? { id: { eq: team } } : { key: { eqIgnoreCase: team } };
  const { nodes } = await client.teams({ filter: by, first: 2 });
  return theOne(nodes, named, "team").id;
}

/** The id of a user, by id, email or display name. */
export async function findUser(client: LinearClient, user: string, named: string): Promise<string> {
  const by = UUID.test(user)
    ? { id: { eq: user } }
    : user.includes("@")
      ? { email: { eqIgnoreCase: user } }
      : { displayName: { eqIgnoreCase: user } };
  const { nodes } = await client.users({ filter: by, first: 2 });
  return theOne(nodes, named, "user").id;
}

/** The id of a project, by name or id. */
export async function findProject(client: LinearClient, project: string): Promise<string> {
  const by = UUID.test(project) ? { id: { eq: project } } : { name: { eqIgnoreCase: project } };
  const { nodes } = await client.projects({ filter: by, first: 2 });
  return theOne(nodes, "LINEAR_PROJECT", "project").id;
}

/** The id of a label that the team can use; made if there is none. */
export async function findLabel(
  client: LinearClient,
  teamId: string,
  name: string,
): Promise<string> {
  const known = await lookUpLabel(client, teamId, name);
  if (known !== null) return known;
  try {
    const made = await client.createIssueLabel({ name, teamId });
    if (made.issueLabelId !== undefined) return made.issueLabelId;
  } catch (error) {
    // Another incident made it in between, or it is not ours to make.
    const made = await lookUpLabel(client, teamId, name);
    if (made === null) throw error;
    return made;
  }
  throw new Error("Linear made a label without an id");
}

/** The id of a label that the team can use; null where there is none. */
export async function lookUpLabel(
  client: LinearClient,
  teamId: string,
  name: string,
): Promise<string | null> {
  // Each team may have a label of that name: only the workspace's own and this team's will do.
  const { nodes } = await client.issueLabels({
    filter: {
      name: { eqIgnoreCase: name },
      or: [{ team: { null: true } }, { team: { id: { eq: teamId } } }],
    },
    first: 1,
  });
  return nodes[0]?.id ?? null;
}

function theOne<Node>(nodes: readonly Node[], named: string, what: string): Node {
  const [first, second] = nodes;
  if (first === undefined) {
    throw new UnknownInLinear(`${named} names a ${what} that Linear does not show to this key`);
  }
  if (second !== undefined) {
    throw new UnknownInLinear(`${named} names more than one ${what}: use its id`);
  }
  return first;
}
