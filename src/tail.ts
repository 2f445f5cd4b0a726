// Entry of outerloop-tail. It runs beside every request of every producer: healthy traces leave in
// the first line, and it holds no route, no secret and one binding.
import { capture } from "./capture/capture.ts";
import type { CaptureMemory } from "./capture/capture.ts";
import { parseRules } from "./failure/rules.ts";
import type { Rule } from "./failure/rules.ts";
import { mayHaveFailed } from "./capture/trace.ts";

const memory: CaptureMemory = { waiting: new Map(), shed: 0 };
const ownWorkers: ReadonlySet<string> = new Set(["outerloop", "outerloop-tail"]);

let rules: readonly Rule[] | null = null;

// Settings do not change in the life of an isolate. A wrong rule is left out, and `/health` tells
// of it: both Workers read the same setting.
function rulesOf(env: TailEnv & { readonly RULES?: unknown }): readonly Rule[] {
  rules ??= parseRules(env.RULES).rules;
  return rules;
}

export default {
  tail(items, env, ctx) {
    const failing = items.filter(mayHaveFailed);
    if (failing.length === 0) return;
    ctx.waitUntil(
      capture(failing, memory, {
        options: {
          unnamedProducer: env.UNNAMED_PRODUCER || "unnamed",
          ownWorkers,
          rules: rulesOf(env),
        },
        queue: env.FAILURES,
        now: () => Date.now(),
        newId: () => crypto.randomUUID(),
        wait: (ms) => scheduler.wait(ms),
        random: () => Math.random(),
      }),
    );
  },
} satisfies ExportedHandler<TailEnv>;
