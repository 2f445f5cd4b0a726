// One incident. Every method loads, advances, saves and arms the one alarm, and no more.
import { DurableObject } from "cloudflare:workers";
import { errorKind } from "../src/error-kind.ts";
import type { FailureMessage } from "../src/failure/message.ts";
import { EMPTY_RING } from "../src/incident/count.ts";
import { advance, wakesAt } from "../src/incident/incident.ts";
import type { IncidentEvent, Policy, Step } from "../src/incident/incident.ts";
import { drainOutbox } from "../src/incident/outbox.ts";
import type { OutboxRow } from "../src/incident/outbox.ts";
import type { Beginning, Recorded } from "../src/incident/recorded.ts";
import type { Ring } from "../src/incident/state.ts";
import { IncidentStore } from "../src/incident/store.ts";
import { incidentView } from "../src/inspect/incident-view.ts";
import { errorResponse, jsonResponse } from "../src/inspect/responses.ts";
import { ALARM_LEASE_MS, RING_IDS_MAX } from "../src/limits.ts";
import { logError, logWarning } from "../src/log.ts";
import { indexObject } from "../src/objects.ts";
import { readSettings } from "../src/settings.ts";
import type { Settings } from "../src/settings.ts";
import { connectLinear } from "../src/ticket/linear.ts";
import { performEffect } from "../src/ticket/perform.ts";

export class IncidentDO extends DurableObject<Env> {
  readonly #store: IncidentStore;
  readonly #settings: Settings;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new IncidentStore(ctx.storage);
    this.#settings = readSettings(env);
  }

  /**
   * Counts the messages of one batch. Only with leave does it begin an incident, and then without
   * what another has counted. Linear is never called from here.
   */
  async record(
    messages: readonly [FailureMessage, ...FailureMessage[]],
    begin: Beginning | null = null,
  ): Promise<Recorded> {
    const isNew = this.#store.load() === null;
    if (isNew && begin === null) return { kind: "unknown" };
    const counted = begin?.counted ?? EMPTY_RING;
    const [first, ...rest] = messages.filter(
      (message) => !counted.entries.some(({ id }) => id === message.id),
    );
    if (first === undefined) return { kind: "recorded" };
    this.#happen({ kind: "recorded", at: Date.now(), messages: [first, ...rest] });
    const begun = this.#store.load();
    if (isNew && begun !== null && counted !== EMPTY_RING) {
      const entries = [...counted.entries, ...begun.ring.entries].slice(-RING_IDS_MAX);
      const ring = { ...counted, entries };
      this.#store.save({ state: { ...begun, ring }, effects: [] }, Date.now());
    }
    await this.#rearm();
    return { kind: "recorded" };
  }

  /** The ids that it has counted; null where no failure was recorded. */
  async ring(): Promise<Ring | null> {
    return this.#store.load()?.ring ?? null;
  }

  /** The incident as JSON. A look at one that never failed creates nothing. */
  override async fetch(): Promise<Response> {
    const state = this.#store.load();
    if (state === null) return errorResponse("unknown_incident");
    const alarmAt = await this.ctx.storage.getAlarm();
    return jsonResponse(incidentView(state, this.#store.outbox(), alarmAt));
  }

  /** Wakes the incident and performs what is due. Never throws: six failures would end the alarm. */
  override async alarm(): Promise<void> {
    try {
      // The lease: being killed from here on, or failing, does not end the wake-ups.
      await this.#arm(Date.now() + ALARM_LEASE_MS);
      this.#happen({ kind: "woke", at: Date.now() });
      await this.#drain();
      await this.#rearm();
    } catch (error) {
      // The lease stands: the next try is in a few minutes, not at once and for ever.
      logError("alarm failed", { incident: this.ctx.id.name ?? null, kind: errorKind(error) });
    }
  }

  #drain(): Promise<void> {
    return drainOutbox({
      next: (now) => this.#store.next(now),
      begin: (row) => this.#store.begin(row),
      perform: (row) => this.#perform(row),
      finish: (row, event) => {
        this.#store.finish(row, event && this.#advance(event), Date.now());
      },
      postpone: (row, dueAt, problem) => {
        this.#store.postpone(row, dueAt, problem);
        // Whoever looks at the list or at /health sees why a ticket is not there.
        if (row.effect.kind === "openTicket" && row.problem !== problem) {
          this.#store.enqueue({ kind: "updateIndex" }, Date.now());
        }
        logWarning("effect postponed", {
          incident: this.ctx.id.name ?? null,
          effect: row.key,
          problem,
        });
      },
      now: () => Date.now(),
      random: () => Math.random(),
    });
  }

  async #perform(row: OutboxRow): ReturnType<typeof performEffect> {
    const state = this.#store.load();
    if (state === null) return { kind: "done", event: null };
    const { linear } = this.#settings;
    return performEffect(row, state, {
      settings: this.#settings,
      linear: linear && (() => connectLinear(linear)),
      outbox: () => this.#store.outbox(),
      putSummary: (summary) => indexObject(this.env, this.#settings).put(summary),
      now: () => Date.now(),
    });
  }

  #happen(event: IncidentEvent): void {
    const before = this.#store.load();
    const step = advance(before, event, this.#policy());
    if (step !== null && step.state !== before) this.#store.save(step, event.at);
  }

  #advance(event: IncidentEvent): Step | null {
    return advance(this.#store.load(), event, this.#policy());
  }

  #policy(): Policy {
    const { settleMs, watchMs, linear } = this.#settings;
    return { settleMs, watchMs, ticketsAreSent: linear !== null };
  }

  /** Arms the earliest of everything that is due. */
  async #rearm(): Promise<void> {
    const state = this.#store.load();
    if (state === null) return;
    const due = this.#store.outbox().map((row) => row.dueAt);
    const wakeAt = wakesAt(state);
    if (wakeAt !== null) due.push(wakeAt);
    // Nothing is due: an incident that stopped failing sleeps until it fails again.
    if (due.length === 0) await this.ctx.storage.deleteAlarm();
    else await this.#arm(Math.min(...due));
  }

  // The only setAlarm. Storage is asked for what is armed, memory is not; an alarm that is right
  // already, or due already, is left alone, because setting it is a row written.
  async #arm(at: number): Promise<void> {
    const armed = await this.ctx.storage.getAlarm();
    const now = Date.now();
    const isDue = armed !== null && armed <= now && at <= now;
    if (armed !== at && !isDue) await this.ctx.storage.setAlarm(at);
  }
}
