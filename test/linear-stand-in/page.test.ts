import { describe, expect, it } from "vitest";

import { renderMarkdown } from "../../examples/linear-stand-in/page/markdown.ts";
import { AGENT_ID, inTurn, startWithClient, TEAM_ID } from "./stand-in-client.ts";

const HOSTILE = `<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt; "quoted"`;

describe("renderMarkdown", () => {
  it.each([
    ["<script>alert(1)</script>", "<script"],
    ["<img src=x onerror=alert(1)>", "<img"],
    ["text <b onclick=alert(1)>bold</b>", "<b"],
    ["<!-- hidden -->", "<!--"],
    ["![pixel](https://attacker.example/x.png)", "<img"],
    ["![pixel][1]\n\n[1]: https://attacker.example/x.png", "<img"],
    ["[click](javascript:alert(1))", "href="],
    ["[click](JaVaScRiPt:alert(1))", "href="],
    ["[click](data:text/html,x)", "href="],
    ["[click](vbscript:x)", "href="],
    ["[mail](mailto:a@attacker.example)", "href="],
    ["a@attacker.example", "href="],
    ["<irc://attacker.example>", "href="],
    ["[rebased](//attacker.example/)", "href="],
    ["[rebased](/\\attacker.example/)", 'href="/\\'],
    ["```html\n<script>alert(1)</script>\n```", "<script"],
    ["`<script>`", "<script"],
    ["| <script> |\n|---|\n| <script> |", "<script"],
  ])("makes %j inert", (markdown, forbidden) => {
    expect(renderMarkdown(markdown)).not.toContain(forbidden);
  });

  it("keeps what a reader needs", () => {
    expect(renderMarkdown("[a](https://a.example/?x=1&y=2)")).toContain(
      '<a href="https://a.example/?x=1&amp;y=2" rel="nofollow noopener noreferrer">a</a>',
    );
    expect(renderMarkdown("[b](/issue/ENG-1) [c](#c)")).toContain('href="/issue/ENG-1"');
    expect(renderMarkdown("| a |\n|---|\n| 1 |")).toContain("<td>1</td>");
    expect(renderMarkdown("- [x] done")).toContain('type="checkbox"');
    expect(renderMarkdown("````text\n```\nevidence\n````")).toContain("```\nevidence\n</code>");
    expect(renderMarkdown('text href="mailto:x" text')).toContain("href=&quot;mailto:x&quot;");
  });
});

describe("the pages", () => {
  it("run no script and load nothing from elsewhere", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    await inTurn(["/", "/issue/ENG-1", "/graphql"], async (path) => {
      const response = await fetch(`${standIn.url}${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-security-policy")).toBe(
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      const html = await response.text();
      expect(html).not.toMatch(/<script|<style|\son\w+=|\sstyle=|src=/);
    });
    const style = await fetch(`${standIn.url}/style.css`);
    expect(style.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(await style.text()).not.toMatch(/url\(|@import/);
  });

  it("show hostile text as text, wherever it stands", async () => {
    const { standIn, linear } = await startWithClient();
    const label = await linear.createIssueLabel({ name: HOSTILE });
    await linear.createIssue({
      teamId: TEAM_ID,
      title: HOSTILE,
      description: HOSTILE,
      labelIds: [label.issueLabelId ?? ""],
    });
    await linear.createComment({ issueId: "ENG-1", body: HOSTILE });
    await linear.createAttachment({
      issueId: "ENG-1",
      url: `https://a.example/"><script>alert(1)</script>`.replaceAll(" ", ""),
      title: HOSTILE,
      subtitle: HOSTILE,
      metadata: { [HOSTILE]: HOSTILE },
    });
    await linear.client.rawRequest("query h { viewer { id } }", { x: HOSTILE });
    await inTurn(["/", "/issue/ENG-1", "/graphql"], async (path) => {
      const html = await (await fetch(`${standIn.url}${path}`)).text();
      expect(html).not.toMatch(/<script|<img|<b>/);
    });
    const html = await (await fetch(`${standIn.url}/issue/ENG-1`)).text();
    expect(
      html.match(/&lt;script>alert\(1\)&lt;\/script>|&lt;script&gt;/g)?.length,
    ).toBeGreaterThan(7);
  });

  it("list the tickets, the newest first, with what a person wants to know", async () => {
    const { standIn, linear } = await startWithClient();
    expect(await (await fetch(standIn.url)).text()).toContain("No tickets yet");
    await linear.createIssue({ teamId: TEAM_ID, title: "Older", delegateId: AGENT_ID });
    await linear.createIssue({ teamId: TEAM_ID, title: "Newer", priority: 1 });
    standIn.edit("ENG-2", { state: "Done" });
    const html = await (await fetch(standIn.url)).text();
    expect(html.indexOf("Newer")).toBeLessThan(html.indexOf("Older"));
    for (const text of ["ENG-2", "Urgent", "Done", "coding-agent: pending"]) {
      expect(html).toContain(text);
    }
  });

  it("show one ticket with everything that belongs to it", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({
      teamId: TEAM_ID,
      title: "shop GET /orders/:id PaymentError",
      description: "# Evidence\n\n```text\ncard declined\n```",
      delegateId: AGENT_ID,
    });
    await linear.createComment({ issueId: "ENG-1", body: "**12** failures" });
    await linear.createAttachment({
      issueId: "ENG-1",
      url: "https://outerloop.example/1",
      title: "Incident",
      metadata: { count: 12 },
    });
    const html = await (await fetch(`${standIn.url}/issue/eng-1`)).text();
    for (const text of [
      "<h1>shop GET /orders/:id PaymentError</h1>",
      '<pre><code class="language-text">card declined\n</code></pre>',
      "<strong>12</strong> failures",
      'href="https://outerloop.example/1"',
      "<dt>count</dt><dd>12</dd>",
      "delegated to coding-agent",
    ]) {
      expect(html).toContain(text);
    }
    expect((await fetch(`${standIn.url}/issue/ENG-9`)).status).toBe(404);
  });

  it("let a person move the ticket, comment, and take the agent off it", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.createIssue({ teamId: TEAM_ID, title: "Title", delegateId: AGENT_ID });
    const forms = ["state=Done", "comment=Fixed", "delegate=", "session=complete"];
    await inTurn(forms, async (form) => {
      const response = await fetch(`${standIn.url}/issue/ENG-1`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: form,
        redirect: "manual",
      });
      expect([response.status, response.headers.get("location")]).toEqual([303, "/issue/ENG-1"]);
    });
    expect(standIn.state().issues[0]).toMatchObject({
      state: { name: "Done" },
      delegate: null,
      comments: [{ body: "Fixed", user: "on-call" }],
      sessions: [{ status: "complete" }],
    });
  });

  it("tell how to reach the API, how it fails, and what arrived", async () => {
    const { standIn, linear } = await startWithClient();
    await linear.viewer;
    standIn.fail({ kind: "hang", operation: "issueCreate" });
    const html = await (await fetch(standIn.graphqlUrl)).text();
    for (const text of [standIn.graphqlUrl, "lost-answer", "viewer", "hang", "issueCreate"]) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain(standIn.apiKey);
  });
});
