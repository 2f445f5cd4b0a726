// The quarantine of all that is told of an incident: its samples, and the routes and tags that no sample
// holds. A ticket tells some of it, the evidence more, and the API all: what passes here may be read.
import { samplesOf } from "../incident/state.ts";
import type { IncidentState } from "../incident/state.ts";
import { QUARANTINE_LINE } from "../limits.ts";
import { judgeFailures, judgeText } from "./quarantine.ts";
import type { Judgement } from "./quarantine.ts";

/** Judges what others may have written and whoever looks at this incident is shown. */
export function judgeIncident(state: IncidentState): Judgement {
  const own = judgeFailures(samplesOf(state));
  const others = [
    ...judgeEach("another route", routesTold(state)),
    ...judgeEach("the tag of a version", tagsTold(state)),
  ];
  const over = others.filter(({ score }) => score >= QUARANTINE_LINE);
  return {
    score: Math.max(own.score, ...others.map(({ score }) => score)),
    isQuarantined: own.isQuarantined || over.length > 0,
    reasons: [...own.reasons, ...new Set(over.flatMap(({ reasons }) => reasons))],
  };
}

/** Whether a text may be shown by itself, as on a link or in a list of many incidents. */
export function isHarmless(text: string): boolean {
  return judgeText(text).score < QUARANTINE_LINE;
}

function judgeEach(
  what: string,
  texts: readonly string[],
): readonly Pick<Judgement, "score" | "reasons">[] {
  return [...new Set(texts)].map((text) => {
    const { score, reasons } = judgeText(text);
    return { score, reasons: reasons.map((why) => `${what} ${why}`) };
  });
}

function routesTold({ routes, followers }: IncidentState): readonly string[] {
  return [...routes, ...followers].map(({ route }) => route);
}

function tagsTold({ versions, followers }: IncidentState): readonly string[] {
  return [...versions, ...followers.flatMap((follower) => follower.versions)].flatMap(
    ({ version: { tag } }) => (tag === null ? [] : [tag]),
  );
}
