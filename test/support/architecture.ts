// The rules of the house, as functions over source texts, so that a test can also show that each
// rule fails where it is broken.

/** Floors, the lowest first: a file imports from its own folder and from floors below it. */
const FLOORS: Readonly<Record<string, number>> = {
  "src/limits.ts": 0,
  "src/error-kind.ts": 0,
  "src/iso.ts": 0,
  "src/log.ts": 0,
  "src/own-workers.ts": 0,
  "src/result.ts": 0,
  "src/secret-env.ts": 0,
  "src/split-list.ts": 0,
  "src/sqlite-schema.ts": 0,
  "src/settings.ts": 2,
  "src/objects.ts": 3,
  "src/tell-heard.ts": 4,
  "src/failure": 1,
  "src/refine": 2,
  "src/incident": 2,
  "src/producer": 2,
  "src/desk": 3,
  "src/ticket": 4,
  "src/capture": 5,
  "src/intake": 5,
  "src/inspect": 5,
  "durable-objects": 6,
  "src/tail.ts": 7,
  "src/worker.ts": 7,
};

/** The two wings: each belongs to one Worker, and they meet at src/failure only. */
const TAIL_WING = ["src/tail.ts", "src/capture", "src/refine"];
const MAIN_WING = [
  "src/worker.ts",
  "src/intake",
  "src/incident",
  "src/producer",
  "src/desk",
  "src/ticket",
  "src/inspect",
  "durable-objects",
];

/** Files that may touch the clock, chance, the environment, I/O or the console. */
export const EDGES: readonly string[] = [
  "src/tail.ts",
  "src/worker.ts",
  "src/settings.ts",
  "src/log.ts",
  "src/objects.ts",
  "src/sqlite-schema.ts",
  "src/capture/trace.ts",
  "src/capture/send.ts",
  "src/failure/decode.ts",
  "src/incident/store.ts",
  "src/producer/store.ts",
  "src/desk/database.ts",
  "src/ticket/linear-client.ts",
  "src/ticket/linear-call.ts",
  "src/intake/consume.ts",
  "src/intake/dead-letter-store.ts",
  "src/tell-heard.ts",
  "src/inspect/access.ts",
  "src/inspect/actions.ts",
  "src/inspect/answer.ts",
  "src/inspect/dead-letters.ts",
  "src/inspect/examine.ts",
  "src/inspect/health.ts",
  "src/inspect/heard-store.ts",
  "src/inspect/index-store.ts",
  "src/inspect/list.ts",
  "src/inspect/responses.ts",
  "src/inspect/router.ts",
  "src/inspect/webhook.ts",
];

const IMPURE: readonly (readonly [string, RegExp])[] = [
  ["the clock", /\bDate\.now\(|\bnew Date\(\)|\bperformance\b/],
  ["chance", /\bMath\.random\b|\bcrypto\b/],
  ["the environment", /\bprocess\.\w|\bimport\.meta\b|: Env\b/],
  ["I/O", /\bfetch\(|\bsetTimeout\b|\bscheduler\b|\bcloudflare:|\.storage\b/],
  ["the console", /\bconsole\./],
];

// Words that the glossary keeps for others.
const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|manager|common|misc|index)\.ts$/;

/** Sources by path from the project's root, `/` between folders. */
export type Sources = ReadonlyMap<string, string>;

/** Every broken rule, a line each. */
export function brokenRules(sources: Sources): readonly string[] {
  return [...sources].flatMap(([path, text]) => [
    ...placeProblems(path),
    ...importProblems(path, text),
    ...purityProblems(path, text),
    ...reachProblems(path, sources),
  ]);
}

function placeProblems(path: string): readonly string[] {
  const problems = FORBIDDEN_NAMES.test(path) ? [`${path}: name the file for what it holds`] : [];
  return floorOf(path) === null
    ? [...problems, `${path}: no floor of the house is known`]
    : problems;
}

function importProblems(path: string, text: string): readonly string[] {
  const floor = floorOf(path);
  return importsOf(path, text)
    .filter((target) => target.startsWith("src/") || target.startsWith("durable-objects/"))
    .flatMap((target) => {
      const below = floorOf(target);
      if (floor === null || below === null) return [];
      if (crossesWings(path, target)) return [`${path} imports ${target} from the other wing`];
      const isSame = folderOf(path) === folderOf(target) || path === EXPLAINS;
      return isSame || below < floor || isStoreOf(path, target)
        ? []
        : [`${path} imports ${target}, which is not below it`];
    });
}

// A Durable Object's shell is made of its store and its view, which live with their subject.
function isStoreOf(path: string, target: string): boolean {
  return path.startsWith("durable-objects/") && /^src\/(inspect|intake)\//.test(target);
}

function purityProblems(path: string, text: string): readonly string[] {
  if (!path.startsWith("src/") || EDGES.includes(path)) return [];
  const code = text.replace(
    /\/\/.*$|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gm,
    (found) => (found.startsWith('"cloudflare:') ? found : ""),
  );
  return IMPURE.filter(([, sign]) => sign.test(code)).map(
    ([what]) => `${path} touches ${what} and is no edge`,
  );
}

// refine and all that it imports run in the tail Worker and in plain Node.
function reachProblems(path: string, sources: Sources): readonly string[] {
  if (!path.startsWith("src/refine/")) return [];
  return [...reachable(path, sources)].flatMap((reached) =>
    importsOf(reached, sources.get(reached) ?? "")
      .filter((target) => /^zod|^cloudflare:|^@linear|^node:/.test(target))
      .map((target) => `${path} reaches ${target} through ${reached}`),
  );
}

function reachable(path: string, sources: Sources): ReadonlySet<string> {
  const seen = new Set([path]);
  for (const reached of seen) {
    for (const target of importsOf(reached, sources.get(reached) ?? "")) {
      if (sources.has(target)) seen.add(target);
    }
  }
  return seen;
}

/** What a file imports: paths from the root for our own files, names for packages. */
export function importsOf(path: string, text: string): readonly string[] {
  const found = text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, target]) => {
    const name = target ?? "";
    return name.startsWith(".") ? new URL(name, `file:///${path}`).pathname.slice(1) : name;
  });
}

function floorOf(path: string): number | null {
  return FLOORS[path] ?? FLOORS[folderOf(path)] ?? null;
}

function folderOf(path: string): string {
  return path.split("/").slice(0, -1).slice(0, 2).join("/");
}

// Explaining is refining without a failure: it calls the functions of production and stores nothing.
const EXPLAINS = "src/inspect/explain.ts";

function crossesWings(path: string, target: string): boolean {
  if (
    path === EXPLAINS &&
    (target.startsWith("src/refine/") || target === "src/capture/trace.ts")
  ) {
    return false;
  }
  const wing = (file: string, folders: readonly string[]): boolean =>
    folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
  return (
    (wing(path, TAIL_WING) && wing(target, MAIN_WING)) ||
    (wing(path, MAIN_WING) && wing(target, TAIL_WING))
  );
}
