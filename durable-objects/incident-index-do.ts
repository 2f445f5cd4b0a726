// The one list of incidents.
import { DurableObject } from "cloudflare:workers";
import type { IncidentSummary } from "../src/incident/summary.ts";
import type { Heard, Known } from "../src/producer/heard.ts";
import { IndexStore } from "../src/inspect/index-store.ts";
import type { ListPage, ListQuery } from "../src/inspect/list-query.ts";

export class IncidentIndexDO extends DurableObject<Env> {
  readonly #store: IndexStore;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new IndexStore(ctx.storage);
  }

  put(summary: IncidentSummary): void {
    this.#store.put(summary);
  }

  drop(fingerprint: string): void {
    this.#store.drop(fingerprint);
  }

  list(query: ListQuery, seesHeldBack: boolean): ListPage {
    return this.#store.list(query, seesHeldBack);
  }

  /** Who was heard of: by the queue's consumer, and where a webhook was accepted. */
  heard(heard: readonly Heard[]): void {
    this.#store.hear(heard);
  }

  known(): readonly Known[] {
    return this.#store.known();
  }

  counts(): {
    readonly byPhase: Readonly<Record<string, number>>;
    readonly byProblem: readonly { readonly problem: string; readonly count: number }[];
    readonly undoneSince: number | null;
  } {
    return {
      byPhase: this.#store.countByPhase(),
      byProblem: this.#store.countByProblem(),
      undoneSince: this.#store.undoneSince(),
    };
  }
}
