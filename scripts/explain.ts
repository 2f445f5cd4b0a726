// npm run -s explain -- [FILE]: what refine makes of recorded traces, one JSON a line and candidate.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { readTrace } from "../src/capture/trace.ts";
import { explainTrace } from "../src/refine/explain.ts";
import { readValues } from "./read-traces.ts";

const HELP = `usage: npm run -s explain -- [FILE] [--producer NAME]

Reads traces from FILE or standard input: one JSON a line, a JSON array, or what
\`wrangler tail --format json\` prints. Prints one JSON a line for each candidate: whether it is kept,
why, its fingerprint, and exactly what would go on the queue.

  --producer NAME   name for traces without a script name (default: unnamed)
  --help            this text

Exit status: 0, or 1 if something in the input was no trace, or 2 if it could not be read.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: "boolean" },
      producer: { type: "string", default: "unnamed" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [file, ...more] = positionals;
  if (more.length > 0) throw new Error("one FILE at the most");
  const input = await (file === undefined ? text(process.stdin) : readFile(file, "utf8"));
  const options = { unnamedProducer: values.producer, ownWorkers: new Set<string>(), rules: [] };
  let status = 0;
  for (const [position, value] of readValues(input).entries()) {
    const trace = value.ok ? readTrace(value.value) : value;
    if (trace.ok) {
      for (const line of explainTrace(trace.value, position, options)) print(line);
    } else {
      print({ trace: position, error: trace.problem });
      status = 1;
    }
  }
  return status;
}

function print(line: object): void {
  console.log(JSON.stringify(line));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`explain: ${error instanceof Error ? error.message : String(error)}`);
  console.error("Try: npm run -s explain -- --help");
  process.exitCode = 2;
}
