import type { LinearDocument } from "@linear/sdk";

import { checkAssignee, checkDelegate, checkReference } from "./find.ts";
import { checkNewId, checkPriority, refuseUnsupported, requireText } from "./input.ts";
import type { Team } from "./records.ts";
import { badReference, unsupported } from "./refusals.ts";
import type { Store } from "./store.ts";

type Create = LinearDocument.IssueCreateInput;
type Update = LinearDocument.IssueUpdateInput;

const SHARED_FIELDS = [
  "assigneeId",
  "delegateId",
  "description",
  "labelIds",
  "priority",
  "projectId",
  "stateId",
  "title",
] as const;
const CREATE_FIELDS = [...SHARED_FIELDS, "id", "teamId"];
const UPDATE_FIELDS = [...SHARED_FIELDS, "addedLabelIds", "removedLabelIds", "trashed"];

/** Refuses a new issue that Linear would refuse, before anything is changed; gives its team and title. */
export function checkCreate(store: Store, input: Create): { team: Team; title: string } {
  refuseUnsupported("IssueCreateInput", input, CREATE_FIELDS);
  checkNewId("Issue", input.id, store.issues);
  const title = requireText("title", input.title);
  const team = store.teams.find(({ id }) => id === input.teamId);
  if (!team) throw badReference("teamId");
  checkShared(store, input, team.id);
  checkLabels(store, input.labelIds, "labelIds");
  return { team, title };
}

/** Refuses an update that Linear would refuse for an issue of the team, before anything is changed. */
export function checkUpdate(store: Store, input: Update, teamId: string): void {
  refuseUnsupported("IssueUpdateInput", input, UPDATE_FIELDS);
  // Linear documents "true to trash, or null to restore", and nothing of false.
  if (input.trashed === false) throw unsupported("IssueUpdateInput.trashed: false");
  if (input.title !== undefined) requireText("title", input.title);
  checkShared(store, input, teamId);
  for (const field of ["labelIds", "addedLabelIds", "removedLabelIds"] as const) {
    checkLabels(store, input[field], field);
  }
}

function checkShared(store: Store, input: Create | Update, teamId: string): void {
  checkPriority(input.priority);
  checkReference(store.projects, input.projectId, "projectId");
  const states = store.states.filter((state) => state.teamId === teamId);
  checkReference(states, input.stateId, "stateId");
  checkAssignee(store, input.assigneeId);
  checkDelegate(store, input.delegateId);
}

function checkLabels(store: Store, ids: readonly string[] | null | undefined, field: string): void {
  for (const id of ids ?? []) checkReference(store.labels, id, field);
}
