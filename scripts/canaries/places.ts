// Everything that left the tail Worker, by the place where it is now.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LIST_MAX } from "../../src/limits.ts";
import type { CanaryStack } from "./canary-stack.ts";

export const PLACES = ["queue", "objects", "dead letters", "HTTP", "Linear", "logs"] as const;
export type Place = (typeof PLACES)[number];

const DEAD_LETTERS = "DeadLetterDO";

/** The texts of each place. */
export async function collect(
  stack: CanaryStack,
  messages: readonly unknown[],
  traces: readonly object[],
): Promise<Readonly<Record<Place, readonly string[]>>> {
  // Read from the settings, so that a class that is added later is searched too.
  const settings = await readFile(join(stack.folder, "wrangler.toml"), "utf8");
  const classes = [...settings.matchAll(/^class_name = "(\w+)"/gm)].map(([, name = ""]) => name);
  const others = classes.filter((name) => name !== DEAD_LETTERS);
  const objects = await Promise.all(others.map((name) => rowsOf(stack, name)));
  return {
    queue: messages.map((message) => JSON.stringify(message)),
    objects: objects.flat(),
    "dead letters": await rowsOf(stack, DEAD_LETTERS),
    HTTP: await answers(stack, messages, traces),
    Linear: [...stack.recorder.requests, JSON.stringify(stack.linear.state())],
    // The logs last: whatever was asked above may have written some.
    logs: stack.harness.getLogs().map((entry) => JSON.stringify(entry)),
  };
}

/** The fingerprints of these messages. */
export function fingerprintsOf(messages: readonly unknown[]): readonly string[] {
  const all = messages.map((message) => (message as { fingerprint?: string }).fingerprint);
  return [...new Set(all)].filter((fingerprint) => fingerprint !== undefined);
}

/** How many messages lie in the dead letters by now. */
export async function countDeadLetters({ harness }: CanaryStack): Promise<number> {
  const worker = harness.getWorker("outerloop");
  const [id] = await worker.listDurableObjectIds(DEAD_LETTERS);
  if (id === undefined) return 0;
  const storage = await worker.getDurableObjectStorage(DEAD_LETTERS, { id });
  const [row] = await storage.exec<{ n: number }>("SELECT count(*) AS n FROM letter");
  return row?.n ?? 0;
}

/** Every row of every table of every object of a class. */
async function rowsOf({ harness }: CanaryStack, name: string): Promise<readonly string[]> {
  const worker = harness.getWorker("outerloop");
  const ids = await worker.listDurableObjectIds(name);
  const rows = await Promise.all(
    ids.map(async (id) => {
      const storage = await worker.getDurableObjectStorage(name, { id });
      // Tables with this prefix are the platform's own; SQL may not read them.
      const tables = await storage.exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'",
      );
      return Promise.all(tables.map((table) => storage.exec(`SELECT * FROM "${table.name}"`)));
    }),
  );
  return rows.flat(2).map((row) => JSON.stringify(row));
}

async function answers(
  stack: CanaryStack,
  messages: readonly unknown[],
  traces: readonly object[],
): Promise<readonly string[]> {
  const input = JSON.stringify(traces);
  // It may well say that something is wrong: tickets were refused.
  const health = await stack.ask("/health");
  const asked = await Promise.all([
    stack.ask(`/incidents?limit=${LIST_MAX}`),
    // Whole, and as the pack in both its forms.
    ...fingerprintsOf(messages).flatMap((fingerprint) =>
      ["", ".md", ".json"].map((behind) => stack.ask(`/incidents/${fingerprint}${behind}`)),
    ),
    stack.ask("/explain", input),
    // No JSON: the answer must not quote it.
    stack.ask("/explain", input.slice(0, -1)),
  ]);
  const refused = asked.find(({ status }) => status !== 200);
  if (refused) throw new Error(`outerloop answered ${refused.status} to what it should answer`);
  return [health, ...asked].map(({ text }) => text);
}
