// What one isolate has told the index of late, so that a busy producer is not told with every batch.
import { HEARD_MEMORY_MAX, HEARD_ROW_MS } from "../limits.ts";
import type { Heard } from "./heard.ts";

/** When each was told last, ms since 1970, by kind, name and fact; the oldest first. */
export type Told = Map<string, number>;

/** Those that tell something which was not told of late, each with such facts only. */
export function newsOf(told: Told, heard: readonly Heard[]): readonly Heard[] {
  return heard.flatMap((one) => {
    const isNews = (key: string): boolean => {
      const lastAt = told.get(key);
      return lastAt === undefined || one.at - lastAt >= HEARD_ROW_MS;
    };
    const facts = (one.facts ?? []).filter((fact) => isNews(keyOf(one, fact)));
    return facts.length > 0 || isNews(keyOf(one)) ? [{ ...one, facts }] : [];
  });
}

/** Remembers what was told; beyond the bound what was told longest ago is forgotten. */
export function rememberTold(told: Told, heard: readonly Heard[]): void {
  for (const one of heard) {
    for (const key of [keyOf(one), ...(one.facts ?? []).map((fact) => keyOf(one, fact))]) {
      // Put in anew, so that the order is that of the last telling.
      told.delete(key);
      told.set(key, one.at);
    }
  }
  for (const key of told.keys()) {
    if (told.size <= HEARD_MEMORY_MAX) break;
    told.delete(key);
  }
}

function keyOf({ kind, name }: Heard, fact = "heard"): string {
  return `${kind}\0${fact}\0${name}`;
}
