// Lines of the list, and what it is asked for.
import { summarize } from "../../src/incident/summary.ts";
import type { IncidentSummary } from "../../src/incident/summary.ts";
import type { ListPage, ListQuery } from "../../src/inspect/list-query.ts";
import { LIST_MAX } from "../../src/limits.ts";
import { incident } from "./factories.ts";

export type LineParts = Partial<Omit<IncidentSummary, "grouping">> & {
  readonly grouping?: Partial<IncidentSummary["grouping"]>;
};

/** A line of the incident with that fingerprint. */
export function line(fingerprint: string, { grouping, ...over }: LineParts = {}): IncidentSummary {
  const summary = summarize(incident(), [], false);
  return { ...summary, fingerprint, ...over, grouping: { ...summary.grouping, ...grouping } };
}

/** The nth of many fingerprints; those of larger numbers come later. */
export function fingerprintOf(nth: number): string {
  return `v1-${nth.toString(16).padStart(32, "0")}`;
}

/** All incidents, as many as one page may have. */
export function listQuery(over: Partial<ListQuery> = {}): ListQuery {
  return {
    producer: null,
    phase: null,
    type: null,
    text: null,
    from: null,
    to: null,
    sort: "last",
    limit: LIST_MAX,
    after: null,
    ...over,
  };
}

export function fingerprintsOf({ lines }: ListPage): readonly string[] {
  return lines.map(({ fingerprint }) => fingerprint);
}
