import type { LinearClient } from "@linear/sdk";
import { LinearError } from "@linear/sdk";
import { describe, expect, it } from "vitest";

import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { inTurn, rejection, startWithClient, TEAM_ID } from "./stand-in-client.ts";

const HOUR_MS = 3_600_000;
const AT = Date.parse("2030-01-01T00:00:00Z");

async function setClock(standIn: LinearStandIn, body: unknown): Promise<Response> {
  return await fetch(`${standIn.url}/stand-in/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Both ways to move an issue: over the API, and as a person does in Linear. */
const MOVES = [
  ["issueUpdate", moveOverApi],
  [
    "edit",
    async (standIn: LinearStandIn, _: LinearClient, state: string): Promise<void> =>
      standIn.edit("ENG-1", { state }),
  ],
] as const;

async function moveOverApi(_: LinearStandIn, linear: LinearClient, name: string): Promise<void> {
  const states = (await linear.workflowStates()).nodes;
  await linear.updateIssue("ENG-1", {
    stateId: states.find((state) => state.name === name)?.id ?? "",
  });
}

describe("a stand-in that is given a clock", () => {
  it.each(MOVES)("keeps the instants of an issue's end by it, moved by %s", async (_, move) => {
    let now = AT;
    const { standIn, linear } = await startWithClient({ now: () => now });
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const ends = async (): Promise<readonly (number | undefined)[]> => {
      const { completedAt, canceledAt } = await linear.issue("ENG-1");
      return [completedAt?.getTime(), canceledAt?.getTime()];
    };
    // updateIssue takes one instant for the change and a strictly later one for the move.
    const steps = [
      ["Done", 1, [AT + HOUR_MS + 1, undefined]],
      ["Todo", 2, [undefined, undefined]],
      ["Canceled", 3, [undefined, AT + 3 * HOUR_MS + 1]],
      ["Done", 4, [AT + 4 * HOUR_MS + 1, undefined]],
      ["In Progress", 5, [undefined, undefined]],
    ] as const;
    await inTurn(steps, async ([state, hours, expected]) => {
      now = AT + hours * HOUR_MS;
      await move(standIn, linear, state);
      expect([state, await ends()]).toEqual([state, expected]);
    });
  });

  it("notes requests and counts an hour of them by it", async () => {
    let now = AT;
    const { standIn, linear } = await startWithClient({ now: () => now });
    const limits = async (): Promise<readonly (string | null)[]> => {
      const { headers } = await linear.client.rawRequest("{viewer{id}}");
      return ["remaining", "reset"].map(
        (name) => headers?.get(`x-ratelimit-requests-${name}`) ?? null,
      );
    };
    expect(await limits()).toEqual(["2499", String(AT + HOUR_MS)]);
    now = AT + HOUR_MS - 1;
    expect(await limits()).toEqual(["2498", String(AT + HOUR_MS)]);
    now = AT + HOUR_MS;
    expect(await limits()).toEqual(["2499", String(AT + 2 * HOUR_MS)]);
    expect(standIn.requests().map(({ at }) => Date.parse(at))).toEqual([
      AT,
      AT + HOUR_MS - 1,
      AT + HOUR_MS,
    ]);
  });

  it("ends a rate limit by it", async () => {
    const { standIn, linear } = await startWithClient({ now: () => AT });
    standIn.fail({ kind: "ratelimited" });
    const error = await rejection(linear.createIssue({ teamId: TEAM_ID, title: "Title" }));
    if (!(error instanceof LinearError)) throw error;
    const reset = error.raw?.response?.headers?.get("x-ratelimit-requests-reset");
    expect(reset).toBe(String(AT + 60_000));
  });
});

describe("GET /stand-in/clock", () => {
  it("tells how it is set, and the latest change, which may be later", async () => {
    const { standIn, linear } = await startWithClient({ now: () => AT });
    standIn.setClock(AT + HOUR_MS);
    await linear.createIssue({ teamId: TEAM_ID, title: "Title" });
    const latestAt = Date.parse(standIn.state().issues[0]?.updatedAt ?? "");
    standIn.setClock(AT);
    const answer = await fetch(`${standIn.url}/stand-in/clock`);
    expect(await answer.json()).toEqual({
      at: AT,
      latestAt,
    });
    expect(latestAt).toBeGreaterThanOrEqual(AT + HOUR_MS);
  });
});

describe("POST /stand-in/clock", () => {
  it("sets the clock, which stands still but for what must be in order", async () => {
    const { standIn, linear } = await startWithClient();
    const answer = await setClock(standIn, { at: AT });
    expect([answer.status, await answer.json()]).toEqual([200, { at: AT }]);
    await linear.createIssue({ teamId: TEAM_ID, title: "First" });
    await linear.createIssue({ teamId: TEAM_ID, title: "Second" });
    expect(createdAt(standIn)).toEqual([AT, AT + 1]);
    expect(standIn.requests().map(({ at }) => Date.parse(at))).toEqual([AT, AT]);
  });

  it("can set it again, and back without a change that is earlier than the one before", async () => {
    const { standIn, linear } = await startWithClient({ now: () => AT });
    await setClock(standIn, { at: AT + HOUR_MS });
    await linear.createIssue({ teamId: TEAM_ID, title: "First" });
    standIn.setClock(AT + 2 * HOUR_MS);
    await linear.createIssue({ teamId: TEAM_ID, title: "Second" });
    standIn.setClock(AT);
    await linear.createIssue({ teamId: TEAM_ID, title: "Third" });
    expect(createdAt(standIn)).toEqual([AT + HOUR_MS, AT + 2 * HOUR_MS, AT + 2 * HOUR_MS + 1]);
  });

  it.each([
    [{}, "at"],
    [{ at: "2030-01-01" }, "at"],
    [{ at: 1.5 }, "at"],
    [{ at: -1 }, "at"],
    [{ at: 8.64e15 }, "at"],
    [{ at: AT, speed: 2 }, "speed"],
    [AT, "expected object"],
  ])("refuses %j, says why, and leaves the clock alone", async (wrong, words) => {
    const { standIn, linear } = await startWithClient({ now: () => AT });
    const answer = await setClock(standIn, wrong);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
    await linear.viewer;
    expect(standIn.requests().map(({ at }) => Date.parse(at))).toEqual([AT]);
  });
});

function createdAt(standIn: LinearStandIn): readonly number[] {
  return standIn.state().issues.map((issue) => Date.parse(issue.createdAt));
}
