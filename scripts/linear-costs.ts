// What each operation on a ticket costs in Linear: measured by doing it against the stand-in, which
// takes only what Linear's own schema takes. Cold: nothing was looked up before; warm: a ticket of the
// same settings was worked on minutes ago.
import type { LoggedRequest } from "../examples/linear-stand-in/graphql/request-log.ts";
import { startLinearStandIn } from "../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../examples/linear-stand-in/server.ts";
import { ticketId } from "../src/incident/ticket-id.ts";
import { KeyMemories } from "../src/ticket/key-memory.ts";
import { connectLinear } from "../src/ticket/linear.ts";
import { linearSettings, ticketDraft } from "../test/support/linear-ticket.ts";
import { METHODS } from "./linear-operations.ts";

/** What one operation sends. */
export interface Cost {
  readonly method: keyof typeof METHODS;
  readonly cold: Sent;
  readonly warm: Sent;
}

interface Sent {
  /** The names that the SDK gives its documents; in alphabetical order, since some go at once. */
  readonly operations: readonly string[];
  /** Null where the stand-in does not tell it. */
  readonly complexity: number | null;
  /** What Linear would have refused. */
  readonly refused: readonly string[];
}

export async function measureCosts(): Promise<readonly Cost[]> {
  const standIn = await startLinearStandIn();
  try {
    const settings = linearSettings(standIn);
    const costs: Cost[] = [];
    for (const method of Object.keys(METHODS) as (keyof typeof METHODS)[]) {
      // A ticket before, so that the label is there.
      const id = ticketId(method, 1);
      // oxlint-disable-next-line no-await-in-loop -- one after the other: it is counted what each sends
      await (await connectLinear(settings, new KeyMemories())).create(id, ticketDraft());
      const memories = new KeyMemories();
      const done = async (nth: number): Promise<Sent> =>
        sentBy(standIn, async () =>
          METHODS[method](await connectLinear(settings, memories), { id, nth, words: "words" }),
        );
      const nth = 2 * costs.length + 1;
      // oxlint-disable-next-line no-await-in-loop -- as above
      costs.push({ method, cold: await done(nth), warm: await done(nth + 1) });
    }
    return costs;
  } finally {
    await standIn.close();
  }
}

/** The table of docs/linear.md. */
export function costTable(costs: readonly Cost[]): string {
  const head = ["to", "sends, cold", "requests cold", "warm", "complexity cold", "warm"];
  const rows = costs.map(({ method, cold, warm }) => [
    `\`${method}\``,
    counted(cold.operations).join(", "),
    String(cold.operations.length),
    String(warm.operations.length),
    String(cold.complexity ?? "-"),
    String(warm.complexity ?? "-"),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const padded = (row: readonly string[]): string =>
    line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  return [padded(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(padded)].join(
    "\n",
  );
}

async function sentBy(standIn: LinearStandIn, work: () => Promise<unknown>): Promise<Sent> {
  const before = standIn.requests().length;
  await work();
  const requests = standIn.requests().slice(before);
  const complexities = requests.map(complexityOf);
  return {
    operations: requests.map(({ operation }) => operation).toSorted(),
    complexity: complexities.includes(null)
      ? null
      : complexities.reduce<number>((sum, complexity) => sum + (complexity ?? 0), 0),
    refused: requests.filter(({ outcome }) => outcome !== "ok").map(({ operation }) => operation),
  };
}

function complexityOf(request: LoggedRequest & { readonly complexity?: unknown }): number | null {
  return typeof request.complexity === "number" ? request.complexity : null;
}

function counted(operations: readonly string[]): readonly string[] {
  return [...Map.groupBy(operations, (operation) => operation)].map(([operation, { length }]) =>
    length === 1 ? `\`${operation}\`` : `${length} × \`${operation}\``,
  );
}
