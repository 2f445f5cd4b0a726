// The one keeper of dead letters.
import { DurableObject } from "cloudflare:workers";
import { DeadLetterStore } from "../src/intake/dead-letter-store.ts";
import type { DeadLetter, KeptLetter, LetterLine } from "../src/failure/dead-letter.ts";

export class DeadLetterDO extends DurableObject<Env> {
  readonly #store: DeadLetterStore;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new DeadLetterStore(ctx.storage);
  }

  keep(letters: readonly DeadLetter[]): void {
    this.#store.keep(letters, Date.now());
  }

  list(limit: number, before: number): readonly LetterLine[] {
    return this.#store.list(limit, before);
  }

  read(id: string): KeptLetter | null {
    return this.#store.read(id);
  }

  oldestWhole(limit: number, after: number): readonly KeptLetter[] {
    return this.#store.oldestWhole(limit, after);
  }

  discard(id: string): void {
    this.#store.discard(id);
  }

  count(): number {
    return this.#store.count();
  }
}
