// The one keeper of dead letters.
import { DurableObject } from "cloudflare:workers";
import { DeadLetterStore } from "../src/intake/dead-letter-store.ts";
import type { DeadLetter } from "../src/intake/dead-letter-store.ts";

export class DeadLetterDO extends DurableObject<Env> {
  readonly #store: DeadLetterStore;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new DeadLetterStore(ctx.storage);
  }

  keep(letters: readonly DeadLetter[]): void {
    this.#store.keep(letters, Date.now());
  }

  count(): number {
    return this.#store.count();
  }
}
