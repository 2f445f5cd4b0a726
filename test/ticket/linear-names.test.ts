// What a setting names that Linear does not know, or knows twice: over the SDK's real HTTP path.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { SEED_IDS } from "../../examples/linear-stand-in/store/seed.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import type { TicketDraft } from "../../src/incident/ticket.ts";
import type { LinearSettings } from "../../src/settings.ts";
import { problemOf } from "../../src/ticket/hindrance.ts";
import { KeyMemories } from "../../src/ticket/key-memory.ts";
import { connectLinear } from "../../src/ticket/linear.ts";
import type { TicketSystem } from "../../src/ticket/linear.ts";
import { AT } from "../support/factories.ts";
import { linearSettings, ticketDraft } from "../support/linear-ticket.ts";

const TWIN = "00000000-0000-4000-8000-00000000ffff";

let standIn: LinearStandIn;
let nth = 0;

beforeAll(async () => {
  standIn = await startLinearStandIn();
});
afterAll(() => standIn.close());
afterEach(() => {
  vi.restoreAllMocks();
  standIn.clearFailures();
});

function connect(over: Partial<LinearSettings> = {}): Promise<TicketSystem> {
  return connectLinear(linearSettings(standIn, over), new KeyMemories());
}

/** What an effect keeps of the failure. */
async function hindrance(work: Promise<unknown>): Promise<ReturnType<typeof problemOf>> {
  return work.then(
    () => null,
    (error: unknown) => problemOf(error, AT),
  );
}

async function creating(
  over: Partial<LinearSettings>,
  draft: Partial<TicketDraft> = {},
): Promise<ReturnType<typeof problemOf>> {
  nth += 1;
  const linear = await connect(over);
  return hindrance(linear.create(ticketId("names", nth), ticketDraft(draft)));
}

/** Each of Linear's answers passes through `change` on its way here. */
function change(change_: (answer: string) => string): void {
  const { fetch: send } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (...request) => {
    const answer = await send(...request);
    return Response.json(JSON.parse(change_(await answer.text())), { status: answer.status });
  });
}

/** Of whatever has this id there is a second one. */
function double(id: string): void {
  change((answer) => {
    const { data } = JSON.parse(answer) as { data: Record<string, { nodes?: { id: string }[] }> };
    const [list] = Object.values(data);
    const [node] = list?.nodes?.filter((known) => known.id === id) ?? [];
    if (node !== undefined) list?.nodes?.push({ ...node, id: TWIN });
    return JSON.stringify({ data });
  });
}

describe("a name that Linear does not know", () => {
  it.each<[string, Partial<LinearSettings>, string, string]>([
    [
      "team",
      { team: "NOPE" },
      "LINEAR_TEAM names a team",
      "teams: ENG (Engineering), OPS (Operations)",
    ],
    ["agent", { agent: "nobody" }, "LINEAR_AGENT names a user", "agents: coding-agent"],
    [
      "person",
      { assignee: "nobody@example.com" },
      "LINEAR_ASSIGNEE names a user",
      "name one by id, email or display name; people: on-call, second-person",
    ],
    ["project", { project: "none" }, "LINEAR_PROJECT names a project", "projects: Reliability"],
  ])("is told with those that exist: a %s", async (_what, over, problem, detail) => {
    expect(await creating(over)).toEqual({
      problem: `${problem} that Linear does not show to this key`,
      detail,
      notBefore: null,
    });
  });

  it("is told as a rule's, where a rule names it", async () => {
    expect(await creating({}, { team: "NOPE" })).toMatchObject({
      problem: expect.stringContaining("the team of a rule") as string,
      detail: "teams: ENG (Engineering), OPS (Operations)",
    });
    expect(await creating({}, { agent: "nobody" })).toMatchObject({
      problem: expect.stringContaining("the agent of a rule") as string,
      detail: "agents: coding-agent",
    });
  });

  it("is told without the names where these cannot be had", async () => {
    const { fetch: send } = globalThis;
    let asked = 0;
    vi.spyOn(globalThis, "fetch").mockImplementation((...request) => {
      if (String(request[1]?.body).includes("query teams")) asked += 1;
      return asked === 2 ? Promise.reject(new TypeError("fetch failed")) : send(...request);
    });
    expect(await creating({ team: "NOPE" })).toMatchObject({
      problem: expect.stringContaining("LINEAR_TEAM names a team") as string,
      detail: null,
    });
  });
});

describe("a name that fits more than one", () => {
  it.each<[string, string, Partial<LinearSettings>, string]>([
    ["team", SEED_IDS.team, {}, "ENG (Engineering)"],
    ["agent", SEED_IDS.agent, { assignee: null }, "coding-agent"],
    ["person", SEED_IDS.person, { agent: null }, "on-call"],
    ["project", SEED_IDS.project, {}, "Reliability"],
  ])("is told with the ids of those: a %s", async (_what, id, over, name) => {
    double(id);
    expect(await creating(over, { delegate: over.agent !== null })).toEqual({
      problem: expect.stringMatching(/names more than one \w+: use its id$/) as string,
      detail: `those that match: ${id} (${name}), ${TWIN} (${name})`.replace(
        /[^ ]{36} \([^)]*\)/g,
        (told) => told.slice(0, 60),
      ),
      notBefore: null,
    });
  });
});

describe("a label that is not there", () => {
  it("is made", async () => {
    expect(await creating({}, { labels: ["fresh"] })).toBeNull();
    expect(standIn.state().labels).toContain("fresh");
  });

  it("is told with those that exist, where the key may make none", async () => {
    await creating({}, { labels: ["production"] });
    standIn.fail({ kind: "forbidden", operation: "issueLabelCreate" });
    expect(await creating({}, { labels: ["secret-plans"] })).toMatchObject({
      problem: expect.stringMatching(/^LINEAR_LABELS or a rule names a label/) as string,
      detail: expect.stringMatching(/^labels: .*\bproduction\b/) as string,
    });
  });

  it("waits as ever where Linear is unwell", async () => {
    standIn.fail({ kind: "internal", operation: "issueLabelCreate" });
    expect(await creating({}, { labels: ["unwell"] })).toMatchObject({
      problem: "Linear answered with HTTP 500",
      detail: null,
    });
  });

  it("is taken where another made it meanwhile, and the answer was lost", async () => {
    standIn.fail({ kind: "lost-answer", operation: "issueLabelCreate" });
    expect(await creating({}, { labels: ["meanwhile"] })).toBeNull();
  });
});

describe("a team without a state for what is wished", () => {
  it("is told with the states that it has, and their types", async () => {
    nth += 1;
    const id = ticketId("names", nth);
    const linear = await connect();
    await linear.create(id, ticketDraft());
    change((answer) => answer.replaceAll('"completed"', '"started"'));
    expect(await hindrance(linear.move(id, "completed"))).toEqual({
      problem: "the ticket's team has no state for completed tickets",
      detail: expect.stringMatching(/^states, by type: .*Todo \(unstarted\)/) as string,
      notBefore: null,
    });
  });
});
