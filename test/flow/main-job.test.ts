// The stories of the whole system, on the real runtime: several Workers, the queue, the objects,
// their alarms, the Linear SDK over HTTP.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driveShop, FAULTS } from "../../examples/scenario.ts";
import { LOCAL_ACCESS_TOKEN, startLocalStack } from "../../scripts/local-stack.ts";
import type { LocalStack } from "../../scripts/local-stack.ts";
import { isComplete, judge } from "../../scripts/start-report.ts";
import type { Diagnosis } from "../../src/inspect/doctor.ts";
import { look, watch } from "../../scripts/watch.ts";

const INCIDENTS = FAULTS.flatMap((fault) => fault.incidents).length;
const TICKETS = FAULTS.length;
const PATIENCE = { timeout: 15_000, interval: 200 };

describe("the main job", () => {
  let stack: LocalStack;

  beforeAll(async () => {
    stack = await startLocalStack({ settleSeconds: 1 });
    // Linear does the work of the first ticket and its answer is lost; then it breaks, once.
    stack.linear.fail({ kind: "lost-answer", operation: "issueCreate", times: 1 });
    stack.linear.fail({ kind: "internal", operation: "issueCreate", times: 1 });
    await driveShop(stack.shop);
  });
  afterAll(() => stack.close());

  it("makes one ticket of each fault, on two routes or with an echo, twenty of one", async () => {
    const report = await watch(stack, { patienceMs: 90_000, isDone: isComplete });
    expect(judge(report)).toEqual([]);
    expect(report.ticketUrls).toHaveLength(TICKETS);
  });

  it("delegates tickets with a frame of the shop's code, and the others to nobody", () => {
    const { issues } = stack.linear.state();
    const byTitle = new Map(issues.map((issue) => [issue.title, issue]));
    // Whichever of its two routes asked the desk first.
    const charge = issues.find(({ title }) => title.startsWith("shop: PaymentError at GET /"));
    expect(charge).toMatchObject({
      delegate: "coding-agent",
      labels: ["production"],
      priority: 2,
    });
    expect(byTitle.get("shop: ResponseStatus 503 at GET /stock")).toMatchObject({ delegate: null });
  });

  it("links each ticket to its incident and to those that follow it", () => {
    const { issues } = stack.linear.state();
    expect(issues.flatMap(({ attachments }) => attachments)).toHaveLength(INCIDENTS);
    for (const { attachments } of issues) {
      expect(attachments[0]?.url).toMatch(new RegExp(`^${stack.outerloopUrl}/incidents/v1-`));
    }
  });

  it("lets no email of the shop's customers out of the tail Worker", async () => {
    const answers = await Promise.all(
      (await look(stack)).incidents.map(async ({ url }) => (await fetch(url)).text()),
    );
    expect(answers.join()).toContain("could not store subscriber");
    expect([...answers, JSON.stringify(stack.linear.state())].join()).not.toContain("reader@");
  });

  it("leaves no trace of a healthy request", async () => {
    const before = (await look(stack)).incidents;
    await Promise.all(["/", "/products/3", "/nothing-here"].map((path) => stack.shop.get(path)));
    await settle();
    expect((await look(stack)).incidents).toEqual(before);
  });

  it("counts on at an incident that has its ticket, and opens no second one", async () => {
    await Promise.all([7, 8, 9].map((id) => stack.shop.get(`/checkout/${id}`)));
    await expect
      .poll(async () => {
        const { incidents } = await look(stack);
        return incidents.find(({ route }) => route === "GET /checkout/:id")?.count;
      }, PATIENCE)
      .toBe(4);
    expect(stack.linear.state().issues).toHaveLength(TICKETS);
  });

  it("hears from Linear that a ticket was completed, and watches production from then on", async () => {
    const [ticket] = stack.linear.state().issues;
    stack.linear.edit(ticket?.identifier ?? "", { state: "Done" });
    await expect
      .poll(async () => {
        const incident = await fetch(ticket?.attachments[0]?.url ?? "");
        const { phase } = (await incident.json()) as {
          phase: { name: string };
        };
        return phase.name;
      }, PATIENCE)
      .toBe("verifying");
    await stack.linear.delivered();
    const statuses = new Set(stack.linear.deliveries().map(({ status }) => status));
    expect([...statuses]).toEqual([200]);
  });

  it("moves a message that it cannot read to the dead letters and goes on", async () => {
    await stack.send({ v: 99, kind: "failure" });
    await expect
      .poll(async () => {
        const health = await (await fetch(`${stack.outerloopUrl}/health`)).json();
        return (health as { deadLetters: number }).deadLetters;
      }, PATIENCE)
      .toBe(1);
  });

  it("has a doctor who knows that all of it works, and warns of the dead letter", async () => {
    const args = ["scripts/doctor.ts", "--url", stack.outerloopUrl, "--json"];
    const env = { ...process.env, ACCESS_TOKEN: LOCAL_ACCESS_TOKEN };
    // It leaves with 0: else this throws.
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    const { checks, producers } = JSON.parse(stdout) as Diagnosis;
    expect(checks.filter(({ status }) => status !== "ok").map(({ name }) => name)).toEqual([
      "dead letters",
    ]);
    expect(checks.find(({ name }) => name === "LINEAR_AGENT")?.found).toContain("coding-agent");
    expect(producers).toMatchObject([{ name: "shop", stacks: "bundled", rejections: "unknown" }]);
  });

  it("answers an agent over MCP what it answers over HTTP", async () => {
    const [incident] = (await look(stack)).incidents;
    const fingerprint = incident?.url.split("/").at(-1) ?? "";
    const client = new Client({ name: "test", version: "1" });
    const headers = { authorization: `Bearer ${LOCAL_ACCESS_TOKEN}` };
    const url = new URL(`${stack.outerloopUrl}/mcp`);
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
    const list = await client.callTool({ name: "list_incidents", arguments: {} });
    expect(JSON.stringify(list)).toContain(fingerprint);
    const read = { name: "read_incident", arguments: { fingerprint } };
    expect(JSON.stringify(await client.callTool(read))).toContain(fingerprint);
    await client.close();
  });

  it("shows nothing to a caller without the token, and creates nothing for an unknown name", async () => {
    const unknown = `${stack.outerloopUrl}/incidents/v1-${"0".repeat(32)}`;
    const wrong = await fetch(unknown, { headers: { authorization: "Bearer wrong" } });
    expect(wrong.status).toBe(401);
    const right = { headers: { authorization: `Bearer ${LOCAL_ACCESS_TOKEN}` } };
    expect((await fetch(unknown, right)).status).toBe(404);
    expect((await look(stack)).incidents).toHaveLength(INCIDENTS);
  });
});

// Longer than a message needs from the shop to its incident.
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 3_000);
  });
}
