// What is said when the failure stopped.
import { describe, expect, it } from "vitest";
import type { IncidentState, Phase } from "../../src/incident/state.ts";
import { changeTicket, tellQuiet } from "../../src/ticket/perform-ticket.ts";
import { AT, incident, madeTicket } from "../support/factories.ts";
import { ID, UUID_V4, OPEN, changeTo, RESOLVED, closed, world } from "../support/held-ticket.ts";

describe("tellQuiet", () => {
  const COMPLETED_AT = AT - 86_400_000;
  const fix = {
    completedAt: COMPLETED_AT,
    knownBad: [],
    stragglers: { count: 0, lastAt: null },
    sighted: [],
    sightedAt: AT,
  };
  const told = { since: AT, ticket: madeTicket({ id: ID }) };
  const quiet = { kind: "tellQuiet", ticketId: ID, completedAt: COMPLETED_AT } as const;

  function resolvedAt(completedAt: number): IncidentState {
    return incident({ phase: { ...told, name: "resolved", fix: { ...fix, completedAt } } });
  }

  it("says it once, however often it is tried", async () => {
    const { deps, calls, said } = world(closed("completed", COMPLETED_AT));
    const state = resolvedAt(COMPLETED_AT);
    expect(await tellQuiet(quiet, state, deps)).toEqual({ kind: "done", event: null });
    expect(await tellQuiet(quiet, state, deps)).toEqual({ kind: "done", event: null });
    expect(calls).toEqual([`say ${ID}`, `say ${ID}`]);
    expect([...said]).toEqual([
      [expect.stringMatching(UUID_V4), expect.stringMatching(/^The failure stopped: /)] as [
        string,
        string,
      ],
    ]);
  });

  it("says it anew for each time that the ticket was completed", async () => {
    const { deps, said } = world(OPEN);
    await tellQuiet(quiet, resolvedAt(COMPLETED_AT), deps);
    await tellQuiet({ ...quiet, completedAt: AT }, resolvedAt(AT), deps);
    // Nor is it taken for what was said of a change with that number.
    await changeTicket(changeTo(RESOLVED, { nth: AT }), incident(), deps);
    expect(said.size).toBe(3);
  });

  it.each<[string, Phase]>([
    ["is open again", { ...told, name: "ticketed" }],
    ["is watched anew", { ...told, name: "verifying", fix, endsAt: AT + 1, isEnding: false }],
    ["is ignored", { ...told, name: "ignored", until: { kind: "good" } }],
    [
      "was resolved by a later fix",
      { ...told, name: "resolved", fix: { ...fix, completedAt: COMPLETED_AT + 1 } },
    ],
  ])("says nothing where the incident %s meanwhile", async (_what, phase) => {
    const { deps, calls } = world(OPEN);
    const outcome = await tellQuiet(quiet, incident({ phase }), deps);
    expect(outcome).toEqual({ kind: "done", event: null });
    expect(calls).toEqual([]);
  });
});
