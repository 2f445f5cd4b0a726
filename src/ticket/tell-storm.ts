// Opens, rewrites and completes a storm ticket in Linear. Whoever tries again comes to the same
// outcome: it looks first, and says what it says under an id that was known before.
import type { StormOutcome } from "../desk/drain-storms.ts";
import { isOver, shows, stillOurs, stormTicketId } from "../desk/storm.ts";
import type { Storm, StormText, WaitingIncident } from "../desk/storm.ts";
import { ticketId } from "../incident/ticket-id.ts";
import type { Settings } from "../settings.ts";
import type { TicketSystem } from "./linear.ts";
import type { FoundTicket } from "./linear-read.ts";
import { problemOf } from "./hindrance.ts";
import { lookFor } from "./perform-ticket.ts";
import { KEY_IS_GONE, settingsProblem } from "./settings-problem.ts";
import { renderStorm, STORM_OVER_NOTE } from "./storm.ts";

export interface TellStormDeps {
  readonly settings: Settings;
  /** Connected only when it is needed; null without a key. */
  readonly linear: (() => Promise<TicketSystem>) | null;
  readonly save: (storm: Storm) => void;
  readonly now: () => number;
}

/** Those that wait. */
export interface StormList {
  readonly waiting: readonly WaitingIncident[];
  /** The list's mark; null where nobody waits. */
  readonly mark: string | null;
  /** When it was read, ms since 1970: whoever waits since is not on it. */
  readonly at: number;
}

/** Tells people of a storm as it is now. */
export async function tellStorm(
  storm: Storm,
  list: StormList,
  deps: TellStormDeps,
): Promise<StormOutcome> {
  const { settings, linear } = deps;
  if (settings.isMisplaced || settings.problems.length > 0) {
    return failed(settingsProblem(settings));
  }
  if (linear === null) return failed(KEY_IS_GONE);
  try {
    return { kind: "done", storm: await tell(storm, list, await linear(), deps) };
  } catch (error) {
    const found = problemOf(error, deps.now());
    if (found === null) throw error;
    // Names of the workspace stay out: the desk tells its problems to everybody.
    return { kind: "failed", problem: found.problem, notBefore: found.notBefore };
  }
}

async function tell(
  storm: Storm,
  list: StormList,
  linear: TicketSystem,
  deps: TellStormDeps,
): Promise<Storm> {
  const { at, mark } = list;
  const id = stormTicketId(storm);
  const found = await lookFor(id, linear);
  const isWanted = list.waiting.length > 0;
  if (found === null) {
    // Nobody waits for it any more, or somebody deleted it for good: those on it were told.
    if (storm.stage === "open") return isOver(storm, storm.at);
    if (!isWanted) return isOver(storm, at);
    const draft = draftOf(storm, list, deps.settings);
    deps.save({ ...storm, sent: textOf(draft) });
    const { text } = await linear.create(id, draft);
    return shows({ ...storm, sent: textOf(draft) }, mark, at, textOf(text));
  }
  if (found.reading.state === "completed" || found.reading.state === "canceled") {
    // Whoever waits since it was written last is on no ticket yet. One that was found closed
    // before it was ours to write is of a storm that was forgotten.
    return isOver(storm, storm.stage === "open" ? storm.at : found.reading.closedAt);
  }
  if (!isWanted) {
    await linear.say(id, ticketId(`${id} over`, storm.nth), STORM_OVER_NOTE);
    await linear.move(id, "completed");
    return isOver(storm, at);
  }
  return rewrite(id, found, storm, list, linear, deps);
}

// Each part only where its words are still ours: title and description apart.
async function rewrite(
  id: string,
  found: FoundTicket,
  storm: Storm,
  list: StormList,
  linear: TicketSystem,
  { settings, save }: TellStormDeps,
): Promise<Storm> {
  const { mark, at } = list;
  const now = textOf(found.text);
  const next = textOf(draftOf(storm, list, settings));
  const change = {
    ...(stillOurs(storm, now, "title") ? { title: next.title } : {}),
    ...(stillOurs(storm, now, "description") ? { description: next.description } : {}),
  };
  // All of it is people's now: the list counts as shown, so that it is looked at no oftener.
  if (Object.keys(change).length === 0) return { ...storm, stage: "open", shown: mark, at };
  // Of what is people's, our own last words are kept: next time too it differs from them.
  const sent = { title: "", description: "", ...storm.sent, ...change };
  save({ ...storm, sent });
  await linear.rewrite(id, change);
  const after = await readBack(id, linear);
  const read = {
    title: change.title === undefined ? (storm.read?.title ?? "") : after.title,
    description:
      change.description === undefined ? (storm.read?.description ?? "") : after.description,
  };
  return shows({ ...storm, sent }, mark, at, read);
}

function draftOf(
  { producer }: Storm,
  { waiting }: StormList,
  { ticketsPerHour, publicUrl, linear }: Settings,
): ReturnType<typeof renderStorm> {
  return renderStorm(producer, waiting, {
    ticketsPerHour,
    urlOf: (fingerprint) => publicUrl && `${publicUrl}/incidents/${fingerprint}`,
    labels: linear?.labels ?? [],
  });
}

async function readBack(id: string, linear: TicketSystem): Promise<StormText> {
  const found = await linear.find(id);
  if (found === null) throw new Error("Linear does not show a ticket that it showed");
  return textOf(found.text);
}

function textOf({ title, description }: StormText): StormText {
  return { title, description };
}

function failed(problem: string): StormOutcome {
  return { kind: "failed", problem, notBefore: null };
}
