import type { ComponentChild } from "preact";
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
      `curl -X POST ${url}/stand-in/failures -H 'content-type: application/json' \\\n` +
        `  -d '{"kind": "ratelimited", "times": 3, "operation": "issueCreate"}'`,
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
    h("h2", null, "Be the person, or the agent"),
    code(
      `curl -X POST ${url}/stand-in/issues/ENG-1 -H 'content-type: application/json' \\\n` +
        `  -d '{"state": "Done", "comment": "Fixed in the last release."}'`,
      `curl -X POST ${url}/stand-in/issues/ENG-1 -H 'content-type: application/json' \\\n` +
        `  -d '{"as": "coding-agent", "session": "active"}'`,
      `curl -X DELETE ${url}/stand-in/issues/ENG-1`,
    ),
    h("h2", null, "Set the clock"),
    h("p", null, "In ms since 1970. It stands still there, and no instant is given out twice."),
    code(
      `curl -X POST ${url}/stand-in/clock -H 'content-type: application/json' \\\n` +
        `  -d '{"at": 1893456000000}'`,
    ),
    h("h2", null, "Look"),
    h(
      "p",
      null,
      h("a", { href: "/stand-in/state" }, "All tickets as JSON"),
      " · ",
      h("a", { href: "/stand-in/requests" }, "All requests as JSON"),
    ),
    h("ol", { class: "history" }, ...requests.slice(-REQUESTS_SHOWN).toReversed().map(request)),
  );
}

function request({ at, operation, outcome }: LoggedRequest): ComponentChild {
  return h("li", null, instant(at), " ", h("code", null, operation), ` ${outcome}`);
}

function code(...lines: readonly string[]): ComponentChild {
  return h("pre", null, h("code", null, lines.join("\n")));
}
