// What is known of an incident, as lines of a fence: much of it others wrote.
import { tellsOfReturn } from "../incident/reopen.ts";
import { totalCount } from "../incident/followers.ts";
import { samplesOf } from "../incident/state.ts";
import type { Follower, IncidentState, VersionCount } from "../incident/state.ts";
import type { SightedVersion } from "../failure/sighted-version.ts";
import { FACT_UNITS_MAX, FACTS_LISTED_MAX, LIVE_MS } from "../limits.ts";
import { oneLine } from "./contain.ts";
import { plotHours, rateText } from "./plot.ts";
import { iso } from "../iso.ts";

/** A name of our own, and values on a line each. */
export type Fact = readonly [name: string, ...values: readonly string[]];

/** All that is known. `sighted`: versions of the producer that were live. */
export function knownFacts(state: IncidentState, sighted: readonly SightedVersion[]): string {
  const { versions, routes, followers, grouping, previousTicket } = state;
  return layOut([
    ...numbers(state),
    ["versions that fail", ...listed(versions.toReversed().map(versionText), NO_VERSIONS)],
    ...soundVersions(versions, sighted, state.lastAt),
    ["routes", ...listed(routes.map(({ route, count }) => `${route} × ${count}`))],
    ...together("the same fault", followers, "family"),
    ...together("its echoes", followers, "echo"),
    ...ending(state),
    ["first frame of its code", grouping.frame ?? "not known"],
    ...(previousTicket === null ? [] : [["ticket before", previousTicket.identifier] as const]),
    ...history(state),
    ["fingerprint", state.fingerprint],
  ]);
}

/** What is known and nobody outside could write: counts, times, versions' ids and outcomes. */
export function trustedFacts(state: IncidentState): string {
  const ids = state.versions.toReversed().map(({ version, count }) => `${version.id} × ${count}`);
  return layOut([
    ...numbers(state),
    ["versions that fail", ...listed(ids, NO_VERSIONS)],
    ...ending(state),
    ["fingerprint", state.fingerprint],
  ]);
}

const PLOT_LEGEND = "a mark is an hour, the last one that of the last failure";
const NO_VERSIONS = "not told by the platform";

function numbers(state: IncidentState): readonly Fact[] {
  const { approximate, firstAt, lastAt, hours, followers } = state;
  const total = totalCount(state);
  const rate = rateText(state.count, firstAt, lastAt);
  const all = followers.length === 0 ? [] : [`${total} with those that follow it`];
  const count = [`${approximate ? "about " : ""}${state.count}`, ...(rate ? [rate] : []), ...all];
  return [
    ["failures", count.join(", ")],
    ["first seen", iso(firstAt)],
    ["last seen", iso(lastAt)],
    ...(state.count > 1 ? [["by the hour", plotHours(hours, lastAt), PLOT_LEGEND] as const] : []),
  ];
}

function soundVersions(
  failing: readonly VersionCount[],
  sighted: readonly SightedVersion[],
  failedAt: number,
): readonly Fact[] {
  const sound = sighted.filter(
    ({ id, lastAt }) =>
      lastAt >= failedAt - LIVE_MS && failing.every(({ version }) => version.id !== id),
  );
  if (sound.length === 0) return [];
  const lines = sound.map(({ id, lastAt }) => `${id}, seen last at ${iso(lastAt)}`);
  return [["live and not failing", ...listed(lines)]];
}

function together(
  name: string,
  followers: readonly Follower[],
  why: Follower["why"],
): readonly Fact[] {
  const those = followers.filter((follower) => follower.why === why);
  if (those.length === 0) return [];
  return [[name, ...listed(those.map((one) => `${one.route} of ${one.producer} × ${one.count}`))]];
}

function ending(state: IncidentState): readonly Fact[] {
  const samples = samplesOf(state);
  const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
  const cpu = Math.max(0, ...samples.map(({ cpuMs }) => cpuMs));
  const wall = Math.max(0, ...samples.map(({ wallMs }) => wallMs));
  return [
    ["outcome", unique(samples.map(({ outcome }) => outcome)).join(", ")],
    ["trigger", unique(samples.map(({ trigger }) => trigger)).join(", ")],
    ["used at most", `${cpu} ms of CPU time, ${wall} ms in all (of the samples)`],
  ];
}

// What happened to one that came back, in our own words; who did it is in the incident.
function history(state: IncidentState): readonly Fact[] {
  if (!cameBack(state)) return [];
  const told = state.timeline.slice(-FACTS_LISTED_MAX);
  return [["what happened", ...told.map(({ at, what }) => `${iso(at)} ${what}`)]];
}

/** Whether what was taken for mended failed again. */
export function cameBack({ timeline }: IncidentState): boolean {
  return timeline.some(({ what }) => tellsOfReturn(what));
}

function versionText({ version, count, firstAt }: VersionCount): string {
  const name = version.tag === null ? version.id : `${version.tag} (${version.id})`;
  return `${name} × ${count}, first at ${iso(firstAt)}`;
}

function listed(lines: readonly string[], none = "none"): readonly string[] {
  if (lines.length === 0) return [none];
  const more = lines.length - FACTS_LISTED_MAX;
  return [...lines.slice(0, FACTS_LISTED_MAX), ...(more > 0 ? [`and ${more} more`] : [])];
}

/**
 * Names beside values, each value on a line of its own, of at most `unitsMax` units, so that no value
 * can look like a name.
 */
export function layOut(facts: readonly Fact[], unitsMax = FACT_UNITS_MAX): string {
  const width = Math.max(...facts.map(([name]) => name.length));
  return facts
    .flatMap(([name, ...values]) =>
      values.map((value, place) => {
        const line = oneLine(value).slice(0, unitsMax).toWellFormed();
        return `${(place === 0 ? name : "").padEnd(width)}  ${line}`.trimEnd();
      }),
    )
    .join("\n");
}
