// Word of Linear's that something happened to a ticket.
import { describe, expect, it } from "vitest";
import type { IncidentState, Phase } from "../../src/incident/state.ts";
import type { LivingStep } from "../../src/incident/step.ts";
import { HINT_SKEW_MS } from "../../src/limits.ts";
import { AT, incident, madeTicket } from "../support/factories.ts";
import {
  act,
  begin,
  COMPLETED_AT,
  follower,
  following,
  granted,
  HOUR_MS,
  idOf,
  OPENED_AT,
  read,
  settled,
  step,
  ticketed,
} from "../support/life.ts";

const OTHER_ID = "0c7c5c3e-3a5e-4b0e-9d6f-000000000001";
const INTO = `v1-${"e".repeat(32)}`;
const FIX = { completedAt: AT, knownBad: [], stragglers: { count: 0, lastAt: null } };
const SIGHTED = { sighted: [], sightedAt: null };
const MADE = { since: AT, ticket: madeTicket() };

function hint(state: IncidentState, sentAt: number, ticketId = idOf(state)): LivingStep {
  return step(state, { kind: "hinted", at: sentAt + 300, ticketId, sentAt });
}

/** An incident in that phase, with a ticket that was read at AT. */
function inPhase(phase: Phase): IncidentState {
  return incident({ phase, ownedKey: incident().family });
}

describe("a hint of Linear's", () => {
  it.each<Phase>([
    { name: "ticketed", ...MADE },
    {
      name: "verifying",
      ...MADE,
      fix: { ...FIX, ...SIGHTED },
      endsAt: AT + HOUR_MS,
      isEnding: false,
    },
    { name: "resolved", ...MADE, fix: { ...FIX, ...SIGHTED } },
    { name: "ignored", ...MADE, until: { kind: "good" } },
  ])("has the ticket read of an incident that is $name, and changes nothing", (phase) => {
    const state = inPhase(phase);
    const hinted = hint(state, AT + HOUR_MS);
    expect(hinted.effects).toEqual([{ kind: "readTicket", ticketId: idOf(state) }]);
    expect(hinted.state).toBe(state);
  });

  it("says nothing new once the ticket was read later than it was sent", () => {
    const sentAt = COMPLETED_AT;
    const reread = read(ticketed(), sentAt + HINT_SKEW_MS + 1, { state: "open" }).state;
    const replayed = hint(reread, sentAt);
    expect(replayed.effects).toEqual([]);
    expect(replayed.state).toBe(reread);
  });

  it("has a ticket read once more that was read while it was on its way: clocks differ", () => {
    const sentAt = COMPLETED_AT;
    const reread = read(ticketed(), sentAt + HINT_SKEW_MS, { state: "open" }).state;
    expect(hint(reread, sentAt).effects).toHaveLength(1);
  });

  it("on our own writes costs one reading: the second of them finds it read", () => {
    const sentAt = OPENED_AT + 1_000;
    const state = ticketed();
    expect(hint(state, sentAt).effects).toHaveLength(1);
    const reread = read(state, sentAt + HINT_SKEW_MS + 1_000, { state: "open" }).state;
    expect(hint(reread, sentAt + 500).effects).toEqual([]);
  });

  it("on another ticket is for somebody else", () => {
    const state = ticketed();
    expect(hint(state, COMPLETED_AT, OTHER_ID)).toEqual({ state, effects: [] });
  });

  it.each([
    ["collects", begin().state],
    ["asks the desk", settled()],
    ["has its ticket opened", granted(settled()).state],
    ["follows another", following(INTO)],
  ])("means nothing to an incident that %s", (_what, state) => {
    expect(hint(state, COMPLETED_AT)).toEqual({ state, effects: [] });
  });

  it("means nothing where a ticket was drafted", () => {
    const { id } = madeTicket();
    const draft = { title: "", description: "", priority: 2, labels: [] } as const;
    const whom = { team: null, agent: null, delegate: false, isHeldBack: false, reasons: [] };
    const ticket = { status: "draft", id, draft: { ...draft, ...whom }, draftedAt: AT } as const;
    const state = inPhase({ name: "ticketed", since: AT, ticket });
    expect(hint(state, COMPLETED_AT, id)).toEqual({ state, effects: [] });
  });
});

describe("a hint on a ticket that was given away", () => {
  it("does not undo a merge, whoever opens that ticket again", () => {
    const state = inPhase({ name: "ignored", ...MADE, until: { kind: "merged", into: INTO } });
    expect(hint(state, COMPLETED_AT)).toEqual({ state, effects: [] });
  });

  it("waits for the heirs: until they have it, it is open as it was", () => {
    const owner = { ...ticketed(), followers: [follower()] };
    const handing = act(owner, { kind: "ignore", until: { kind: "good" } }, COMPLETED_AT).state;
    expect(handing.phase).toMatchObject({ name: "ignored", ticket: { status: "made" } });
    expect(hint(handing, COMPLETED_AT + 1_000)).toEqual({ state: handing, effects: [] });
  });

  it("does not wait for an echo, which is no heir", () => {
    const until = { kind: "good" } as const;
    const state = inPhase({ name: "ignored", ...MADE, until });
    const echoed = { ...state, followers: [follower({ why: "echo" })] };
    expect(hint(echoed, COMPLETED_AT).effects).toHaveLength(1);
  });
});

it("a hint where no incident is begins none", () => {
  const event = { kind: "hinted", at: AT, ticketId: OTHER_ID, sentAt: AT } as const;
  expect(() => step(null, event)).toThrow("there is no incident");
});
