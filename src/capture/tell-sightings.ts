// Sightings on their way to the queue: one try each. One that is lost is due again in a moment, and
// nothing here can hold up a failure.
import { MESSAGE_VERSION } from "../failure/message.ts";
import type { SightingMessage } from "../failure/message.ts";
import { NAME_UNITS_MAX } from "../limits.ts";
import { isPlain, wasTold } from "./sight.ts";
import type { DueSighting, SightingMemory } from "./sight.ts";

export interface TellDeps {
  readonly queue: Pick<Queue<SightingMessage>, "sendBatch">;
  readonly newId: () => string;
  readonly redactKeys: readonly string[];
}

/** Sends the sightings in one call. Never throws. */
export async function tellSightings(
  due: readonly DueSighting[],
  memory: SightingMemory,
  deps: TellDeps,
): Promise<void> {
  try {
    const messages = await Promise.all(due.map((sighting) => messageOf(sighting, deps)));
    // A name that could not be cleaned is not told, as of a failure.
    const named = messages.filter(({ producer }) => producer !== "");
    if (named.length > 0) {
      await deps.queue.sendBatch(named.map((body) => ({ body, contentType: "json" })));
    }
    for (const sighting of due) wasTold(memory, sighting);
  } catch {
    // The queue is busy or gone; its text is not ours to log. The next trace after a while tells.
  }
}

async function messageOf(
  { producer, version, at }: DueSighting,
  deps: TellDeps,
): Promise<SightingMessage> {
  return {
    v: MESSAGE_VERSION,
    kind: "sighting",
    id: deps.newId(),
    producer: isPlain(producer) ? producer : await cleanedName(producer, deps.redactKeys),
    version,
    at,
  };
}

// Imported here: a producer with a plain name, as nearly all have, needs none of refine's tables
// before its first failure (docs/decisions/0006-tail-bundle.md).
async function cleanedName(name: string, keys: readonly string[]): Promise<string> {
  const { Cleaner } = await import("../refine/clean.ts");
  const cleaner = new Cleaner(keys.length > 0 ? { keys } : undefined);
  return cleaner.name("producer", name, NAME_UNITS_MAX);
}
