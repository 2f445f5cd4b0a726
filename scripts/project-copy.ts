// A copy of parts of the project, to be changed and then built or tested from. It lies in the project,
// where the packages are found, in a folder that git ignores.
import { cp, mkdir, mkdtemp, rm, rmdir } from "node:fs/promises";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root. */
export const PROJECT = fileURLToPath(new URL("..", import.meta.url));

export interface ProjectCopy {
  readonly path: string;
  remove(): Promise<void>;
}

/** Copies the parts, which are paths from the root; `remove` leaves nothing behind. */
export async function copyProject(name: string, parts: readonly string[]): Promise<ProjectCopy> {
  const dist = join(PROJECT, "dist");
  await mkdir(dist, { recursive: true });
  const path = await mkdtemp(join(dist, `${name}-`));
  // Also where the process ends early.
  const atExit = (): void => rmSync(path, { recursive: true, force: true });
  process.once("exit", atExit);
  await Promise.all(
    parts.map((part) => cp(join(PROJECT, part), join(path, part), { recursive: true })),
  );
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
