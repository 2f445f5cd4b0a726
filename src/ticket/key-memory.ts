// What an isolate remembers of the keys that it talked to Linear with. A key is known by its digest.
import { digestParts } from "../failure/digest.ts";
import { KEYS_REMEMBERED_MAX } from "../limits.ts";
import { KeptLookups } from "./kept-lookups.ts";
import { KeyGuard } from "./key-guard.ts";

export interface KeyMemory {
  readonly guard: KeyGuard;
  readonly lookups: KeptLookups;
}

export class KeyMemories {
  readonly #memories = new Map<string, KeyMemory>();

  /** The memory of a key at an address; begun where there is none. */
  of({ apiUrl, apiKey }: { readonly apiUrl: string; readonly apiKey: string }): KeyMemory {
    const digest = digestParts([apiUrl, apiKey]);
    const known = this.#memories.get(digest);
    if (known !== undefined) return known;
    const oldest = this.#memories.keys().next();
    const isFull = this.#memories.size >= KEYS_REMEMBERED_MAX;
    if (isFull && !oldest.done) this.#memories.delete(oldest.value);
    const begun = { guard: new KeyGuard(), lookups: new KeptLookups() };
    this.#memories.set(digest, begun);
    return begun;
  }
}
