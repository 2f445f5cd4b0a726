import type { Actor } from "./actor.ts";
import { changesSince, remember } from "./changes.ts";
import { setSessionStatus } from "./delegation.ts";
import type { Store } from "./store.ts";

/**
 * Does what changes the store, and tells what it changed. An agent that answers then makes each new
 * session active, as a write of its own, so that the session is told of twice. Gives what `act`
 * gives; where that throws, nothing is told.
 */
export function write<T>(store: Store, actor: Actor, act: () => T): T {
  const before = remember(store);
  const result = act();
  const changes = changesSince(before, store);
  if (changes.length > 0) store.tell(changes, actor);
  if (store.agent === "answers") {
    for (const change of changes) {
      if (change.type !== "AgentSession" || change.action !== "create") continue;
      const agent = { userId: change.now.appUserId, overApi: true };
      write(store, agent, () => setSessionStatus(store, change.now, "active"));
    }
  }
  return result;
}
