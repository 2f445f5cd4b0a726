// The tail bundle runs beside every request of every producer. What wrangler would deploy must stay
// small, hold no zod and no SDK, and evaluate nothing of refine before the first failure
// (docs/decisions/0006-tail-bundle.md).
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { withTailBundle } from "./build-tail.ts";

const BYTES_MAX = 60 * 1024;
const ENTRY = "src/tail.ts";
const BANNED = /node_modules\/(?:zod|@linear|itty-router|preact)\//;

interface Metafile {
  readonly inputs: Readonly<
    Record<
      string,
      { readonly imports: readonly { readonly path: string; readonly kind: string }[] }
    >
  >;
}

function problemsIn(folder: string): readonly string[] {
  const bytes = statSync(join(folder, "tail.js")).size;
  const meta = JSON.parse(readFileSync(join(folder, "bundle-meta.json"), "utf8")) as Metafile;
  console.log(`outerloop-tail: ${bytes} of ${BYTES_MAX} bytes, minified`);
  const eager = [...evaluatedAtStart(meta)];
  console.log(`evaluated at its start: ${eager.join(", ")}`);
  return [
    ...(bytes > BYTES_MAX ? [`${bytes - BYTES_MAX} bytes too many`] : []),
    ...Object.keys(meta.inputs)
      .filter((path) => BANNED.test(path))
      .map((path) => `${path} must not be in it`),
    ...eager
      .filter((path) => path.startsWith("src/refine/") || path.includes("node_modules/"))
      .map((path) => `${path} is evaluated beside healthy requests: import it where it is needed`),
  ];
}

// What is imported by statements only; a module behind import() is evaluated when it is called.
function evaluatedAtStart(meta: Metafile): ReadonlySet<string> {
  const reached = new Set([ENTRY]);
  for (const path of reached) {
    for (const { path: target, kind } of meta.inputs[path]?.imports ?? []) {
      if (kind === "import-statement") reached.add(target);
    }
  }
  return reached;
}

const problems = withTailBundle(problemsIn);
for (const problem of problems) console.error(`tail bundle: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
