// A ticket that is kept up to date in place, over the SDK's real HTTP path.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FailureKind } from "../../examples/linear-stand-in/graphql/failures.ts";
import type { Effect } from "../../src/incident/effect.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { REFUSED_SAY_TRIES } from "../../src/limits.ts";
import { AT } from "../support/factories.ts";
import { act, follower, HOUR_MS, kinds, step } from "../support/life.ts";
import { madeOf, noted, onStandIn, opening } from "../support/on-stand-in.ts";
import type { OnStandIn } from "../support/on-stand-in.ts";

let linear: OnStandIn;
beforeAll(async () => {
  linear = await onStandIn(() => AT);
});
afterAll(() => linear.close());

async function opened(): Promise<IncidentState> {
  const state = linear.wanted();
  return linear.done(state, opening(state));
}

function show(state: IncidentState, over = {}): Promise<IncidentState> {
  return linear.done(state, { kind: "showTicket", ticketId: madeOf(state).id }, over);
}

function requests(): number {
  return linear.standIn.requests().length;
}

describe("a ticket that is shown anew", () => {
  it("costs nothing but its link while nothing has changed", async () => {
    const state = await opened();
    const before = requests();
    expect(await show(state)).toEqual(state);
    expect(requests() - before).toBe(1);
  });

  it("says the new count in its description and on its link, and nothing piles up", async () => {
    const grown = { ...(await opened()), count: 100 };
    const shown = await show(await show(grown));
    const held = linear.held(shown);
    expect(held.description).toMatch(/^failures +100\b/m);
    expect(held.attachments).toMatchObject([{ subtitle: "100 failures" }]);
    expect(held.comments).toEqual([]);
  });

  it("is written again and again, although Linear gives the Markdown back changed", async () => {
    let state = await opened();
    for (const count of [10, 100, 1_000]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as it grows
      state = await show({ ...state, count });
      expect(linear.held(state).description).toMatch(new RegExp(`^failures +${count}\\b`, "m"));
    }
  });

  it("keeps what people wrote, word for word, and says it in one comment in its place", async () => {
    const state = await opened();
    const theirs = "I am on it.\n\n* it is the card provider";
    linear.standIn.edit(madeOf(state).identifier, { description: theirs, title: "Cards" });
    const shown = await show({ ...state, count: 10 });
    const again = await show({ ...shown, count: 100 });
    const held = linear.held(again);
    expect(held).toMatchObject({ description: theirs, title: "Cards" });
    expect(held.comments).toHaveLength(1);
    expect(held.comments[0]?.body).toContain("The description was edited");
    expect(held.comments[0]?.body).toMatch(/^failures +100\b/m);
  });

  it("goes without that comment where Linear refuses it again and again", async () => {
    const state = await opened();
    linear.standIn.edit(madeOf(state).identifier, { description: "I am on it." });
    linear.standIn.fail({ kind: "invalid-input", operation: "createComment", times: 2 });
    const grown = { ...state, count: 10 };
    const effect = { kind: "showTicket", ticketId: madeOf(state).id } as const;
    expect(await linear.perform(grown, effect)).toMatchObject({ kind: "failed" });
    const last = await linear.perform(grown, effect, {}, REFUSED_SAY_TRIES);
    expect(last).toMatchObject({ kind: "done", event: { kind: "ticketWorded" } });
    expect(linear.held(state)).toMatchObject({ description: "I am on it.", comments: [] });
  });

  it("knows its own words again after one answer was lost and one try failed", async () => {
    const state = await opened();
    const failing = async (from: IncidentState, kind: FailureKind): Promise<IncidentState> => {
      linear.standIn.fail({ kind, operation: "issueUpdate" });
      await expect(show(from)).rejects.toThrow("Linear");
      return noted.get(from.fingerprint) as IncidentState;
    };
    const lost = await failing({ ...state, count: 10 }, "lost-answer");
    const unsent = await failing({ ...lost, count: 100 }, "internal");
    const shown = await show({ ...unsent, count: 1_000 });
    expect(linear.held(shown).description).toMatch(/^failures +1000\b/m);
    expect(linear.held(shown).comments).toEqual([]);
  });

  it("takes another priority from the rules, unless people set one", async () => {
    const rule = { RULES: [{ match: { producer: "*" }, priority: 1 }] };
    const state = await opened();
    const urgent = await show({ ...state, count: 10 }, rule);
    expect(linear.held(urgent).priority).toBe(1);
    linear.standIn.edit(madeOf(state).identifier, { priority: 4 });
    const later = await show({ ...urgent, count: 100 });
    expect(linear.held(later).priority).toBe(4);
  });

  it("knows its own words again after an answer was lost in the middle of writing", async () => {
    const state = await opened();
    linear.standIn.fail({ kind: "lost-answer", operation: "issueUpdate" });
    await expect(show({ ...state, count: 10 })).rejects.toThrow("did not answer");
    const after = noted.get(state.fingerprint) as IncidentState;
    const shown = await show({ ...after, count: 100 });
    expect(linear.held(shown).description).toMatch(/^failures +100\b/m);
    expect(linear.held(shown).comments).toEqual([]);
  });

  it("knows its own words again where the opening's answer was lost", async () => {
    const state = linear.wanted();
    linear.standIn.fail({ kind: "lost-answer", operation: "issueCreate" });
    await expect(linear.done(state, opening(state))).rejects.toThrow("did not answer");
    const after = noted.get(state.fingerprint) as IncidentState;
    const found = await linear.done({ ...after, count: 10 }, opening(after));
    const shown = await show({ ...found, count: 100 });
    expect(linear.held(shown).description).toMatch(/^failures +100\b/m);
    expect(linear.held(shown).comments).toEqual([]);
  });

  it("leaves a closed one as it is, but for its links", async () => {
    const state = await opened();
    linear.standIn.edit(madeOf(state).identifier, { state: "Done" });
    const shown = await show({ ...state, count: 10 });
    expect(linear.held(shown).description).toMatch(/^failures +1\b/m);
    expect(linear.held(shown).attachments).toMatchObject([{ subtitle: "10 failures" }]);
  });

  it("is shown how it is once it is open again, though its links were there before", async () => {
    const resolved = act(await opened(), { kind: "resolve" }, AT + 1).state;
    linear.standIn.edit(madeOf(resolved).identifier, { state: "Done" });
    const reopened = act({ ...resolved, count: 10 }, { kind: "reopen" }, AT + HOUR_MS);
    const state = await show(reopened.state);
    expect(linear.held(state).description).toMatch(/^failures +1\b/m);
    const change = reopened.effects.find(({ kind }) => kind === "changeTicket") as Effect;
    const outcome = await linear.perform(state, change);
    if (outcome.kind === "failed" || outcome.event === null) throw new Error("not opened again");
    const open = step(state, outcome.event);
    expect(kinds(open)[0]).toBe("showTicket");
    expect(linear.held(await show(open.state)).description).toMatch(/^failures +10\b/m);
  });

  it("shows followers as links of their own, each with the episode", async () => {
    const other = follower({ count: 3 });
    const state = { ...(await opened()), followers: [other] };
    await show(state);
    const { attachments } = linear.held(state);
    expect(attachments.map(({ metadata }) => metadata)).toEqual([
      { outerloopEpisode: 1 },
      { outerloopEpisode: 1 },
    ]);
  });
});
