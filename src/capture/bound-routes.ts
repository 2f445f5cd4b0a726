// Whoever calls a producer writes the words of its paths, so a scanner could make an incident of
// every word it tries. Beyond so many routes of one producer in an hour, further ones meet in one.
import type { Failure } from "../failure/failure.ts";
import { HOUR_MS, ROUTES_AN_HOUR_MAX, ROUTES_PRODUCERS_MAX } from "../limits.ts";
import { groupKeys } from "../refine/group.ts";

/** The routes that failed in this isolate and hour, by producer. */
export interface SeenRoutes {
  /** The hour's start, ms since 1970. */
  hour: number;
  readonly byProducer: Map<string, Set<string>>;
}

/** The failure, under `GET /*` where its producer failed on too many routes in this hour. */
export function boundRoute(seen: SeenRoutes, failure: Failure, now: number): Failure {
  const { producer, route } = failure.grouping;
  if (failure.trigger !== "fetch" || failure.groupedAs !== null) return failure;
  const hour = Math.floor(now / HOUR_MS) * HOUR_MS;
  if (seen.hour !== hour) {
    seen.hour = hour;
    seen.byProducer.clear();
  }
  const routes = seen.byProducer.get(producer) ?? new Set();
  // A platform of thousands of tenants is not what this guards; its memory is.
  if (seen.byProducer.size >= ROUTES_PRODUCERS_MAX && routes.size === 0) return failure;
  seen.byProducer.set(producer, routes);
  if (routes.has(route)) return failure;
  if (routes.size < ROUTES_AN_HOUR_MAX) {
    routes.add(route);
    return failure;
  }
  const grouping = { ...failure.grouping, route: `${route.split("/", 1).join("")}/*` };
  return { ...failure, grouping, ...groupKeys(grouping) };
}
