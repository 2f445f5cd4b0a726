import { digestParts, encodeParts } from "../failure/digest.ts";
import type { Grouping } from "../failure/failure.ts";
import { GROUPING_MEMORY_MAX } from "../limits.ts";
import { remember } from "./remember.ts";

/** Stands in the parts that the text of a rule takes the place of. */
const ANY = "*";

/** The three keys of one grouping. */
export interface Keys {
  readonly fingerprint: string;
  readonly family: string;
  readonly echoKey: string;
}

// Groupings repeat: in a storm nearly every one is answered from here.
const memory = new Map<string, Keys>();

/**
 * The fingerprint is made of all six parts, the family leaves out route and status, the echo key
 * has type and message only. A word before the parts keeps the three kinds of key apart.
 */
export function groupKeys(grouping: Grouping): Keys {
  const { producer, route, type, message, frame, status } = grouping;
  const parts = ["incident", producer, route, type, message, frame, status];
  const text = encodeParts(parts);
  const known = memory.get(text);
  if (known !== undefined) return known;
  const keys: Keys = {
    fingerprint: digestParts(parts),
    family: digestParts(["family", producer, type, message, frame]),
    echoKey: digestParts(["echo", type, message]),
  };
  return remember(memory, text, keys, GROUPING_MEMORY_MAX);
}

/** What the keys are made of where a rule gave the text to group by: one incident for all of it. */
export function groupingByRule(producer: string, text: string): Grouping {
  return { producer, route: ANY, type: ANY, message: text, frame: null, status: null };
}
