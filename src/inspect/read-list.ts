// The query of `GET /incidents`: each parameter by itself, all problems at once, and never with a
// word of what was sent.
import * as z from "zod/mini";
import type { IncidentSummary } from "../incident/summary.ts";
import {
  LIST_DEFAULT,
  LIST_MAX,
  LIST_TEXT_UNITS_MAX,
  NAME_UNITS_MAX,
  TYPE_UNITS_MAX,
} from "../limits.ts";
import { failed, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { readCursor } from "./list-query.ts";
import type { ListQuery } from "./list-query.ts";

type PhaseName = IncidentSummary["phase"];

/** What a phase and a sort may be, in a query and as arguments of /mcp. */
export const PHASES: Readonly<Record<PhaseName, PhaseName>> = {
  collecting: "collecting",
  ticketed: "ticketed",
  verifying: "verifying",
  resolved: "resolved",
  ignored: "ignored",
};
export const SORTS = { last: "last", first: "first", count: "count" } as const;
/** A cursor of ours has 77 units at most. */
const CURSOR_UNITS_MAX = 100;

const instant = z.iso.datetime({
  offset: true,
  error: "is an instant, as 2026-12-24T18:00:00Z; a + of an offset is sent as %2B",
});

const PARAMETERS = {
  producer: text(NAME_UNITS_MAX),
  phase: z.enum(PHASES, { error: oneOf(PHASES) }),
  type: text(TYPE_UNITS_MAX),
  text: text(LIST_TEXT_UNITS_MAX).check(z.regex(/^[^\n]*$/, { error: "is a text on one line" })),
  from: instant,
  to: instant,
  sort: z.enum(SORTS, { error: oneOf(SORTS) }),
  limit: z.string().check(z.refine(isLimit, { error: `is a whole number from 1 to ${LIST_MAX}` })),
  cursor: text(CURSOR_UNITS_MAX),
};
const QUERY = z.partial(z.object(PARAMETERS));
const NAMES = Object.keys(PARAMETERS);

/** Reads what a list is asked for. The problem names each parameter that is wrong. */
export function readList(sent: URLSearchParams): Result<ListQuery, string> {
  const names = [...new Set(sent.keys())];
  const known = names.filter((name) => NAMES.includes(name));
  const parsed = z.safeParse(
    QUERY,
    Object.fromEntries(known.map((name) => [name, sent.get(name)])),
  );
  const problems = [
    ...(known.length === names.length
      ? []
      : [`the query: takes ${NAMES.join(", ")}, nothing else`]),
    ...known.filter((name) => sent.getAll(name).length > 1).map((name) => `${name}: is sent once`),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`),
  ];
  if (!parsed.success || problems.length > 0) return failed(problems.join("; "));
  const { producer, phase, type, text: part, from, to, sort, limit, cursor } = parsed.data;
  const first: ListQuery = {
    producer: producer ?? null,
    phase: phase ?? null,
    type: type ?? null,
    text: part ?? null,
    from: from === undefined ? null : Date.parse(from),
    to: to === undefined ? null : Date.parse(to),
    sort: sort ?? "last",
    limit: limit === undefined ? LIST_DEFAULT : Number(limit),
    after: null,
  };
  if (cursor === undefined) return ok(first);
  const after = readCursor(cursor, first);
  return after.ok ? ok({ ...first, after: after.value }) : failed(`cursor: ${after.problem}`);
}

function text(unitsMax: number): z.ZodMiniString {
  const error = `is a text of 1 to ${unitsMax} characters`;
  return z.string().check(z.minLength(1, { error }), z.maxLength(unitsMax, { error }));
}

function oneOf(values: object): string {
  return `is one of ${Object.keys(values).join(", ")}`;
}

function isLimit(sent: string): boolean {
  return /^[0-9]{1,9}$/.test(sent) && Number(sent) >= 1 && Number(sent) <= LIST_MAX;
}
