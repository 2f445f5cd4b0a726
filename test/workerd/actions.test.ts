import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ACTION_BYTES_MAX } from "../../src/limits.ts";
import { NOW } from "./consume.ts";
import { act, ask, begin, deliver, FULL, READ, refusalOf, see, storedOf } from "./people.ts";
import type { SeenIncident } from "./people.ts";

const UNKNOWN = `v1-${"e".repeat(32)}`;
const EMPTY = { tables: [], alarmAt: null };
const ACTIONS = ["resolve", "ignore", "reopen", "ticket", "merge", "unmerge"] as const;

// Each test has incidents of its own, so that none depends on another.
let nth = 0;
function fingerprint(name: "a" | "b"): string {
  return `v1-${name}${nth.toString(16).padStart(31, "0")}`;
}

// What an action must be sent besides `by`.
function bodyOf(action: string): object {
  return action === "merge" ? { into: fingerprint("b") } : {};
}

beforeEach(async () => {
  nth += 1;
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  await begin(fingerprint("a"), "a first");
  await begin(fingerprint("b"), "b first");
});

afterEach(() => {
  vi.useRealTimers();
});

describe("POST /incidents/:fingerprint/:action", () => {
  it.each([
    ["resolve", {}, { name: "verifying" }],
    ["ignore", {}, { name: "ignored", until: { kind: "good" } }],
    ["ignore", { more: 5 }, { name: "ignored", until: { kind: "count", count: 6 } }],
    ["ignore", { grown: 10 }, { name: "ignored", until: { kind: "count", count: 10 } }],
    [
      "ignore",
      { until: "2099-06-01T12:00:00+02:00" },
      { name: "ignored", until: { kind: "time", at: "2099-06-01T10:00:00.000Z" } },
    ],
    ["reopen", {}, { name: "collecting" }],
    ["ticket", {}, { name: "ticketed", ticket: { status: "asking" } }],
    ["unmerge", {}, { name: "collecting" }],
  ])("%s %o answers with the incident as it is then", async (action, body, phase) => {
    const response = await act(fingerprint("a"), action, body);
    expect(response.status).toBe(200);
    const answer = await response.json<SeenIncident>();
    expect(answer).toMatchObject({ fingerprint: fingerprint("a"), count: 1, phase });
    expect(await see(fingerprint("a"))).toEqual(answer);
  });

  it("merge answers with the incident as it is then", async () => {
    const response = await act(fingerprint("a"), "merge", { into: fingerprint("b") });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      fingerprint: fingerprint("a"),
      phase: { name: "ignored", until: { kind: "merged", into: fingerprint("b") } },
    });
  });

  it("reopen wants the ticket of an incident that was ignored", async () => {
    await act(fingerprint("a"), "ignore");
    const response = await act(fingerprint("a"), "reopen");
    expect(await response.json()).toMatchObject({
      phase: { name: "ticketed", ticket: { status: "asking" } },
    });
  });

  it("unmerge lets the next failure open the ticket", async () => {
    await act(fingerprint("a"), "merge", { into: fingerprint("b") });
    const response = await act(fingerprint("a"), "unmerge");
    expect(await response.json()).toMatchObject({
      phase: { name: "ignored", until: { kind: "count", count: 2 } },
    });
    await deliver(fingerprint("a"), "a second");
    expect(await see(fingerprint("a"))).toMatchObject({ count: 2, phase: { name: "ticketed" } });
  });

  it("says in the timeline who did it, as they call themselves", async () => {
    await act(fingerprint("a"), "ticket", { by: "ada" });
    await act(fingerprint("a"), "resolve");
    expect((await see(fingerprint("a")))?.timeline.slice(1)).toMatchObject([
      { what: "ticket wanted at once", by: "ada" },
      { by: "somebody with ACCESS_TOKEN" },
    ]);
  });

  it("takes no body where nothing is needed", async () => {
    const response = await ask(`/incidents/${fingerprint("a")}/resolve`, { method: "POST" });
    expect(response.status).toBe(200);
  });

  it("lets the alarm see to what follows", async () => {
    await act(fingerprint("a"), "ticket");
    const seen = await see(fingerprint("a"));
    expect(seen?.waiting.map(({ effect }) => effect)).toContain("claimTicket");
    expect(seen?.alarmAt).toBe(new Date(NOW).toISOString());
  });

  it.each(["resolve", "reopen", "ticket", "merge", "unmerge"])(
    "%s changes nothing when it is repeated",
    async (action) => {
      const once = await (await act(fingerprint("a"), action, bodyOf(action))).json();
      vi.setSystemTime(NOW + 1_000);
      const again = await act(fingerprint("a"), action, bodyOf(action));
      expect([again.status, await again.json()]).toEqual([200, once]);
      expect((await see(fingerprint("b")))?.members).toHaveLength(action === "merge" ? 1 : 0);
    },
  );

  it("ignore counts anew when it is repeated", async () => {
    await act(fingerprint("a"), "ignore", { more: 5 });
    await deliver(fingerprint("a"), "a second", "a third");
    const again = await act(fingerprint("a"), "ignore", { more: 5 });
    expect(await again.json()).toMatchObject({
      phase: { name: "ignored", until: { kind: "count", count: 8 } },
    });
  });
});

describe.each(ACTIONS)("POST /incidents/:fingerprint/%s", (action) => {
  function post(name: string, token: string | null = FULL): Promise<Response> {
    const body = JSON.stringify(bodyOf(action));
    return ask(`/incidents/${name}/${action}`, { method: "POST", token, body });
  }

  it("is refused with AGENT_TOKEN, which may only read", async () => {
    const before = await see(fingerprint("a"));
    const [status, code] = await refusalOf(await post(fingerprint("a"), READ));
    expect([status, code]).toEqual([403, "read_only"]);
    expect(await see(fingerprint("a"))).toEqual(before);
  });

  it.each([null, "wrong"])("is refused with %s for a token", async (token) => {
    const before = await see(fingerprint("a"));
    const [status, code] = await refusalOf(await post(fingerprint("a"), token));
    expect([status, code]).toEqual([401, "unauthorized"]);
    expect(await see(fingerprint("a"))).toEqual(before);
  });

  it.each(["GET", "PUT", "DELETE"])("takes no %s", async (method) => {
    const response = await ask(`/incidents/${fingerprint("a")}/${action}`, { method });
    expect(response.headers.get("allow")).toBe("POST");
    const [status, code] = await refusalOf(response);
    expect([status, code]).toEqual([405, "method_not_allowed"]);
  });

  it("is 404 for an unknown incident, and creates none", async () => {
    const [status, code] = await refusalOf(await post(UNKNOWN));
    expect([status, code]).toEqual([404, "unknown_incident"]);
    expect(await storedOf(UNKNOWN)).toEqual(EMPTY);
    expect((await see(fingerprint("b")))?.members).toEqual([]);
  });

  it("is 400 for what is no fingerprint", async () => {
    const [status, code] = await refusalOf(await post("v1-123"));
    expect([status, code]).toEqual([400, "bad_fingerprint"]);
  });

  it("refuses a field that it does not know, without quoting it", async () => {
    const before = await see(fingerprint("a"));
    const body = { ...bodyOf(action), hunter2: true };
    const [status, code, words] = await refusalOf(await act(fingerprint("a"), action, body));
    expect([status, code]).toEqual([400, "bad_body"]);
    expect(words).not.toContain("hunter2");
    expect(await see(fingerprint("a"))).toEqual(before);
  });

  it("reads no more than it takes", async () => {
    const path = `/incidents/${fingerprint("a")}/${action}`;
    const body = JSON.stringify(bodyOf(action));
    const most = await ask(path, { method: "POST", body: body.padEnd(ACTION_BYTES_MAX) });
    expect(most.status).toBe(200);
    const before = await see(fingerprint("a"));
    const more = await ask(path, { method: "POST", body: body.padEnd(ACTION_BYTES_MAX + 1) });
    const [status, code] = await refusalOf(more);
    expect([status, code]).toEqual([413, "too_large"]);
    expect(await see(fingerprint("a"))).toEqual(before);
  });
});

describe("POST /incidents/:fingerprint/:action, of what it cannot do", () => {
  it.each(["close", "Resolve", "constructor", "toString"])("knows no action %s", async (action) => {
    const [status, code] = await refusalOf(await act(fingerprint("a"), action));
    expect([status, code]).toEqual([404, "unknown_route"]);
  });

  it.each([
    ["resolve", "not JSON", /not JSON/],
    ["resolve", "[]", /the body/],
    ["resolve", '{ "by": "two\\nlines" }', /^by: /],
    ["ignore", '{ "until": "tomorrow" }', /^until: /],
    ["ignore", '{ "more": 0 }', /^more: /],
    ["ignore", '{ "grown": 1 }', /^grown: /],
    ["ignore", '{ "more": 1, "grown": 2 }', /one of until, more and grown/],
    ["merge", "{}", /^into: /],
    ["merge", '{ "into": "v1-1" }', /^into: /],
  ])("refuses %s with %s, and says what is wrong", async (action, body, reason) => {
    const before = await see(fingerprint("a"));
    const response = await ask(`/incidents/${fingerprint("a")}/${action}`, {
      method: "POST",
      body,
    });
    const [status, code, words] = await refusalOf(response);
    expect([status, code]).toEqual([400, "bad_body"]);
    expect(words).toMatch(reason);
    expect(await see(fingerprint("a"))).toEqual(before);
  });

  it("says why it is not possible, and what to do instead", async () => {
    await act(fingerprint("a"), "ignore");
    const before = await see(fingerprint("a"));
    expect(await refusalOf(await act(fingerprint("a"), "ticket"))).toEqual([
      409,
      "not_possible",
      "It is ignored: reopen it.",
    ]);
    expect(await see(fingerprint("a"))).toEqual(before);
  });

  it.each(["resolve", "ignore", "reopen", "ticket"])(
    "does not %s what was merged into another",
    async (action) => {
      await act(fingerprint("a"), "merge", { into: fingerprint("b") });
      expect(await refusalOf(await act(fingerprint("a"), action))).toEqual([
        409,
        "not_possible",
        `It was merged into ${fingerprint("b")}: undo that first.`,
      ]);
    },
  );
});
