/** Runs the stand-in for Linear by itself: npx node examples/linear-stand-in/main.ts --help */
import { parseArgs } from "node:util";

import { DEFAULT_API_KEY, startLinearStandIn } from "./server.ts";

const HELP = `A stand-in for Linear on this machine: its GraphQL API, and a page to read the tickets.

Usage: npx node examples/linear-stand-in/main.ts [--port PORT] [--api-key KEY]

  --port PORT     where to listen (default 4400; 0 for any free port)
  --api-key KEY   the only key that it accepts (default ${DEFAULT_API_KEY})
  --help          this text`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4400" },
    "api-key": { type: "string", default: DEFAULT_API_KEY },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  await run(Number(values.port), values["api-key"]);
}

async function run(port: number, apiKey: string): Promise<void> {
  try {
    const standIn = await startLinearStandIn({ port, apiKey });
    console.log(`Tickets:        ${standIn.url}/
GraphQL:        ${standIn.graphqlUrl}
Authorization:  ${standIn.apiKey}
Failures:       ${standIn.graphqlUrl} in a browser tells how to plan them
Ctrl-C ends it, and everything is forgotten.`);
    process.once("SIGINT", () => void standIn.close());
    process.once("SIGTERM", () => void standIn.close());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`Cannot listen on port ${port}: ${reason}. Choose another one with --port.`);
    process.exitCode = 1;
  }
}
