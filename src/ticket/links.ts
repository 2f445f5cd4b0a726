// What a ticket links to: the incident, and those that follow it. Made of trusted parts, as a title.
import { totalCount } from "../incident/followers.ts";
import type { Follower, IncidentState } from "../incident/state.ts";
import { FOLLOWERS_SHOWN_MAX } from "../limits.ts";
import { isHarmless } from "./judge-incident.ts";
import { plainProducer, plainRoute } from "./title.ts";

export interface Link {
  readonly fingerprint: string;
  readonly title: string;
  readonly subtitle: string;
  /** The episode of the ticket, by which it is known for ours when all else is forgotten. */
  readonly episode: number;
}

/** The links of a ticket, the owner's own first; the followers that failed last before the others. */
export function linksOf(state: IncidentState): readonly Link[] {
  const { fingerprint, count, followers, episode } = state;
  const total = totalCount(state);
  const all = followers.length === 0 ? "" : `, ${total} on ${followers.length + 1} incidents`;
  return [
    { fingerprint, title: "outerloop incident", subtitle: `${times(count)}${all}`, episode },
    ...followers.slice(0, FOLLOWERS_SHOWN_MAX).map((follower) => linkOf(follower, episode)),
  ];
}

function linkOf({ fingerprint, producer, route, why, count }: Follower, episode: number): Link {
  const what = why === "echo" ? "its echo" : "the same fault";
  // A title stands in no fence: a route that tries to instruct is told at the incident only.
  const shown = isHarmless(route) ? plainRoute(route) : null;
  const place = [plainProducer(producer), shown].filter((word) => word !== null);
  const title = [`${what}:`, ...place].join(" ");
  return { fingerprint, title, subtitle: times(count), episode };
}

function times(count: number): string {
  return count === 1 ? "1 failure" : `${count} failures`;
}
