// npm run simulate: weeks of production in a minute, on the real runtime, from a seed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { SimulationReport } from "../test/simulation/report.ts";
import { leaveWith, startProgress } from "./script.ts";
import { layOut } from "./table.ts";

const TEST = "test/simulation/simulation.test.ts";
const STEPS = 2_000;
const SEED_MAX = 2 ** 31;

const HELP = `usage: npm run simulate -- [--seed N] [--steps N]

Runs the real Durable Objects on workerd, the queue's consumer and the Linear SDK against the
stand-in for Linear, while failures, redeliveries, sightings, outages, lost answers, evictions, people
in Linear and people with ACCESS_TOKEN come in an order that the seed decides. Time is moved by the
test runtime. After every step it holds: each message is counted once, no wake-up is missing, one
open ticket an incident, nothing is said twice; and at the end that everything comes to rest.

  --seed N    the same seed does the same again (default: a new one, printed)
  --steps N   how many things happen (default ${STEPS})
  --help      this text

Exit status: 0 if all of it held; 1 and what did not; 2 if it could not run.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: "string" },
      steps: { type: "string", default: String(STEPS) },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const seed = whole(values.seed ?? String(Math.floor(Math.random() * SEED_MAX)), "--seed", 0);
  const steps = whole(values.steps, "--steps", 1);
  const told = startProgress();
  told(`seed ${seed}, ${steps} steps`);
  const { report, problems } = await run(seed, steps);
  const { injected, ...counts } = report;
  const rows = [...Object.entries(counts), ...Object.entries(injected)];
  console.log(`\n${layOut(rows.map(([name, count]) => [name, String(count)]))}\n`);
  for (const problem of problems) console.log(`NOT AS IT SHOULD BE: ${problem}`);
  const isWell = problems.length === 0;
  told(
    isWell ? "everything held" : `again with: npm run simulate -- --seed ${seed} --steps ${steps}`,
  );
  return isWell ? 0 : 1;
}

interface Simulated {
  readonly report: SimulationReport;
  readonly problems: readonly string[];
}

// In vitest, which brings the runtime whose time can be moved; its report comes as a line of JSON.
async function run(seed: number, steps: number): Promise<Simulated> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
  const child = spawn(process.execPath, [vitest, "run", "--project", "simulation", TEST], {
    cwd: root,
    env: {
      ...process.env,
      NO_COLOR: "1",
      SIMULATION_SEED: String(seed),
      SIMULATION_STEPS: String(steps),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stderr.on("data", (text: Buffer) => said.push(text.toString()));
  const ended = once(child, "close");
  let found: Simulated | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(`${line}\n`);
    if (line.startsWith('{"simulated"')) found = readReport(line);
  }
  // Not left before it has ended what it started.
  await ended;
  if (found !== null) return found;
  throw new Error(`it ended without a report:\n${said.join("").slice(-4_000)}`);
}

function readReport(line: string): Simulated {
  const { simulated, problems } = JSON.parse(line) as {
    simulated: SimulationReport;
    problems: readonly string[];
  };
  return { report: simulated, problems };
}

function whole(text: string, option: string, least: number): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new Error(`${option} is not a whole number from ${least}: try --help.`);
}

await leaveWith("simulate", main);
