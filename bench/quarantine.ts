// What the quarantine costs, beside what the rest of a failure costs: refine, of the same trace.
import { readFileSync } from "node:fs";
import { readTrace } from "../src/capture/trace.ts";
import { judgeFailures, judgeText } from "../src/ticket/quarantine.ts";
import { refine } from "../src/refine/refine.ts";
import { TICKET_CASES } from "../test/fixtures/tickets/traces.ts";

const ROUNDS = 30;
const WARM_UP_ROUNDS = 5;
const OPTIONS = { unnamedProducer: "shop", ownWorkers: new Set<string>(), rules: [] };

/** Prints what judging costs: an ordinary message, a failure, and texts of the greatest length. */
export function benchQuarantine(): void {
  const traces = TICKET_CASES.flatMap(({ traces: items }) =>
    items.flatMap((item) => {
      const trace = readTrace(item);
      return trace.ok ? [trace.value] : [];
    }),
  );
  const failures = traces.flatMap((trace) => refine(trace, OPTIONS));
  const messages = readFileSync("test/fixtures/injection/ordinary.jsonl", "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
  const long = messages.join(" ").repeat(9).slice(0, 65_536);
  const candidates: readonly (readonly [name: string, calls: number, run: () => unknown])[] = [
    ["refine, a trace", traces.length, () => traces.map((trace) => refine(trace, OPTIONS))],
    [
      "judgeFailures, a failure",
      failures.length,
      () => failures.map((one) => judgeFailures([one])),
    ],
    ["judgeText, an ordinary message", messages.length, () => messages.map(judgeText)],
    ["judgeText, 65,536 ordinary units", 1, () => judgeText(long)],
    ["judgeText, 65,536 units of base64", 1, () => judgeText("QUFB".repeat(16_384))],
  ];
  const totals = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, calls, run] of candidates) {
      const before = performance.now();
      run();
      const each = (performance.now() - before) / calls;
      if (round >= WARM_UP_ROUNDS) totals.set(name, (totals.get(name) ?? 0) + each);
    }
  }
  for (const [name, ms] of totals) {
    console.log(`${name.padEnd(36)} ${(ms / (ROUNDS - WARM_UP_ROUNDS)).toFixed(3)} ms`);
  }
}
