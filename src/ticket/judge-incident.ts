// The quarantine of all that a ticket would tell: the samples, and the routes that no sample holds.
import { samplesOf } from "../incident/state.ts";
import type { IncidentState } from "../incident/state.ts";
import { FACTS_LISTED_MAX, QUARANTINE_LINE } from "../limits.ts";
import { judgeFailures, judgeText } from "./quarantine.ts";
import type { Judgement } from "./quarantine.ts";

/** Judges what others may have written and the ticket of this incident would show. */
export function judgeIncident(state: IncidentState): Judgement {
  const own = judgeFailures(samplesOf(state));
  const routes = routesTold(state).map((route) => judgeText(route));
  const over = routes.filter(({ score }) => score >= QUARANTINE_LINE);
  return {
    score: Math.max(own.score, ...routes.map(({ score }) => score)),
    isQuarantined: own.isQuarantined || over.length > 0,
    reasons: [
      ...own.reasons,
      ...new Set(over.flatMap(({ reasons }) => reasons.map((why) => `another route ${why}`))),
    ],
  };
}

/** The routes that may stand on the ticket: its own and those of what follows it. */
function routesTold({ routes, followers }: IncidentState): readonly string[] {
  const told = [
    ...routes.slice(0, FACTS_LISTED_MAX).map(({ route }) => route),
    ...(["family", "echo"] as const)
      .flatMap((why) =>
        followers.filter((follower) => follower.why === why).slice(0, FACTS_LISTED_MAX),
      )
      .map(({ route }) => route),
  ];
  return [...new Set(told)];
}
