import type { ComponentChild } from "preact";
import { h } from "preact";

import { PRIORITY_LABELS } from "../graphql/views.ts";
import type { Answer } from "../http/reply.ts";
import type { IssueSnapshot } from "../store/snapshot.ts";
import { instant, pageAnswer } from "./layout.ts";

/** Shows all tickets, the newest first. */
export function listPage(issues: readonly IssueSnapshot[]): Answer {
  const content = issues.length === 0 ? nothingYet() : list(issues.toReversed());
  return pageAnswer(200, "Tickets", h("h1", null, "Tickets"), content);
}

/** Shows a state as a pill, coloured by its type. */
export function statePill({ name, type }: IssueSnapshot["state"]): ComponentChild {
  return h("span", { class: `pill state-${type}` }, name);
}

function nothingYet(): ComponentChild {
  return h(
    "p",
    { class: "empty" },
    "No tickets yet. They appear here when something creates them over the API: see ",
    h("a", { href: "/graphql" }, "API and failures"),
    ".",
  );
}

function list(issues: readonly IssueSnapshot[]): ComponentChild {
  return h("ol", { class: "tickets" }, ...issues.map(row));
}

function row(issue: IssueSnapshot): ComponentChild {
  const session = issue.sessions.at(-1);
  const gone = issue.trashed || issue.archivedAt !== null;
  return h(
    "li",
    { class: gone ? "gone" : undefined },
    h("span", { class: "identifier" }, issue.identifier),
    h("a", { href: `/issue/${issue.identifier}`, class: "title" }, issue.title),
    h(
      "span",
      { class: "facts" },
      statePill(issue.state),
      issue.priority > 0 && h("span", { class: "pill" }, PRIORITY_LABELS[issue.priority]),
      ...issue.labels.map((label) => h("span", { class: "pill" }, label)),
      issue.delegate !== null &&
        h("span", { class: "pill agent" }, `${issue.delegate}: ${session?.status ?? "no session"}`),
      gone && h("span", { class: "pill" }, issue.trashed ? "trash" : "archived"),
    ),
    instant(issue.updatedAt),
  );
}
