import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, inject, it, vi } from "vitest";
import { Linear } from "./linear.ts";
import { Simulation } from "./simulation.ts";

// Set by `npm run simulate`; a short run of one seed is part of `npm test`.
const { SIMULATION_SEED = 1, SIMULATION_STEPS = 0 } = env as {
  readonly SIMULATION_SEED?: number;
  readonly SIMULATION_STEPS?: number;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it(`holds for ${SIMULATION_STEPS} steps of seed ${SIMULATION_SEED}`, async () => {
  const linear = new Linear(inject("linearUrl"));
  const start = await linear.untouchedDay();
  vi.setSystemTime(start);
  await linear.setClock(start);
  const simulation = new Simulation(SIMULATION_SEED, linear, start);
  let problems: readonly string[] = [];
  for (let step = 1; step <= SIMULATION_STEPS && problems.length === 0; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one step after the other
    problems = await simulation.step();
  }
  if (problems.length === 0) problems = await simulation.rest();
  // oxlint-disable-next-line no-console -- read by scripts/simulate.ts
  console.log(JSON.stringify({ simulated: simulation.report(), problems }));
  expect(simulation.report().steps).toBe(SIMULATION_STEPS);
  expect(problems).toEqual([]);
}, 600_000);
