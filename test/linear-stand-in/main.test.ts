import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

import { LinearClient } from "@linear/sdk";
import { describe, expect, it } from "vitest";

const MAIN = "examples/linear-stand-in/main.ts";

describe("main.ts", () => {
  it("tells with --help how it is run", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [MAIN, "--help"]);
    expect(stdout).toContain("--port PORT");
  });

  it("refuses an option that it does not know", async () => {
    await expect(promisify(execFile)(process.execPath, [MAIN, "--prot", "1"])).rejects.toThrow(
      "Unknown option '--prot'",
    );
  });

  it.each(["none", "70000"])("refuses the port %s and says what to do", async (port) => {
    await expect(promisify(execFile)(process.execPath, [MAIN, "--port", port])).rejects.toThrow(
      "Choose another one with --port",
    );
  });

  it("prints its addresses, answers, and ends when it is told to", async () => {
    const args = [MAIN, "--port", "0", "--api-key", "key-of-the-test"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    try {
      let printed = "";
      for await (const text of child.stdout.setEncoding("utf8")) {
        printed += String(text);
        if (printed.includes("Ctrl-C")) break;
      }
      const apiUrl = /http:\S+\/graphql/.exec(printed)?.[0] ?? "";
      const linear = new LinearClient({ apiUrl, apiKey: "key-of-the-test" });
      expect(await linear.viewer).toMatchObject({ displayName: "on-call" });
      expect(printed).toContain("key-of-the-test");
    } finally {
      child.kill("SIGTERM");
    }
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
