// Both Workers on the real runtime, with a door into the tail Worker and a recorder before Linear.
import { createTestHarness } from "wrangler";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { REDACT_KEYS } from "./kinds.ts";
import { startRecorder } from "./recorder.ts";
import type { Recorder } from "./recorder.ts";

const ACCESS_TOKEN = "local-access-token";
const LINEAR_KEY = "lin_api_local";

export type Harness = ReturnType<typeof createTestHarness>;

export interface CanaryStack {
  /** The Workers are built from it. */
  readonly folder: string;
  readonly harness: Harness;
  readonly linear: LinearStandIn;
  readonly recorder: Recorder;
  /** Asks outerloop, with the token. */
  ask(path: string, body?: string): Promise<{ readonly status: number; readonly text: string }>;
  /** Hands traces to the tail Worker and gives back what it sent to the queue. */
  tail(traces: readonly object[]): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** Starts the Workers of the folder on free ports; `close` ends all of it. */
export async function startCanaryStack(folder: string): Promise<CanaryStack> {
  // As in local-stack.ts: no notes of the runtime between our lines, no network for `Request.cf`.
  process.env["WRANGLER_LOG"] ??= "none";
  process.env["CLOUDFLARE_CF_FETCH_ENABLED"] ??= "false";
  const linear = await startLinearStandIn({ apiKey: LINEAR_KEY });
  const recorder = await startRecorder(linear.url, /"title":"canary-[a-z-]*-rpc\b/);
  const harness = createTestHarness({
    root: folder,
    workers: [
      { configPath: "wrangler.tail.toml", vars: { REDACT_KEYS } },
      {
        configPath: "wrangler.toml",
        vars: {
          REDACT_KEYS,
          LINEAR_API_URL: `${recorder.url}/graphql`,
          LINEAR_TEAM: "ENG",
          LINEAR_AGENT: "coding-agent",
          PUBLIC_URL: "https://outerloop.example",
          SETTLE_SECONDS: 1,
        },
        secrets: { LINEAR_API_KEY: LINEAR_KEY, ACCESS_TOKEN },
      },
    ],
  });
  const close = async (): Promise<void> => {
    await Promise.all([harness.close(), recorder.close(), linear.close()]);
  };
  try {
    await harness.listen();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    folder,
    harness,
    linear,
    recorder,
    close,
    async ask(path, body) {
      const answer = await harness.getWorker("outerloop").fetch(path, {
        ...(body === undefined ? {} : { method: "POST", body }),
        headers: { authorization: `Bearer ${ACCESS_TOKEN}` },
      });
      const head = JSON.stringify([...answer.headers]);
      return { status: answer.status, text: `${head}\n${await answer.text()}` };
    },
    async tail(traces) {
      const body = JSON.stringify(traces);
      const answer = await harness.getWorker("outerloop-tail").fetch("/", { method: "POST", body });
      if (!answer.ok) throw new Error(`the tail Worker's door answered ${answer.status}`);
      return (await answer.json()) as unknown[];
    },
  };
}
