import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/failure/failure.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { decideDelegation, isPlatform } from "../../src/ticket/delegate.ts";
import { overflowGrouping } from "../../src/failure/overflow.ts";
import { failure, incident } from "../support/factories.ts";
import { follower } from "../support/life.ts";

const policy = { hasAgent: true, agentMinCount: 1 };
const platform = failure({ reason: "outcome", outcome: "internalError", platform: true });
const frameless = { ...failure().grouping, frame: null };

function seen(first: readonly Failure[], latest: readonly Failure[] = []): IncidentState {
  return incident({ samples: { first, latest } });
}

describe("decideDelegation", () => {
  it("gives an incident with a frame of the producer's own code to the agent, and says why", () => {
    expect(decideDelegation(incident(), policy)).toEqual({
      delegate: true,
      reasons: ["a frame of the producer's own code is known"],
      isHeldBack: false,
    });
  });

  it.each([
    ["no agent is set", incident(), { ...policy, hasAgent: false }, "LINEAR_AGENT"],
    ["the platform failed", seen([platform]), policy, "the platform failed"],
    ["the platform failed lately", seen([failure()], [platform]), policy, "the platform failed"],
    ["no own frame is known", incident({ grouping: frameless }), policy, "no frame"],
    ["it failed too seldom", incident({ count: 4 }), { ...policy, agentMinCount: 5 }, "(5)"],
  ])("gives it to a person where %s", (_what, state, rules, reason) => {
    const { delegate, reasons } = decideDelegation(state, rules);
    expect(delegate).toBe(false);
    expect(reasons).toEqual([expect.stringContaining(reason)]);
  });

  it("gives it to the agent as soon as it failed often enough", () => {
    const rules = { ...policy, agentMinCount: 5 };
    expect(decideDelegation(incident({ count: 5 }), rules).delegate).toBe(true);
  });

  it("lets a rule give it to a person, or to an agent of its own", () => {
    const person = decideDelegation(incident(), policy, { agent: false });
    expect(person).toMatchObject({ delegate: false, reasons: ["a rule gives it to a person"] });
    const none = { ...policy, hasAgent: false };
    expect(decideDelegation(incident(), none, { agent: "other-agent" }).delegate).toBe(true);
  });

  it("lets no rule give the agent what is not for it", () => {
    const says = { agent: "other-agent" };
    expect(decideDelegation(seen([platform]), policy, says).delegate).toBe(false);
    expect(decideDelegation(incident({ grouping: frameless }), policy, says).delegate).toBe(false);
  });

  it("holds back what reads like instructions, whoever would get it", () => {
    const quarantine = { isQuarantined: true, reasons: ["the message addresses its reader"] };
    const says = { agent: "other-agent" };
    expect(decideDelegation(incident(), policy, says, quarantine)).toEqual({
      delegate: false,
      reasons: ["its text is held back (the message addresses its reader)"],
      isHeldBack: true,
    });
  });

  it("tells the first reasons of what is held back, and how many more there are", () => {
    const reasons = ["a", "b", "c", "d", "e"];
    const quarantine = { isQuarantined: true, reasons };
    expect(decideDelegation(incident(), policy, {}, quarantine).reasons[0]).toBe(
      "its text is held back (a, b, c, 2 more)",
    );
  });

  it("gives nobody but people what is counted together beyond the cap", () => {
    const state = incident({ grouping: overflowGrouping("shop") });
    expect(decideDelegation(state, policy).reasons[0]).toContain("many kinds of failure");
  });

  it("counts what follows it, for AGENT_MIN_COUNT", () => {
    const rules = { ...policy, agentMinCount: 5 };
    const state = incident({ count: 2, followers: [follower({ count: 3 })] });
    expect(decideDelegation(state, rules).delegate).toBe(true);
  });

  it("tells every reason against it and not the first alone", () => {
    const state = { ...seen([platform]), grouping: frameless };
    expect(decideDelegation(state, { hasAgent: false, agentMinCount: 9 }).reasons).toHaveLength(4);
  });
});

describe("isPlatform", () => {
  it.each([
    [false, "no sample", seen([failure()], [failure()])],
    [true, "a first sample", seen([platform])],
    [true, "a later sample", seen([failure()], [failure(), platform])],
  ])("is %s where the platform failed in %s", (expected, _what, state) => {
    expect(isPlatform(state)).toBe(expected);
  });
});
