import { describe, expect, it } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { drainStorms, nextStormAt } from "../../src/desk/drain-storms.ts";
import type { StormDeps, StormOutcome } from "../../src/desk/drain-storms.ts";
import { isOver, shows } from "../../src/desk/storm.ts";
import type { Storm } from "../../src/desk/storm.ts";
import {
  EFFECT_RETRY_BASE_MS,
  STORM_REMEMBERED_MS,
  STORM_SETTLE_MS,
  STORM_UPDATE_MS,
  STORMS_BATCH_MAX,
} from "../../src/limits.ts";
import { claim, HOUR, newDesk } from "./claims.ts";

const TEXT = { title: "t", description: "d" };

/** A desk where one of each of these producers waits. */
function stormy(...producers: readonly string[]): Desk {
  const desk = newDesk({ ticketsPerHour: 1, settleMs: 0 });
  for (const producer of producers) {
    desk.claim(claim(`first of ${producer}`, { producer }), HOUR);
    desk.claim(claim(`second of ${producer}`, { producer }), HOUR);
  }
  return desk;
}

function deps({ waiting }: Desk, at: number, over: Partial<StormDeps> = {}) {
  const told: Storm[] = [];
  return {
    told,
    storms: () => waiting.storms(),
    lists: () => waiting.lists(),
    save: (storm: Storm) => waiting.saveStorm(storm),
    ticketsAreSent: true,
    tell(storm: Storm): Promise<StormOutcome> {
      told.push(storm);
      const list = waiting.lists().find(({ producer }) => producer === storm.producer);
      const done = list ? shows(storm, list.mark, at, TEXT) : isOver(storm, at);
      return Promise.resolve({ kind: "done", storm: done });
    },
    now: () => at,
    random: () => 1,
    ...over,
  };
}

describe("drainStorms", () => {
  const settled = HOUR + STORM_SETTLE_MS;

  it("tells one storm a producer, once each list, and completes it when nobody waits", async () => {
    const desk = stormy("shop", "till");
    const at = (time: number) => deps(desk, time);
    await drainStorms(at(settled - 1));
    expect(desk.waiting.storms()).toEqual([]);
    const first = at(settled);
    await drainStorms(first);
    expect(first.told.map(({ producer, nth }) => [producer, nth])).toEqual([
      ["shop", 1],
      ["till", 1],
    ]);
    expect(nextStormAt(first)).toBeNull();
    desk.leave("second of shop", settled);
    expect(nextStormAt(first)).toBe(settled + STORM_UPDATE_MS);
    await drainStorms(at(settled + STORM_UPDATE_MS));
    expect(desk.waiting.storms().map(({ stage }) => stage)).toEqual(["over", "open"]);
    desk.claim(claim("third of shop"), settled + STORM_UPDATE_MS + 1);
    const next = at(settled + STORM_UPDATE_MS + 1 + STORM_SETTLE_MS);
    await drainStorms(next);
    expect(next.told).toMatchObject([{ producer: "shop", nth: 2, stage: "opening", tries: 1 }]);
  });

  it("tries again at a whole millisecond, as alarms ring", async () => {
    const desk = stormy("shop");
    const fails = async (): Promise<StormOutcome> => ({
      kind: "failed",
      problem: "no answer",
      notBefore: null,
    });
    const failing = deps(desk, settled, { tell: fails, random: () => 0.123_456 });
    await drainStorms(failing);
    expect(Number.isInteger(nextStormAt(failing))).toBe(true);
  });

  it("waits longer after each failure, as long as Linear asks for, and says what is wrong", async () => {
    const desk = stormy("shop");
    const problem = "Linear did not answer";
    const fails = (notBefore: number | null): Partial<StormDeps> => ({
      tell: () => Promise.resolve({ kind: "failed", problem, notBefore }),
    });
    let at = settled;
    for (const waits of [1, 2, 4]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await drainStorms(deps(desk, at, fails(null)));
      expect(nextStormAt(deps(desk, at))).toBe(at + waits * EFFECT_RETRY_BASE_MS);
      at += waits * EFFECT_RETRY_BASE_MS;
    }
    expect(desk.counts().problems).toEqual([`1 storm tickets wait: ${problem}`]);
    await drainStorms(deps(desk, at, fails(at + 1e9)));
    expect(nextStormAt(deps(desk, at))).toBe(at + 1e9);
    await drainStorms(deps(desk, at + 1e9));
    expect(desk.waiting.storms()).toMatchObject([{ tries: 0, problem: null, stage: "open" }]);
    expect(desk.counts().problems).toEqual([]);
  });

  it("keeps what was saved while it was told, and goes on after an error of ours", async () => {
    const desk = stormy("shop", "till");
    const broken = deps(desk, settled, {
      tell: (storm) => {
        desk.waiting.saveStorm({ ...storm, sent: TEXT });
        return Promise.reject(new TypeError("secret"));
      },
    });
    await drainStorms(broken);
    expect(desk.waiting.storms()).toMatchObject([
      { producer: "shop", sent: TEXT, tries: 1, problem: "unexpected TypeError" },
      { producer: "till", sent: TEXT, tries: 1, problem: "unexpected TypeError" },
    ]);
  });

  it("tells so many in one alarm, and the others in the next", async () => {
    const desk = stormy(...Array.from({ length: STORMS_BATCH_MAX + 1 }, (_, n) => `shop ${n}`));
    const first = deps(desk, settled);
    await drainStorms(first);
    expect(first.told).toHaveLength(STORMS_BATCH_MAX);
    expect(nextStormAt(first)).toBe(settled);
  });

  it("forgets a storm that was over for long, and none that is not over", async () => {
    const desk = stormy("shop", "till");
    await drainStorms(deps(desk, settled));
    desk.leave("second of shop", settled);
    const over = settled + STORM_UPDATE_MS;
    await drainStorms(deps(desk, over));
    desk.waiting.forgetStorms(over + STORM_REMEMBERED_MS);
    expect(desk.waiting.storms()).toHaveLength(2);
    desk.waiting.forgetStorms(over + STORM_REMEMBERED_MS + 1);
    expect(desk.waiting.storms()).toMatchObject([{ producer: "till" }]);
  });
});
