// Entry of outerloop-tail. It runs beside every request of every producer: healthy traces leave in
// the first line, and it holds no route, no secret and one binding.
import type { CaptureMemory } from "./capture/capture.ts";
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

export default {
  tail(items, env, ctx) {
    const failing = items.filter(mayHaveFailed);
    if (failing.length > 0) ctx.waitUntil(captureFailing(failing, env));
  },
} satisfies ExportedHandler<TailEnv>;

async function captureFailing(items: readonly TraceItem[], env: TailEnv): Promise<void> {
  // Imported here so that a cold start beside a healthy request evaluates none of refine's tables:
  // the bundler turns this into a function that runs at the first failure of the isolate.
  const { capture } = await import("./capture/capture.ts");
  const { parseRules } = await import("./failure/rules.ts");
  const { UNNAMED_PRODUCER, RULES, REDACT_KEYS } = settingsOf(env);
  if (rules === null) {
    const parsed = parseRules(RULES);
    ({ rules } = parsed);
    memory.ruleProblems = parsed.problems.length;
  }
  await capture(items, memory, {
    options: {
      unnamedProducer: UNNAMED_PRODUCER || "unnamed",
      ownWorkers: OWN_WORKERS,
      rules,
      redactKeys: typeof REDACT_KEYS === "string" ? splitList(REDACT_KEYS) : [],
    },
    queue: env.FAILURES,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    wait: (ms) => scheduler.wait(ms),
    random: () => Math.random(),
  });
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
