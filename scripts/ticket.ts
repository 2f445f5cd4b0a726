// npm run -s ticket -- [FILE]: the tickets that recorded traces would make, one JSON a line.
import { parseArgs } from "node:util";
import { previewTickets } from "../src/inspect/preview.ts";
import { OWN_WORKERS } from "../src/own-workers.ts";
import { readSettings } from "../src/settings.ts";
import { splitList } from "../src/split-list.ts";
import { endWith, readRules, readTraces } from "./traces-input.ts";

const HELP = `usage: npm run -s ticket -- [FILE] [options]

Reads traces from FILE or standard input, as \`npm run explain\` does: one JSON a line, a JSON array, or
what \`wrangler tail --format json\` prints. Prints one JSON a line for each ticket that they would make:
its title, its description in Markdown, who gets it and why, and whether its text is held back.
Nothing is sent.

  --producer NAME      name for traces without a script name (default: unnamed)
  --rules FILE         rules to try, as a JSON list of what RULES holds
  --redact KEYS        names of fields to redact besides, comma between them, as REDACT_KEYS
  --url URL            PUBLIC_URL: where outerloop answers (default: none, and no address is told)
  --min-count N        AGENT_MIN_COUNT (default: 1)
  --no-agent           as if LINEAR_AGENT were not set
  --markdown           print the tickets as Markdown for people instead
  --help               this text

Exit status: 0, or 1 if something in the input was no trace or an option is wrong, or 2 if it could
not be read.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: "boolean" },
      producer: { type: "string", default: "unnamed" },
      rules: { type: "string" },
      redact: { type: "string", default: "" },
      url: { type: "string", default: "" },
      "min-count": { type: "string", default: "1" },
      "no-agent": { type: "boolean", default: false },
      markdown: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const input = await readTraces(positionals);
  const settings = readSettings({
    // Nobody is called: a key and a team stand for being able to.
    LINEAR_API_KEY: "none",
    LINEAR_TEAM: "none",
    LINEAR_AGENT: values["no-agent"] ? "" : "agent",
    PUBLIC_URL: values.url,
    AGENT_TOKEN: "set",
    AGENT_MIN_COUNT: values["min-count"],
    RULES: await readRules(values.rules),
  });
  const wrong = settings.problems.filter((problem) => !problem.startsWith("PUBLIC_URL is missing"));
  for (const problem of wrong) console.error(`ticket: ${problem}`);
  const refine = {
    unnamedProducer: values.producer,
    ownWorkers: OWN_WORKERS,
    rules: settings.rules,
    redactKeys: splitList(values.redact),
  };
  const lines = previewTickets(input, refine, settings, Date.now());
  for (const line of lines) {
    console.log(values.markdown && "title" in line ? markdown(line) : JSON.stringify(line));
  }
  return lines.some((line) => "error" in line) || wrong.length > 0 ? 1 : 0;
}

function markdown({ title, description }: { title: string; description: string }): string {
  return `# ${title}\n\n${description}\n`;
}

await endWith("ticket", main);
