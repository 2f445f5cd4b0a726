import { describe, expect, it } from "vitest";

import { keptMarkdown } from "../../examples/linear-stand-in/store/kept-markdown.ts";
import { startWithClient, TEAM_ID } from "./stand-in-client.ts";

describe("keptMarkdown", () => {
  it.each([
    ["- one\n  - two\n+ three", "* one\n  * two\n* three"],
    ["line  \nnext\t\n\n", "line\nnext"],
    ["-not a bullet\n---\n-1", "-not a bullet\n---\n-1"],
    ["```\n- code  \n```\n- text", "```\n- code  \n```\n* text"],
    ["````text\n```\n- code\n````\n- text", "````text\n```\n- code\n````\n* text"],
    ["~~~\n```\n- code\n~~~\n- text", "~~~\n```\n- code\n~~~\n* text"],
    ["```\n- never closed  ", "```\n- never closed"],
    ["a\r\nb\r\n", "a\nb"],
    ["", ""],
  ])("keeps %j as %j", (sent, kept) => {
    expect(keptMarkdown(sent)).toBe(kept);
    expect(keptMarkdown(kept)).toBe(kept);
  });
});

describe("texts", () => {
  it("of issues and comments come back as Linear keeps them, not as they were sent", async () => {
    const { linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", description: "- one\n" });
    await linear.createComment({ issueId: "ENG-1", body: "- two\n" });
    const issue = await linear.issue("ENG-1");
    expect(issue.description).toBe("* one");
    expect((await issue.comments()).nodes[0]?.body).toBe("* two");
    await linear.updateIssue("ENG-1", { description: "+ three" });
    expect((await linear.issue("ENG-1")).description).toBe("* three");
  });
});
