// Finds canaries in what left: whole, by any half of 8 units or more, and as JSON or a URL writes
// them. All are looked for in one walk over the text, whatever their number.
import type { Canary } from "./plant.ts";

/** What tells the canaries of a text. */
export type Search = (text: string) => ReadonlySet<Canary>;

/** Prepares the search for these canaries. */
export function searchFor(canaries: readonly Canary[]): Search {
  const bySize = new Map<number, Map<string, Canary>>();
  for (const canary of canaries) {
    const { secret, pieceUnits } = canary;
    const pieces = bySize.get(pieceUnits) ?? new Map<string, Canary>();
    bySize.set(pieceUnits, pieces);
    for (const form of formsOf(secret)) {
      for (let at = 0; at + pieceUnits <= form.length; at++) {
        pieces.set(form.slice(at, at + pieceUnits), canary);
      }
    }
  }
  return (text) => {
    const found = new Set<Canary>();
    for (const [units, pieces] of bySize) {
      for (let at = 0; at + units <= text.length; at++) {
        const canary = pieces.get(text.slice(at, at + units));
        if (canary !== undefined) found.add(canary);
      }
    }
    return found;
  };
}

// Rows hold JSON, answers hold it again, and a URL may stand in both.
function formsOf(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inUrl = encodeURIComponent(secret);
  return [
    ...new Set([
      secret,
      inJson,
      JSON.stringify(inJson).slice(1, -1),
      inUrl,
      encodeURIComponent(inUrl),
    ]),
  ];
}
