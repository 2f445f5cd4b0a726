import type { LinearDocument } from "@linear/sdk";

import { checkReference } from "./find.ts";
import { checkNewId, refuseUnsupported, requireText } from "./input.ts";
import type { Label } from "./records.ts";
import { inputError } from "./refusals.ts";
import type { Store } from "./store.ts";
import { newEntity } from "./store.ts";

const GREY = "#bec2c8";

/** Makes a label of a team, or of the workspace, as Linear's issueLabelCreate does. */
export function createLabel(store: Store, input: LinearDocument.IssueLabelCreateInput): Label {
  refuseUnsupported("IssueLabelCreateInput", input, ["color", "id", "name", "teamId"]);
  checkNewId("IssueLabel", input.id, store.labels);
  const name = requireText("name", input.name);
  checkReference(store.teams, input.teamId, "teamId");
  const teamId = input.teamId ?? null;
  const taken = store.labels.some(
    (label) =>
      label.name.toLowerCase() === name.toLowerCase() &&
      (label.teamId === teamId || label.teamId === null || teamId === null),
  );
  if (taken) {
    throw inputError("duplicate label name", `A label with the name "${name}" already exists.`);
  }
  const label: Label = {
    ...newEntity(store, input.id ?? undefined),
    teamId,
    name,
    color: input.color ?? GREY,
  };
  store.labels.push(label);
  return label;
}
