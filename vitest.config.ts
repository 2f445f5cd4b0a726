import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/count-reporter.ts"],
    projects: [
      {
        // The pure core, the scripts and the stand-in: plain Node.
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/workerd/**", "test/flow/**"],
        },
      },
      {
        // Where the runtime matters: SQLite, alarms, eviction, queue results, HTTP.
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: { ACCESS_TOKEN: "test-access-token", AGENT_TOKEN: "test-agent-token" },
            },
          }),
        ],
        test: { name: "workerd", include: ["test/workerd/**/*.test.ts"] },
      },
      {
        // Whole stories over several real Workers in one process.
        test: {
          name: "flow",
          include: ["test/flow/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
