// What is said on a ticket later in its life. Ours, but for versions, which stand in code.
import type { Regression } from "../incident/effect.ts";
import { regressionText } from "../incident/reopen.ts";
import type { IncidentState } from "../incident/state.ts";
import { inlineCode } from "./contain.ts";

/** Why the ticket is open again, with the evidence. */
export function regressionNote(state: IncidentState, why: Regression): string {
  const versions = state.versions.map(({ version, count, lastAt }) => {
    const name = inlineCode(version.tag ?? version.id);
    return `- ${name}: ${count} failures, the last at ${new Date(lastAt).toISOString()}`;
  });
  return [
    `Opened again: ${regressionText(why)}.`,
    `${state.count} failures so far, the last at ${new Date(state.lastAt).toISOString()}.`,
    ...(versions.length > 0 ? [`Versions that failed:\n\n${versions.join("\n")}`] : []),
  ].join("\n\n");
}

/** That the failure stopped, and what was observed. */
export function quietNote({ phase, versions }: IncidentState): string {
  if (phase.name !== "resolved") return "The failure stopped.";
  const { completedAt, stragglers } = phase.fix;
  const hours = Math.round((phase.since - completedAt) / 360_000) / 10;
  const basis =
    versions.length > 0
      ? "No version failed that did not fail before."
      : "The platform tells no versions, so time alone decided.";
  const late =
    stragglers.count > 0
      ? ` Versions known bad failed ${stragglers.count} more times, the last at ${new Date(stragglers.lastAt ?? 0).toISOString()}.`
      : "";
  return `The failure stopped: watched for ${hours} hours after the ticket was completed. ${basis}${late}`;
}
