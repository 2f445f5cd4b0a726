// What both runs found, judged and laid out. Pure. Never more of a canary than its name.
import { layOut } from "../table.ts";
import { PLACES } from "./places.ts";
import type { Place } from "./places.ts";
import type { Canary } from "./plant.ts";
import type { Guard } from "./planted.ts";

/** Which canaries were found, by place. */
export type Findings = Readonly<Record<Place, ReadonlySet<Canary>>>;

export interface Report {
  readonly canaries: readonly Canary[];
  readonly redacted: Findings;
  /** With redaction broken on purpose. */
  readonly broken: Findings;
}

/** What is not as it should be, a line each; empty when all is well. */
export function judge({ canaries, redacted, broken }: Report): readonly string[] {
  const kinds = new Set(canaries.map(({ kind }) => kind));
  const shown = new Set([...everywhere(broken)].map(({ kind }) => kind));
  return [
    ...canaries.flatMap((canary) => {
      const found = placesOf(redacted, canary);
      return found.length === 0 ? [] : [`${nameOf(canary)} got out: ${found.join(", ")}`];
    }),
    ...canaries.flatMap((canary) => {
      const found = placesOf(broken, canary);
      if (canary.guard === "not read" && found.length > 0) {
        return [`${nameOf(canary)} is read after all: ${found.join(", ")}`];
      }
      // Logs are facts of our own: no redaction is needed to keep them clean.
      if (broken.logs.has(canary)) return [`${nameOf(canary)} is logged`];
      // Who would not find it without redaction proves nothing by not finding it with redaction.
      return canary.guard === "redaction" && found.length === 0
        ? [`${nameOf(canary)} was not found with redaction broken either`]
        : [];
    }),
    ...[...kinds]
      .filter((kind) => !shown.has(kind))
      .map((kind) => `${kind} was found nowhere with redaction broken`),
  ];
}

/** Kinds by places: how many were planted and found, "with redaction / without". */
export function kindTable({ canaries, redacted, broken }: Report): string {
  const kinds = [...new Set(canaries.map(({ kind }) => kind))];
  const row = (name: string, members: readonly Canary[]): readonly string[] => [
    name,
    String(members.length),
    both(members, everywhere(redacted), everywhere(broken)),
    ...PLACES.map((place) => both(members, redacted[place], broken[place])),
  ];
  return layOut([
    ["kind of secret", "planted", "found", ...PLACES],
    ...kinds.map((kind) =>
      row(
        kind,
        canaries.filter((canary) => canary.kind === kind),
      ),
    ),
    row("all", canaries),
  ]);
}

const GUARDS: Readonly<Record<Guard, string>> = {
  redaction: "redaction",
  pattern: "a pattern, and redaction behind it",
  "not read": "the allow-list: it is not read",
};

/** Fields by what keeps a secret in them. */
export function fieldTable({ canaries, redacted, broken }: Report): string {
  const rows = Object.entries(GUARDS).map(([guard, words]) => {
    const members = canaries.filter((canary) => canary.guard === guard);
    const fields = [...new Set(members.map(({ field }) => field))];
    const found = both(members, everywhere(redacted), everywhere(broken));
    return { words, members, fields, found };
  });
  const table = layOut([
    ["what keeps it in", "fields", "planted", "found"],
    ...rows.map(({ words, members, fields, found }) => [
      words,
      String(fields.length),
      String(members.length),
      found,
    ]),
  ]);
  const lists = rows.map(({ words, fields }) => `${words}: ${fields.join(", ")}`);
  return [table, ...lists].join("\n\n");
}

function both(
  members: readonly Canary[],
  redacted: ReadonlySet<Canary>,
  broken: ReadonlySet<Canary>,
): string {
  const count = (found: ReadonlySet<Canary>): number =>
    members.filter((canary) => found.has(canary)).length;
  return `${count(redacted)} / ${count(broken)}`;
}

function everywhere(findings: Findings): ReadonlySet<Canary> {
  return new Set(PLACES.flatMap((place) => [...findings[place]]));
}

function placesOf(findings: Findings, canary: Canary): readonly Place[] {
  return PLACES.filter((place) => findings[place].has(canary));
}

function nameOf({ kind, field }: Canary): string {
  return `${kind} in ${field}`;
}
