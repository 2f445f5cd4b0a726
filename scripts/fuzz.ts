// npm run fuzz: hostile requests to every route of the real API, on workerd.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { leaveWith, startProgress } from "./script.ts";

const TEST = "test/workerd/fuzz.test.ts";
const REQUESTS = 20_000;

const HELP = `usage: npm run fuzz -- [--requests N]

Sends hostile requests to every route: names, queries, tokens, headers and bodies that nobody who means
well would send. Each answer must be no mistake of ours, in the shape that docs/openapi.json tells, may
hold no secret and, with AGENT_TOKEN, no text that is held back; and looking may store nothing.

  --requests N  how many (default ${REQUESTS}; npm test sends 1,000)
  --help        this text

Exit status: 0 if all of it held; 1 if not, with the request that broke it and the seed; 2 if it could
not run.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      requests: { type: "string", default: String(REQUESTS) },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const requests = Number(values.requests);
  if (!Number.isInteger(requests) || requests < 1) {
    throw new Error(`--requests is a whole number from 1, not ${values.requests}`);
  }
  const told = startProgress();
  told(`${requests} requests`);
  const child = spawn("vitest", ["run", "--project", "workerd", TEST], {
    stdio: "inherit",
    env: { ...process.env, FUZZ_REQUESTS: String(requests) },
  });
  const [status] = (await once(child, "exit")) as [number | null];
  told(status === 0 ? "all of them held" : "not all of them held: see above");
  return status === 0 ? 0 : 1;
}

await leaveWith("fuzz", main);
