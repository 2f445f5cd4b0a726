// What the desk's alarm does about storms: which is due, and how long to wait after a failure. It
// knows neither SQL nor Cloudflare; time, chance and the telling itself arrive as deps.
import { errorKind } from "../error-kind.ts";
import { nextTryAt } from "../incident/outbox.ts";
import { STORMS_BATCH_MAX } from "../limits.ts";
import { nextStorm, stormDueAt } from "./storm.ts";
import type { Storm, WaitingList } from "./storm.ts";

/** What became of a try. */
export type StormOutcome =
  | { readonly kind: "done"; readonly storm: Storm }
  /** `notBefore`: when the other side said it may be tried again, ms since 1970. */
  | { readonly kind: "failed"; readonly problem: string; readonly notBefore: number | null };

export interface StormDeps {
  readonly storms: () => readonly Storm[];
  readonly lists: () => readonly WaitingList[];
  readonly save: (storm: Storm) => void;
  /** Tells people of the storm as it is now; what it saves on the way, it saves itself. */
  readonly tell: (storm: Storm) => Promise<StormOutcome>;
  /** Whether there is a key for Linear. */
  readonly ticketsAreSent: boolean;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
}

type Known = Pick<StormDeps, "storms" | "lists" | "ticketsAreSent">;

/** When the alarm must ring next: the earliest of all storms; null where nothing is to be done. */
export function nextStormAt(known: Known): number | null {
  return earliest(known)?.dueAt ?? null;
}

/** Tells what is due, one storm after the other. Never throws: what goes wrong is told with it. */
export async function drainStorms(deps: StormDeps): Promise<void> {
  for (let told = 0; told < STORMS_BATCH_MAX; told += 1) {
    const due = earliest(deps);
    if (due === null || due.dueAt > deps.now()) return;
    const { producer, storm: known } = due;
    const isNext = known === null || known.stage === "over";
    const storm = isNext ? nextStorm(producer, known, deps.now()) : known;
    // Saved before anything is done outside: who tries again must look what the try before did.
    deps.save({ ...storm, tries: storm.tries + 1 });
    // oxlint-disable-next-line no-await-in-loop -- Linear is not asked for all at once
    const outcome = await attempt({ ...storm, tries: storm.tries + 1 }, deps);
    if (outcome.kind === "done") {
      deps.save({ ...outcome.storm, tries: 0, retryAt: null, problem: null });
    } else {
      const saved = deps.storms().find((row) => row.producer === producer) ?? storm;
      // An alarm rings at whole milliseconds: at a part of one it would ring too early, again and again.
      const retryAt = Math.ceil(
        Math.max(nextTryAt(saved.tries, deps.now(), deps.random()), outcome.notBefore ?? 0),
      );
      deps.save({ ...saved, retryAt, problem: outcome.problem });
    }
  }
}

function earliest({
  storms,
  lists,
  ticketsAreSent,
}: Known): { producer: string; storm: Storm | null; dueAt: number } | null {
  const stormOf = new Map(storms().map((storm) => [storm.producer, storm]));
  const listOf = new Map(lists().map((list) => [list.producer, list]));
  const [first] = [...new Set([...stormOf.keys(), ...listOf.keys()])]
    .flatMap((producer) => {
      const storm = stormOf.get(producer) ?? null;
      const dueAt = stormDueAt(storm, listOf.get(producer) ?? null, ticketsAreSent);
      return dueAt === null ? [] : [{ producer, storm, dueAt }];
    })
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.producer < b.producer ? -1 : 1));
  return first ?? null;
}

async function attempt(storm: Storm, deps: StormDeps): Promise<StormOutcome> {
  try {
    return await deps.tell(storm);
  } catch (error) {
    return { kind: "failed", problem: `unexpected ${errorKind(error)}`, notBefore: null };
  }
}
