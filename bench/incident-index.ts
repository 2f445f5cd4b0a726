// What the index holds and how long it takes, on Node's SQLite in memory: what it computes and reads,
// without the wire and without the disk of the platform.
import type { IncidentSummary } from "../src/incident/summary.ts";
import { IndexStore } from "../src/inspect/index-store.ts";
import type { ListQuery } from "../src/inspect/list-query.ts";
import { GROUPING_MESSAGE_UNITS_MAX, HOUR_MS, LIST_DEFAULT } from "../src/limits.ts";
import { fingerprintOf, line, listQuery } from "../test/support/lists.ts";
import { nodeStorage } from "../test/support/node-storage.ts";

const AT = Date.UTC(2026, 10, 2, 9);
const PRODUCERS = 50;
const TYPES = 40;
const PHASES = ["collecting", "ticketed", "verifying", "resolved", "ignored"] as const;
/** How many, and the UTF-16 units of the message that makes the grouping: ordinary, or the most. */
const MEASURED = [
  [1_000, 80],
  [10_000, 80],
  [100_000, 80],
  [100_000, GROUPING_MESSAGE_UNITS_MAX],
] as const;
/** A measurement ends after so many runs or so long, whichever is first. */
const RUNS_MAX = 1_000;
const RUN_MS_MAX = 1_000;

const LISTS: Readonly<Record<string, Partial<ListQuery>>> = {
  "the last that failed": {},
  "the first that failed": { sort: "first" },
  "the most often": { sort: "count" },
  "of a phase": { phase: "ticketed" },
  "of a producer": { producer: "producer 7" },
  "of a producer and phase": { producer: "producer 7", phase: "ticketed" },
  "of a producer, the most often": { producer: "producer 7", sort: "count" },
  "of a type": { type: "Fault7Error" },
  "of an hour": { from: AT + HOUR_MS, to: AT + 2 * HOUR_MS },
  "a text that most have": { text: "Declined" },
  "a text that none has": { text: "no such text" },
};

/** Prints bytes an incident, and the time of each write and each list, by how many there are. */
export function benchIncidentIndex(): void {
  for (const [size, units] of MEASURED) measureIndex(size, units);
}

function measureIndex(size: number, units: number): void {
  const storage = nodeStorage();
  const store = new IndexStore(storage);
  const begun = performance.now();
  storage.transactionSync(() => {
    for (let n = 0; n < size; n += 1) store.put(incidentOf(n, units));
  });
  const put = ((performance.now() - begun) * 1_000) / size;
  const bytes = Math.round(bytesOf(storage) / size).toLocaleString("en");
  console.log(`${size.toLocaleString("en")} incidents, messages of ${units}: ${bytes} B each`);
  tell("put, a new one", put);
  measure("put, as it was", (n) => store.put(incidentOf((n * 7_919) % size, units)));
  measure("put, counted since", (n) => {
    const known = incidentOf((n * 7_919) % size, units);
    store.put({ ...known, count: known.count + n + 1, lastAt: known.lastAt + HOUR_MS + n });
  });
  for (const [name, over] of Object.entries(LISTS)) {
    measure(name, () => store.list(listQuery({ limit: LIST_DEFAULT, ...over }), false));
  }
}

// The middle of all runs: others may be at work on the machine.
function measure(name: string, run: (n: number) => void): void {
  const each: number[] = [];
  const begun = performance.now();
  while (each.length < RUNS_MAX && performance.now() - begun < RUN_MS_MAX) {
    const before = performance.now();
    run(each.length);
    each.push((performance.now() - before) * 1_000);
  }
  tell(name, each.toSorted((one, other) => one - other)[Math.floor(each.length / 2)] ?? 0);
}

function tell(name: string, each: number): void {
  console.log(`  ${name.padEnd(30)} ${each.toFixed(0).padStart(8)} µs`);
}

function bytesOf({ sql }: DurableObjectStorage): number {
  const pages = sql.exec<{ page_count: number }>("PRAGMA page_count").one().page_count;
  return pages * sql.exec<{ page_size: number }>("PRAGMA page_size").one().page_size;
}

function incidentOf(n: number, units: number): IncidentSummary {
  // Spread over the tree as digests are, and no two alike.
  const fingerprint = fingerprintOf((n * 2_654_435_761) % 2 ** 32).replace(/^v1-0{20}/, (zeros) =>
    zeros.replaceAll("0", "7"),
  );
  const url = "https://linear.app/acme/issue/ENG-1234/shop-paymenterror-on-get-orders";
  const message = `card declined for order <num> of <num> by <host> ${n % 977} `;
  return line(fingerprint, {
    phase: PHASES[(n % 7) % PHASES.length] ?? "ticketed",
    grouping: {
      producer: `producer ${n % PRODUCERS}`,
      type: `Fault${n % TYPES}Error`,
      message: message.repeat(Math.ceil(units / message.length)).slice(0, units),
    },
    count: 1 + (n % 1_000),
    firstAt: AT + n,
    lastAt: AT + ((n * 7_919) % (90 * 24)) * HOUR_MS + n,
    ticket: { status: "made", url },
  });
}
