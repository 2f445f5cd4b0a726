// Facts of a pack as a fence of Markdown.
import { PACK_FENCE_UNITS_MAX, PACK_MESSAGE_UNITS_MAX } from "../../limits.ts";
import { fence } from "../../ticket/contain.ts";
import { layOut } from "../../ticket/known-facts.ts";
import type { Fact } from "../../ticket/known-facts.ts";

/** Facts of a section, contained. */
export function facts(list: readonly Fact[]): string {
  return fence(layOut(list, PACK_MESSAGE_UNITS_MAX), PACK_FENCE_UNITS_MAX);
}

/** A fact of several values, or the word for none of them. */
export function fact(name: string, values: readonly string[], none = "none"): Fact {
  return values.length === 0 ? [name, none] : [name, ...values];
}
