// Tells the index what a batch heard of. It is for people who look, so it never fails a batch and
// never holds one up.
import { errorKind } from "./error-kind.ts";
import { HEARD_TELL_TIMEOUT_MS } from "./limits.ts";
import { logWarning } from "./log.ts";
import { indexObject } from "./objects.ts";
import type { Heard } from "./producer/heard.ts";
import type { Settings } from "./settings.ts";
import { newsOf, rememberTold } from "./producer/told.ts";
import type { Told } from "./producer/told.ts";

// By the index that was told: an isolate has one, a test may have several.
const memories = new WeakMap<object, Told>();

/** Tells what was not told of late, and remembers it once it was told. Never throws. */
export async function tellHeard(
  heard: readonly Heard[],
  env: Pick<Env, "INCIDENT_INDEX">,
  settings: Settings,
): Promise<void> {
  const told = memories.get(env.INCIDENT_INDEX) ?? new Map<string, number>();
  memories.set(env.INCIDENT_INDEX, told);
  const news = newsOf(told, heard);
  if (news.length === 0) return;
  try {
    await inTime(indexObject(env, settings).heard(news));
    rememberTold(told, news);
  } catch (error) {
    logWarning("the index was not told who was heard of", { kind: errorKind(error) });
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TypeError("too late")), HEARD_TELL_TIMEOUT_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
