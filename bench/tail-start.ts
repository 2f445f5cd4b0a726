// npm run bench -- tail: what the tail bundle costs an isolate: to compile, to evaluate before any
// failure, at the first failure (when refine is evaluated) and at the next one. Each in a new process.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withTailBundle } from "../scripts/build-tail.ts";

const RUNS = 9;

// Runs in the child: a Worker's globals that the bundle needs, and no others.
const CHILD = `(async () => {
const vm = require("node:vm");
const source = require("node:fs").readFileSync(0, "utf8");
const code = source.replace(/export\\{(\\w+) as default\\};?/, "globalThis.entry=$1;");
globalThis.scheduler = { wait: async () => {} };
const item = { outcome: "exception", event: null, logs: [],
  exceptions: [{ name: "TypeError", message: "no", timestamp: 1, stack: "    at f (a.js:1:2)" }] };
const env = { UNNAMED_PRODUCER: "shop", FAILURES: { sendBatch: async () => {} } };
const times = [performance.now()];
const script = new vm.Script(code);
times.push(performance.now());
script.runInThisContext();
times.push(performance.now());
for (let n = 0; n < 2; n++) {
  let done;
  globalThis.entry.tail([item], env, { waitUntil: (work) => { done = work; } });
  await done;
  times.push(performance.now());
}
console.log(JSON.stringify(times.slice(1).map((time, i) => time - times[i])));
})()`;

/** Prints the medians for the bundle as wrangler deploys it, in ms. */
export function benchTailStart(): void {
  const bundle = withTailBundle((folder) => readFileSync(join(folder, "tail.js")));
  const runs = Array.from(
    { length: RUNS },
    () =>
      JSON.parse(
        execFileSync(process.execPath, ["-e", CHILD], { input: bundle, encoding: "utf8" }),
      ) as readonly number[],
  );
  console.log(`outerloop-tail: ${bundle.length} bytes, medians of ${RUNS} new processes`);
  const names = ["compile", "evaluate at the start", "first failure", "next failure"];
  for (const [step, name] of names.entries()) {
    const sorted = runs.map((run) => run[step] ?? Number.NaN).toSorted((a, b) => a - b);
    console.log(`${name.padEnd(22)} ${(sorted[RUNS >> 1] ?? Number.NaN).toFixed(2)} ms`);
  }
}
