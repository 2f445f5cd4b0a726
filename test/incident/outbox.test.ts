import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/incident/effect.ts";
import { effectKey } from "../../src/incident/effect.ts";
import { drainOutbox, nextTryAt } from "../../src/incident/outbox.ts";
import type { OutboxDeps, OutboxRow, Outcome } from "../../src/incident/outbox.ts";
import { EFFECT_RETRY_BASE_MS, EFFECT_RETRY_MAX_MS, OUTBOX_BATCH_MAX } from "../../src/limits.ts";
import { AT } from "../support/factories.ts";

function row(over: Partial<OutboxRow> = {}): OutboxRow {
  const effect: Effect = { kind: "openTicket", ticketId: "t1" };
  return {
    key: effectKey(over.effect ?? effect),
    seq: 1,
    effect,
    tries: 0,
    dueAt: AT,
    since: AT,
    problem: null,
    detail: null,
    ...over,
  };
}

function makeDeps(
  rows: readonly OutboxRow[],
  perform: (row: OutboxRow) => Promise<Outcome>,
): { deps: OutboxDeps; calls: string[] } {
  const calls: string[] = [];
  const waitingRows = [...rows];
  const deps: OutboxDeps = {
    next: () => waitingRows.shift() ?? null,
    begin(waiting) {
      calls.push(`begin ${waiting.key}`);
      return { ...waiting, tries: waiting.tries + 1 };
    },
    perform(begun) {
      calls.push(`perform ${begun.key} try ${begun.tries}`);
      return perform(begun);
    },
    finish: (done, event) => {
      calls.push(`finish ${done.key} ${event?.kind ?? "-"}`);
    },
    postpone: (late, dueAt, problem, detail) => {
      const told = detail === null ? problem : `${problem} (${detail})`;
      calls.push(`postpone ${late.key} +${dueAt - AT} ${told}`);
    },
    tellIndex: () => {
      calls.push("tell index");
    },
    now: () => AT,
    random: () => 1,
  };
  return { deps, calls };
}

describe("drainOutbox", () => {
  it("saves that a try begins before it does anything outside", async () => {
    const { deps, calls } = makeDeps([row()], async () => ({ kind: "done", event: null }));
    await drainOutbox(deps);
    expect(calls).toEqual(["begin ticket t1", "perform ticket t1 try 1", "finish ticket t1 -"]);
  });

  it("goes on with the next effect when one fails", async () => {
    const rows = [row(), row({ key: "index", effect: { kind: "updateIndex" } })];
    const { deps, calls } = makeDeps(rows, async ({ key }) =>
      key === "index"
        ? { kind: "done", event: null }
        : { kind: "failed", problem: "no answer", detail: null, notBefore: null },
    );
    await drainOutbox(deps);
    expect(calls).toContain("postpone ticket t1 +5000 no answer");
    expect(calls).toContain("finish index -");
  });

  it("tells the index of a problem, once, and when it is gone", async () => {
    const fails = async (): Promise<Outcome> => ({
      kind: "failed",
      problem: "no answer",
      detail: null,
      notBefore: null,
    });
    const told = async (
      problem: string | null,
      perform: () => Promise<Outcome>,
      effect: Effect = { kind: "openTicket", ticketId: "t1" },
    ): Promise<boolean> => {
      const { deps, calls } = makeDeps([row({ effect, problem })], perform);
      await drainOutbox(deps);
      return calls.includes("tell index");
    };
    const succeeds = async (): Promise<Outcome> => ({ kind: "done", event: null });
    expect(await told(null, fails)).toBe(true);
    expect(await told("no answer", fails)).toBe(false);
    expect(await told("no answer", succeeds)).toBe(true);
    expect(await told(null, succeeds)).toBe(false);
    expect(await told(null, fails, { kind: "updateIndex" })).toBe(false);
  });

  it("waits as long as it was told to", async () => {
    const { deps, calls } = makeDeps([row()], async () => ({
      kind: "failed",
      problem: "rate limit",
      detail: null,
      notBefore: AT + 1_000_000,
    }));
    await drainOutbox(deps);
    expect(calls).toContain("postpone ticket t1 +1000000 rate limit");
  });

  it("keeps the names that help to mend it beside the problem", async () => {
    const { deps, calls } = makeDeps([row()], async () => ({
      kind: "failed",
      problem: "no such team",
      detail: "teams: ENG",
      notBefore: null,
    }));
    await drainOutbox(deps);
    expect(calls).toContain("postpone ticket t1 +5000 no such team (teams: ENG)");
  });

  it("keeps the text of an unforeseen error to itself: it may quote what was sent", async () => {
    const { deps, calls } = makeDeps([row()], async () => {
      throw new TypeError("secret inside");
    });
    await drainOutbox(deps);
    expect(calls).toContain("postpone ticket t1 +5000 unexpected TypeError");
    expect(calls.join()).not.toContain("secret");
  });
});

describe("drainOutbox, when each effect wants another", () => {
  it("stops after a bounded number of them", async () => {
    const endless = Array.from({ length: 1_000 }, () => row());
    const { deps, calls } = makeDeps(endless, async () => ({ kind: "done", event: null }));
    await drainOutbox(deps);
    expect(calls.filter((call) => call.startsWith("begin"))).toHaveLength(OUTBOX_BATCH_MAX);
  });
});

describe("nextTryAt", () => {
  it("doubles, half of it left to chance, and never waits longer than the cap", () => {
    expect(nextTryAt(1, AT, 0) - AT).toBe(EFFECT_RETRY_BASE_MS / 2);
    expect(nextTryAt(1, AT, 1) - AT).toBe(EFFECT_RETRY_BASE_MS);
    expect(nextTryAt(4, AT, 1) - AT).toBe(EFFECT_RETRY_BASE_MS * 8);
    expect(nextTryAt(10_000, AT, 1) - AT).toBe(EFFECT_RETRY_MAX_MS);
  });
});
