import { describe, expect, it } from "vitest";

import { inTurn, startWithClient } from "./stand-in-client.ts";

describe("lists", () => {
  it("come newest first, in pages that follow each other", async () => {
    const { linear } = await startWithClient();
    await inTurn(["a", "b", "c", "d", "e"], (name) => linear.createIssueLabel({ name }));
    const page = await linear.issueLabels({ first: 2 });
    expect(page.nodes.map(({ name }) => name)).toEqual(["e", "d"]);
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const next = await linear.issueLabels({ first: 2, after: page.pageInfo.endCursor ?? "" });
    expect(next.nodes.map(({ name }) => name)).toEqual(["c", "b"]);
    await page.fetchNext();
    await page.fetchNext();
    expect(page.nodes.map(({ name }) => name)).toEqual(["e", "d", "c", "b", "a"]);
    expect(page.pageInfo.hasNextPage).toBe(false);
  });

  it("can be read from their end", async () => {
    const { linear } = await startWithClient();
    await inTurn(["a", "b", "c"], (name) => linear.createIssueLabel({ name }));
    const end = await linear.issueLabels({ last: 2 });
    expect(end.nodes.map(({ name }) => name)).toEqual(["b", "a"]);
    expect(end.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const before = await linear.issueLabels({ before: end.pageInfo.startCursor ?? "" });
    expect(before.nodes.map(({ name }) => name)).toEqual(["c"]);
  });

  it("can be ordered by the last change", async () => {
    const { standIn, linear } = await startWithClient();
    const team = (await linear.teams()).nodes[0];
    await linear.createIssue({ teamId: team?.id ?? "", title: "Title" });
    await inTurn(["first", "second"], (body) => linear.createComment({ issueId: "ENG-1", body }));
    const first = standIn.state().issues[0]?.comments[0];
    await linear.updateComment(first?.id ?? "", { body: "first, edited" });
    const issue = await linear.issue("ENG-1");
    const { nodes } = await issue.comments({ orderBy: "updatedAt" as never });
    expect(nodes.map(({ body }) => body)).toEqual(["first, edited", "second"]);
  });

  it("hold fifty unless told, and never more than two hundred and fifty", async () => {
    const { linear } = await startWithClient();
    await inTurn(Array(51).keys(), (number) =>
      linear.createIssueLabel({ name: `label-${number}` }),
    );
    expect((await linear.issueLabels()).nodes).toHaveLength(50);
    expect((await linear.issueLabels({ first: 250 })).nodes).toHaveLength(51);
    await expect(linear.issueLabels({ first: 251 })).rejects.toThrow(
      "first must not be greater than 250",
    );
    await expect(linear.issueLabels({ first: 0 })).rejects.toThrow("first");
    await expect(linear.issueLabels({ after: "none" })).rejects.toThrow("cursor");
  });
});
