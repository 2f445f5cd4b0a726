// The whole system on this machine: the shop, both Workers and a stand-in for Linear, on the real
// runtime, with the real queue, Durable Objects and alarms.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTestHarness } from "wrangler";
import { startLinearStandIn } from "../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../examples/linear-stand-in/server.ts";
import type { Shop } from "../examples/scenario.ts";
import { startProxy } from "./proxy.ts";

/** Local values: they guard nothing. */
export const LOCAL_ACCESS_TOKEN = "local-access-token";
export const LOCAL_AGENT_TOKEN = "local-agent-token";
const LOCAL_LINEAR_KEY = "lin_api_local";
const LOCAL_WEBHOOK_SECRET = "local-webhook-secret";

export interface LocalStack {
  /** Where outerloop answers; the token is added on the way. */
  readonly outerloopUrl: string;
  /** Where the shop answers. */
  readonly shopUrl: string;
  readonly linear: LinearStandIn;
  readonly shop: Shop;
  /** Puts a message on the queue, as if the tail Worker had sent it. */
  send(message: unknown): Promise<void>;
  close(): Promise<void>;
}

export interface LocalStackOptions {
  readonly settleSeconds: number;
  /** Told of each step, for progress. */
  readonly told?: (step: string) => void;
}

/** Builds and starts everything on free ports; `close` ends all of it. */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const told = options.told ?? (() => {});
  quiet();
  const root = fileURLToPath(new URL("..", import.meta.url));
  const built = await mkdtemp(join(tmpdir(), "outerloop-"));
  // The local runtime leaves at a signal, whatever is still to be closed.
  const sweep = (): void => rmSync(built, { recursive: true, force: true });
  process.once("exit", sweep);
  told("building the shop");
  // Built as for a deploy: the development build would answer its throws with an error page and
  // hide them from the tail Worker.
  await build(root, join(root, "examples/producer/wrangler.toml"), join(built, "shop"));

  told("starting the stand-in for Linear");
  // An agent that never answers would lose its tickets to people while somebody looks at them.
  const linear = await startLinearStandIn({ apiKey: LOCAL_LINEAR_KEY, agent: "answers" });
  let outerloop: ((request: Request) => Promise<Response>) | null = null;
  const proxy = await startProxy(LOCAL_ACCESS_TOKEN, async (request) =>
    outerloop === null ? new Response("starting\n", { status: 503 }) : outerloop(request),
  );

  linear.setWebhook({ url: `${proxy.url}/webhooks/linear`, secret: LOCAL_WEBHOOK_SECRET });

  told("starting the shop and both Workers");
  const harness = createTestHarness({
    root,
    workers: [
      {
        configPath: "examples/producer/wrangler.toml",
        prebuiltWorkerDir: join(built, "shop"),
      },
      { configPath: "wrangler.tail.toml", vars: { UNNAMED_PRODUCER: "shop" } },
      {
        configPath: "wrangler.toml",
        vars: {
          LINEAR_API_URL: linear.graphqlUrl,
          LINEAR_TEAM: "ENG",
          LINEAR_AGENT: "coding-agent",
          PUBLIC_URL: proxy.url,
          SETTLE_SECONDS: options.settleSeconds,
          // More faults in a minute than a budget of ten tickets an hour lets through.
          TICKETS_PER_HOUR: 100,
        },
        secrets: {
          LINEAR_API_KEY: LOCAL_LINEAR_KEY,
          LINEAR_WEBHOOK_SECRET: LOCAL_WEBHOOK_SECRET,
          ACCESS_TOKEN: LOCAL_ACCESS_TOKEN,
          AGENT_TOKEN: LOCAL_AGENT_TOKEN,
        },
      },
    ],
  });
  const { url } = await harness.listen();
  outerloop = (request) => forward(harness, request);
  const shop = harness.getWorker("shop");
  return {
    outerloopUrl: proxy.url,
    shopUrl: url.href,
    linear,
    shop: {
      // A throw in the shop is what we are here for.
      get: (path) => shop.fetch(path).catch(() => null),
      cron: () => shop.scheduled({ cron: "*/5 * * * *" }).catch(() => null),
    },
    async send(message) {
      const env = await harness.getWorker<{ FAILURES: Queue }>("outerloop-tail").getEnv();
      await env.FAILURES.send(message);
    },
    async close() {
      linear.setWebhook(null);
      await Promise.all([harness.close(), proxy.close(), linear.close()]);
      sweep();
    },
  };
}

// The runtime's own notes would stand between our lines, and asking for a real `Request.cf` needs a
// network; whoever wants them sets the variables.
function quiet(): void {
  process.env["WRANGLER_LOG"] ??= "none";
  process.env["CLOUDFLARE_CF_FETCH_ENABLED"] ??= "false";
}

async function forward(
  harness: ReturnType<typeof createTestHarness>,
  request: Request,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const answer = await harness.getWorker("outerloop").fetch(`${pathname}${search}`, {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    ...(request.body === null ? {} : { body: await request.text() }),
  });
  // 304 may have no body, not even an empty one.
  const body = answer.status === 304 ? null : await answer.arrayBuffer();
  return new Response(body, {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
  });
}

async function build(root: string, config: string, outdir: string): Promise<void> {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const child = spawn(
    process.execPath,
    [wrangler, "deploy", "--dry-run", "--config", config, "--outdir", outdir],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"] },
  );
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => said.push(text.toString()));
  }
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (code !== 0) throw new Error(`wrangler could not build the shop:\n${said.join("")}`);
}
