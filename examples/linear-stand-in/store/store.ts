import { randomUUID } from "node:crypto";

import type { Clock } from "./clock.ts";
import type { Actor } from "./actor.ts";
import type { Change } from "./changes.ts";
import type {
  AgentMode,
  AgentSession,
  Attachment,
  Comment,
  Issue,
  Label,
  Organization,
  Project,
  Team,
  User,
  WorkflowState,
} from "./records.ts";

/** Everything that the stand-in remembers, in memory, each list in the order of creation. */
export type Store = {
  /** Where the stand-in answers: the beginning of every address that it gives out. */
  readonly url: string;
  readonly organization: Organization;
  /** Whose key the API key is: the author of all that comes in over the API. */
  readonly viewerId: string;
  readonly teams: Team[];
  readonly users: User[];
  readonly states: WorkflowState[];
  readonly projects: Project[];
  readonly labels: Label[];
  readonly issues: Issue[];
  readonly comments: Comment[];
  readonly attachments: Attachment[];
  readonly sessions: AgentSession[];
  readonly clock: Clock;
  /** The last instant that was given out, in ms. */
  lastAt: number;
  agent: AgentMode;
  /** Is told what a write changed, when it is done. */
  tell: (changes: readonly Change[], actor: Actor) => void;
};

/**
 * Gives the present instant, strictly later than any that it gave before, so that the order of
 * things can be read off their instants however fast they follow each other.
 */
export function stamp(store: Store): string {
  store.lastAt = Math.max(store.clock.now(), store.lastAt + 1);
  return new Date(store.lastAt).toISOString();
}

/** Gives the fields that every new thing has. An `id` is the caller's own, already checked. */
export function newEntity(
  store: Store,
  id: string = randomUUID(),
): { id: string; createdAt: string; updatedAt: string; archivedAt: null } {
  const now = stamp(store);
  return { id, createdAt: now, updatedAt: now, archivedAt: null };
}

/** Finds the thing that must be there because another thing in the store names it. */
export function mustFind<T extends { readonly id: string }>(records: readonly T[], id: string): T {
  const record = records.find((candidate) => candidate.id === id);
  if (!record) throw new Error(`The store names ${id} and does not have it`);
  return record;
}
