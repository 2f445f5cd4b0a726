// What an isolate remembers between calls: names that were looked up, and a key that was refused.
// Over the SDK's real HTTP path.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import { ticketId } from "../../src/incident/ticket-id.ts";
import { KEY_REFUSED_MS, LOOKUP_MEMORY_MS } from "../../src/limits.ts";
import type { LinearSettings } from "../../src/settings.ts";
import { KeyMemories } from "../../src/ticket/key-memory.ts";
import { connectLinear } from "../../src/ticket/linear.ts";
import type { TicketSystem } from "../../src/ticket/linear.ts";
import { readLinearProblem } from "../../src/ticket/linear-problem.ts";
import { AT } from "../support/factories.ts";
import { linearSettings, ticketDraft } from "../support/linear-ticket.ts";

const LOOKUPS = ["issueLabels", "projects", "teams", "users", "users"];

let standIn: LinearStandIn;
let memories: KeyMemories;
let nth = 0;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: AT });
  memories = new KeyMemories();
  standIn = await startLinearStandIn();
  // The first ticket of all has its label made.
  await (await connect({}, new KeyMemories())).create(nextId(), ticketDraft());
});
afterEach(async () => {
  vi.useRealTimers();
  await standIn.close();
});

function nextId(): string {
  nth += 1;
  return ticketId("memory", nth);
}

// A new client each time, as each alarm has.
function connect(over: Partial<LinearSettings> = {}, memory = memories): Promise<TicketSystem> {
  return connectLinear(linearSettings(standIn, over), memory);
}

/** The operations that some work sends, those that look something up first. */
async function sent(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = standIn.requests().length;
  await work();
  return standIn
    .requests()
    .slice(before)
    .map(({ operation }) => operation);
}

async function create(over: Partial<LinearSettings> = {}): Promise<unknown> {
  return (await connect(over)).create(nextId(), ticketDraft());
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describe("what was looked up", () => {
  it("is kept: a second ticket costs what it takes to create and to read it", async () => {
    const cold = await sent(() => create());
    expect(cold.toSorted()).toEqual([...LOOKUPS, "createIssue", "issues"].toSorted());
    expect(await sent(() => create())).toEqual(["createIssue", "issues"]);
  });

  it("is asked anew after a while", async () => {
    await create();
    vi.setSystemTime(AT + LOOKUP_MEMORY_MS - 1);
    expect(await sent(() => create())).toHaveLength(2);
    vi.setSystemTime(AT + LOOKUP_MEMORY_MS);
    expect(await sent(() => create())).toHaveLength(LOOKUPS.length + 2);
  });

  it("is kept for one key and one address", async () => {
    await create();
    expect(await sent(async () => failure(create({ apiKey: "another" })))).toContain("teams");
  });

  it("is asked anew once Linear refused a ticket: what was kept may be gone", async () => {
    await create();
    standIn.fail({ kind: "invalid-input", operation: "issueCreate" });
    expect(await sent(async () => failure(create()))).toEqual(["createIssue"]);
    expect(await sent(() => create())).toHaveLength(LOOKUPS.length + 2);
  });

  it("is kept where Linear was only unwell", async () => {
    await create();
    standIn.fail({ kind: "internal", operation: "issueCreate" });
    await failure(create());
    expect(await sent(() => create())).toHaveLength(2);
  });

  it("says nothing of whether the key still sees the team", async () => {
    await create();
    expect(await sent(async () => (await connect()).checkTeam())).toEqual(["teams"]);
  });

  it("holds the states of a team too, until one of them is refused", async () => {
    const id = nextId();
    await (await connect()).create(id, ticketDraft());
    const move = async (to: "open" | "completed"): Promise<void> => (await connect()).move(id, to);
    expect(await sent(() => move("completed"))).toEqual([
      "issues",
      "workflowStates",
      "updateIssue",
    ]);
    expect(await sent(() => move("open"))).toEqual(["issues", "updateIssue"]);
    standIn.fail({ kind: "invalid-input", operation: "issueUpdate" });
    await failure(move("completed"));
    expect(await sent(() => move("completed"))).toContain("workflowStates");
  });
});

describe("a key that was refused", () => {
  const find = async (over: Partial<LinearSettings> = {}): Promise<unknown> =>
    (await connect(over)).find(nextId());

  it("is not sent again for a while, and the problem is the same", async () => {
    standIn.fail({ kind: "unauthorized" });
    const first = await failure(find());
    vi.setSystemTime(AT + 60_000);
    let second: unknown;
    expect(await sent(async () => (second = await failure(find())))).toEqual([]);
    expect(readLinearProblem(second, AT + 60_000)).toEqual(readLinearProblem(first, AT));
    expect(readLinearProblem(second, AT + 60_000)).toMatchObject({
      kind: "unauthorized",
      notBefore: AT + KEY_REFUSED_MS,
    });
  });

  it("is tried again after that, by itself", async () => {
    standIn.fail({ kind: "unauthorized" });
    await failure(find());
    vi.setSystemTime(AT + KEY_REFUSED_MS - 1);
    expect(await sent(async () => failure(find()))).toEqual([]);
    vi.setSystemTime(AT + KEY_REFUSED_MS);
    expect(await sent(() => find())).toEqual(["issues"]);
  });

  it("keeps no other key from being tried", async () => {
    expect(await failure(find({ apiKey: "revoked" }))).toMatchObject({ status: 401 });
    expect(await sent(async () => failure(find({ apiKey: "revoked" })))).toEqual([]);
    expect(await sent(() => find())).toEqual(["issues"]);
  });

  it("is held back in the middle of a call too", async () => {
    standIn.fail({ kind: "unauthorized", operation: "issueLabelCreate" });
    const labels = ["made-never"];
    const work = async (): Promise<unknown> =>
      failure((await connect()).create(nextId(), ticketDraft({ labels })));
    const operations = await sent(work);
    // Linear would be asked once more whether somebody else made the label.
    expect(operations.filter((operation) => operation === "issueLabels")).toHaveLength(1);
    expect(operations.at(-1)).toBe("createIssueLabel");
  });

  it("is as good as any once Linear took it", async () => {
    // Of two requests on their way one is refused, and the other is answered after that.
    const gate = Promise.withResolvers<null>();
    const { fetch: send } = globalThis;
    const calls = vi.spyOn(globalThis, "fetch").mockImplementationOnce(async (...request) => {
      const answer = await send(...request);
      await gate.promise;
      return answer;
    });
    const before = standIn.requests().length;
    const slow = find();
    await vi.waitUntil(() => standIn.requests().length > before);
    standIn.fail({ kind: "unauthorized" });
    await failure(find());
    expect(await sent(async () => failure(find()))).toEqual([]);
    gate.resolve(null);
    await slow;
    calls.mockRestore();
    expect(await sent(() => find())).toEqual(["issues"]);
  });

  it("is not taken for refused where it only may not do something", async () => {
    standIn.fail({ kind: "forbidden" });
    expect(await failure(find())).toMatchObject({ status: 403 });
    expect(await sent(() => find())).toEqual(["issues"]);
  });

  it("is not taken for refused because of an empty HTTP 400", async () => {
    standIn.fail({ kind: "empty-400" });
    // The SDK calls it an authentication error.
    expect(await failure(find())).toMatchObject({ type: "AuthenticationError" });
    expect(await sent(() => find())).toEqual(["issues"]);
  });
});
