// Secrets of every kind on their way through both Workers; `npm run canaries` plants them in every
// field, and here they are in the fields that say most.
import { beforeAll, describe, expect, it } from "vitest";
import { plantAll } from "../../scripts/canaries/plant.ts";
import type { Canary } from "../../scripts/canaries/plant.ts";
import { PLACES } from "../../scripts/canaries/places.ts";
import type { Place } from "../../scripts/canaries/places.ts";
import { judge } from "../../scripts/canaries/report.ts";
import type { Findings, Report } from "../../scripts/canaries/report.ts";
import { runBoth } from "../../scripts/canaries/run.ts";

describe("canaries", () => {
  const planting = plantAll({ triggers: ["fetch", "rpc", "alarm", "unreadable"] });
  let report: Report;

  beforeAll(async () => {
    report = await runBoth(planting);
  });

  it("does not find one of them anywhere behind the tail Worker", () => {
    expect(found(report.redacted)).toEqual([]);
  });

  it("finds every kind in every place but the logs when redaction is broken on purpose", () => {
    const kinds = kindsOf(planting.canaries);
    expect(PLACES.map((place) => [place, kindsOf(report.broken[place])])).toEqual(
      PLACES.map((place) => [place, place === "logs" ? new Set() : kinds]),
    );
  });

  it("judges that all is well", () => {
    expect(judge(report)).toEqual([]);
  });
});

function found(findings: Findings): readonly (readonly [Place, string, string])[] {
  return PLACES.flatMap((place) =>
    [...findings[place]].map(({ kind, field }) => [place, kind, field] as const),
  );
}

function kindsOf(canaries: Iterable<Canary>): ReadonlySet<string> {
  return new Set([...canaries].map(({ kind }) => kind));
}
