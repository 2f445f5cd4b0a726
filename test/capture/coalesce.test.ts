import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { board, leave, overdueKeys } from "../../src/capture/coalesce.ts";
import type { Waiting } from "../../src/capture/coalesce.ts";
import type { FailureMessage } from "../../src/failure/message.ts";
import { COALESCE_KEYS_MAX, COALESCE_MS } from "../../src/limits.ts";
import { AT, failure, failureMessage } from "../support/factories.ts";

function ofFingerprint(n: number, over: Partial<FailureMessage> = {}): FailureMessage {
  return failureMessage({ fingerprint: `v1-${n.toString(16).padStart(32, "0")}`, ...over });
}

// A ride on which `id` "b" waits, half a window after "a" went by itself.
function ridden(): { waiting: Waiting; key: string } {
  const waiting: Waiting = new Map();
  board(waiting, ofFingerprint(1, { id: "a" }), AT);
  const boarding = board(waiting, ofFingerprint(1, { id: "b" }), AT + COALESCE_MS / 2);
  if (boarding.kind !== "wait") throw new Error(boarding.kind);
  return { waiting, key: boarding.key };
}

describe("board", () => {
  it("sends the first failure of a fingerprint at once", () => {
    expect(board(new Map(), ofFingerprint(1), AT)).toEqual({ kind: "send" });
  });

  it("lets the second wait for the rest of the window, and the others get on", () => {
    const { waiting, key } = ridden();
    expect(board(new Map(waiting), ofFingerprint(1), AT + 600)).toEqual({ kind: "aboard" });
    const waitMs = COALESCE_MS / 2;
    const other: Waiting = new Map();
    board(other, ofFingerprint(1), AT);
    expect(board(other, ofFingerprint(1), AT + waitMs)).toEqual({ kind: "wait", key, waitMs });
  });

  it("keeps fingerprints apart, and versions of one fingerprint", () => {
    const waiting: Waiting = new Map();
    const other = failure({ version: { id: "other", tag: null } });
    const none = failure({ version: null });
    const messages = [
      ofFingerprint(1),
      ofFingerprint(2),
      ofFingerprint(1, { samples: [other] }),
      ofFingerprint(1, { samples: [none] }),
    ];
    const kinds = messages.map((message) => board(waiting, message, AT).kind);
    expect(kinds).toEqual(["send", "send", "send", "send"]);
  });

  it("sends the first failure after a quiet window at once", () => {
    const waiting: Waiting = new Map();
    board(waiting, ofFingerprint(1), AT);
    expect(board(waiting, ofFingerprint(1), AT + COALESCE_MS)).toEqual({ kind: "send" });
  });

  it("tells of a ride whose waiter was ended by the platform, so that it is taken along", () => {
    const { waiting, key } = ridden();
    const late = AT + 3 * COALESCE_MS;
    expect(overdueKeys(waiting, late)).toEqual([key]);
    expect(leave(waiting, key, late)).toMatchObject({ id: "b" });
    expect(overdueKeys(waiting, late)).toEqual([]);
  });

  it("leaves a ride alone whose waiter is only a little late", () => {
    const { waiting } = ridden();
    const late = AT + COALESCE_MS + 100;
    expect(overdueKeys(waiting, late)).toEqual([]);
    expect(board(waiting, ofFingerprint(1), late)).toEqual({ kind: "aboard" });
  });

  it("sends each failure by itself when too many fingerprints wait", () => {
    const waiting: Waiting = new Map();
    for (let n = 0; n < COALESCE_KEYS_MAX; n += 1) board(waiting, ofFingerprint(n), AT);
    const late = ofFingerprint(COALESCE_KEYS_MAX);
    expect(board(waiting, late, AT + 1)).toEqual({ kind: "send" });
    expect(board(waiting, late, AT + 1)).toEqual({ kind: "send" });
    expect(board(waiting, ofFingerprint(0), AT + 1).kind).toBe("wait");
  });

  it("lets fingerprints ride again once others have stopped failing", () => {
    const waiting: Waiting = new Map();
    for (let n = 0; n < COALESCE_KEYS_MAX; n += 1) board(waiting, ofFingerprint(n), AT);
    const late = ofFingerprint(COALESCE_KEYS_MAX);
    expect(board(waiting, late, AT + COALESCE_MS)).toEqual({ kind: "send" });
    expect(board(waiting, late, AT + COALESCE_MS).kind).toBe("wait");
  });
});

describe("leave", () => {
  it("takes what rode together, once", () => {
    const { waiting, key } = ridden();
    board(waiting, ofFingerprint(1, { count: 4 }), AT + 700);
    expect(leave(waiting, key, AT + COALESCE_MS)).toMatchObject({ id: "b", count: 5 });
    expect(leave(waiting, key, AT + COALESCE_MS)).toBeNull();
  });

  it("begins the next ride, so that a storm sends one message a window", () => {
    const { waiting, key } = ridden();
    const at = AT + COALESCE_MS;
    leave(waiting, key, at);
    const next = board(waiting, ofFingerprint(1), at + 1);
    expect(next).toEqual({ kind: "wait", key, waitMs: COALESCE_MS - 1 });
  });

  it("is null for a ride that was never there", () => {
    expect(leave(new Map(), "no such ride", AT)).toBeNull();
  });
});

describe("board and leave, in any order", () => {
  const happening = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ board: fc.nat(8), count: fc.integer({ min: 1, max: 9 }) }),
    },
    { weight: 1, arbitrary: fc.record({ leave: fc.nat(8) }) },
    { weight: 1, arbitrary: fc.record({ passMs: fc.nat(3 * COALESCE_MS) }) },
  );

  it("lose no failure and count none twice", () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 200 }), (happenings) => {
        const waiting: Waiting = new Map();
        const waiters: string[] = [];
        let now = AT;
        let came = 0;
        let sent = 0;
        const take = (key: string): void => {
          sent += leave(waiting, key, now)?.count ?? 0;
        };
        for (const happens of happenings) {
          if ("passMs" in happens) now += happens.passMs;
          if ("board" in happens) {
            const { count } = happens;
            const boarding = board(waiting, ofFingerprint(happens.board, { count }), now);
            came += count;
            if (boarding.kind === "send") sent += count;
            if (boarding.kind === "wait") waiters.push(boarding.key);
          }
          // Some waiter comes back: not the first one, and not at its time.
          if ("leave" in happens) {
            const [key] = waiters.splice(happens.leave % Math.max(waiters.length, 1), 1);
            if (key !== undefined) take(key);
          }
        }
        for (const key of waiters) take(key);
        expect(sent).toBe(came);
      }),
    );
  });

  it("never remember more fingerprints than their limit", () => {
    const waiting: Waiting = new Map();
    for (let n = 0; n < 3 * COALESCE_KEYS_MAX; n += 1) {
      const now = AT + n * 3;
      const first = board(waiting, ofFingerprint(n), now);
      const second = board(waiting, ofFingerprint(n), now);
      if (second.kind === "wait" && n % 2 === 0) leave(waiting, second.key, now);
      expect(first.kind).toBe("send");
      expect(waiting.size).toBeLessThanOrEqual(COALESCE_KEYS_MAX);
    }
  });
});
