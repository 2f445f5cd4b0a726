import type { Store } from "./store.ts";
import { mustFind } from "./store.ts";

/** Who changes something, and whether over the API or in Linear itself. */
export type Actor = { readonly userId: string; readonly overApi: boolean };

/** Gives an actor's name as the history tells it: `on-call`, `on-call (API)`. */
export function nameOf(store: Store, { userId, overApi }: Actor): string {
  const { displayName } = mustFind(store.users, userId);
  return overApi ? `${displayName} (API)` : displayName;
}
