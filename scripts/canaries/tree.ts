// A copy of both Workers to build from: the same sources and settings, but for the door that lets
// traces in and, where that is wanted, redaction that takes nothing out.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyProject } from "../project-copy.ts";
import type { ProjectCopy } from "../project-copy.ts";

const COPIED = [
  "src",
  "durable-objects",
  "wrangler.toml",
  "wrangler.tail.toml",
  "scripts/canaries/tail-door.ts",
  "scripts/canaries/no-redaction.ts",
];

/** Copies the Workers; `remove` leaves nothing behind. */
export async function copyWorkers(options: { readonly redacts: boolean }): Promise<ProjectCopy> {
  const copy = await copyProject("canaries", COPIED);
  await replaceIn(
    join(copy.path, "wrangler.tail.toml"),
    /^main = .*$/m,
    'main = "scripts/canaries/tail-door.ts"',
  );
  // It only makes the bundle smaller, and the harness looks for it beside the project.
  await replaceIn(join(copy.path, "wrangler.tail.toml"), /^tsconfig = .*\n/m, "");
  if (!options.redacts) {
    await writeFile(
      join(copy.path, "src/refine/redact.ts"),
      'export * from "../../scripts/canaries/no-redaction.ts";\n',
    );
  }
  return copy;
}

async function replaceIn(file: string, found: RegExp, instead: string): Promise<void> {
  const text = await readFile(file, "utf8");
  if (!found.test(text)) throw new Error(`${file} is not as expected: it has no ${found.source}`);
  await writeFile(file, text.replace(found, instead));
}
