// What is said on a ticket later in its life. Ours, but for versions, which stand in code.
import { returnText } from "../incident/agent-answer.ts";
import type { AgentWork, ReturnReason } from "../incident/agent-work.ts";
import type { ReopenReason, TicketChange } from "../incident/effect.ts";
import { reopenText } from "../incident/reopen.ts";
import type { IncidentState, Phase, VersionCount } from "../incident/state.ts";
import { inlineCode } from "./contain.ts";
import { isHarmless } from "./judge-incident.ts";
import { knownSection, trustedSection } from "./render.ts";
import { iso } from "../iso.ts";

/** Why the ticket was moved to another state. */
export function changeNote(
  state: IncidentState,
  change: TicketChange,
  urlOf: (fingerprint: string) => string | null,
): string {
  switch (change.to) {
    case "open":
      return reopenNote(state, change.why);
    case "completed":
      return "The incident was resolved in outerloop: production is watched for the failure.";
    case "canceled": {
      const { mergedInto } = change;
      if (mergedInto === null) return "The incident is ignored in outerloop: failures are counted.";
      const target = urlOf(mergedInto) ?? mergedInto;
      return `The incident was merged into another, which gets its failures: ${inlineCode(target)}`;
    }
  }
}

/** That the failure stopped, and what was observed. */
export function quietNote(
  { fix, since }: Extract<Phase, { readonly name: "resolved" }>,
  versions: readonly VersionCount[],
): string {
  const { completedAt, stragglers } = fix;
  const hours = Math.round((since - completedAt) / 360_000) / 10;
  const sighted = fix.sighted.filter(({ lastAt }) => lastAt > completedAt);
  const basis =
    versions.length === 0
      ? "The platform tells no versions, so time alone decided."
      : "No version failed that did not fail before.";
  return [
    `The failure stopped: watched for ${hours} hours after the ticket was completed. ${basis}`,
    ...(stragglers.count > 0
      ? [
          `What ran before failed at least ${times(stragglers.count)} more, the last at ${iso(stragglers.lastAt ?? 0)}.`,
        ]
      : []),
    ...(versions.length > 0 && sighted.length === 0
      ? ["No version was seen meanwhile: whether the Worker was called at all is not known."]
      : []),
    ...listed(
      "Versions that ran meanwhile:",
      sighted.map(({ id, lastAt }) => `${inlineCode(id)}: seen last at ${iso(lastAt)}`),
    ),
  ].join("\n\n");
}

/** How the incident is, beside a description that people have made their own. */
export function statusNote(state: IncidentState, isHeldBack: boolean): string {
  return [
    "The description was edited, so outerloop leaves it alone and keeps this comment up to date:",
    isHeldBack ? trustedSection(state) : knownSection(state),
  ].join("\n\n");
}

/** Why the agent's work ends, and who has the ticket now. */
export function returnNote(work: AgentWork | null, why: ReturnReason, hasPerson: boolean): string {
  const url = work?.session?.url ?? null;
  return [
    `Given back: ${returnText(why)}. The agent was taken off this ticket.`,
    ...(url === null ? [] : [`Its session: ${inlineCode(url)}`]),
    hasPerson
      ? "Whoever it is assigned to has it now: delegate it again in Linear, or take it on."
      : "Nobody is assigned: `LINEAR_ASSIGNEE` names the person who gets such tickets.",
  ].join("\n\n");
}

function reopenNote(state: IncidentState, why: ReopenReason): string {
  const { count, lastAt, versions } = state;
  return [
    `Opened again: ${reopenText(why)}.`,
    `It failed ${times(count)} so far, the last at ${iso(lastAt)}.`,
    ...listed(
      "Versions that failed:",
      versions.map((entry) => {
        const { tag, id } = entry.version;
        const name = inlineCode(tag !== null && isHarmless(tag) ? tag : id);
        return `${name}: failed ${times(entry.count)}, the last at ${iso(entry.lastAt)}`;
      }),
    ),
  ].join("\n\n");
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}\n\n${lines.map((line) => `- ${line}`).join("\n")}`];
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
