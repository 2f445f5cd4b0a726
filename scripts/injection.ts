// npm run injection: how well hostile texts are told from ordinary ones, over the corpus of ours or
// another.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { QUARANTINE_LINE } from "../src/limits.ts";
import { judgeText } from "../src/ticket/quarantine.ts";
import { holdsLimits, judgeSamples, percent, ratesBy, readSamples } from "./injection-rates.ts";
import type { Sample, Verdict } from "./injection-rates.ts";
import { layOut } from "./table.ts";

const HELP = `usage: npm run injection -- [--failures] [--file FILE]

Judges the texts of test/fixtures/injection/ and prints how many hostile ones were caught and how many
ordinary ones passed, by technique, language and whether they were held back while tuning.

  --failures   lists the samples that were judged wrongly, but for those that were held back
  --file FILE  judges another corpus: lines of JSON with "text" and "hostile" or "label"

Exit status: 0 if at least 95 % are caught and at most 1 % of the ordinary are taken for hostile, 1 if
not, 2 if a file cannot be read.`;

const CORPUS = [
  "hostile.jsonl",
  "ordinary.jsonl",
  "languages-hostile.jsonl",
  "languages-ordinary.jsonl",
].map((name) => new URL(`../test/fixtures/injection/${name}`, import.meta.url));

function main(): number {
  const { values } = parseArgs({
    options: {
      failures: { type: "boolean", default: false },
      file: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const files = values.file === undefined ? CORPUS : [values.file];
  const samples = files.flatMap((file) => readSamples(readFileSync(file, "utf8")));
  const verdicts = judgeSamples(samples, judgeText, QUARANTINE_LINE);
  for (const isHostile of [true, false]) {
    const half = verdicts.filter(({ sample }) => sample.isHostile === isHostile);
    if (half.length > 0) console.log(report(half, isHostile));
  }
  if (values.failures) console.log(failures(verdicts, values.file !== undefined));
  return holdsLimits(verdicts) ? 0 : 1;
}

function report(verdicts: readonly Verdict[], isHostile: boolean): string {
  const of = (groupOf: (sample: Sample) => string): readonly (readonly string[])[] =>
    ratesBy(verdicts, groupOf).map((rate) => [
      `  ${rate.group}`,
      percent(rate),
      `${rate.right} of ${rate.all}`,
    ]);
  return `${layOut([
    [isHostile ? "hostile, caught" : "ordinary, passed"],
    ...of(() => "all"),
    ...of(({ isHeld }) => (isHeld ? "held back while tuning" : "tuned with")),
    [isHostile ? "by technique" : "by source"],
    ...of(({ technique }) => technique),
    ...(isHostile ? [["by language"], ...of(({ language }) => language)] : []),
  ])}\n`;
}

function failures(verdicts: readonly Verdict[], isOther: boolean): string {
  return verdicts
    .filter(({ isRight, sample }) => !isRight && (isOther || !sample.isHeld))
    .map(({ sample, score, reasons }) =>
      [
        `${sample.isHostile ? "missed" : "false alarm"}, score ${score}`,
        JSON.stringify(sample.text),
        reasons.join("; "),
      ].join("\n  "),
    )
    .join("\n");
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`injection: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
