import type { AgentSession, Comment, Issue } from "./records.ts";
import type { Store } from "./store.ts";

/** One thing that a write made, changed or removed, as it is now and as it was before. */
export type Change =
  | Changed<"Issue", Issue>
  | { readonly type: "Issue"; readonly action: "remove"; readonly now: Issue }
  | Changed<"Comment", Comment>
  | Changed<"AgentSession", AgentSession>;

type Changed<Type extends string, Record> = { readonly type: Type } & (
  | { readonly action: "create"; readonly now: Record }
  | { readonly action: "update"; readonly now: Record; readonly before: Record }
);

/** What was there before a write: copies, for the store changes its records in place. */
export type Before = {
  readonly issues: readonly Issue[];
  readonly comments: readonly Comment[];
  readonly sessions: readonly AgentSession[];
};

/** Copies what a write can change. */
export function remember({ issues, comments, sessions }: Store): Before {
  return {
    issues: issues.map((issue) => ({ ...issue })),
    comments: comments.map((comment) => ({ ...comment })),
    sessions: sessions.map((session) => ({ ...session })),
  };
}

/**
 * Tells what changed since, one change a record: issues first, for the others belong to them. What
 * goes with a removed issue is not told by itself.
 */
export function changesSince(before: Before, { issues, comments, sessions }: Store): Change[] {
  return [
    ...changed("Issue", before.issues, issues),
    ...without(before.issues, issues).map((now) => ({
      type: "Issue" as const,
      action: "remove" as const,
      now,
    })),
    ...changed("Comment", before.comments, comments),
    ...changed("AgentSession", before.sessions, sessions),
  ];
}

type Entity = { readonly id: string; updatedAt: string; archivedAt: string | null };

function changed<Type extends string, Record extends Entity>(
  type: Type,
  before: readonly Record[],
  now: readonly Record[],
): Changed<Type, Record>[] {
  const earlier = new Map(before.map((record) => [record.id, record]));
  return now.flatMap((record): Changed<Type, Record>[] => {
    const known = earlier.get(record.id);
    if (!known) return [{ type, action: "create", now: record }];
    const isSame = known.updatedAt === record.updatedAt && known.archivedAt === record.archivedAt;
    return isSame ? [] : [{ type, action: "update", now: record, before: known }];
  });
}

function without<T extends Entity>(before: readonly T[], now: readonly T[]): readonly T[] {
  const left = new Set(now.map(({ id }) => id));
  return before.filter(({ id }) => !left.has(id));
}
