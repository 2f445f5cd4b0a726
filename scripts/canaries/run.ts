// One run: plant, drive the real Workers, wait until all tickets are there, look everywhere.
import { startCanaryStack } from "./canary-stack.ts";
import type { CanaryStack } from "./canary-stack.ts";
import { collect, countDeadLetters, fingerprintsOf, PLACES } from "./places.ts";
import { HARMLESS } from "./plant.ts";
import type { Planting } from "./plant.ts";
import type { Findings, Report } from "./report.ts";
import { searchFor } from "./search.ts";
import { copyWorkers } from "./tree.ts";

const TRACES_AT_ONCE = 50;
const LOOK_EVERY_MS = 250;
const PATIENCE_MS = 60_000;

/** Runs twice, at the same time: with redaction as it is, and with redaction broken. */
export async function runBoth(
  planting: Planting,
  told: (step: string) => void = () => {},
): Promise<Report> {
  const [redacted, broken] = await Promise.all([
    run(planting, { redacts: true, told: (step) => told(`with redaction: ${step}`) }),
    run(planting, { redacts: false, told: (step) => told(`with it broken: ${step}`) }),
  ]);
  return { canaries: planting.canaries, redacted, broken };
}

async function run(
  planting: Planting,
  options: { readonly redacts: boolean; readonly told: (step: string) => void },
): Promise<Findings> {
  const { told } = options;
  const tree = await copyWorkers(options);
  try {
    const stack = await startCanaryStack(tree.path);
    try {
      told("both Workers are up");
      const messages = await drive(stack, planting.traces);
      const failures = fingerprintsOf(messages).length;
      told(`${planting.traces.length} traces became ${failures} failures`);
      if (failures !== planting.failingCount) {
        throw new Error(`the traces should have made ${planting.failingCount} different failures`);
      }
      await settle(stack, messages, told);
      const texts = await collect(stack, messages, planting.traces);
      const search = searchFor(planting.canaries);
      return Object.fromEntries(
        PLACES.map((place) => {
          const text = texts[place].join("\n");
          if (!text.includes(HARMLESS)) throw new Error(`${place}: nothing of the traces is there`);
          return [place, search(text)];
        }),
      ) as Findings;
    } finally {
      await stack.close();
    }
  } finally {
    await tree.remove();
  }
}

async function drive(stack: CanaryStack, traces: readonly object[]): Promise<readonly unknown[]> {
  const messages: unknown[] = [];
  for (let at = 0; at < traces.length; at += TRACES_AT_ONCE) {
    // oxlint-disable-next-line no-await-in-loop -- as in production, one invocation after the other
    messages.push(...(await stack.tail(traces.slice(at, at + TRACES_AT_ONCE))));
  }
  return messages;
}

/** Waits until each incident has its ticket and each unreadable message lies in the dead letters. */
async function settle(
  stack: CanaryStack,
  messages: readonly unknown[],
  told: (step: string) => void,
): Promise<void> {
  const incidents = fingerprintsOf(messages).length;
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { issues } = stack.linear.state();
    const linked = issues.filter(({ attachments }) => attachments.length > 0).length;
    // oxlint-disable-next-line no-await-in-loop -- each look follows the one before it
    const letters = await countDeadLetters(stack);
    const refused = stack.recorder.refused.size;
    // What an incident keeps of a refusal is written before it is logged.
    const logs = stack.harness.getLogs();
    const noted = logs.filter(({ message }) => message.includes("effect postponed")).length;
    const isDone =
      linked + refused === incidents && noted >= refused && letters === messages.length;
    const now = `${linked} tickets, ${refused} refused, ${letters} dead letters`;
    if (isDone) return told(now);
    if (Date.now() > until) {
      throw new Error(`${incidents} incidents did not settle in ${PATIENCE_MS / 1_000} s: ${now}`);
    }
    // oxlint-disable-next-line no-await-in-loop -- waiting is the point
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_EVERY_MS);
    });
  }
}
