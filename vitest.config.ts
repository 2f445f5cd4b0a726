import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { SIMULATION_LINEAR_KEY } from "./test/support/simulation-setup.ts";
import { WEBHOOK_SECRET } from "./test/support/webhook.ts";

// Far more than any of them needs alone: others keep the machine busy too.
const PATIENCE_MS = 60_000;

export default defineConfig({
  test: {
    // The log of requests, of which some tests make thousands.
    onConsoleLog: (line) => !line.includes('{"message":"request"'),
    reporters: ["default", "./test/support/count-reporter.ts"],
    projects: [
      {
        // The pure core, the scripts and the stand-in: plain Node.
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/workerd/**", "test/flow/**", "test/simulation/**"],
          testTimeout: PATIENCE_MS,
        },
      },
      {
        // Where the runtime matters: SQLite, alarms, eviction, queue results, HTTP.
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                ACCESS_TOKEN: "test-access-token",
                AGENT_TOKEN: "test-agent-token",
                LINEAR_WEBHOOK_SECRET: WEBHOOK_SECRET,
                FUZZ_REQUESTS: Number(process.env["FUZZ_REQUESTS"] ?? 1_000),
              },
            },
          }),
        ],
        test: {
          name: "workerd",
          include: ["test/workerd/**/*.test.ts"],
          testTimeout: PATIENCE_MS,
        },
      },
      {
        // The real objects through weeks of failures and outages; time is moved by the test.
        plugins: [
          cloudflareTest(({ inject }) => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                ACCESS_TOKEN: "simulation",
                LINEAR_API_KEY: SIMULATION_LINEAR_KEY,
                LINEAR_WEBHOOK_SECRET: WEBHOOK_SECRET,
                LINEAR_API_URL: `${inject<string>("linearUrl")}/graphql`,
                LINEAR_TEAM: "ENG",
                LINEAR_AGENT: "coding-agent",
                PUBLIC_URL: "https://outerloop.example",
                WATCH_HOURS: 2,
                RETENTION_DAYS: 1,
                TICKETS_PER_HOUR: 3,
                SIMULATION_SEED: Number(process.env["SIMULATION_SEED"] ?? 1),
                SIMULATION_STEPS: Number(process.env["SIMULATION_STEPS"] ?? 150),
              },
            },
          })),
        ],
        test: {
          name: "simulation",
          include: ["test/simulation/**/*.test.ts"],
          globalSetup: ["./test/support/simulation-setup.ts"],
          // They share the stand-in: its failures, its tickets and its clock.
          fileParallelism: false,
        },
      },
      {
        // Whole stories over several real Workers in one process.
        test: {
          name: "flow",
          include: ["test/flow/**/*.test.ts"],
          testTimeout: 2 * PATIENCE_MS,
          hookTimeout: 2 * PATIENCE_MS,
        },
      },
    ],
  },
});
