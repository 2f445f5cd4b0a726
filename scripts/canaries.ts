// npm run canaries: puts a secret of every kind into every field of every kind of trace and looks
// for it in everything that leaves the tail Worker; with redaction, and with redaction broken.
import { parseArgs } from "node:util";
import { plantAll } from "./canaries/plant.ts";
import { fieldTable, judge, kindTable } from "./canaries/report.ts";
import { runBoth } from "./canaries/run.ts";
import { leaveWith, startProgress } from "./script.ts";

const HELP = `usage: npm run canaries

Plants a made-up secret of every kind in every field of every kind of trace, drives the real
Workers with them on this machine (the queue, the Durable Objects, their alarms, Linear's SDK and a
stand-in for Linear), and searches everything that left the tail Worker for any half of a secret:
messages on the queue, all rows of all objects, dead letters, HTTP answers, all that reached Linear,
and logs. Then the same with redaction broken on purpose, which must find every kind.

  --help   this text

Exit status: 0 if no secret was found with redaction and every kind was found without; 1 and a list
if not; 2 if it could not run. Takes about half a minute; nothing leaves this machine.`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const told = startProgress();
  const planting = plantAll();
  told(`${planting.canaries.length} canaries in ${planting.traces.length} traces`);
  const report = await runBoth(planting, told);
  console.log(`\nFound: with redaction / with redaction broken on purpose.\n`);
  console.log(`${kindTable(report)}\n\n${fieldTable(report)}\n`);
  const problems = judge(report);
  for (const problem of problems) console.log(`NOT AS IT SHOULD BE: ${problem}`);
  told(problems.length === 0 ? "no canary got out" : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(2));
await leaveWith("canaries", main);
