// Which versions an isolate has to tell of: each at its first trace, failing or healthy, then hourly.
// This stands beside every healthy request, so nearly all leave at the look into the memory, and
// nothing of refine is touched. Pure but for that memory: time arrives as an argument.
import { producerName } from "../failure/producer-name.ts";
import {
  SEND_BATCH_MESSAGES_MAX,
  SIGHTING_EVERY_MS,
  SIGHTING_KEYS_MAX,
  SIGHTING_RETRY_MS,
} from "../limits.ts";

/** The versions that were told of. What was tried last stands last. */
export type SightingMemory = Map<string, Told>;

interface Told {
  readonly producer: string;
  /** When it is to be told of again, ms since 1970. */
  readonly dueAt: number;
}

export interface DueSighting {
  readonly key: string;
  /** As the platform has it: not yet cleaned. */
  readonly producer: string;
  readonly version: string;
  readonly at: number;
}

/** What is read of a trace here. */
export type SightedTrace = Pick<
  TraceItem,
  "scriptName" | "dispatchNamespace" | "scriptVersion" | "preview" | "event"
>;

/**
 * The sightings that are due. Each is put off for a while at once, so that the next trace does not
 * repeat it, and one that does not arrive is due again: `wasTold` puts it off for the hour.
 */
export function dueSightings(
  items: readonly SightedTrace[],
  memory: SightingMemory,
  options: { readonly unnamedProducer: string; readonly ownWorkers: ReadonlySet<string> },
  at: number,
): readonly DueSighting[] {
  const due: DueSighting[] = [];
  for (const item of items) {
    const version = item.scriptVersion?.id;
    if (!version) continue;
    const producer = producerName(item.scriptName, item.dispatchNamespace, options.unnamedProducer);
    const key = keyOf(memory, version, producer);
    if (at < (memory.get(key)?.dueAt ?? 0)) continue;
    if (!isPlain(version) || isNoProducer(item, options.ownWorkers)) continue;
    if (due.length === SEND_BATCH_MESSAGES_MAX || !makeRoom(memory, key, at)) continue;
    memory.set(key, { producer, dueAt: at + SIGHTING_RETRY_MS });
    due.push({ key, producer, version, at });
  }
  return due;
}

/** Puts a sighting that arrived off until it is due again. */
export function wasTold(memory: SightingMemory, { key, producer, at }: DueSighting): void {
  // One that gave up its place meanwhile does not get it back.
  if (memory.has(key)) memory.set(key, { producer, dueAt: at + SIGHTING_EVERY_MS });
}

// Short names; words; words and a last number; UUIDs. Too short, too regular or too little by chance
// for any secret, so that cleaning leaves them as they are (a test holds it to that).
const PLAIN =
  /^(?:[a-z][\da-z_-]{0,10}|[a-z]{1,20}(?:[-_/][a-z]{1,20}){0,5}|[a-z]{1,11}(?:[-_][a-z]{1,11}){0,5}[-_]v?\d{1,2}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** True for names and ids that cleaning does not change: they need no refine to be told. */
export function isPlain(name: string): boolean {
  return PLAIN.test(name);
}

// The platform gives each version an id of its own, and a key that is not put together costs a tenth.
// Where two producers have one id all the same, they stay apart.
function keyOf(memory: SightingMemory, version: string, producer: string): string {
  const holder = memory.get(version)?.producer ?? producer;
  return holder === producer ? version : `${version} ${producer}`;
}

// Dropped as refine drops their failures: previews, our own Workers, and whoever tails them.
function isNoProducer(item: SightedTrace, ownWorkers: ReadonlySet<string>): boolean {
  if (item.preview || (item.scriptName && ownWorkers.has(item.scriptName))) return true;
  return Boolean(item.event) && "consumedEvents" in (item.event as object);
}

// The oldest leaves, but not within its hour: an isolate with more tenants than places would
// otherwise tell of each of them with each trace.
function makeRoom(memory: SightingMemory, key: string, at: number): boolean {
  if (memory.delete(key) || memory.size < SIGHTING_KEYS_MAX) return true;
  const oldest = memory.entries().next();
  return !oldest.done && oldest.value[1].dueAt <= at && memory.delete(oldest.value[0]);
}
