// What is said on a ticket: comments under ids of ours, known before they exist.
import type { LinearClient } from "@linear/sdk";

/** Says it, unless it was said. */
export async function sayOnce(
  client: LinearClient,
  issueId: string,
  id: string,
  body: string,
): Promise<void> {
  const issue = await client.issue(issueId);
  const said = await issue.comments({ filter: { id: { eq: id } }, first: 1 });
  if (said.nodes.length === 0) await client.createComment({ id, issueId, body });
}

/** Says it in place of what was said; `wasSaid`: what is not there was deleted, and stays away. */
export async function sayAnew(
  client: LinearClient,
  issueId: string,
  id: string,
  body: string,
  wasSaid: boolean,
): Promise<void> {
  const issue = await client.issue(issueId);
  const said = await issue.comments({ filter: { id: { eq: id } }, first: 1 });
  if (said.nodes.length > 0) await client.updateComment(id, { body });
  else if (!wasSaid) await client.createComment({ id, issueId, body });
}
