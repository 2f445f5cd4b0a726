// The tail bundle runs beside every request of every producer. What wrangler would deploy must stay
// small, hold no zod and no SDK, and evaluate nothing of refine before the first failure
// (docs/decisions/0006-tail-bundle.md). outerloop may hold the SDKs, and evaluates Linear's only where a
// ticket is worked on (the webhook needs no more than a small file of it) and MCP's only at /mcp.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { withBundle } from "./build-worker.ts";

const BYTES_MAX = 60 * 1024;
const LARGE = [
  "node_modules/@linear/sdk/dist/index.mjs",
  "node_modules/@modelcontextprotocol/server/dist/index.mjs",
];
const BANNED = /node_modules\/(?:zod|@linear|@modelcontextprotocol|itty-router|preact)\//;

interface Metafile {
  readonly inputs: Readonly<
    Record<
      string,
      { readonly imports: readonly { readonly path: string; readonly kind: string }[] }
    >
  >;
}

function problemsInTail(folder: string): readonly string[] {
  const bytes = statSync(join(folder, "tail.js")).size;
  const meta = metaIn(folder);
  console.log(`outerloop-tail: ${bytes} of ${BYTES_MAX} bytes, minified`);
  const eager = [...evaluatedAtStart(meta, "src/tail.ts")];
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

function problemsInMain(folder: string): readonly string[] {
  const meta = metaIn(folder);
  const eager = evaluatedAtStart(meta, "src/worker.ts");
  return LARGE.flatMap((path) => {
    if (meta.inputs[path] === undefined) return [`${path} is not where it was: look for it`];
    return eager.has(path)
      ? [`${path} is evaluated at the start: import() it where it is needed`]
      : [];
  });
}

function metaIn(folder: string): Metafile {
  return JSON.parse(readFileSync(join(folder, "bundle-meta.json"), "utf8")) as Metafile;
}

// What is imported by statements only; a module behind import() is evaluated when it is called.
function evaluatedAtStart(meta: Metafile, entry: string): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const path of reached) {
    for (const { path: target, kind } of meta.inputs[path]?.imports ?? []) {
      if (kind === "import-statement") reached.add(target);
    }
  }
  return reached;
}

const problems = [
  ...withBundle("wrangler.tail.toml", problemsInTail).map(
    (problem) => `outerloop-tail: ${problem}`,
  ),
  ...withBundle("wrangler.toml", problemsInMain).map((problem) => `outerloop: ${problem}`),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
