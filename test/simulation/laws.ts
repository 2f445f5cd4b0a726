// What must hold of every incident at every step, as it can be seen from outside.
import type { SeenIncident } from "./incidents.ts";
import { isClosed } from "./linear.ts";
import type { LinearIssue } from "./linear.ts";

const HOUR_MS = 3_600_000;

/** What is due although no alarm is set for it. `leaseMs`: what a death may put it off by. */
export function alarmProblem(seen: SeenIncident, now: number, leaseMs: number): string | null {
  const { phase, waiting, alarmAt } = seen;
  const due = waiting.map(({ dueAt }) => Date.parse(dueAt));
  if (phase.settlesAt !== undefined) due.push(Date.parse(phase.settlesAt));
  if (phase.endsAt !== undefined && phase.isEnding === false) due.push(Date.parse(phase.endsAt));
  const isRead = phase.name === "ticketed" || phase.name === "verifying";
  if (isRead && phase.ticket?.status === "made") due.push(now + HOUR_MS);
  if (due.length === 0) return null;
  const latest = Math.max(Math.min(...due), now + leaseMs);
  if (alarmAt !== null && Date.parse(alarmAt) <= latest) return null;
  return `${phase.name}: due at ${new Date(Math.min(...due)).toISOString()}, alarm at ${alarmAt}`;
}

/**
 * What is wrong with the tickets that Linear holds, each known by the incident that it links to.
 * `written`: what people wrote as the description, by the issue's id.
 */
export function ticketProblems(
  issues: readonly LinearIssue[],
  written: ReadonlyMap<string, string>,
): readonly string[] {
  const open = issues.filter((issue) => !isClosed(issue));
  const byIncident = Map.groupBy(open, (issue) => issue.attachments[0]?.url ?? issue.id);
  const twins = [...byIncident].flatMap(([url, { length }]) =>
    length > 1 ? [`${length} open tickets for ${url}`] : [],
  );
  const comments = issues.flatMap((issue) => issue.comments.map(({ id }) => id));
  const isTwice = new Set(comments).size < comments.length;
  const lost = issues.filter(
    ({ id, description }) => written.has(id) && written.get(id) !== description,
  );
  return [
    ...twins,
    ...(isTwice ? ["a comment stands twice"] : []),
    ...lost.map(({ identifier }) => `what people wrote on ${identifier} was written over`),
  ];
}

/** How an incident must stand once everything was quiet for longer than any window. */
export function restProblem(
  seen: SeenIncident,
  issues: readonly LinearIssue[],
  others: ReadonlyMap<string, SeenIncident>,
): string | null {
  const { phase, waiting } = seen;
  if (waiting.length > 0)
    return `undone: ${waiting.map(({ effect, problem }) => `${effect} (${problem})`).join(", ")}`;
  if (phase.name === "collecting" || phase.name === "verifying") return `still ${phase.name}`;
  const { ticket } = phase;
  if (["asking", "opening", "withdrawn"].includes(ticket?.status ?? "")) return `${ticket?.status}`;
  if (ticket?.status === "waiting") return null;
  if (ticket?.status === "following") {
    const owner = others.get(ticket.owner ?? "");
    return owner?.ownedKey ? null : "it follows one that is no owner";
  }
  if (ticket?.wanted) return `its ticket is wanted ${ticket.wanted}`;
  if (phase.name !== "ticketed") return null;
  if (ticket?.status !== "made") return "ticketed without a ticket";
  const issue = issues.find(({ identifier }) => identifier === ticket.identifier);
  if (issue === undefined) return "its ticket is gone";
  if (isClosed(issue)) return `its ticket is closed: ${issue.state.type}`;
  const stage = ticket.agent?.stage ?? "returned";
  if (["clearing", "setting", "waking", "returning"].includes(stage)) return `agent ${stage}`;
  return issue.attachments.length > 0 ? null : `${issue.attachments.length} links to it`;
}
