// Delegating again, the watchdog and the hand-over to people, over the SDK's real HTTP path.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Effect } from "../../src/incident/effect.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { AGENT_WAKE_MS, REFUSED_SAY_TRIES } from "../../src/limits.ts";
import { AT } from "../support/factories.ts";
import { act, HOUR_MS, step } from "../support/life.ts";
import { madeOf, onStandIn, opening } from "../support/on-stand-in.ts";
import type { OnStandIn } from "../support/on-stand-in.ts";

let linear: OnStandIn;
let now = AT;
beforeAll(async () => {
  linear = await onStandIn(() => now);
});
afterAll(() => linear.close());
beforeEach(() => {
  // Never back: the stand-in's clock does not go back either.
  now += HOUR_MS;
  linear.standIn.clearFailures();
});

async function opened(over = {}): Promise<IncidentState> {
  const state = linear.wanted();
  return linear.done(state, opening(state), over);
}

function edit(state: IncidentState, change: object): void {
  linear.standIn.edit(madeOf(state).identifier, change);
}

/** What the state wants next: performed, and what follows from it. */
async function settle(
  state: IncidentState,
  effects: readonly Effect[],
  over = {},
): Promise<IncidentState> {
  let current = state;
  const waiting = effects.filter(({ kind }) => /agent|delegate|return/i.test(kind));
  for (const effect of waiting) {
    // oxlint-disable-next-line no-await-in-loop -- effects of one incident follow each other
    const outcome = await linear.perform(current, effect, over);
    if (outcome.kind === "failed") throw new Error(outcome.problem);
    if (outcome.event === null) continue;
    const next = step(current, outcome.event);
    // oxlint-disable-next-line no-await-in-loop -- as above
    current = await settle(next.state, next.effects, over);
  }
  return current;
}

/** Reads the ticket, and does what follows. */
async function read(state: IncidentState, over = {}): Promise<IncidentState> {
  const effect = { kind: "readTicket", ticketId: madeOf(state).id } as const;
  const outcome = await linear.perform(state, effect, over);
  if (outcome.kind === "failed" || outcome.event === null) throw new Error("it was not read");
  const next = step(state, outcome.event);
  return settle(next.state, next.effects, over);
}

/** Resolved and reopened here, as far as Linear: the last effect that is left is the agent's. */
async function reopened(state: IncidentState, over = {}): Promise<IncidentState> {
  let current = state;
  for (const action of [{ kind: "resolve" }, { kind: "reopen" }] as const) {
    now += 60_000;
    const acted = act(current, action, now);
    current = acted.state;
    const change = acted.effects.find(({ kind }) => kind === "changeTicket");
    if (change === undefined) throw new Error("nothing is changed");
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const outcome = await linear.perform(current, change, over);
    if (outcome.kind === "failed" || outcome.event === null) throw new Error("not changed");
    const next = step(current, outcome.event);
    // oxlint-disable-next-line no-await-in-loop -- as above
    current = await settle(next.state, next.effects, over);
  }
  return current;
}

describe("a ticket that is opened again", () => {
  it("is delegated anew: the agent gets a session that is newer", async () => {
    const state = await opened();
    edit(state, { session: "active" });
    edit(state, { session: "complete" });
    const again = await reopened(await read(state));
    expect(madeOf(again).agent).toMatchObject({ nth: 2, stage: "waking" });
    const { sessions, delegate } = linear.held(again);
    expect(delegate).toBe("coding-agent");
    expect(sessions.map(({ status }) => status)).toEqual(["complete", "pending"]);
    edit(again, { session: "active" });
    expect(madeOf(await read(again)).agent).toMatchObject({
      stage: "working",
      session: { status: "active" },
    });
  });

  it.each([1, 2])("has one new session, though the answer to change %i is lost", async (nth) => {
    const state = await opened();
    const change = act(act(state, { kind: "resolve" }, now).state, { kind: "reopen" }, now).state;
    const { changes, id } = madeOf(change);
    const done = step(change, { kind: "ticketChanged", at: now, id, nth: changes });
    let tries = 0;
    const lossy = async (
      next: IncidentState,
      effects: readonly Effect[],
    ): Promise<IncidentState> => {
      const [effect] = effects;
      if (effect === undefined) return next;
      tries += 1;
      if (tries === nth) linear.standIn.fail({ kind: "lost-answer", operation: "issueUpdate" });
      const outcome = await linear.perform(next, effect);
      if (outcome.kind === "failed") return lossy(next, effects);
      const after = outcome.event === null ? null : step(next, outcome.event);
      return after === null ? next : lossy(after.state, after.effects);
    };
    const agents = done.effects.filter(({ kind }) => kind === "delegateTicket");
    const again = await lossy(done.state, agents);
    expect(madeOf(again).agent).toMatchObject({ nth: 2, stage: "waking" });
    expect(linear.held(again).sessions).toHaveLength(2);
    expect(tries).toBe(3);
  });

  it("is taken from the agent where tickets are for people by now", async () => {
    const state = await opened();
    const again = await reopened(state, { LINEAR_AGENT: "" });
    expect(linear.held(again).delegate).toBeNull();
    expect(madeOf(again).agent).toMatchObject({ stage: "returned" });
  });
});

describe("a ticket that was to be delegated again, and is closed before that", () => {
  /** Opened again in Linear, and about to be taken from the agent; the wish itself waits. */
  async function clearing(): Promise<{ state: IncidentState; wish: Effect }> {
    let state = await opened();
    let wish: Effect | undefined;
    for (const action of [{ kind: "resolve" }, { kind: "reopen" }] as const) {
      now += 60_000;
      const acted = act(state, action, now);
      const change = acted.effects.find(({ kind }) => kind === "changeTicket") as Effect;
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const outcome = await linear.perform(acted.state, change);
      if (outcome.kind === "failed" || outcome.event === null) throw new Error("not changed");
      const next = step(acted.state, outcome.event);
      ({ state } = next);
      wish = next.effects.find(({ kind }) => kind === "delegateTicket");
    }
    if (wish === undefined) throw new Error("nothing is wished");
    return { state, wish };
  }

  it.each([{ kind: "resolve" }, { kind: "ignore", until: { kind: "good" } }] as const)(
    "stays without a new session where a person says $kind here",
    async (action) => {
      const { state, wish } = await clearing();
      const closed = act(state, action, now + 1).state;
      const after = await settle(closed, [wish]);
      expect(linear.held(after).sessions).toHaveLength(1);
      expect(madeOf(after).agent).toMatchObject({ stage: "returned" });
    },
  );

  it("stays without a new session where people closed it in Linear", async () => {
    const { state, wish } = await clearing();
    edit(state, { state: "Done" });
    const after = await settle(state, [wish]);
    expect(linear.held(after).sessions).toHaveLength(1);
    expect(madeOf(after).agent).toMatchObject({ stage: "returned" });
  });

  it("stays without one where that comes between the two changes", async () => {
    const { state, wish } = await clearing();
    const outcome = await linear.perform(state, wish);
    if (outcome.kind === "failed" || outcome.event === null) throw new Error("not cleared");
    const next = step(state, outcome.event);
    const closed = act(next.state, { kind: "resolve" }, now + 1).state;
    const after = await settle(closed, next.effects);
    expect(linear.held(after)).toMatchObject({ delegate: null });
    expect(linear.held(after).sessions).toHaveLength(1);
    expect(madeOf(after).agent).toMatchObject({ stage: "returned" });
  });

  it("is people's where no agent is named any more between the two changes", async () => {
    const { state, wish } = await clearing();
    const outcome = await linear.perform(state, wish);
    if (outcome.kind === "failed" || outcome.event === null) throw new Error("not cleared");
    const next = step(state, outcome.event);
    const after = await settle(next.state, next.effects, { LINEAR_AGENT: "" });
    expect(madeOf(after).agent).toMatchObject({ stage: "returned" });
  });
});

describe("the watchdog", () => {
  it("gives the ticket to the accountable person where the agent sleeps, and says so once", async () => {
    const person = { LINEAR_ASSIGNEE: "on-call" };
    const state = await opened();
    edit(state, { assignee: null });
    now += AGENT_WAKE_MS * 2;
    const given = await read(await read(state, person), person);
    expect(madeOf(given).agent).toMatchObject({ stage: "returned" });
    const held = linear.held(given);
    expect(held).toMatchObject({ delegate: null, assignee: "on-call" });
    expect(held.comments).toHaveLength(1);
    expect(held.comments[0]?.body).toContain("Given back: the agent did not begin in time.");
  });

  it.each([
    ["error", "the agent's session ended in an error"],
    ["stale", "the agent's session went stale"],
  ] as const)("does so at once where the session is in %s", async (status, why) => {
    const state = await opened();
    edit(state, { session: "active" });
    const working = await read(state);
    edit(state, { session: status });
    const given = await read(working);
    expect(linear.held(given).comments.map(({ body }) => body)).toEqual([
      expect.stringContaining(why),
    ]);
    expect(linear.held(given).delegate).toBeNull();
  });

  it("leaves an agent that began after all, before it could be taken off", async () => {
    const state = await opened();
    now += AGENT_WAKE_MS * 2;
    const effect = { kind: "readTicket", ticketId: madeOf(state).id } as const;
    const outcome = await linear.perform(state, effect);
    if (outcome.kind === "failed" || outcome.event === null) throw new Error("it was not read");
    const asleep = step(state, outcome.event);
    expect(asleep.effects).toMatchObject([{ kind: "returnTicket", why: "asleep" }]);
    edit(state, { session: "active" });
    const after = await settle(asleep.state, asleep.effects);
    expect(linear.held(after)).toMatchObject({ delegate: "coding-agent", comments: [] });
    expect(madeOf(after).agent).toMatchObject({
      stage: "working",
      session: { status: "active" },
    });
    expect(after.timeline.at(-1)?.what).toBe("the agent works after all: it keeps the ticket");
  });

  it("leaves a person that people assigned", async () => {
    const state = await opened();
    edit(state, { assignee: "on-call" });
    now += AGENT_WAKE_MS * 2;
    const given = await read(state, { LINEAR_ASSIGNEE: "nobody-there" });
    expect(linear.held(given)).toMatchObject({ assignee: "on-call", delegate: null });
  });

  it("says who could get it where nobody is named", async () => {
    const state = await opened();
    edit(state, { assignee: null });
    now += AGENT_WAKE_MS * 2;
    const given = await read(state);
    expect(linear.held(given).comments[0]?.body).toContain("`LINEAR_ASSIGNEE` names the person");
  });

  it("takes the agent off although Linear does not let the key comment, however often", async () => {
    const state = await opened();
    now += AGENT_WAKE_MS * 2;
    const effect = { kind: "readTicket", ticketId: madeOf(state).id } as const;
    const outcome = await linear.perform(state, effect);
    if (outcome.kind === "failed" || outcome.event === null) throw new Error("it was not read");
    const asleep = step(state, outcome.event);
    const [wish] = asleep.effects as [Effect];
    linear.standIn.fail({ kind: "forbidden", operation: "createComment", times: 2 });
    expect(await linear.perform(asleep.state, wish)).toMatchObject({ kind: "failed" });
    expect(linear.held(state).delegate).toBeNull();
    const again = await linear.perform(asleep.state, wish, {}, REFUSED_SAY_TRIES);
    expect(again).toMatchObject({ kind: "done", event: { kind: "ticketReturned" } });
  });

  it("lets an agent work that has begun", async () => {
    const state = await opened();
    edit(state, { session: "active" });
    now += AGENT_WAKE_MS * 2;
    const read1 = await read(state);
    expect(madeOf(read1).agent).toMatchObject({ stage: "working" });
    expect(linear.held(read1)).toMatchObject({ delegate: "coding-agent", comments: [] });
  });

  it("asks no more for a session that is complete", async () => {
    const state = await opened();
    edit(state, { session: "complete" });
    const done = await read(state);
    const before = linear.standIn.requests().length;
    expect(madeOf(await read(done)).agent).toMatchObject({ stage: "working" });
    const asked = linear.standIn.requests().slice(before);
    expect(asked.map(({ fields }) => fields.join())).toEqual(["issues"]);
  });

  it("asks for no session of a ticket that people have", async () => {
    const state = await opened({ LINEAR_AGENT: "" });
    const before = linear.standIn.requests().length;
    await read(state, { LINEAR_AGENT: "" });
    const asked = linear.standIn.requests().slice(before);
    expect(asked.map(({ fields }) => fields.join())).toEqual(["issues"]);
  });
});
