// Counting: each message once, however often and in whatever order the queue delivers it.
import type { Failure, FailureVersion } from "../failure/failure.ts";
import type { FailureMessage } from "../failure/message.ts";
import {
  HOUR_MS,
  HOURS_MAX,
  ROUTES_MAX,
  SAMPLES_FIRST_MAX,
  SAMPLES_LATEST_MAX,
  VERSIONS_MAX,
} from "../limits.ts";
import { isBehind, remember, wasCounted } from "./ring.ts";
import type { HourCount, IncidentState, RouteCount, VersionCount } from "./state.ts";

/** The state with the message counted; the same state where it was counted before. */
export function countMessage(state: IncidentState, message: FailureMessage): IncidentState {
  const { ring } = state;
  if (wasCounted(ring, message.id)) return state;
  const [head] = message.samples;
  return {
    ...state,
    count: state.count + message.count,
    approximate: state.approximate || isBehind(ring, message.lastAt),
    firstAt: Math.min(state.firstAt, message.firstAt),
    lastAt: Math.max(state.lastAt, message.lastAt),
    ring: remember(ring, message.id, message.lastAt),
    hours: countHour(state.hours, message),
    versions: head.version ? countVersion(state.versions, head.version, message) : state.versions,
    routes: countRoute(state.routes, head.grouping.route, message.count),
    samples: keepSamples(state.samples, message.samples),
  };
}

// A message is counted in the hour of its last failure: it spans a second or so.
function countHour(hours: readonly HourCount[], message: FailureMessage): readonly HourCount[] {
  const hour = Math.floor(message.lastAt / HOUR_MS) * HOUR_MS;
  const known = hours.find((entry) => entry.hour === hour)?.count ?? 0;
  return [...hours.filter((entry) => entry.hour !== hour), { hour, count: known + message.count }]
    .toSorted((a, b) => a.hour - b.hour)
    .slice(-HOURS_MAX);
}

function countVersion(
  versions: readonly VersionCount[],
  version: FailureVersion,
  message: FailureMessage,
): readonly VersionCount[] {
  const known = versions.find((entry) => entry.version.id === version.id);
  const counted: VersionCount = {
    version,
    count: (known?.count ?? 0) + message.count,
    firstAt: Math.min(known?.firstAt ?? Infinity, message.firstAt),
    lastAt: Math.max(known?.lastAt ?? 0, message.lastAt),
  };
  return [...versions.filter((entry) => entry !== known), counted]
    .toSorted((a, b) => a.firstAt - b.firstAt)
    .slice(-VERSIONS_MAX);
}

// Beyond the limit new routes are not listed; the incident's own count has them all the same.
function countRoute(
  routes: readonly RouteCount[],
  route: string,
  count: number,
): readonly RouteCount[] {
  const known = routes.find((entry) => entry.route === route);
  if (known) {
    return routes.map((entry) => (entry === known ? { route, count: entry.count + count } : entry));
  }
  return routes.length < ROUTES_MAX ? [...routes, { route, count }] : routes;
}

function keepSamples(
  kept: IncidentState["samples"],
  fresh: readonly Failure[],
): IncidentState["samples"] {
  const room = Math.max(SAMPLES_FIRST_MAX - kept.first.length, 0);
  return {
    first: [...kept.first, ...fresh.slice(0, room)],
    latest: [...kept.latest, ...fresh.slice(room)].slice(-SAMPLES_LATEST_MAX),
  };
}
