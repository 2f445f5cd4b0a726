// Any order of failures of several faults, redeliveries, alarms, answers of Linear, the desk and
// other incidents, lost ones and deaths, versions, people's doings and passing time. What must hold
// is in world/laws.ts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDoing } from "./world/doings.ts";
import { Run } from "./world/run.ts";

describe("incidents and their desk, whatever happens", () => {
  it("count once, wake in time, have one ticket a fault, and come to rest", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDoing, { minLength: 1, maxLength: 60 }), async (doings) => {
        const run = new Run();
        for (const happens of doings) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await run.happen(happens);
          expect(run.problems()).toEqual([]);
        }
        expect(await run.rest()).toEqual([]);
      }),
      { numRuns: Number(process.env["WORLD_RUNS"] ?? 300) },
    );
  }, 600_000);
});
