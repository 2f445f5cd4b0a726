import { createServer } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startRecorder } from "../../../scripts/canaries/recorder.ts";
import type { Recorder } from "../../../scripts/canaries/recorder.ts";

const ticket = (title: string): string =>
  JSON.stringify({ variables: { input: { id: `id of ${title}`, title } } });

describe("startRecorder", () => {
  let target: Server;
  let recorder: Recorder;

  beforeEach(async () => {
    target = createServer(async (request, response) => {
      const body = await text(request);
      response.writeHead(201, { "x-host": request.headers.host });
      response.end(`${request.method} ${request.url} ${body}`);
    });
    await new Promise<void>((resolve) => {
      target.listen(0, "127.0.0.1", resolve);
    });
    recorder = await startRecorder(`http://127.0.0.1:${port()}`, /"title":"refused/);
  });
  afterEach(async () => {
    await recorder.close();
    target.close();
  });

  function port(): number {
    return (target.address() as AddressInfo).port;
  }
  function post(body: string): Promise<Response> {
    return fetch(`${recorder.url}/graphql?a=1`, {
      method: "POST",
      body,
      headers: { "x-mine": "b" },
    });
  }

  it("passes a request on and gives the answer back", async () => {
    const answer = await post("some words");
    expect(answer.status).toBe(201);
    expect(await answer.text()).toBe("POST /graphql?a=1 some words");
    expect(answer.headers.get("x-host")).toBe(`127.0.0.1:${port()}`);
  });

  it("keeps the line, the headers and the body", async () => {
    await post("some words");
    expect(recorder.requests).toHaveLength(1);
    expect(recorder.requests[0]).toMatch(/^POST \/graphql\?a=1\n[^]*x-mine\nb\n[^]*some words$/);
  });

  it("refuses the tickets that it is told to, quoting them, and keeps these too", async () => {
    const answer = await post(ticket("refused one"));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("refused one");
    expect(recorder.refused).toEqual(new Set(["id of refused one"]));
    expect(recorder.requests).toHaveLength(1);
    expect((await post(ticket("another"))).status).toBe(201);
  });

  it("hangs up where the target is gone", async () => {
    await new Promise((resolve) => {
      target.close(resolve);
    });
    await expect(post("some words")).rejects.toThrow("fetch failed");
  });
});
