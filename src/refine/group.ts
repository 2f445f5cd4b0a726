import type { Grouping } from "../failure/failure.ts";
import { digestParts } from "./digest.ts";

/** Stands in the parts that a rule's own grouping text takes the place of. */
const ANY = "*";

/** The three keys of one grouping. */
export interface Keys {
  readonly fingerprint: string;
  readonly family: string;
  readonly echoKey: string;
}

/**
 * The fingerprint is made of all six parts, the family leaves out route and status, the echo key
 * has type and message only. A word before the parts keeps the three kinds of key apart.
 */
export function groupKeys(grouping: Grouping): Keys {
  const { producer, route, type, message, frame, status } = grouping;
  return {
    fingerprint: digestParts(["incident", producer, route, type, message, frame, status]),
    family: digestParts(["family", producer, type, message, frame]),
    echoKey: digestParts(["echo", type, message]),
  };
}

/** The grouping where a rule gave it a text of its own: one incident of that producer for all. */
export function groupingByRule(grouping: Grouping, text: string): Grouping {
  return {
    producer: grouping.producer,
    route: ANY,
    type: ANY,
    message: text,
    frame: null,
    status: null,
  };
}
