import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FailureMessage } from "../../src/failure/message.ts";
import { countMessage } from "../../src/incident/count.ts";
import { EMPTY_RING } from "../../src/incident/ring.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { HOURS_MAX, RING_IDS_MAX, ROUTES_MAX, VERSIONS_MAX } from "../../src/limits.ts";
import { AT, failure, failureMessage, incident } from "../support/factories.ts";

const fresh = incident({
  count: 0,
  ring: EMPTY_RING,
  routes: [],
  samples: { first: [], latest: [] },
});

function countAll(messages: readonly FailureMessage[], from: IncidentState = fresh): IncidentState {
  return messages.reduce(countMessage, from);
}

describe("countMessage", () => {
  it("adds the count that a message carries", () => {
    const state = countAll([
      failureMessage({ id: "a", count: 3 }),
      failureMessage({ id: "b", count: 4 }),
    ]);
    expect(state.count).toBe(7);
  });

  it("changes nothing for a message that it has counted", () => {
    const once = countAll([failureMessage({ id: "a", count: 3 })]);
    expect(countMessage(once, failureMessage({ id: "a", count: 3 }))).toBe(once);
  });

  it("keeps the earliest and the latest time in whatever order they come", () => {
    const state = countAll([
      failureMessage({ id: "b", firstAt: AT + 10, lastAt: AT + 20 }),
      failureMessage({ id: "a", firstAt: AT - 10, lastAt: AT - 5 }),
    ]);
    expect([state.firstAt, state.lastAt]).toEqual([AT - 10, AT + 20]);
  });

  it("marks the count approximate for a message older than everything it remembers", () => {
    const many = Array.from({ length: RING_IDS_MAX + 1 }, (_, index) =>
      failureMessage({ id: `m${index}`, lastAt: AT + index }),
    );
    const full = countAll(many);
    expect(full.approximate).toBe(false);
    expect(full.ring.entries).toHaveLength(RING_IDS_MAX);
    const again = countMessage(full, failureMessage({ id: "m0", lastAt: AT }));
    expect(again.approximate).toBe(true);
    expect(again.count).toBe(full.count + 1);
  });

  it("counts by version, so that a version that does not fail is not listed", () => {
    const other = failure({ version: { id: "other", tag: null } });
    const state = countAll([
      failureMessage({ id: "a", count: 2 }),
      failureMessage({ id: "b", samples: [other], firstAt: AT + 1, lastAt: AT + 1 }),
      failureMessage({ id: "c", count: 5 }),
    ]);
    expect(state.versions.map((entry) => [entry.version.id, entry.count])).toEqual([
      [failure().version?.id, 7],
      ["other", 1],
    ]);
  });

  it("keeps the first samples and the latest ones", () => {
    const messages = ["a", "b", "c", "d", "e", "f", "g"].map((id) =>
      failureMessage({ id, samples: [failure({ message: id })] }),
    );
    const { first, latest } = countAll(messages).samples;
    expect(first.map((sample) => sample.message)).toEqual(["a", "b"]);
    expect(latest.map((sample) => sample.message)).toEqual(["e", "f", "g"]);
  });

  it("stays bounded whatever comes", () => {
    const messages = Array.from({ length: 200 }, (_, index) =>
      failureMessage({
        id: `m${index}`,
        lastAt: AT + index * 3_600_000,
        samples: [
          failure({
            version: { id: `v${index}`, tag: null },
            grouping: { ...failure().grouping, route: `GET /r${index}` },
          }),
        ],
      }),
    );
    const state = countAll(messages);
    expect(state.count).toBe(200);
    expect(state.hours).toHaveLength(HOURS_MAX);
    expect(state.versions).toHaveLength(VERSIONS_MAX);
    expect(state.routes).toHaveLength(ROUTES_MAX);
  });

  it("counts each message once under any redelivery and order", () => {
    const message = fc
      .record({ id: fc.integer({ min: 0, max: 40 }), again: fc.boolean() })
      .map(({ id, again }) => ({
        message: failureMessage({ id: `m${id}`, count: id + 1 }),
        again,
      }));
    fc.assert(
      fc.property(fc.array(message, { maxLength: 80 }), (deliveries) => {
        const delivered = deliveries.flatMap(({ message: sent, again }) =>
          again ? [sent, sent] : [sent],
        );
        const distinct = new Map(delivered.map((sent) => [sent.id, sent.count]));
        const expected = [...distinct.values()].reduce((sum, count) => sum + count, 0);
        const state = countAll(delivered);
        expect(state.count).toBe(expected);
        expect(state.approximate).toBe(false);
        expect(state.hours.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
        expect(state.routes.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
      }),
    );
  });
});
