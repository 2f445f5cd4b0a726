import type { ComponentChild } from "preact";
import { h } from "preact";

import { SESSION_STATUSES } from "../store/records.ts";
import type { IssueSnapshot } from "../store/snapshot.ts";

const SESSION_CHOICES = [...SESSION_STATUSES, "dismissed"];

/** Gives the forms by which a person does what they would do in Linear, or lets the agent answer. */
export function editForms(
  issue: IssueSnapshot,
  states: readonly string[],
  teams: readonly string[],
): ComponentChild {
  const session = issue.sessions.at(-1);
  const agent = issue.delegate === null ? "coding-agent" : "";
  return h(
    "div",
    { class: "forms" },
    form(issue, "Move", select("state", "State", states, issue.state.name)),
    form(issue, "Move", select("team", "Team", teams, issue.team)),
    session &&
      form(
        issue,
        "Set",
        select("session", `Session of ${session.agent}`, SESSION_CHOICES, session.status),
      ),
    form(
      issue,
      agent ? "Delegate" : "Remove delegate",
      h("input", { type: "hidden", name: "delegate", value: agent }),
    ),
    form(
      issue,
      "Comment",
      h(
        "label",
        null,
        "Comment as a person",
        h("textarea", { name: "comment", rows: 3, required: true }),
      ),
    ),
  );
}

function form(issue: IssueSnapshot, action: string, field: ComponentChild): ComponentChild {
  return h(
    "form",
    { method: "post", action: `/issue/${issue.identifier}` },
    field,
    h("button", { type: "submit" }, action),
  );
}

function select(
  name: string,
  label: string,
  options: readonly string[],
  chosen: string,
): ComponentChild {
  return h(
    "label",
    null,
    label,
    h(
      "select",
      { name },
      ...options.map((option) =>
        h("option", { value: option, selected: option === chosen }, option),
      ),
    ),
  );
}
