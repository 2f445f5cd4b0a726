// The script in a process of its own, as `npm run -s doctor` runs it, against a server that answers
// what a test says.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

const root = new URL("../..", import.meta.url).pathname;
const TOKEN = "hunter2-of-the-test";

let server: Server;
let url = "";
let asked: { readonly path: string; readonly authorization: string | undefined }[] = [];
let reply: (response: ServerResponse, request: IncomingMessage) => void;

const diagnosis = {
  ok: true,
  checks: [{ name: "queue", status: "warning", found: "no batch", fix: "Deploy it." }],
  producers: [],
};

function answering(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

async function doctor(
  args: readonly string[],
  env: Readonly<Record<string, string>> = { ACCESS_TOKEN: TOKEN },
): Promise<Ran> {
  const child = spawn(process.execPath, ["scripts/doctor.ts", ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  // Whatever happens, the token is not told.
  expect(out + err).not.toContain("hunter2");
  return { status: child.exitCode, out, err };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", authorization: request.headers.authorization });
    reply(response, request);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  asked = [];
  reply = answering(200, diagnosis);
});

describe("npm run doctor", () => {
  it("leaves with 0 where nothing failed, and prints tables", async () => {
    const { status, out, err } = await doctor(["--url", url]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("warning  queue  no batch\n");
    expect(out).toContain("What to do:\n\nqueue\n  Deploy it.");
    expect(asked).toEqual([{ path: "/doctor", authorization: `Bearer ${TOKEN}` }]);
  });

  it("leaves with 1 where something failed", async () => {
    reply = answering(200, { ...diagnosis, ok: false });
    expect((await doctor(["--url", url])).status).toBe(1);
  });

  it("prints JSON where it is wanted, with the same status", async () => {
    reply = answering(200, { ...diagnosis, ok: false });
    const { status, out } = await doctor(["--url", url, "--json"]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({ ...diagnosis, ok: false });
  });

  it("takes the address and another name of the token from the environment", async () => {
    const env = { OUTERLOOP_URL: url, OTHER: TOKEN, ACCESS_TOKEN: "wrong" };
    expect((await doctor(["--token-env", "OTHER"], env)).status).toBe(0);
    expect(asked[0]?.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it("says how it is called", async () => {
    const { status, out } = await doctor(["--help"]);
    expect(status).toBe(0);
    expect(out).toContain("Exit status: 0 if nothing failed");
  });

  it.each([
    ["no address", [], { ACCESS_TOKEN: TOKEN }, /--url, or set OUTERLOOP_URL/],
    ["no token", ["--url", "URL"], {}, /ACCESS_TOKEN is not set/],
    ["an empty token", ["--url", "URL"], { ACCESS_TOKEN: " " }, /ACCESS_TOKEN is not set/],
    ["the token where its name should be", ["--url", "URL", "--token-env", TOKEN], {}, /not set/],
    ["a token of several lines", ["--url", "URL"], { ACCESS_TOKEN: `${TOKEN}\nx: y` }, /no token/],
    ["an option that there is not", ["--nope"], {}, /--nope/],
  ])("leaves with 2 for %s, asks nobody and says why", async (_what, args, env, why) => {
    const ran = await doctor(
      args.map((arg) => (arg === "URL" ? url : arg)),
      env,
    );
    expect(ran.status).toBe(2);
    expect(ran.err).toMatch(why);
    expect(asked).toEqual([]);
  });

  it.each([
    [
      "a wrong token",
      answering(401, { error: { code: "unauthorized" } }),
      /not that of ACCESS_TOKEN/,
    ],
    ["a token that may only read", answering(403, { error: { code: "read_only" } }), /AGENT_TOKEN/],
    ["an outerloop without a token", answering(403, { error: { code: "locked" } }), /secret put/],
    ["another server", answering(200, "<html>"), /no doctor/],
    ["a failure there", answering(500, "oops"), /HTTP 500/],
    ["an endless answer", answering(200, "x".repeat(5_000_000)), /too large/],
    ["a connection that ends", (response: ServerResponse) => response.destroy(), /does not answer/],
  ])("leaves with 2 for %s, and says why", async (_what, how, why) => {
    reply = how;
    const { status, out, err } = await doctor(["--url", url]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(why);
  });

  it("leaves with 2 where nobody listens", async () => {
    const gone = createServer();
    await once(gone.listen(0, "127.0.0.1"), "listening");
    const { port } = gone.address() as AddressInfo;
    gone.close();
    const { status, err } = await doctor(["--url", `http://127.0.0.1:${port}`]);
    expect(status).toBe(2);
    expect(err).toContain("ECONNREFUSED");
  });

  it("takes the token nowhere else, where an address leads on", async () => {
    reply = answering(302, "", { location: `${url}/elsewhere` });
    const { status, err } = await doctor(["--url", url]);
    expect(status).toBe(2);
    expect(err).toContain("leads elsewhere");
    expect(asked.map(({ path }) => path)).toEqual(["/doctor"]);
  });
});
