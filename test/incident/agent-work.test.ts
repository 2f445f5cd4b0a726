import { describe, expect, it } from "vitest";
import { delegated, moved, watchAgent } from "../../src/incident/agent-work.ts";
import type { AgentSession, AgentStage, AgentWork } from "../../src/incident/agent-work.ts";
import { AGENT_WAKE_MS } from "../../src/limits.ts";
import { AT } from "../support/factories.ts";

const WAKES_BY = AT + AGENT_WAKE_MS;

function session(status: string, over: Partial<AgentSession> = {}): AgentSession {
  return { id: "session-1", status, createdAt: AT, url: null, ...over };
}

function work(stage: AgentStage, over: Partial<AgentWork> = {}): AgentWork {
  return { ...moved(delegated(AT, null), stage, AT), ...over };
}

function watch(known: AgentWork | null, latest: AgentSession | null, at: number, isSet = true) {
  return watchAgent(known, { delegateId: isSet ? "agent" : null, session: latest }, at);
}

describe("an agent that was delegated", () => {
  it.each([
    ["has no session", null],
    ["has one that is pending", session("pending")],
  ])("is waited for while it %s, and given up when its time is over", (_what, latest) => {
    const early = watch(delegated(AT, null), latest, WAKES_BY - 1);
    expect(early).toMatchObject({ work: { stage: "waking", checkAt: WAKES_BY }, gives: null });
    const late = watch(delegated(AT, null), latest, WAKES_BY);
    expect(late).toMatchObject({ work: { stage: "returning", checkAt: null }, gives: "asleep" });
  });

  it.each(["active", "awaitingInput", "complete", "a status of next year"])(
    "works once its session is %s, however late that is read",
    (status) => {
      const { work: next, gives } = watch(delegated(AT, null), session(status), WAKES_BY + 1);
      expect(next).toMatchObject({ stage: "working", checkAt: null, session: { status } });
      expect(gives).toBeNull();
    },
  );

  it.each([
    ["error", "failed"],
    ["stale", "stale"],
  ])("is given up when its session is in %s, at once and later", (status, why) => {
    expect(watch(delegated(AT, null), session(status), AT + 1).gives).toBe(why);
    expect(watch(work("working"), session(status), AT + 1).gives).toBe(why);
  });

  it("is not woken by a session of before", () => {
    const before = work("working", { session: session("complete") });
    const again = delegated(AT + 1, before);
    expect(again).toMatchObject({ nth: 2, before: { id: "session-1" } });
    const late = watch(again, session("complete"), again.since + AGENT_WAKE_MS);
    expect(late.gives).toBe("asleep");
    const newer = session("active", { id: "session-2", createdAt: AT + 1 });
    expect(watch(again, newer, again.since + AGENT_WAKE_MS).work).toMatchObject({
      stage: "working",
    });
  });

  it("works on while its session is not told of", () => {
    const working = work("working", { session: session("active") });
    expect(watch(working, null, WAKES_BY * 2)).toEqual({ work: working, gives: null });
  });
});

describe("people", () => {
  it.each<AgentStage>(["waking", "working"])("take the agent off one that is %s", (stage) => {
    const { work: next, gives } = watch(work(stage), null, AT + 1, false);
    expect(next).toMatchObject({ stage: "taken", checkAt: null });
    expect(gives).toBeNull();
  });

  it.each<AgentWork | null>([null, work("returned"), work("taken")])(
    "delegate a ticket themselves, and that is watched: %#",
    (known) => {
      const { work: next } = watch(known, null, AT + 1);
      expect(next).toMatchObject({ stage: "waking", nth: (known?.nth ?? 0) + 1 });
    },
  );

  it("are not seen in a change of ours that is on its way", () => {
    for (const stage of ["clearing", "setting", "returning"] as const) {
      for (const isSet of [true, false]) {
        const known = work(stage);
        expect(watch(known, session("error"), AT + 1, isSet)).toEqual({ work: known, gives: null });
      }
    }
  });

  it("have a ticket that was never delegated", () => {
    expect(watch(null, null, AT, false)).toEqual({ work: null, gives: null });
  });
});
