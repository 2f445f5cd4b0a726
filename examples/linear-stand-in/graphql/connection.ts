import { argumentError, unsupported } from "../store/refusals.ts";
import { passes } from "./filter.ts";

const PAGE_DEFAULT = 50;
/** Linear refuses larger pages: "first must not be greater than 250". */
const PAGE_MAX = 250;

/** The arguments that every one of Linear's lists takes. */
export type PageArgs = {
  readonly filter?: object | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly orderBy?: "createdAt" | "updatedAt" | null;
  readonly includeArchived?: boolean | null;
  readonly sort?: unknown;
};

type Listed = {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt: string | null;
};

export type Connection<T> = {
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly hasPreviousPage: boolean;
    readonly hasNextPage: boolean;
  };
};

/** Gives one page of a list, newest first as Linear does: nothing may rely on the order of creation. */
export function connection<T extends Listed>(all: readonly T[], args: PageArgs): Connection<T> {
  if (args.sort != null) throw unsupported("the argument sort");
  for (const name of ["first", "last"] as const) {
    const size = args[name];
    if (size != null && size > PAGE_MAX) {
      throw argumentError(name, `must not be greater than ${PAGE_MAX}`);
    }
    if (size != null && size < 1) throw argumentError(name, "must not be less than 1");
  }
  const order = args.orderBy ?? "createdAt";
  const ordered = all
    .filter((node) => args.includeArchived === true || node.archivedAt === null)
    .filter((node) => passes(node, args.filter))
    .toSorted((a, b) => (a[order] < b[order] ? 1 : -1));

  const from = args.after == null ? 0 : position(ordered, args.after, "after") + 1;
  const to = args.before == null ? ordered.length : position(ordered, args.before, "before");
  const between = ordered.slice(from, to);
  const nodes =
    args.last == null
      ? between.slice(0, args.first ?? PAGE_DEFAULT)
      : between.slice(Math.max(0, between.length - args.last));
  const start = nodes[0] ? ordered.indexOf(nodes[0]) : from;
  return {
    nodes,
    pageInfo: {
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
      hasPreviousPage: start > 0,
      hasNextPage: start + nodes.length < ordered.length,
    },
  };
}

function position(ordered: readonly Listed[], cursor: string, argument: string): number {
  const index = ordered.findIndex(({ id }) => id === cursor);
  if (index === -1) throw argumentError(argument, "is not a cursor of this list");
  return index;
}
