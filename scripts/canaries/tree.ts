// A copy of both Workers to build from: the same sources and settings, but for the door that lets
// traces in and, where that is wanted, redaction that takes nothing out. It lies in the project,
// where the packages are found, in a folder that git ignores.
import { cp, mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const COPIED = [
  "src",
  "durable-objects",
  "wrangler.toml",
  "wrangler.tail.toml",
  "scripts/canaries/tail-door.ts",
  "scripts/canaries/no-redaction.ts",
];

export interface Tree {
  readonly path: string;
  remove(): Promise<void>;
}

/** Copies the Workers; `remove` leaves nothing behind. */
export async function copyWorkers(options: { readonly redacts: boolean }): Promise<Tree> {
  const dist = join(PROJECT, "dist");
  await mkdir(dist, { recursive: true });
  const path = await mkdtemp(join(dist, "canaries-"));
  await Promise.all(
    COPIED.map((part) => cp(join(PROJECT, part), join(path, part), { recursive: true })),
  );
  await replaceIn(
    join(path, "wrangler.tail.toml"),
    /^main = .*$/m,
    'main = "scripts/canaries/tail-door.ts"',
  );
  // It only makes the bundle smaller, and the harness looks for it beside the project.
  await replaceIn(join(path, "wrangler.tail.toml"), /^tsconfig = .*\n/m, "");
  if (!options.redacts) {
    await writeFile(
      join(path, "src/refine/redact.ts"),
      'export * from "../../scripts/canaries/no-redaction.ts";\n',
    );
  }
  // Also where the process ends early.
  const atExit = (): void => rmSync(path, { recursive: true, force: true });
  process.once("exit", atExit);
  return {
    path,
    async remove() {
      process.off("exit", atExit);
      await rm(path, { recursive: true, force: true });
      // Only where nobody else keeps anything there.
      await rmdir(dist).catch(() => {});
    },
  };
}

async function replaceIn(file: string, found: RegExp, instead: string): Promise<void> {
  const text = await readFile(file, "utf8");
  if (!found.test(text)) throw new Error(`${file} is not as expected: it has no ${found.source}`);
  await writeFile(file, text.replace(found, instead));
}
