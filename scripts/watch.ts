// Looks at the local system until everything that was driven through it has settled.
import type { LocalStack } from "./local-stack.ts";
import { tally } from "./start-report.ts";
import type { Report } from "./start-report.ts";

const LOOK_EVERY_MS = 500;

interface ListedIncident {
  readonly fingerprint: string;
  readonly grouping: { readonly route: string; readonly type: string };
}

interface ShownIncident {
  readonly count: number;
  readonly phase: {
    readonly name: string;
    readonly ticket?: {
      readonly url?: string;
      /** Of the incident that this one follows. */
      readonly ticket?: { readonly url: string } | null;
    };
  };
}

/** The state of things once `isDone`, or when patience ends. */
export async function watch(
  stack: LocalStack,
  options: {
    readonly patienceMs: number;
    readonly told?: (step: string) => void;
    readonly isDone: (report: Report) => boolean;
  },
): Promise<Report> {
  const until = Date.now() + options.patienceMs;
  let last = "";
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each look follows the one before it
    const report = await look(stack);
    const line = tally(report);
    if (line !== last) options.told?.(line);
    last = line;
    if (options.isDone(report) || Date.now() > until) return report;
    // oxlint-disable-next-line no-await-in-loop -- waiting is the point
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_EVERY_MS);
    });
  }
}

/** How things stand now. */
export async function look(stack: LocalStack): Promise<Report> {
  const { incidents } = await read<{ incidents: ListedIncident[] }>(
    `${stack.outerloopUrl}/incidents?limit=200`,
  );
  const shown = await Promise.all(
    incidents.map(async ({ fingerprint, grouping }) => {
      const url = `${stack.outerloopUrl}/incidents/${fingerprint}`;
      const { count, phase } = await read<ShownIncident>(url);
      return {
        url,
        route: grouping.route,
        type: grouping.type,
        count,
        ticketUrl: phase.ticket?.url ?? phase.ticket?.ticket?.url ?? null,
      };
    }),
  );
  return { incidents: shown, ticketUrls: stack.linear.state().issues.map((issue) => issue.url) };
}

async function read<Shape>(url: string): Promise<Shape> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as Shape;
}
