// npm start: the main job end to end on this machine. A shop fails, tickets appear.
import { parseArgs } from "node:util";
import { driveShop } from "../examples/scenario.ts";
import { LOCAL_ACCESS_TOKEN, startLocalStack } from "./local-stack.ts";
import { leaveWith, startProgress, untilEnded } from "./script.ts";
import { isComplete, judge, table } from "./start-report.ts";
import { watch } from "./watch.ts";

const SETTLE_SECONDS = 2;
const PATIENCE_MS = 45_000;

const HELP = `usage: npm start [-- --once]

Starts a shop that fails on purpose, both Workers of outerloop and a stand-in for Linear on free
ports of this machine, drives traffic through the shop and prints what became of it. Nothing leaves
this machine.

  --once   leave when it is done: 0 if everything became what it should, else 1 and the reason.
           The addresses that it printed are gone then
  --help   this text

The settle window is shortened from 30 to ${SETTLE_SECONDS} seconds, so that you need not wait.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { once: { type: "boolean", default: false }, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const told = startProgress();
  told(`settle window: ${SETTLE_SECONDS} s here, 30 s by default`);
  const stack = await startLocalStack({ settleSeconds: SETTLE_SECONDS, told });
  try {
    await driveShop(stack.shop, (name) => told(`the shop fails: ${name}`));
    const report = await watch(stack, { patienceMs: PATIENCE_MS, told, isDone: isComplete });
    console.log(`\n${table(report)}\n`);
    const problems = judge(report);
    for (const problem of problems) console.log(`NOT AS IT SHOULD BE: ${problem}`);
    if (problems.length === 0) told("everything became what it should");
    if (values.once) return problems.length === 0 ? 0 : 1;
    console.log(`
  incidents   ${stack.outerloopUrl}/incidents
  health      ${stack.outerloopUrl}/health
  tickets     ${stack.linear.url}
  the shop    ${stack.shopUrl}     (fail some more: ${stack.shopUrl}orders/42)

  the doctor  ACCESS_TOKEN=${LOCAL_ACCESS_TOKEN} npm run -s doctor -- --url ${stack.outerloopUrl}

  act on one  curl -X POST -H "Authorization: Bearer ${LOCAL_ACCESS_TOKEN}" \\
                ${stack.outerloopUrl}/incidents/FINGERPRINT/resolve     (docs/http-api.md)

Ctrl-C ends it, and so does kill ${process.pid}.`);
    await untilEnded();
    return 0;
  } finally {
    await stack.close();
  }
}

await leaveWith("start", main);
