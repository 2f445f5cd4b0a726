// npm run -s explain -- [FILE]: what refine makes of recorded traces, one JSON a line and candidate.
import { parseArgs } from "node:util";
import { parseRules } from "../src/failure/rules.ts";
import { explainText } from "../src/inspect/explain.ts";
import { splitList } from "../src/split-list.ts";
import { OWN_WORKERS } from "../src/own-workers.ts";
import { endWith, readRules, readTraces } from "./traces-input.ts";

const HELP = `usage: npm run -s explain -- [FILE] [--producer NAME] [--rules FILE] [--redact KEYS]

Reads traces from FILE or standard input: one JSON a line, a JSON array, or what
\`wrangler tail --format json\` prints. Prints one JSON a line for each candidate: whether it is kept,
why, its fingerprint, and exactly what would go on the queue.

  --producer NAME   name for traces without a script name (default: unnamed)
  --rules FILE      rules to try, as a JSON list of what RULES holds
  --redact KEYS     names of fields to redact besides, comma between them, as REDACT_KEYS
  --help            this text

Exit status: 0, or 1 if something in the input was no trace or a rule is wrong, or 2 if it could not be read.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: "boolean" },
      producer: { type: "string", default: "unnamed" },
      rules: { type: "string" },
      redact: { type: "string", default: "" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const input = await readTraces(positionals);
  const rules = parseRules(await readRules(values.rules));
  for (const problem of rules.problems) console.error(`explain: ${problem}`);
  const lines = explainText(input, {
    unnamedProducer: values.producer,
    ownWorkers: OWN_WORKERS,
    rules: rules.rules,
    redactKeys: splitList(values.redact),
  });
  for (const line of lines) console.log(JSON.stringify(line));
  return lines.some((line) => "error" in line) || rules.problems.length > 0 ? 1 : 0;
}

await endWith("explain", main);
