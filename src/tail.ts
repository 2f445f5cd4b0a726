// Entry of outerloop-tail. It runs beside every request of every producer: healthy traces leave in
// the first lines, and it holds no route, no secret and one binding.
import type { CaptureMemory } from "./capture/capture.ts";
import { dueSightings } from "./capture/sight.ts";
import type { SightingMemory } from "./capture/sight.ts";
import { tellSightings } from "./capture/tell-sightings.ts";
import type { TellDeps } from "./capture/tell-sightings.ts";
import { mayHaveFailed } from "./capture/trace.ts";
import type { Rule } from "./failure/rules.ts";
import { OWN_WORKERS } from "./own-workers.ts";
import { splitList } from "./split-list.ts";

const memory: CaptureMemory = {
  waiting: new Map(),
  routes: { hour: 0, byProducer: new Map() },
  shed: 0,
  ruleProblems: 0,
};
const sighted: SightingMemory = new Map();

export default {
  tail(items, env, ctx) {
    const failing = items.filter(mayHaveFailed);
    if (failing.length > 0) ctx.waitUntil(captureFailing(failing, env));
    const due = dueSightings(items, sighted, producersOf(env), Date.now());
    if (due.length > 0) ctx.waitUntil(tellSightings(due, sighted, tellDeps(env)));
  },
} satisfies ExportedHandler<TailEnv>;

async function captureFailing(items: readonly TraceItem[], env: TailEnv): Promise<void> {
  // Imported here so that a cold start beside a healthy request evaluates none of refine's tables:
  // the bundler turns this into a function that runs at the first failure of the isolate.
  const { capture } = await import("./capture/capture.ts");
  const { parseRules } = await import("./failure/rules.ts");
  if (rules === null) {
    const parsed = parseRules(settingsOf(env).RULES);
    ({ rules } = parsed);
    memory.ruleProblems = parsed.problems.length;
  }
  await capture(items, memory, {
    options: { ...producersOf(env), rules, redactKeys: redactKeysOf(env) },
    queue: env.FAILURES,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    wait: (ms) => scheduler.wait(ms),
    random: () => Math.random(),
  });
}

function tellDeps(env: TailEnv): TellDeps {
  return {
    queue: env.FAILURES,
    newId: () => crypto.randomUUID(),
    redactKeys: redactKeysOf(env),
  };
}

// Settings do not change in the life of an isolate. A wrong rule is left out and told by a notice;
// `/health` says what is wrong with it where outerloop has the same rules.
let rules: readonly Rule[] | null = null;

interface TailSettings {
  readonly UNNAMED_PRODUCER: string;
  readonly RULES?: unknown;
  /** Comma between them. */
  readonly REDACT_KEYS?: unknown;
}

function settingsOf(env: TailEnv & TailSettings): TailSettings {
  return env;
}

function producersOf(env: TailEnv): {
  readonly unnamedProducer: string;
  readonly ownWorkers: ReadonlySet<string>;
} {
  return { unnamedProducer: env.UNNAMED_PRODUCER || "unnamed", ownWorkers: OWN_WORKERS };
}

function redactKeysOf(env: TailEnv): readonly string[] {
  const { REDACT_KEYS } = settingsOf(env);
  return typeof REDACT_KEYS === "string" ? splitList(REDACT_KEYS) : [];
}
