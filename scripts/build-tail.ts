import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Builds outerloop-tail as wrangler would deploy it and lends the folder to `look`: `tail.js`, and
 * esbuild's `bundle-meta.json`.
 */
export function withTailBundle<Seen>(look: (folder: string) => Seen): Seen {
  const folder = mkdtempSync(join(tmpdir(), "outerloop-tail-"));
  try {
    const args = ["deploy", "--config", "wrangler.tail.toml", "--dry-run", "--metafile"];
    const ran = spawnSync("wrangler", [...args, "--outdir", folder], { encoding: "utf8" });
    if (ran.status !== 0) {
      throw new Error(`wrangler could not build it:\n${ran.stdout}${ran.stderr}`);
    }
    return look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
