import { NEW_INCIDENTS_AN_HOUR_MAX } from "../limits.ts";
import type { Grouping } from "./failure.ts";

/** No type of a producer's own: those are identifiers of errors, on a route. */
const TYPE = "Overflow";
const ROUTE = "*";

/** What a producer's overflow incident groups by: the producer, and nothing of its failures. */
export function overflowGrouping(producer: string): Grouping {
  return {
    producer,
    route: ROUTE,
    type: TYPE,
    message: `more than ${NEW_INCIDENTS_AN_HOUR_MAX} new kinds of failure within an hour`,
    frame: null,
    status: null,
  };
}

/** Whether a grouping is that of an overflow incident. */
export function isOverflow({ route, type }: Grouping): boolean {
  return route === ROUTE && type === TYPE;
}
