// The effects on a ticket, against one that keeps what was done to it.
import { describe, expect, it } from "vitest";
import type { TicketChange } from "../../src/incident/effect.ts";
import type { Outcome } from "../../src/incident/outbox.ts";
import type { TicketReading } from "../../src/incident/ticket.ts";
import { UnknownInLinear } from "../../src/ticket/linear-lookup.ts";
import { openTicket, withdrawTicket } from "../../src/ticket/perform-open.ts";
import { changeTicket, readTicket } from "../../src/ticket/perform-ticket.ts";
import type { TicketDeps } from "../../src/ticket/perform-ticket.ts";
import { AT, incident, ticketFacts } from "../support/factories.ts";
import {
  ID,
  UUID_V4,
  TARGET,
  WISHED_AT,
  OPEN,
  changeTo,
  REOPENED,
  RESOLVED,
  IGNORED,
  MERGED,
  closed,
  GONE,
  refusal,
  world,
} from "../support/held-ticket.ts";

describe("openTicket", () => {
  it("makes one ticket, however often it is tried", async () => {
    const { deps, calls } = world(null);
    const first = await openTicket(ID, WISHED_AT, incident(), deps);
    const { event } = first as { event: object };
    expect(await openTicket(ID, WISHED_AT, incident(), deps)).toEqual({
      kind: "done",
      event: { ...event, words: null },
    });
    expect(calls).toEqual([`find ${ID}`, `create ${ID}`, `find ${ID}`]);
  });
});

describe("withdrawTicket", () => {
  it("tells of a ticket that was made meanwhile, as it stands, and leaves it alone", async () => {
    const { deps, calls } = world(OPEN);
    expect(await withdrawTicket(ID, WISHED_AT, deps)).toEqual({
      kind: "done",
      event: {
        kind: "ticketOpened",
        at: AT,
        id: ID,
        reading: OPEN,
        facts: ticketFacts(),
        words: null,
        adopted: null,
        wantedAt: WISHED_AT,
      },
    });
    expect(calls).toEqual([`find ${ID}`]);
  });

  it("tells that none was made, and makes none", async () => {
    const { deps, calls } = world(null);
    expect(await withdrawTicket(ID, WISHED_AT, deps)).toEqual({
      kind: "done",
      event: { kind: "ticketAbsent", at: AT, id: ID },
    });
    expect(calls).toEqual([`find ${ID}`]);
  });
});

describe("readTicket", () => {
  it.each<[string, TicketReading | null, TicketReading]>([
    ["that it is open", OPEN, OPEN],
    ["that it is completed", closed("completed", AT - 5), closed("completed", AT - 5)],
    ["that it is canceled", closed("canceled", AT - 5), closed("canceled", AT - 5)],
  ])("tells the incident %s", async (_what, stands, reading) => {
    expect(await readTicket(ID, incident(), world(stands).deps)).toEqual({
      kind: "done",
      event: { kind: "ticketRead", at: AT, id: ID, reading, facts: ticketFacts() },
    });
  });

  it("tells the incident of one that is gone", async () => {
    expect(await readTicket(ID, incident(), world(null).deps)).toEqual(GONE);
  });

  it("is of the time before Linear was asked: what is hinted at since may not be in it", async () => {
    const { deps } = world(OPEN);
    let clock = AT;
    const slow = {
      ...deps.linear,
      find: async (id: string) => {
        clock += 20_000;
        return deps.linear.find(id);
      },
    };
    const outcome = await readTicket(ID, incident(), { ...deps, linear: slow, now: () => clock });
    expect(outcome).toMatchObject({ event: { kind: "ticketRead", at: AT } });
  });
});

describe("changeTicket", () => {
  const CHANGED: Outcome = {
    kind: "done",
    event: { kind: "ticketChanged", at: AT, id: ID, nth: 1 },
  };
  const CASES: readonly (readonly [string, TicketChange, TicketReading, RegExp])[] = [
    ["a new version", REOPENED, closed("completed", WISHED_AT - 1), /^Opened again: a version/],
    ["a person's resolving", RESOLVED, OPEN, /^The incident was resolved in outerloop/],
    ["a person's resolving", RESOLVED, closed("canceled", WISHED_AT - 1), /^The incident was res/],
    ["a person's ignoring", IGNORED, OPEN, /^The incident is ignored in outerloop/],
    ["a merge", MERGED, OPEN, /^The incident was merged into another/],
  ];

  it.each(CASES)("moves it for %s, says why, and tells that", async (_w, change, stands, note) => {
    const { deps, calls, said, reading } = world(stands);
    expect(await changeTicket(changeTo(change), incident(), deps)).toEqual(CHANGED);
    expect(calls).toEqual([`find ${ID}`, `move ${ID} ${change.to}`, `say ${ID}`]);
    expect(reading()?.state).toBe(change.to);
    expect([...said]).toEqual([
      [expect.stringMatching(UUID_V4), expect.stringMatching(note)] as [string, string],
    ]);
  });

  it.each(CASES)(
    "at a second try for %s moves nothing and says nothing new",
    async (_w, change) => {
      const { deps, calls, said } = world(change.to === "open" ? closed("completed", 1) : OPEN);
      await changeTicket(changeTo(change), incident(), deps);
      const afterFirst = [...said];
      // It has failed on in between: the first word stands all the same.
      const second = await changeTicket(changeTo(change), incident({ count: 50 }), deps);
      expect(second).toEqual(CHANGED);
      expect(calls.slice(3)).toEqual([`find ${ID}`, `say ${ID}`]);
      expect([...said]).toEqual(afterFirst);
    },
  );

  it("at a second try says what a first try, which died after moving it, did not", async () => {
    const { deps, calls, said } = world(closed("completed", AT));
    expect(await changeTicket(changeTo(RESOLVED), incident(), deps)).toEqual(CHANGED);
    expect(calls).toEqual([`find ${ID}`, `say ${ID}`]);
    expect(said.size).toBe(1);
  });

  it("says nothing of a move that failed", async () => {
    const { deps, said } = world(OPEN);
    const move = (): Promise<never> => Promise.reject(new Error("no"));
    const failing = { ...deps, linear: { ...deps.linear, move } };
    await expect(changeTicket(changeTo(RESOLVED), incident(), failing)).rejects.toThrow("no");
    expect(said.size).toBe(0);
  });

  it("has a word of its own for each change, on each ticket", async () => {
    const { deps, said } = world(OPEN);
    for (const over of [{ nth: 1 }, { nth: 2 }, { ticketId: "another", nth: 2 }]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await changeTicket(changeTo(RESOLVED, over), incident(), deps);
    }
    expect(said.size).toBe(3);
  });

  it.each<[string, TicketChange, TicketReading]>([
    ["completed what is to be opened", REOPENED, closed("completed", WISHED_AT + 1)],
    ["canceled what is to be opened", REOPENED, closed("canceled", WISHED_AT + 1)],
    ["canceled what is to be completed", RESOLVED, closed("canceled", WISHED_AT + 1)],
    ["completed what is to be canceled", IGNORED, closed("completed", WISHED_AT + 1)],
  ])("leaves it be where somebody later %s", async (_what, change, stands) => {
    const { deps, calls, reading } = world(stands);
    expect(await changeTicket(changeTo(change), incident(), deps)).toEqual(CHANGED);
    expect(calls).not.toContain(`move ${ID} ${change.to}`);
    expect(reading()).toEqual(stands);
  });

  it.each<[string, TicketChange, TicketReading]>([
    ["completed before", REOPENED, closed("completed", WISHED_AT)],
    ["canceled before", REOPENED, closed("canceled", WISHED_AT)],
    ["canceled before", RESOLVED, closed("canceled", WISHED_AT)],
    ["completed before", IGNORED, closed("completed", WISHED_AT)],
  ])("moves what was %s it was wished", async (_what, change, stands) => {
    const { deps, reading } = world(stands);
    await changeTicket(changeTo(change), incident(), deps);
    expect(reading()?.state).toBe(change.to);
  });

  it.each([REOPENED, RESOLVED, IGNORED])("tells the incident where it is gone", async (change) => {
    const { deps, calls } = world(null);
    expect(await changeTicket(changeTo(change), incident(), deps)).toEqual(GONE);
    expect(calls).toEqual([`find ${ID}`]);
  });

  it("is done where the ticket is moved and only the note is refused for good", async () => {
    const { deps } = world(OPEN);
    const say = (code: string) => () => Promise.reject(refusal(code));
    const refused = { ...deps, linear: { ...deps.linear, say: say("FORBIDDEN") } };
    expect(await changeTicket(changeTo(RESOLVED), incident(), refused)).toEqual(CHANGED);
    const limited = { ...deps, linear: { ...deps.linear, say: say("RATELIMITED") } };
    await expect(changeTicket(changeTo(RESOLVED), incident(), limited)).rejects.toThrow("no");
  });

  it("has another note for the same change in another life of the ticket", async () => {
    const { deps, said } = world(OPEN);
    await changeTicket(changeTo(RESOLVED), incident(), deps);
    await changeTicket(changeTo(RESOLVED, { at: WISHED_AT + 1 }), incident(), deps);
    expect(said.size).toBe(2);
  });

  it("names the incident that this one was merged into, by its address if it has one", async () => {
    const told = async (publicUrl: string | null): Promise<string> => {
      const { deps, said } = world(OPEN, publicUrl);
      await changeTicket(changeTo(MERGED), incident(), deps);
      return [...said.values()].join("\n");
    };
    expect(await told("https://o.example")).toContain(`\`https://o.example/incidents/${TARGET}\``);
    expect(await told(null)).toContain(`\`${TARGET}\``);
  });
});

describe("changeTicket, in a hurry", () => {
  it("does not take what we wished before, and was done late, for somebody's word", async () => {
    const { deps, calls } = world(closed("completed", AT));
    await changeTicket(changeTo(REOPENED, { instead: "completed" }), incident(), deps);
    expect(calls).toContain(`move ${ID} open`);
  });

  it("says nothing where somebody had a later word", async () => {
    const { deps, said } = world(closed("completed", AT));
    await changeTicket(changeTo(REOPENED), incident(), deps);
    expect([...said]).toEqual([]);
  });
});

describe("a key that lost its team", () => {
  it.each([
    ["withdrawTicket", (deps: TicketDeps) => withdrawTicket(ID, WISHED_AT, deps)],
    ["readTicket", (deps: TicketDeps) => readTicket(ID, incident(), deps)],
    ["changeTicket", (deps: TicketDeps) => changeTicket(changeTo(RESOLVED), incident(), deps)],
  ])("is not taken by %s for a ticket that is gone", async (_what, perform) => {
    const { deps } = world(null, null, true);
    await expect(perform(deps)).rejects.toThrow(UnknownInLinear);
  });
});
