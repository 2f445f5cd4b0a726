import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Builds the Worker of a configuration as wrangler would deploy it and lends the folder to `look`:
 * `tail.js` or `worker.js`, and esbuild's `bundle-meta.json`.
 */
export function withBundle<Seen>(
  config: "wrangler.toml" | "wrangler.tail.toml",
  look: (folder: string) => Seen,
): Seen {
  const folder = mkdtempSync(join(tmpdir(), "outerloop-bundle-"));
  try {
    const args = ["deploy", "--config", config, "--dry-run", "--metafile"];
    const ran = spawnSync("wrangler", [...args, "--outdir", folder], { encoding: "utf8" });
    if (ran.status !== 0) {
      throw new Error(`wrangler could not build it:\n${ran.stdout}${ran.stderr}`);
    }
    return look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
