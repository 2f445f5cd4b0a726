// What the techniques weigh that were found in texts, put together.
import type { Technique } from "./techniques.ts";

/** What each technique that was found weighs. */
export type Weights = ReadonlyMap<Technique, number>;

/** The heaviest weight of each technique. */
export function merge(all: readonly Weights[]): Weights {
  const merged = new Map<Technique, number>();
  for (const weights of all) {
    for (const [technique, weight] of weights) {
      merged.set(technique, Math.max(weight, merged.get(technique) ?? 0));
    }
  }
  return merged;
}

export function addUp(weights: Weights): number {
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}
