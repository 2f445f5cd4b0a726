// Holds the level of grouping on labelled cases of our own; `npm run evals` measures it on others'.
import { describe, expect, it } from "vitest";
import { explainTrace } from "../../src/refine/explain.ts";
import { LABELLED_TRACES } from "../fixtures/faults.ts";

const options = { unnamedProducer: "unnamed", ownWorkers: new Set<string>(), rules: [] };

const grouped = LABELLED_TRACES.map(({ label, trace }) => {
  const kept = [...explainTrace(trace, 0, options)].find((line) => line.kept);
  if (kept === undefined || !("family" in kept)) throw new Error(`nothing was kept of ${label}`);
  return { label, fingerprint: kept.fingerprint, family: kept.family, grouping: kept.grouping };
});

function keysOf(label: string, key: "fingerprint" | "family"): ReadonlySet<string> {
  return new Set(grouped.filter((one) => one.label === label).map((one) => one[key]));
}

const labels = [...new Set(grouped.map(({ label }) => label))];

describe("grouping", () => {
  it.each(labels)("makes one incident of: %s", (label) => {
    expect([...keysOf(label, "fingerprint")]).toHaveLength(1);
  });

  it("makes no incident of two faults", () => {
    expect(new Set(grouped.map(({ fingerprint }) => fingerprint)).size).toBe(labels.length);
  });

  it("has one family for a 500 and a 503 at one place, and else one for each fault", () => {
    expect(keysOf("returned 500", "family")).toEqual(keysOf("returned 503", "family"));
    expect(new Set(grouped.map(({ family }) => family)).size).toBe(labels.length - 1);
  });
});
