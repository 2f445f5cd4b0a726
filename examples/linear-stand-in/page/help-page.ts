import type { ComponentChild, ComponentChildren } from "preact";
import { h } from "preact";

import type { PlannedFailure } from "../graphql/failure-queue.ts";
import { FAILURES } from "../graphql/failures.ts";
import type { LoggedRequest } from "../graphql/request-log.ts";
import type { Answer } from "../http/reply.ts";
import { instant, pageAnswer } from "./layout.ts";

const REQUESTS_SHOWN = 20;

/** Tells how to reach the API, how to make it fail, and what arrived lately. */
export function helpPage(
  url: string,
  planned: readonly PlannedFailure[],
  requests: readonly LoggedRequest[],
  webhook: string | null,
): Answer {
  return pageAnswer(
    200,
    "API and failures",
    h("h1", null, "API and failures"),
    h(
      "p",
      null,
      "Linear's GraphQL answers at ",
      h("code", null, `${url}/graphql`),
      ", with Linear's names and types, for the operations that outerloop uses. Send the API key as ",
      h("code", null, "Authorization"),
      ".",
    ),
    h("h2", null, "Make the next requests fail"),
    code(
      post(url, "failures", '{"kind": "ratelimited", "times": 3, "operation": "issueCreate"}'),
      `curl -X DELETE ${url}/stand-in/failures`,
    ),
    h(
      "dl",
      null,
      ...Object.entries(FAILURES).flatMap(([kind, { means }]) => [
        h("dt", null, h("code", null, kind)),
        h("dd", null, means),
      ]),
    ),
    h("p", null, planned.length === 0 ? "No failure is planned." : "Planned, the next first:"),
    planned.length > 0 && code(...planned.map((failure) => JSON.stringify(failure))),
    personHelp(url),
    webhookHelp(url, webhook),
    h("h2", null, "Set the clock"),
    h("p", null, "In ms since 1970. It stands still there, and no instant is given out twice."),
    code(post(url, "clock", '{"at": 1893456000000}')),
    h("h2", null, "Look"),
    h(
      "p",
      null,
      h("a", { href: "/stand-in/state" }, "All tickets as JSON"),
      " · ",
      h("a", { href: "/stand-in/requests" }, "All requests as JSON"),
      " · ",
      h("a", { href: "/stand-in/deliveries" }, "All webhooks as JSON"),
    ),
    h("ol", { class: "history" }, ...requests.slice(-REQUESTS_SHOWN).toReversed().map(request)),
  );
}

function personHelp(url: string): ComponentChildren {
  return [
    h("h2", null, "Be the person, or the agent"),
    code(
      post(url, "issues/ENG-1", '{"state": "Done", "comment": "Fixed in the last release."}'),
      post(url, "issues/ENG-1", '{"as": "coding-agent", "session": "active"}'),
      post(url, "issues/ENG-1", '{"as": "second-person", "session": "dismissed", "team": "OPS"}'),
      `curl -X DELETE ${url}/stand-in/issues/ENG-1`,
    ),
    h("p", null, "An agent that answers makes each new session active; one that sleeps does not."),
    code(post(url, "agent", '{"agent": "answers"}')),
  ];
}

function webhookHelp(url: string, webhook: string | null): ComponentChildren {
  return [
    h("h2", null, "Be told of changes"),
    h(
      "p",
      null,
      "Each change of an issue, of a comment or of an agent's session goes to the webhook, signed as " +
        "Linear signs it. It must be on this machine. ",
      webhook === null ? "None is set." : ["It is ", h("code", null, webhook), "."],
    ),
    code(
      post(url, "webhook", '{"url": "http://localhost:8787/webhook", "secret": "any"}'),
      post(url, "redeliver", '{"n": 1}'),
      `curl -X DELETE ${url}/stand-in/webhook`,
    ),
  ];
}

/** What to type to send JSON to a control address. */
function post(url: string, path: string, body: string): string {
  return (
    `curl -X POST ${url}/stand-in/${path} -H 'content-type: application/json' \\\n` +
    `  -d '${body}'`
  );
}

function request({ at, operation, outcome, complexity }: LoggedRequest): ComponentChild {
  const told = ` ${outcome}, complexity ${complexity}`;
  return h("li", null, instant(at), " ", h("code", null, operation), told);
}

function code(...lines: readonly string[]): ComponentChild {
  return h("pre", null, h("code", null, lines.join("\n")));
}
