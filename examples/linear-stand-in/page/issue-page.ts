import type { ComponentChild, ComponentChildren } from "preact";
import { h } from "preact";

import { PRIORITY_LABELS } from "../graphql/views.ts";
import type { Answer } from "../http/reply.ts";
import type { IssueSnapshot } from "../store/snapshot.ts";
import { editForms } from "./edit-forms.ts";
import { instant, pageAnswer } from "./layout.ts";
import { statePill } from "./list-page.ts";
import { isPlainTarget, renderMarkdown } from "./markdown.ts";

/** Shows one ticket with all that belongs to it, and lets a person move it on. */
export function issuePage(
  issue: IssueSnapshot,
  states: readonly string[],
  teams: readonly string[],
): Answer {
  return pageAnswer(
    200,
    `${issue.identifier} ${issue.title}`,
    h("p", { class: "identifier" }, issue.identifier, " ", statePill(issue.state)),
    h("h1", null, issue.title),
    h(
      "div",
      { class: "columns" },
      h(
        "article",
        null,
        issue.description === null
          ? h("p", { class: "empty" }, "No description.")
          : markdown(issue.description),
        section("Attachments", issue.attachments.map(attachment)),
        section("Comments", issue.comments.map(comment)),
        section("History", [h("ol", { class: "history" }, ...issue.history.map(historyEntry))]),
      ),
      h("aside", null, facts(issue), editForms(issue, states, teams)),
    ),
  );
}

function facts(issue: IssueSnapshot): ComponentChild {
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    ["Team", issue.team],
    ...(issue.previousIdentifiers.length > 0
      ? [["Was", issue.previousIdentifiers.join(", ")] as const]
      : []),
    ["Priority", PRIORITY_LABELS[issue.priority]],
    ["Labels", issue.labels.join(", ") || "none"],
    ["Assignee", issue.assignee ?? "nobody"],
    ["Delegate", issue.delegate ?? "nobody"],
    ["Project", issue.project ?? "none"],
    ["Created", instant(issue.createdAt)],
    ["Updated", instant(issue.updatedAt)],
    ...(issue.archivedAt === null
      ? issue.trashed
        ? [["In the trash", "but not archived"] as const]
        : []
      : [[issue.trashed ? "In the trash" : "Archived", instant(issue.archivedAt)] as const]),
    ...issue.sessions.map(
      ({ agent, status, createdAt, dismissedAt }) =>
        [
          "Session",
          [`${agent}: ${status}${dismissedAt === null ? "" : ", dismissed"}, `, instant(createdAt)],
        ] as const,
    ),
  ];
  return h(
    "dl",
    null,
    ...rows.flatMap(([term, value]) => [h("dt", null, term), h("dd", null, value)]),
  );
}

function attachment({
  url,
  title,
  subtitle,
  metadata,
}: IssueSnapshot["attachments"][number]): ComponentChild {
  const entries = Object.entries(metadata);
  return h(
    "div",
    { class: "card" },
    isPlainTarget(url)
      ? h("a", { href: url, rel: "nofollow noopener noreferrer" }, title)
      : h("span", null, title),
    subtitle !== null && h("p", null, subtitle),
    h("p", { class: "address" }, url),
    entries.length > 0 &&
      h(
        "dl",
        null,
        ...entries.flatMap(([name, value]) => [
          h("dt", null, name),
          h("dd", null, typeof value === "string" ? value : JSON.stringify(value)),
        ]),
      ),
  );
}

function comment({ id, user, body, createdAt }: IssueSnapshot["comments"][number]): ComponentChild {
  return h(
    "div",
    { class: "card", id: `comment-${id.slice(0, 8)}` },
    h("p", { class: "by" }, h("strong", null, user), " ", instant(createdAt)),
    markdown(body),
  );
}

function historyEntry({ at, by, what }: IssueSnapshot["history"][number]): ComponentChild {
  return h("li", null, instant(at), " ", h("strong", null, by), ` ${what}`);
}

function section(title: string, content: readonly ComponentChild[]): ComponentChild {
  return content.length > 0 && h("section", null, h("h2", null, title), ...content);
}

function markdown(text: string): ComponentChild {
  return h("div", { class: "markdown", dangerouslySetInnerHTML: { __html: renderMarkdown(text) } });
}
