// Names that exist in Linear, for whoever has to mend a setting. People wrote them, so they are told
// on one line, short and few, and never in a log or in `/health`.
import { NAME_TOLD_UNITS_MAX, NAMES_TOLD_MAX } from "../limits.ts";

/** "teams: ENG (Engineering), OPS (Operations)"; what are more than a few are only hinted at. */
export function tellNames(what: string, names: readonly string[]): string {
  const shown = names.slice(0, NAMES_TOLD_MAX).map(onOneLine);
  const rest = names.length > shown.length ? ", and more" : "";
  return `${what}: ${shown.length === 0 ? "none" : shown.join(", ")}${rest}`;
}

// Cut first: half of a pair of surrogates is among what becomes a blank.
function onOneLine(name: string): string {
  return name
    .slice(0, NAME_TOLD_UNITS_MAX)
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim();
}
