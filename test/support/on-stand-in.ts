// The effects on tickets over the SDK's real HTTP path, against a stand-in for Linear, for an
// incident that takes what they answer.
import { startLinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { IssueSnapshot } from "../../examples/linear-stand-in/store/snapshot.ts";
import type { Effect } from "../../src/incident/effect.ts";
import { effectKey } from "../../src/incident/effect.ts";
import type { Outcome } from "../../src/incident/outbox.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { ticketOf } from "../../src/incident/phase.ts";
import type { MadeTicket } from "../../src/incident/ticket.ts";
import { readSettings } from "../../src/settings.ts";
import type { Settings, SettingsEnv } from "../../src/settings.ts";
import { connectLinear } from "../../src/ticket/linear.ts";
import { performEffect } from "../../src/ticket/perform.ts";
import { granted, settled, step } from "./life.ts";

export interface OnStandIn {
  readonly standIn: LinearStandIn;
  /** An incident of its own, whose ticket is wanted. */
  wanted(): IncidentState;
  /** Performs an effect, and gives the incident after it. Fails where the effect did. */
  done(state: IncidentState, effect: Effect, over?: SettingsEnv): Promise<IncidentState>;
  /** Performs an effect, and gives what came of it; what it notes is noted in `noted`. */
  perform(
    state: IncidentState,
    effect: Effect,
    over?: SettingsEnv,
    tries?: number,
  ): Promise<Outcome>;
  /** The issue that is the incident's ticket. */
  held(state: IncidentState): IssueSnapshot;
  close(): Promise<void>;
}

/** The state after the last note, of a try whose answer never came. */
export const noted = new Map<string, IncidentState>();

/** Starts it all; `at` is the time of what is done. */
export async function onStandIn(now: () => number): Promise<OnStandIn> {
  const standIn = await startLinearStandIn({ apiKey: "lin_api_test", now });
  let nth = 0;
  const settingsOf = (over: SettingsEnv): Settings =>
    readSettings({
      LINEAR_API_KEY: standIn.apiKey,
      LINEAR_API_URL: standIn.graphqlUrl,
      LINEAR_TEAM: "ENG",
      LINEAR_AGENT: "coding-agent",
      PUBLIC_URL: "https://outerloop.example",
      ...over,
    });
  async function run(
    state: IncidentState,
    effect: Effect,
    over: SettingsEnv,
    tries = 1,
  ): Promise<{ outcome: Outcome; state: IncidentState }> {
    const settings = settingsOf(over);
    const { linear } = settings;
    if (linear === null) throw new Error("there is no key");
    let current = state;
    const row = {
      seq: 1,
      effect,
      tries,
      dueAt: now(),
      since: now(),
      problem: null,
      detail: null,
    };
    const outcome = await performEffect({ ...row, key: effectKey(effect) }, state, {
      settings,
      linear: () => connectLinear(linear),
      note: (event) => {
        current = step(current, event).state;
        noted.set(state.fingerprint, current);
      },
      outbox: () => [],
      desk: NOBODY,
      incident: () => NOBODY,
      putSummary: NOBODY.nothing,
      dropSummary: NOBODY.nothing,
      versionsOf: async () => [],
      now,
    });
    return { outcome, state: current };
  }
  return {
    standIn,
    wanted() {
      nth += 1;
      const mark = nth.toString(16).padStart(32, "0");
      const state = settled();
      const own = { ...state, fingerprint: `v1-${mark}`, family: `v1-fa${mark.slice(2)}` };
      return granted(own).state;
    },
    perform: async (state, effect, over = {}, tries = 1) =>
      (await run(state, effect, over, tries)).outcome,
    async done(state, effect, over = {}) {
      const { outcome, state: next } = await run(state, effect, over);
      if (outcome.kind === "failed") throw new Error(outcome.problem);
      return outcome.event === null ? next : step(next, outcome.event).state;
    },
    held(state) {
      const { id } = madeOf(state);
      const found = standIn.state().issues.find((issue) => issue.id === id);
      if (found === undefined) throw new Error("the stand-in holds no such issue");
      return found;
    },
    close: () => standIn.close(),
  };
}

/** The ticket of an incident that has one in Linear. */
export function madeOf(state: IncidentState): MadeTicket {
  const ticket = ticketOf(state);
  if (ticket?.status !== "made") throw new Error("there is no ticket");
  return ticket;
}

/** The effect that opens the ticket of an incident that wants one. */
export function opening(state: IncidentState): Effect {
  const ticket = ticketOf(state);
  if (ticket?.status !== "opening") throw new Error("no ticket is wanted");
  return { kind: "openTicket", ticketId: ticket.id };
}

async function nothing(): Promise<void> {}

const NOBODY = {
  nothing,
  claim: async () => ({ kind: "own", episode: 1, previous: null }) as const,
  opened: async () => true,
  appoint: async () => true,
  leave: nothing,
  report: async () => ({ kind: "notOwner" }) as const,
  forget: nothing,
  inherit: async () => false,
};
