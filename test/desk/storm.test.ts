import { describe, expect, it } from "vitest";
import {
  isOver,
  nextStorm,
  shows,
  stillOurs,
  stormDueAt,
  stormTicketId,
} from "../../src/desk/storm.ts";
import type { WaitingList } from "../../src/desk/storm.ts";
import { STORM_SETTLE_MS, STORM_UPDATE_MS } from "../../src/limits.ts";
import { HOUR } from "./claims.ts";

const TEXT = { title: "shop: 2 incidents wait", description: "* one" };
const LIST: WaitingList = {
  producer: "shop",
  count: 2,
  mark: "2 to 2",
  firstSince: HOUR,
  lastSince: HOUR + 10,
};
const FIRST = nextStorm("shop", null, HOUR);
const OPEN = shows(FIRST, LIST.mark, HOUR + 100, TEXT);

describe("stormDueAt", () => {
  it("gives those that wait a moment to become a list", () => {
    expect(stormDueAt(null, LIST, true)).toBe(HOUR + STORM_SETTLE_MS);
    expect(stormDueAt(null, null, true)).toBeNull();
  });

  it("begins nothing without a key", () => {
    expect(stormDueAt(null, LIST, false)).toBeNull();
    expect(stormDueAt(isOver(OPEN, HOUR), LIST, false)).toBeNull();
  });

  it("tells a list that changed, or that nobody is on, after ten minutes", () => {
    expect(stormDueAt(OPEN, LIST, true)).toBeNull();
    const due = OPEN.at + STORM_UPDATE_MS;
    expect(stormDueAt(OPEN, { ...LIST, mark: "2 to 3" }, true)).toBe(due);
    expect(stormDueAt(OPEN, null, true)).toBe(due);
  });

  it("tries again when it is time to, with a key or without", () => {
    const failed = { ...OPEN, retryAt: HOUR + 5 };
    expect([stormDueAt(failed, LIST, true), stormDueAt(failed, null, false)]).toEqual([
      HOUR + 5,
      HOUR + 5,
    ]);
    // Its first try died before it was told how that went.
    expect(stormDueAt({ ...FIRST, tries: 1 }, LIST, true)).toBe(HOUR);
  });

  it("begins the next one only for somebody who was on no ticket", () => {
    expect(stormDueAt(isOver(OPEN, HOUR + 11), LIST, true)).toBeNull();
    expect(stormDueAt(isOver(OPEN, HOUR + 9), LIST, true)).toBe(HOUR + 9 + STORM_SETTLE_MS);
  });
});

describe("a storm", () => {
  it("has a ticket of its own each time", () => {
    const ids = [FIRST, nextStorm("shop", OPEN, HOUR), nextStorm("till", null, HOUR)].map(
      stormTicketId,
    );
    expect(new Set(ids).size).toBe(3);
    expect(stormTicketId(nextStorm("shop", null, HOUR + 1))).toBe(ids[0]);
  });
});

describe("stillOurs", () => {
  const sent = { title: "shop: 2 incidents wait", description: "- one\n- [two](three)" };

  it.each<[string, Parameters<typeof stillOurs>[0], string, boolean]>([
    ["as it was read after our last write", { sent: null, read: TEXT }, "* one", true],
    ["edited since", { sent, read: TEXT }, "* one!", false],
    ["edited in its marks only", { sent: null, read: TEXT }, "- one", false],
    [
      "with the words of a write whose answer was lost",
      { sent, read: TEXT },
      "* one\n* [two](three)\n",
      true,
    ],
    ["with other words than that", { sent, read: null }, "* one\n* two", false],
    ["never written by us", { sent: null, read: null }, "", false],
  ])("knows a description that is %s", (_what, storm, description, expected) => {
    expect(stillOurs(storm, { title: "other", description }, "description")).toBe(expected);
    expect(stillOurs(storm, { title: "other", description }, "title")).toBe(false);
  });
});
