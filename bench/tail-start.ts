// npm run bench -- tail: what the tail bundle costs an isolate: to compile, to evaluate before any
// failure, at the first failure (when refine is evaluated), at the next one, and beside each healthy
// request. Each in a new process.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withBundle } from "../scripts/build-worker.ts";

const RUNS = 9;
/** Many, because one takes far less than the clock can tell. */
const HEALTHY_TRACES = 1_000_000;

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
const healthy = [{ ...item, outcome: "ok", exceptions: [], scriptName: "shop",
  scriptVersion: { id: "5c1e0000-0000-4000-8000-000000000001" },
  event: { request: {}, response: { status: 200 } } }];
const ctx = { waitUntil() {} };
for (let n = 0; n < ${HEALTHY_TRACES}; n++) globalThis.entry.tail(healthy, env, ctx);
times.push(performance.now());
console.log(JSON.stringify(times.slice(1).map((time, i) => time - times[i])));
})()`;

/** Prints the medians for the bundle as wrangler deploys it, in ms. */
export function benchTailStart(): void {
  const bundle = withBundle("wrangler.tail.toml", (folder) =>
    readFileSync(join(folder, "tail.js")),
  );
  const runs = Array.from(
    { length: RUNS },
    () =>
      JSON.parse(
        execFileSync(process.execPath, ["-e", CHILD], { input: bundle, encoding: "utf8" }),
      ) as readonly number[],
  );
  console.log(`outerloop-tail: ${bundle.length} bytes, medians of ${RUNS} new processes`);
  const median = (step: number): number =>
    runs.map((run) => run[step] ?? Number.NaN).toSorted((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
  const names = ["compile", "evaluate at the start", "first failure", "next failure"];
  for (const [step, name] of names.entries()) {
    console.log(`${name.padEnd(22)} ${median(step).toFixed(2)} ms`);
  }
  const healthyNs = (median(names.length) / HEALTHY_TRACES) * 1_000_000;
  console.log(`${"healthy trace, warm".padEnd(22)} ${healthyNs.toFixed(0)} ns`);
}
