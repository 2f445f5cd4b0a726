// Storm tickets over the SDK's real HTTP path, against the stand-in, which keeps Markdown as Linear
// does: not as it was sent.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { IssueSnapshot } from "../../examples/linear-stand-in/store/snapshot.ts";
import type { StormOutcome } from "../../src/desk/drain-storms.ts";
import { nextStorm, stormTicketId } from "../../src/desk/storm.ts";
import type { Storm } from "../../src/desk/storm.ts";
import { readSettings } from "../../src/settings.ts";
import type { Settings } from "../../src/settings.ts";
import { connectLinear } from "../../src/ticket/linear.ts";
import { tellStorm } from "../../src/ticket/tell-storm.ts";
import { AT } from "../support/factories.ts";

let standIn: LinearStandIn;
let settings: Settings;
let nth = 0;
let producer = "";
// As the desk's row: what was saved last.
let saved: Storm;

/** Tells the storm with so many that wait, as the alarm does. */
async function tell(n: number, at = AT, known = settings): Promise<StormOutcome> {
  const { linear } = known;
  const waiting = Array.from({ length: n }, (_, i) => ({
    fingerprint: `v1-${i}`,
    route: "GET /cart",
    type: "TypeError",
    count: 1,
    since: AT,
  }));
  const outcome = await tellStorm(
    saved,
    { waiting, mark: n === 0 ? null : `${n}`, at },
    {
      settings: known,
      linear: linear && (() => connectLinear(linear)),
      save: (storm) => {
        saved = storm;
      },
      now: () => at,
    },
  );
  if (outcome.kind === "done") saved = outcome.storm;
  return outcome;
}

function ticket(): IssueSnapshot {
  const id = stormTicketId(saved);
  const issue = standIn.state().issues.find((known) => known.id === id);
  if (issue === undefined) throw new Error("there is no storm ticket");
  return issue;
}

beforeAll(async () => {
  standIn = await startLinearStandIn({ apiKey: "lin_api_test" });
  settings = readSettings({
    LINEAR_API_KEY: standIn.apiKey,
    LINEAR_API_URL: standIn.graphqlUrl,
    LINEAR_TEAM: "ENG",
    LINEAR_AGENT: "coding-agent",
    PUBLIC_URL: "https://outerloop.example",
  });
});
afterAll(() => standIn.close());
beforeEach(() => {
  nth += 1;
  producer = `shop-${nth}`;
  saved = nextStorm(producer, null, AT);
  standIn.clearFailures();
});

describe("tellStorm", () => {
  it("opens one ticket, for people, and keeps its list up to date", async () => {
    await tell(2);
    expect(ticket()).toMatchObject({
      title: `${producer}: 2 incidents wait for tickets`,
      delegate: null,
      labels: ["production"],
    });
    expect(saved).toMatchObject({ stage: "open", shown: "2", at: AT });
    await tell(3, AT + 1);
    await tell(1, AT + 2);
    expect(ticket().title).toBe(`${producer}: 1 incident waits for tickets`);
    expect(ticket().description).toContain("`https://outerloop.example/incidents/v1-0`");
    expect(ticket().description).not.toContain("incidents/v1-1");
    const ofProducer = standIn
      .state()
      .issues.filter(({ title }) => title.startsWith(`${producer}:`));
    expect(ofProducer).toHaveLength(1);
  });

  it("completes it and says why, when nobody waits any more", async () => {
    await tell(2);
    await tell(0, AT + 1);
    expect(ticket()).toMatchObject({
      state: { type: "completed" },
      comments: [{ body: expect.stringContaining("waits for a ticket any more") as string }],
    });
    expect(saved).toMatchObject({ stage: "over", at: AT + 1 });
  });

  it("opens nothing where nobody waits any more before there is one", async () => {
    await tell(0, AT + 1);
    expect(saved.stage).toBe("over");
    expect(() => ticket()).toThrow("no storm ticket");
  });

  it.each([
    ["description", { description: "We look into it." }],
    ["title", { title: "Somebody varies a text" }],
  ] as const)(
    "leaves the %s alone that people wrote, for good, and writes the rest",
    async (part, edit) => {
      await tell(2);
      standIn.edit(ticket().identifier, edit);
      await tell(3, AT + 1);
      await tell(4, AT + 2);
      const { title, description } = ticket();
      expect(ticket()).toMatchObject(edit);
      if (part === "title") expect(description).toContain("incidents/v1-3");
      else expect(title).toContain("4 incidents");
      await tell(0, AT + 3);
      expect(ticket()).toMatchObject({ ...edit, state: { type: "completed" } });
    },
  );

  it("writes nothing where all of it is people's", async () => {
    await tell(2);
    const edit = { title: "Ours", description: "Ours too" };
    standIn.edit(ticket().identifier, edit);
    await tell(3, AT + 1);
    expect(ticket()).toMatchObject(edit);
    expect(saved).toMatchObject({ stage: "open", shown: "3" });
  });

  it.each([
    ["issueCreate", 0],
    ["issueUpdate", 1],
  ] as const)("knows its own words after the answer to %s was lost", async (operation, before) => {
    for (let n = 0; n < before; n += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await tell(5, AT + n);
    }
    standIn.fail({ kind: "lost-answer", operation });
    expect(await tell(2, AT + 10)).toMatchObject({
      kind: "failed",
      problem: "Linear did not answer",
    });
    await tell(3, AT + 11);
    expect(ticket().title).toBe(`${producer}: 3 incidents wait for tickets`);
    expect(ticket().description).toContain("incidents/v1-2");
  });

  it.each([
    ["completed", { state: "Done" }],
    ["canceled", { state: "Canceled" }],
    ["put away", { archived: true }],
  ] as const)(
    "is over when people have it %s: what it showed by then is told",
    async (_what, edit) => {
      await tell(2, AT + 5);
      standIn.edit(ticket().identifier, edit);
      await tell(3, AT + 6);
      expect(saved).toMatchObject({ stage: "over", at: AT + 5, nth: 1 });
      expect(ticket().title).toContain("2 incidents");
    },
  );

  it("is over when people deleted it, and not opened a second time", async () => {
    await tell(2);
    standIn.remove(ticket().identifier);
    await tell(3, AT + 1);
    expect(saved.stage).toBe("over");
    expect(() => ticket()).toThrow("no storm ticket");
  });

  it("finds the ticket of a storm that was forgotten, and is over since that was closed", async () => {
    await tell(2);
    await tell(0, AT + 1);
    const before = stormTicketId(saved);
    saved = nextStorm(producer, null, AT + 2);
    expect(stormTicketId(saved)).toBe(before);
    await tell(1, AT + 2);
    expect(saved.stage).toBe("over");
    expect(saved.at).not.toBe(AT + 2);
    saved = nextStorm(producer, saved, AT + 3);
    await tell(1, AT + 3);
    expect(ticket()).toMatchObject({
      title: expect.stringContaining("1 incident waits") as string,
    });
  });

  it("says what keeps it: the settings, a key that is gone, a team that Linear does not show", async () => {
    const wrong = readSettings({ LINEAR_API_KEY: "lin_api_x", LINEAR_TEAM: "ENG" });
    expect(await tell(1, AT, wrong)).toMatchObject({
      problem: expect.stringContaining("settings: PUBLIC_URL is missing") as string,
    });
    expect(await tell(1, AT, readSettings({}))).toMatchObject({
      problem: "LINEAR_API_KEY is gone, and there is a ticket: set it again",
    });
    const { linear } = settings;
    const lost = { ...settings, linear: linear && { ...linear, team: "NOPE" } };
    expect(await tell(1, AT, lost)).toMatchObject({
      problem: expect.stringContaining("LINEAR_TEAM names a team") as string,
    });
  });
});
