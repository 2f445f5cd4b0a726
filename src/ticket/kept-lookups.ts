// What Linear's names stand for, kept for a while: a second ticket does not ask for its team again. It
// knows no clock.
import { LOOKUP_MEMORY_MS, LOOKUPS_MAX } from "../limits.ts";

/** Answers from memory what was asked before in these words, or finds it. */
export type Keep = <Found>(what: string, find: () => Promise<Found>) => Promise<Found>;

/** Keeps nothing: where it matters what Linear says now. */
export const askAnew: Keep = (_what, find) => find();

export class KeptLookups {
  readonly #found = new Map<string, { readonly at: number; readonly value: unknown }>();

  /** Looks up with the time that `clock` tells, ms since 1970. Only what was found is kept. */
  keeper(clock: () => number): Keep {
    return async <Found>(what: string, find: () => Promise<Found>) => {
      const known = this.#found.get(what);
      const age = known === undefined ? -1 : clock() - known.at;
      // A clock that was set back makes nothing younger.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept under these words by the same caller
      if (age >= 0 && age < LOOKUP_MEMORY_MS) return known?.value as Found;
      const value = await find();
      this.#keep(what, { at: clock(), value });
      return value;
    };
  }

  /** Something kept was refused: all of it is asked anew. */
  forget(): void {
    this.#found.clear();
  }

  // A Map keeps the order of insertion, so what was put in first leaves first.
  #keep(what: string, entry: { readonly at: number; readonly value: unknown }): void {
    this.#found.delete(what);
    const oldest = this.#found.keys().next();
    if (this.#found.size >= LOOKUPS_MAX && !oldest.done) this.#found.delete(oldest.value);
    this.#found.set(what, entry);
  }
}
