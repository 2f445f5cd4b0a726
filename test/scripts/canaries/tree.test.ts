import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type * as Redaction from "../../../src/refine/redact.ts";
import { copyWorkers } from "../../../scripts/canaries/tree.ts";

describe("copyWorkers", () => {
  it("copies the sources as they are, with a door to the tail Worker", async () => {
    const tree = await copyWorkers({ redacts: true });
    const read = (path: string): Promise<string> => readFile(join(tree.path, path), "utf8");
    expect(await read("src/refine/redact.ts")).toBe(await readFile("src/refine/redact.ts", "utf8"));
    expect(await read("wrangler.toml")).toBe(await readFile("wrangler.toml", "utf8"));
    expect(await read("wrangler.tail.toml")).toContain('main = "scripts/canaries/tail-door.ts"');
    await tree.remove();
    expect(existsSync(tree.path)).toBe(false);
  });

  it("puts in redaction that takes nothing out where that is asked for", async () => {
    const tree = await copyWorkers({ redacts: false });
    try {
      const { redact, redactValue } = (await import(
        join(tree.path, "src/refine/redact.ts")
      )) as typeof Redaction;
      expect(redact("password=hunter2").text).toBe("password=hunter2");
      expect(redactValue({ password: "hunter2" }).text).toBe('{"password":"hunter2"}');
    } finally {
      await tree.remove();
    }
  });
});
