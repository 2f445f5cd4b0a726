// npm run bench -- refine PATH: what refine costs for recorded traces, beside a floor below which
// nothing can be (the trace as JSON and one SHA-256) and beside Sentry's SDK capturing the same
// errors to a finished envelope. All in one run, interleaved, in plain Node: the ratios are the
// result, the times belong to the machine.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  captureException,
  createStackParser,
  createTransport,
  setCurrentClient,
  withIsolationScope,
} from "@sentry/core";
import { nodeStackLineParser, ServerRuntimeClient } from "@sentry/core/server";
import { mayHaveFailed, readTrace } from "../src/capture/trace.ts";
import { refine } from "../src/refine/refine.ts";

const ROUNDS = 300;
const WARM_UP_ROUNDS = 60;
const OPTIONS = { unnamedProducer: "shop", ownWorkers: new Set<string>(), rules: [] };

interface Recorded {
  readonly outcome: string;
  readonly exceptions: readonly { name: string; message: string; stack?: string }[];
}

/** Runs the benchmark on the recorded traces in `path` (JSON a line, gzipped or not). */
export function benchRefine(path: string): void {
  const items = readLines(path).filter((item) => item.exceptions.length > 0);
  if (items.length === 0) throw new Error(`${path} holds no trace with an exception`);
  const healthy = { ...items[0], outcome: "ok", exceptions: [], logs: [] } as unknown as TraceItem;
  const send = startSentry();
  const candidates: Readonly<Record<string, () => void>> = {
    floor: () => {
      for (const item of items) createHash("sha256").update(JSON.stringify(item)).digest("hex");
    },
    refine: () => {
      for (const item of items) {
        const trace = readTrace(item);
        if (trace.ok) refine(trace.value, OPTIONS);
      }
    },
    sentry: () => {
      for (const item of items) for (const thrown of item.exceptions) send(thrown);
    },
    healthy: () => {
      for (let n = 0; n < items.length; n += 1) mayHaveFailed(healthy);
    },
  };
  report(measure(candidates), items.length);
}

function measure(candidates: Readonly<Record<string, () => void>>): ReadonlyMap<string, number[]> {
  const times = new Map(Object.keys(candidates).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, run] of Object.entries(candidates)) {
      const before = performance.now();
      run();
      if (round >= WARM_UP_ROUNDS) times.get(name)?.push(performance.now() - before);
    }
  }
  return times;
}

function report(times: ReadonlyMap<string, number[]>, traces: number): void {
  const each = new Map([...times].map(([name, all]) => [name, (median(all) * 1_000) / traces]));
  const of = (name: string): number => each.get(name) ?? Number.NaN;
  for (const [name, us] of each)
    console.log(`${name.padEnd(8)} ${us.toFixed(2).padStart(8)} µs a trace`);
  const ratios: readonly (readonly [string, number, number])[] = [
    ["refine / floor", of("refine") / of("floor"), 5],
    ["refine / sentry", of("refine") / of("sentry"), 0.4],
    ["healthy / failing", of("healthy") / of("refine"), 0.02],
  ];
  for (const [name, ratio, target] of ratios) {
    console.log(`${name.padEnd(18)} ${ratio.toFixed(3)}   target ≤ ${target}`);
  }
}

// A client with a transport that throws away, and a buffer that drops nothing. Each error is new:
// the SDK skips those that it has seen.
function startSentry(): (thrown: { name: string; message: string; stack?: string }) => void {
  let sent = 0;
  const client = new ServerRuntimeClient({
    dsn: "https://key@sentry.invalid/1",
    integrations: [],
    stackParser: createStackParser(nodeStackLineParser()),
    transport: (options) =>
      createTransport({ ...options, bufferSize: 1_000_000 }, async () => {
        sent += 1;
        return { statusCode: 200 };
      }),
    platform: "javascript",
  });
  setCurrentClient(client);
  client.init();
  process.once("exit", () => {
    console.log(`sentry sent ${sent} envelopes`);
  });
  return ({ name, message, stack }) => {
    const error = new Error(message);
    error.name = name;
    error.stack = `${name}: ${message}\n${stack ?? ""}`;
    withIsolationScope(() => captureException(error));
  };
}

function readLines(path: string): readonly Recorded[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Recorded);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
