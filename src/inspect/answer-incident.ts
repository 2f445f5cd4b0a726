// What an incident's object answers: the whole of it, a part, or its evidence pack, each as far as who
// asks may see it.
import type { SightedVersion } from "../failure/sighted-version.ts";
import type { OutboxRow } from "../incident/outbox.ts";
import type { IncidentState } from "../incident/state.ts";
import type { Settings } from "../settings.ts";
import { delegationOf } from "../ticket/draft.ts";
import { partAsked } from "./incident-address.ts";
import { incidentView, samplesView, timelineView } from "./incident-view.ts";
import { packMarkdown } from "./pack/markdown.ts";
import { packOf } from "./pack/pack.ts";
import type { Pack } from "./pack/pack.ts";
import { jsonResponse, markdownResponse } from "./responses.ts";
import { accessTold, stateFor } from "./withhold.ts";

/** One incident as it is when it is asked. */
export interface AskedIncident {
  readonly state: IncidentState;
  readonly outbox: readonly OutboxRow[];
  readonly alarmAt: number | null;
  readonly settings: Settings;
  /** ms since 1970. */
  readonly at: number;
  /** Its producer's versions that were sighted; asked for where they are shown only. */
  readonly versions: () => Promise<readonly SightedVersion[]>;
}

/** The answer to one request, by its address and the access that it was let in with. */
export async function answerIncident(request: Request, asked: AskedIncident): Promise<Response> {
  const { state, outbox, alarmAt, settings } = asked;
  const access = accessTold(request);
  const delegation = delegationOf(state, settings);
  const shown = stateFor(access, state, delegation.isHeldBack);
  const { fingerprint } = state;
  const pack = async (): Promise<Pack> =>
    packOf(shown, {
      outbox,
      delegation,
      isWithheld: shown !== state,
      publicUrl: settings.publicUrl,
      // No pack waits for them: whether they are known is told.
      sighted: await asked.versions().catch(() => null),
      at: asked.at,
    });
  switch (partAsked(new URL(request.url).pathname)) {
    case "incident":
      return jsonResponse(incidentView(shown, outbox, alarmAt, delegation));
    case "samples":
      return jsonResponse({ fingerprint, samples: samplesView(shown) });
    case "timeline":
      return jsonResponse({ fingerprint, timeline: timelineView(shown) });
    case "packJson":
      return jsonResponse(await pack());
    case "packMarkdown":
      return markdownResponse(packMarkdown(await pack()));
  }
}
