// Labels by name: looked up, and made where there is none.
import type { LinearClient } from "@linear/sdk";
import type { Keep } from "./kept-lookups.ts";
import { told, UnknownInLinear } from "./linear-lookup.ts";
import { isRefusal } from "./linear-problem.ts";

/** The id of a label that the team can use; made if there is none. */
export function findLabel(
  client: LinearClient,
  keep: Keep,
  teamId: string,
  name: string,
): Promise<string> {
  return keep(`label ${teamId} ${name}`, async () => {
    const known = await lookUpLabel(client, teamId, name);
    if (known !== null) return known;
    try {
      const made = await client.createIssueLabel({ name, teamId });
      if (made.issueLabelId !== undefined) return made.issueLabelId;
    } catch (error) {
      // Another incident made it in between, or it is not ours to make.
      const made = await lookUpLabel(client, teamId, name);
      if (made !== null) return made;
      if (!isRefusal(error)) throw error;
      throw new UnknownInLinear(
        "LINEAR_LABELS or a rule names a label that is not there and that Linear lets this key not make",
        await told(
          "labels",
          (first) => client.issueLabels({ filter: usableIn(teamId), first }),
          (label) => label.name,
        ),
      );
    }
    throw new Error("Linear made a label without an id");
  });
}

/** The id of a label that the team can use; null where there is none. */
export async function lookUpLabel(
  client: LinearClient,
  teamId: string,
  name: string,
): Promise<string | null> {
  const { nodes } = await client.issueLabels({
    filter: { name: { eqIgnoreCase: name }, ...usableIn(teamId) },
    first: 1,
  });
  return nodes[0]?.id ?? null;
}

// Each team may have a label of that name: only the workspace's own and this team's will do.
function usableIn(teamId: string): {
  or: [{ team: { null: boolean } }, { team: { id: { eq: string } } }];
} {
  return { or: [{ team: { null: true } }, { team: { id: { eq: teamId } } }] };
}
