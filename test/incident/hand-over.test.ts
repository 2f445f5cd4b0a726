// A ticket that changes hands, and one that is waited for.
import { describe, expect, it } from "vitest";
import { delegated, moved } from "../../src/incident/agent-work.ts";
import { isHeir } from "../../src/incident/hand-over.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import type { LivingStep } from "../../src/incident/step.ts";
import type { MadeTicket } from "../../src/incident/ticket.ts";
import { claimOf } from "../../src/incident/ticket-key.ts";
import { nextWakeAt } from "../../src/incident/wake.ts";
import { AT, madeTicket } from "../support/factories.ts";
import {
  act,
  begin,
  follower,
  following,
  granted,
  HOUR_MS,
  idOf,
  kinds,
  OPENED_AT,
  POLICY,
  read,
  record,
  settled,
  step,
  ticketed,
  wake,
} from "../support/life.ts";

const OWNER = `v1-${"a".repeat(32)}`;

const NOW = AT + HOUR_MS;

function followed(state: IncidentState, over: Parameters<typeof follower>[0] = {}, at = NOW) {
  return step(state, { kind: "followed", at, follower: follower(over) });
}

function inherits(state: IncidentState, ticket: MadeTicket): LivingStep {
  return step(state, {
    kind: "inherited",
    at: NOW,
    from: OWNER,
    ticketKey: state.family,
    episode: 1,
    ticket,
    followers: [],
  });
}

describe("a ticket that changes hands", () => {
  const owner = followed(ticketed()).state;
  const heirFingerprint = follower().fingerprint;

  it("is read as nobody's word while it does: it is open until somebody has it", () => {
    const { state } = act(owner, { kind: "ignore", until: { kind: "good" } }, NOW);
    const during = read(state, NOW + 1, { state: "open" });
    expect(during.state.phase.name).toBe("ignored");
    const kept = step(during.state, { kind: "handedOver", at: NOW + 2, heir: null });
    const closed = step(kept.state, {
      kind: "ticketChanged",
      at: NOW + 3,
      id: idOf(state),
      nth: 1,
    });
    // From then on, whoever opens it again means it.
    expect(read(closed.state, NOW + 4, { state: "open" }).state.phase.name).toBe("ticketed");
  });

  it.each([
    ["ignored", { kind: "ignore", until: { kind: "good" } }],
    ["merged away", { kind: "merge", into: OWNER }],
  ] as const)("is given to a follower when the owner is %s, and not canceled", (_what, action) => {
    const next = act(owner, action, NOW);
    expect(kinds(next)).toEqual(["handOver", "updateIndex"]);
    const given = step(next.state, { kind: "handedOver", at: NOW, heir: heirFingerprint });
    expect(given.state).toMatchObject({
      ownedKey: null,
      followers: [],
      phase: { name: "ignored", ticket: null },
    });
  });

  it("is canceled where nobody takes it", () => {
    const ignored = act(owner, { kind: "ignore", until: { kind: "good" } }, NOW).state;
    const next = step(ignored, { kind: "handedOver", at: NOW, heir: null });
    expect(next.effects[0]).toMatchObject({ kind: "changeTicket", change: { to: "canceled" } });
    expect(next.state.ownedKey).not.toBeNull();
    const merged = act(owner, { kind: "merge", into: OWNER }, NOW).state;
    const left = step(merged, { kind: "handedOver", at: NOW, heir: null });
    expect(kinds(left)).toEqual(["changeTicket", "leaveDesk"]);
    expect(left.state.ownedKey).toBeNull();
  });

  it("is handed over before it is made, too: the heir opens it, or it is withdrawn", () => {
    const opening = followed(granted(settled()).state).state;
    const ignored = act(opening, { kind: "ignore", until: { kind: "good" } }, NOW);
    expect(kinds(ignored)).toEqual(["handOver", "updateIndex"]);
    const left = step(ignored.state, { kind: "handedOver", at: NOW, heir: null });
    expect(left.effects).toEqual([{ kind: "withdrawTicket", ticketId: idOf(opening) }]);
  });

  it("is not for echoes: those have a ticket key of their own", () => {
    const { state } = followed(ticketed(), { why: "echo" });
    const ignored = act(state, { kind: "ignore", until: { kind: "good" } }, NOW);
    expect(kinds(ignored)).toEqual(["changeTicket", "updateIndex"]);
  });

  it("is wanted anew by the heir where a change of it was not confirmed", () => {
    const state = following(OWNER);
    const next = step(state, {
      kind: "inherited",
      at: NOW,
      from: OWNER,
      ticketKey: state.family,
      episode: 1,
      ticket: madeTicket({ wanted: "completed", changes: 2 }),
      followers: [],
    });
    expect(next.effects[0]).toMatchObject({ kind: "changeTicket", nth: 3, change: { to: "open" } });
  });

  it.each(["clearing", "setting"] as const)(
    "is delegated again by the heir where the other had come to %s: its wish is gone with it",
    (stage) => {
      const state = following(OWNER);
      const agent = moved({ ...delegated(AT, null), nth: 2 }, stage, AT);
      const next = inherits(state, madeTicket({ agent }));
      expect(next.effects).toContainEqual({
        kind: "delegateTicket",
        ticketId: madeTicket().id,
        nth: 3,
        to: "nobody",
      });
      expect(next.state.phase).toMatchObject({ ticket: { agent: { stage: "clearing", nth: 3 } } });
    },
  );

  it("has its agent looked at by the heir where the other was about to give it to people", () => {
    const state = following(OWNER);
    const agent = moved(delegated(AT, null), "returning", AT);
    const next = inherits(state, madeTicket({ agent }));
    expect(nextWakeAt(next.state, [], POLICY)).toBe(NOW);
    const woken = wake(next.state, NOW);
    expect(kinds(woken)).toEqual(["readTicket"]);
    const seen = read(woken.state, NOW + 1, { state: "open" }, { delegateId: "agent" });
    expect(seen.effects).toContainEqual(
      expect.objectContaining({ kind: "returnTicket", nth: agent.nth, why: "asleep" }),
    );
  });

  it("is given up with a merge: whoever comes next has one of the next episode", () => {
    const merged = act(ticketed(), { kind: "merge", into: OWNER }, NOW);
    expect(merged.effects).toContainEqual({ kind: "leaveDesk", nextEpisode: 2 });
  });

  it("is asked for anew by one that the desk does not know as its owner", () => {
    const state = ticketed();
    const key = state.family;
    const next = step(state, { kind: "disowned", at: NOW, ticketKey: key });
    expect(next.state.ownedKey).toBeNull();
    expect(kinds(next)).toEqual(["claimTicket", "updateIndex"]);
    const other = step(state, { kind: "disowned", at: NOW, ticketKey: "v1-other" });
    expect(other).toEqual({ state, effects: [] });
  });

  it("is the heir's with all who follow it, and the desk hears of it", () => {
    const state = following(OWNER);
    const inheritance = {
      kind: "inherited",
      at: NOW,
      from: OWNER,
      ticketKey: state.family,
      episode: 3,
      ticket: madeTicket(),
      followers: [follower({ fingerprint: state.fingerprint }), follower()],
    } as const;
    const next = step(state, inheritance);
    expect(kinds(next)).toEqual(["showTicket", "tellDesk", "updateIndex"]);
    expect(next.state).toMatchObject({ ownedKey: state.family, episode: 3 });
    expect(next.state.followers).toEqual([follower()]);
    expect(next.state.phase).toMatchObject({ ticket: { status: "made", id: madeTicket().id } });
    expect(step(next.state, inheritance)).toEqual({ state: next.state, effects: [] });
  });

  it("is taken by those only who take part in it", () => {
    const key = following(OWNER).family;
    expect(isHeir(following(OWNER), key, OWNER)).toBe(true);
    expect(isHeir(following(OWNER), key, "v1-another")).toBe(false);
    expect(isHeir(following(OWNER, "echo"), key, OWNER)).toBe(false);
    expect(isHeir(begin().state, key, OWNER)).toBe(false);
    expect(isHeir(ticketed(), key, OWNER)).toBe(true);
    expect(isHeir(ticketed(), "v1-other", OWNER)).toBe(false);
  });
});

describe("an incident that waits for its producer's budget", () => {
  const until = AT + HOUR_MS;
  const grant = { kind: "wait", until } as const;
  const asking = settled();
  const waiting = step(asking, {
    kind: "claimed",
    at: OPENED_AT,
    ticketKey: asking.family,
    grant,
  }).state;

  it("asks again when the time has come, if it failed meanwhile", () => {
    const failing = record(waiting, OPENED_AT + 1_000).state;
    expect(kinds(wake(failing, until - 1))).not.toContain("claimTicket");
    expect(kinds(wake(failing, until))).toContain("claimTicket");
  });

  it("waits for its next failure if it did not, and does not wake for nothing", () => {
    const quiet = wake(waiting, until).state;
    expect(quiet.phase).toMatchObject({ ticket: { status: "waiting", until: null } });
    expect(nextWakeAt(quiet, [], POLICY)).toBeGreaterThan(until);
    expect(kinds(record(quiet, until + HOUR_MS))).toEqual(["claimTicket", "updateIndex"]);
  });

  it("does not wait after a person has asked for its ticket", () => {
    const urgent = act(waiting, { kind: "ticket" }, OPENED_AT + 1).state;
    const late = step(urgent, { kind: "claimed", at: NOW, ticketKey: urgent.family, grant });
    expect(late).toEqual({ state: urgent, effects: [] });
  });

  it("is asked for at once when a person wants its ticket", () => {
    const next = act(waiting, { kind: "ticket" }, OPENED_AT + 1);
    expect(claimOf(next.state, "family").isUrgent).toBe(true);
  });
});

describe("a grant that comes too late", () => {
  it("is given back", () => {
    const asking = settled();
    const ignored = act(asking, { kind: "ignore", until: { kind: "good" } }, NOW).state;
    const next = granted(ignored, NOW);
    expect(next.state.ownedKey).toBeNull();
    expect(kinds(next)).toEqual(["leaveDesk"]);
  });
});
