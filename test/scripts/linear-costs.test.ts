// Every operation is done once cold and once warm, and Linear's own schema takes each: the stand-in
// executes it strictly. The inputs are of the SDK's types, which the compiler checks.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { costTable, measureCosts } from "../../scripts/linear-costs.ts";
import type { Cost } from "../../scripts/linear-costs.ts";
import { METHODS } from "../../scripts/linear-operations.ts";
import { connectLinear } from "../../src/ticket/linear.ts";
import { linearSettings } from "../support/linear-ticket.ts";

const PAGE = new URL("../../docs/linear.md", import.meta.url);

/** What each sends, and what of it is spared when it was looked up before. */
const SENDS: Readonly<
  Record<string, { readonly always: readonly string[]; readonly once?: readonly string[] }>
> = {
  find: { always: ["issues"] },
  create: {
    once: ["teams", "users", "users", "projects", "issueLabels"],
    always: ["createIssue", "issues"],
  },
  checkTeam: { always: ["teams"] },
  link: { always: ["createAttachment"] },
  linkedTo: { always: ["attachmentsForURL"] },
  move: { once: ["workflowStates"], always: ["issues", "updateIssue"] },
  say: { always: ["issue", "issue_comments", "createComment"] },
  sayAnew: { always: ["issue", "issue_comments", "createComment"] },
  sessionOf: { always: ["agentSessions"] },
  delegate: { once: ["users"], always: ["updateIssue"] },
  takeOffAgent: { always: ["updateIssue"] },
  giveToPerson: { once: ["users"], always: ["updateIssue"] },
  rewrite: { always: ["updateIssue"] },
};

describe("what operations on tickets cost", () => {
  let costs: readonly Cost[] = [];
  beforeAll(async () => {
    costs = await measureCosts();
  });

  it("is known of every one that there is", async () => {
    const nowhere = { apiKey: "none", graphqlUrl: "http://127.0.0.1:9/graphql" };
    const methods = Object.keys(await connectLinear(linearSettings(nowhere))).toSorted();
    expect(Object.keys(METHODS).toSorted()).toEqual(methods);
    expect(Object.keys(SENDS).toSorted()).toEqual(methods);
    expect(costs.map(({ method }) => method).toSorted()).toEqual(methods);
  });

  it.each(Object.entries(SENDS))("is for %s what it has to be", (name, { always, once = [] }) => {
    const cost = costs.find(({ method }) => method === name);
    expect(cost?.cold.operations).toEqual([...always, ...once].toSorted());
    expect(cost?.warm.operations).toEqual(always.toSorted());
  });

  it("is paid for what Linear takes: nothing is against its schema", () => {
    const sent = costs.flatMap(({ cold, warm }) => [...cold.refused, ...warm.refused]);
    expect(sent).toEqual([]);
  });

  it("is in the docs as it is measured: npm run costs", () => {
    expect(readFileSync(PAGE, "utf8")).toContain(`\n\n${costTable(costs)}\n\n`);
  });
});
