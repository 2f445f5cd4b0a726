import { badReference, inputError, notFound } from "./refusals.ts";
import type { Issue, User } from "./records.ts";
import type { Store } from "./store.ts";

/**
 * Finds an issue by UUID or by identifier (`ENG-12`), as every operation of Linear's takes either.
 * The identifier of a team that it has left finds it, too.
 */
export function findIssue(store: Store, idOrIdentifier: string): Issue {
  const wanted = idOrIdentifier.toLowerCase();
  const issue = store.issues.find(
    ({ id, identifier, previousIdentifiers }) =>
      id === wanted ||
      [identifier, ...previousIdentifiers].some((known) => known.toLowerCase() === wanted),
  );
  if (!issue) throw notFound("Issue");
  return issue;
}

/** Finds a thing by its id; an id that names nothing is refused as Linear refuses it. */
export function findById<T extends { readonly id: string }>(
  records: readonly T[],
  id: string,
  entity: string,
): T {
  const record = records.find((candidate) => candidate.id === id);
  if (!record) throw notFound(entity);
  return record;
}

/** Refuses an input's reference, in the input's own words, unless something has that id. */
export function checkReference(
  records: readonly { readonly id: string }[],
  id: string | null | undefined,
  field: string,
): void {
  if (id != null && !records.some((record) => record.id === id)) throw badReference(field);
}

/** Refuses a delegate that is no agent: `delegateId` is documented as "the agent user". */
export function checkDelegate(store: Store, id: string | null | undefined): void {
  checkReference(store.users, id, "delegateId");
  if (id != null && !isApp(store.users, id)) {
    // How Linear words this is not documented.
    throw inputError("Invalid delegate", "The delegate must be an agent.");
  }
}

/** Refuses an assignee that is an agent: agents are delegated to, the assignee stays accountable. */
export function checkAssignee(store: Store, id: string | null | undefined): void {
  checkReference(store.users, id, "assigneeId");
  if (id != null && isApp(store.users, id)) {
    // What Linear does here is not documented: it may take the agent as the delegate instead.
    throw inputError("Invalid assignee", "An agent cannot be the assignee: set delegateId.");
  }
}

function isApp(users: readonly User[], id: string): boolean {
  return users.some((user) => user.id === id && user.app);
}
