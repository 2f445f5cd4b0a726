import { describe, expect, it } from "vitest";

import { createClock } from "../../examples/linear-stand-in/store/clock.ts";
import { createOutbox } from "../../examples/linear-stand-in/webhook/outbox.ts";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { inTurn, startWithClient, TEAM_ID } from "./stand-in-client.ts";
import { SECRET, startReceiver } from "./webhook-receiver.ts";

const PAYLOAD = { type: "Issue" };
const numbers = (count: number): readonly number[] => [...Array(count).keys()];

describe("deliveries", () => {
  it("go one after the other, in the order of the changes, however long each takes", async () => {
    let under = 0;
    const most: number[] = [];
    const receiver = await startReceiver((response, nth) => {
      under += 1;
      most.push(under);
      setTimeout(() => {
        under -= 1;
        response.end();
      }, 20 - nth);
    });
    const { standIn, linear } = await startWithClient({
      webhook: { url: receiver.url, secret: SECRET },
    });
    await Promise.all(
      numbers(10).map((n) => linear.createIssue({ teamId: TEAM_ID, title: `Title ${n}` })),
    );
    await standIn.delivered();
    const titles = standIn.state().issues.map(({ title }) => title);
    expect(receiver.payloads().map(({ data }) => data["title"])).toEqual(titles);
    expect(Math.max(...most)).toBe(1);
  });

  it("begin after the turn of the change, in which its answer is written", async () => {
    const receiver = await startReceiver();
    const signings: number[] = [];
    const clock = createClock(() => signings.push(0));
    const outbox = createOutbox(clock);
    outbox.send({ url: receiver.url, secret: SECRET }, PAYLOAD);
    await Promise.resolve();
    await inTurn(numbers(100), () => Promise.resolve());
    expect(signings).toEqual([]);
    await outbox.delivered();
    expect(receiver.arrivals).toHaveLength(1);
  });

  it("tell the status of the receiver, whatever it is, and go on", async () => {
    const receiver = await startReceiver((response, nth) => {
      const [status, location] = nth === 1 ? [500, ""] : [302, "https://elsewhere.example/"];
      response.writeHead(status, { location }).end("not read");
    });
    const { standIn, linear } = await startWithClient({
      webhook: { url: receiver.url, secret: SECRET },
    });
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    standIn.edit("ENG-1", { state: "Done" });
    await standIn.delivered();
    expect(standIn.deliveries()).toMatchObject([
      { n: 1, url: receiver.url, status: 500, problem: null, repeats: null },
      { n: 2, url: receiver.url, status: 302, problem: null, repeats: null },
    ]);
    const bodies = standIn.deliveries().map(({ body }) => body);
    expect(bodies).toEqual(receiver.arrivals.map(({ body }) => body));
    expect(JSON.stringify(standIn.deliveries())).not.toContain(SECRET);
  });

  it("tell why there was no status, and break nothing", async () => {
    const receiver = await startReceiver((response) => response.destroy());
    const gone = await startLinearStandIn();
    await gone.close();
    const { standIn, linear } = await startWithClient({
      webhook: { url: gone.url, secret: SECRET },
    });
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    await standIn.delivered();
    standIn.setWebhook({ url: receiver.url, secret: SECRET });
    standIn.edit("ENG-1", { state: "Done" });
    await standIn.delivered();
    expect(standIn.deliveries().map(({ status, problem }) => [status, problem])).toEqual([
      [null, "ECONNREFUSED"],
      [null, "UND_ERR_SOCKET"],
    ]);
    expect(await linear.issue("ENG-1")).toMatchObject({ identifier: "ENG-1" });
  });

  it("wait no longer for an answer than they are told to", async () => {
    const receiver = await startReceiver((response, nth) => nth > 1 && response.end());
    const outbox = createOutbox(createClock(), 50);
    outbox.send({ url: receiver.url, secret: SECRET }, PAYLOAD);
    outbox.send({ url: receiver.url, secret: SECRET }, PAYLOAD);
    expect(outbox.waiting()).toBe(2);
    await outbox.delivered();
    expect(outbox.waiting()).toBe(0);
    expect(outbox.deliveries()).toMatchObject([
      { status: null, problem: "no answer within 50 ms" },
      { status: 200 },
    ]);
  });

  it("do not hold up the answers of the stand-in, nor its end", async () => {
    const receiver = await startReceiver(() => {});
    const { standIn, linear } = await startWithClient({
      webhook: { url: receiver.url, secret: SECRET },
    });
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    await linear.updateIssue("ENG-1", { priority: 1 });
    const delivered = standIn.delivered();
    await standIn.close();
    await delivered;
    expect(standIn.deliveries()).toMatchObject([{ problem: "the stand-in was closed" }]);
    standIn.edit("ENG-1", { state: "Done" });
    await standIn.delivered();
    expect(standIn.deliveries()).toHaveLength(1);
  });

  it("are remembered, the last two hundred", async () => {
    const receiver = await startReceiver();
    const outbox = createOutbox(createClock());
    for (const _ of numbers(201)) outbox.send({ url: receiver.url, secret: SECRET }, PAYLOAD);
    await outbox.delivered();
    expect(receiver.arrivals).toHaveLength(201);
    expect(outbox.deliveries().map(({ n }) => n)).toEqual(
      numbers(201)
        .map((n) => n + 1)
        .slice(1),
    );
    expect(() => outbox.redeliver(1)).toThrow("No such delivery");
  });

  it("that are too many to wait are not sent, and tell so", async () => {
    const receiver = await startReceiver();
    const outbox = createOutbox(createClock());
    for (const _ of numbers(1_001)) outbox.send({ url: receiver.url, secret: SECRET }, PAYLOAD);
    expect(outbox.deliveries()).toMatchObject([
      { status: null, problem: "1000 are waiting already" },
    ]);
    await outbox.close();
  });
});

describe("a delivery that is sent again", () => {
  it("is the same to the byte, and is listed as a repetition", async () => {
    let now = Date.parse("2030-01-01T00:00:00Z");
    const receiver = await startReceiver();
    const { standIn, linear } = await startWithClient({
      now: () => now,
      webhook: { url: receiver.url, secret: SECRET },
    });
    await linear.createIssue({ teamId: TEAM_ID, title: "Title: ünïcödé" });
    await standIn.delivered();
    now += 3_600_000;
    standIn.setWebhook({ url: "http://127.0.0.1:1/", secret: "another" });
    standIn.redeliver(1);
    await standIn.delivered();
    const [first, again] = receiver.arrivals;
    expect(again).toEqual(first);
    expect(standIn.deliveries()).toMatchObject([
      { n: 1, repeats: null, status: 200, at: "2030-01-01T00:00:00.000Z" },
      { n: 2, repeats: 1, status: 200, at: "2030-01-01T01:00:00.000Z" },
    ]);
    expect(() => standIn.redeliver(3)).toThrow("No such delivery");
  });
});

describe("the receiver", () => {
  it.each([
    ["another machine", "https://attacker.example/"],
    ["another machine of the network", "http://192.168.0.1/"],
    ["a name that only begins as this machine's", "http://127.0.0.1.attacker.example/"],
    ["a name before an at sign", "http://localhost@attacker.example/"],
    ["a password", "http://user:password@localhost/"],
    ["another protocol", "ftp://localhost/"],
    ["a file", "file:///etc/passwd"],
    ["no address", "webhook"],
  ])("must be this machine: %s is refused", async (_, url) => {
    const { standIn, linear } = await startWithClient();
    expect(() => standIn.setWebhook({ url, secret: SECRET })).toThrow("Bad webhook");
    await expect(startLinearStandIn({ webhook: { url, secret: SECRET } })).rejects.toThrow(
      "Bad webhook",
    );
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    await standIn.delivered();
    expect(standIn.deliveries()).toEqual([]);
  });

  it.each(["http://localhost:8787/webhook", "https://127.0.0.1/", "http://[::1]:1/"])(
    "may be %s, with a secret",
    async (url) => {
      const { standIn } = await startWithClient({ webhook: { url, secret: SECRET } });
      expect(() => standIn.setWebhook({ url, secret: "" })).toThrow("Bad webhook");
    },
  );
});
