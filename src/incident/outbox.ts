// Effects are saved in the same write as the state that wants them and performed by the alarm. This
// file holds the decisions: what is due, how long to wait after a failure. It knows neither SQL nor
// Cloudflare; time, chance and the performing itself arrive as deps.
import { errorKind } from "../error-kind.ts";
import { EFFECT_RETRY_BASE_MS, EFFECT_RETRY_MAX_MS, OUTBOX_BATCH_MAX } from "../limits.ts";
import { effectKey, INDEX_KEY } from "./effect.ts";
import type { Effect } from "./effect.ts";
import type { IncidentEvent } from "./step.ts";

export interface OutboxRow {
  readonly key: string;
  /** Grows with each saving, so that a wish renewed while it is performed is not lost. */
  readonly seq: number;
  readonly effect: Effect;
  /** Tries begun, the present one included. A second try must first look whether the first did it. */
  readonly tries: number;
  /** ms since 1970. */
  readonly dueAt: number;
  readonly since: number;
  /** What kept it from being done, in our own words. */
  readonly problem: string | null;
  /** Names in Linear that help to mend it: for those who may see the incident, and for no log. */
  readonly detail: string | null;
}

/** What became of a try. */
export type Outcome =
  | { readonly kind: "done"; readonly event: IncidentEvent | null }
  | ({ readonly kind: "failed" } & Failed);

interface Failed {
  readonly problem: string;
  readonly detail: string | null;
  /** When the other side said it may be tried again, ms since 1970. */
  readonly notBefore: number | null;
}

export interface OutboxDeps {
  /** The first row that is due, if any. */
  next(now: number): OutboxRow | null;
  /** Saves that a try begins, before anything is done outside; returns the row as saved. */
  begin(row: OutboxRow): OutboxRow;
  perform(row: OutboxRow): Promise<Outcome>;
  /** Removes the row and advances the state, in one write. */
  finish(row: OutboxRow, event: IncidentEvent | null): void;
  postpone(row: OutboxRow, dueAt: number, problem: string, detail: string | null): void;
  /** Whoever looks at the list or at `/health` sees what keeps an effect from being done. */
  tellIndex(): void;
  now(): number;
  /** In [0, 1). */
  random(): number;
}

/**
 * Performs what is due, one after the other, what follows from it included, but only so much in one
 * alarm. Never throws: what goes wrong is a problem on its row.
 */
export async function drainOutbox(deps: OutboxDeps): Promise<void> {
  for (let performed = 0; performed < OUTBOX_BATCH_MAX; performed += 1) {
    const waiting = deps.next(deps.now());
    if (waiting === null) return;
    const row = deps.begin(waiting);
    // oxlint-disable-next-line no-await-in-loop -- effects of one incident follow each other
    const outcome = await attempt(row, deps);
    const problem = outcome.kind === "done" ? null : outcome.problem;
    if (outcome.kind === "done") {
      deps.finish(row, outcome.event);
    } else {
      const retryAt = nextTryAt(row.tries, deps.now(), deps.random());
      const dueAt = Math.max(retryAt, outcome.notBefore ?? 0);
      deps.postpone(row, dueAt, outcome.problem, outcome.detail);
    }
    // The index itself is told of no problem with telling it.
    if (problem !== row.problem && effectKey(row.effect) !== INDEX_KEY) deps.tellIndex();
  }
}

/** Doubling, capped, with half of it left to chance so that many incidents do not knock at once. */
export function nextTryAt(tries: number, now: number, random: number): number {
  const exponent = Math.min(Math.max(tries - 1, 0), 20);
  const waitMs = Math.min(EFFECT_RETRY_BASE_MS * 2 ** exponent, EFFECT_RETRY_MAX_MS);
  return now + waitMs * (0.5 + random / 2);
}

async function attempt(row: OutboxRow, deps: OutboxDeps): Promise<Outcome> {
  try {
    return await deps.perform(row);
  } catch (error) {
    const problem = `unexpected ${errorKind(error)}`;
    return { kind: "failed", problem, detail: null, notBefore: null };
  }
}
