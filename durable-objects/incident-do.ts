// One incident. Every method loads, advances, saves and arms the one alarm, and no more.
import { DurableObject } from "cloudflare:workers";
import { errorKind } from "../src/error-kind.ts";
import type { FailureMessage } from "../src/failure/message.ts";
import { joinRefusalOf, refusalOf } from "../src/incident/action.ts";
import type { PersonAction, Refusal } from "../src/incident/action.ts";
import { advance } from "../src/incident/incident.ts";
import { drainOutbox } from "../src/incident/outbox.ts";
import type { OutboxRow } from "../src/incident/outbox.ts";
import { forwardOf } from "../src/incident/record.ts";
import type { Beginning, Recorded } from "../src/incident/recorded.ts";
import { isHeir } from "../src/incident/hand-over.ts";
import { answerTo, shownTicket } from "../src/incident/owner.ts";
import type { Follower, IncidentState, Ring } from "../src/incident/state.ts";
import { mergedInto } from "../src/incident/phase.ts";
import type { IncidentEvent, OwnerAnswer, Policy } from "../src/incident/step.ts";
import { IncidentStore } from "../src/incident/store.ts";
import { nextWakeAt } from "../src/incident/wake.ts";
import { answerIncident } from "../src/inspect/answer-incident.ts";
import { errorResponse } from "../src/inspect/responses.ts";
import { ALARM_LEASE_MS } from "../src/limits.ts";
import { logError, logWarning } from "../src/log.ts";
import { deskObject, incidentObject, indexObject, producerObject } from "../src/objects.ts";
import { failed, ok } from "../src/result.ts";
import type { Result } from "../src/result.ts";
import { readSettings } from "../src/settings.ts";
import type { Settings } from "../src/settings.ts";
import { connectLinear } from "../src/ticket/linear.ts";
import { performEffect } from "../src/ticket/perform.ts";
import type { Inheritance } from "../src/ticket/perform-desk.ts";

export class IncidentDO extends DurableObject<Env> {
  readonly #store: IncidentStore;
  readonly #settings: Settings;
  readonly #policy: Policy;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new IncidentStore(ctx.storage);
    this.#settings = readSettings(env);
    const { settleMs, watchMs, retentionMs, agentMinCount, linear } = this.#settings;
    const ticketsAreSent = linear !== null;
    this.#policy = { settleMs, watchMs, retentionMs, agentMinCount, ticketsAreSent };
  }

  /** Counts the messages of one batch. Begins an incident only with leave; Linear is never called. */
  record(
    messages: readonly [FailureMessage, ...FailureMessage[]],
    begin: Beginning | null = null,
  ): Promise<Recorded> {
    return this.#inOneWrite(() => {
      const state = this.#store.load();
      if (state === null && begin === null) return { kind: "unknown" };
      const elsewhere = state && forwardOf(state, messages);
      if (elsewhere !== null) return elsewhere;
      this.#advance({ kind: "recorded", at: Date.now(), messages, ...(begin && { begin }) });
      return { kind: "recorded" };
    });
  }

  /** The ids of the messages that it counted; null where no incident is. */
  ring(): Ring | null {
    return this.#store.load()?.ring ?? null;
  }

  /** The incidents that were merged into it. */
  members(): readonly string[] {
    return this.#store.load()?.members ?? [];
  }

  /** What it was merged into, if it was. */
  mergedInto(): string | null {
    const state = this.#store.load();
    return state && mergedInto(state);
  }

  /** Whether a person could do that now. */
  wouldAct(action: PersonAction): Result<null, Refusal> {
    const state = this.#store.load();
    const refusal = state && refusalOf(state, action);
    return state === null || refusal !== null ? failed(refusal) : ok(null);
  }

  /** What a person does; the refusal where it is not possible now. */
  act(action: PersonAction, by: string): Promise<Result<null, Refusal>> {
    return this.#unlessRefused(
      (state) => refusalOf(state, action),
      (at) => ({ kind: "acted", at, action, by }),
    );
  }

  /** A follower tells how it is; what that means to it is the answer. */
  report(follower: Follower): Promise<OwnerAnswer> {
    return this.#inOneWrite(() => {
      const state = this.#store.load();
      const answer = answerTo(follower, state);
      if (state === null || answer !== null) return answer ?? { kind: "notOwner" };
      this.#advance({ kind: "followed", at: Date.now(), follower });
      return { kind: "noted", ticket: shownTicket(state) };
    });
  }

  /** Takes note that an incident follows this one no longer. */
  forget(fingerprint: string): Promise<void> {
    return this.#inOneWrite(() =>
      this.#advance({ kind: "unfollowed", at: Date.now(), fingerprint }),
    );
  }

  /** Takes over a ticket of another incident; false where this one does not take part in it. */
  inherit(given: Inheritance): Promise<boolean> {
    return this.#inOneWrite(() => {
      const state = this.#store.load();
      if (state === null || !isHeir(state, given.ticketKey, given.from)) return false;
      this.#advance({ kind: "inherited", at: Date.now(), ...given });
      return true;
    });
  }

  /** Linear says that something happened to a ticket: what, the alarm reads off it. */
  hint(ticketId: string, sentAt: number): Promise<void> {
    return this.#inOneWrite(() =>
      this.#advance({ kind: "hinted", at: Date.now(), ticketId, sentAt }),
    );
  }

  /** Takes note that another incident is being merged into this one. */
  join(member: string): Promise<Result<null, Refusal>> {
    return this.#unlessRefused(
      (state) => joinRefusalOf(state, member),
      (at) => ({ kind: "joined", at, member }),
    );
  }

  /** Takes note that an incident is no longer merged into this one. */
  leave(member: string): Promise<void> {
    return this.#inOneWrite(() => this.#advance({ kind: "left", at: Date.now(), member }));
  }

  /** What its address asks for, as far as who asks may see it. One that never failed is not created. */
  override async fetch(request: Request): Promise<Response> {
    const state = this.#store.load();
    if (state === null) return errorResponse("unknown_incident");
    return answerIncident(request, {
      state,
      outbox: this.#store.outbox(),
      alarmAt: await this.ctx.storage.getAlarm(),
      settings: this.#settings,
      at: Date.now(),
      versions: async () =>
        producerObject(this.env, this.#settings, state.grouping.producer).versions(),
    });
  }

  /** Wakes the incident and performs what is due. Never throws: six failures would end the alarm. */
  override async alarm(): Promise<void> {
    try {
      // The lease: being killed from here on, or failing, does not end the wake-ups.
      await this.#arm(await this.ctx.storage.getAlarm(), Date.now() + ALARM_LEASE_MS);
      const isIdle = this.#store.outbox().length === 0;
      this.#advance({ kind: "woke", at: Date.now(), isIdle });
      await this.#drain();
      await this.#inOneWrite(() => {});
      if (this.#store.isOver()) await this.#end();
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
        const step = event && advance(this.#store.load(), event, this.#policy);
        this.#store.finish(row, step, Date.now());
      },
      postpone: (row, dueAt, problem, detail) => {
        this.#store.postpone(row, dueAt, problem, detail);
        const incident = this.ctx.id.name ?? null;
        logWarning("effect postponed", { incident, effect: row.effect.kind, problem });
      },
      tellIndex: () => {
        this.#store.enqueue({ kind: "updateIndex" }, Date.now());
      },
      now: () => Date.now(),
      random: () => Math.random(),
    });
  }

  async #perform(row: OutboxRow): ReturnType<typeof performEffect> {
    const state = this.#store.load();
    if (state === null) return { kind: "done", event: null };
    const { linear } = this.#settings;
    const index = indexObject(this.env, this.#settings);
    return performEffect(row, state, {
      settings: this.#settings,
      linear: linear && (() => connectLinear(linear)),
      note: (event) => this.#advance(event),
      outbox: () => this.#store.outbox(),
      putSummary: (summary) => index.put(summary),
      dropSummary: (fingerprint) => index.drop(fingerprint),
      versionsOf: (producer) => producerObject(this.env, this.#settings, producer).versions(),
      desk: deskObject(this.env, this.#settings),
      incident: (fingerprint) => incidentObject(this.env, this.#settings, fingerprint),
      now: () => Date.now(),
    });
  }

  #advance(event: IncidentEvent): void {
    const before = this.#store.load();
    const step = advance(before, event, this.#policy);
    if (step === null || (step.state === before && step.effects.length === 0)) return;
    this.#store.save(step, event.at);
  }

  #unlessRefused(
    refusalIn: (state: IncidentState) => string | null,
    eventAt: (at: number) => IncidentEvent,
  ): Promise<Result<null, Refusal>> {
    return this.#inOneWrite(() => {
      const state = this.#store.load();
      const refusal = state && refusalIn(state);
      if (state === null || refusal !== null) return failed(refusal);
      this.#advance(eventAt(Date.now()));
      return ok(null);
    });
  }

  // Nothing is awaited between the look at the alarm, the work and the setting of the alarm, so the
  // three are one write: whoever dies leaves all of it or none. The time is the earliest of
  // everything that is due.
  async #inOneWrite<Done>(work: () => Done): Promise<Done> {
    const armed = await this.ctx.storage.getAlarm();
    const done = work();
    const state = this.#store.load();
    await this.#arm(armed, state && nextWakeAt(state, this.#store.outbox(), this.#policy));
    return done;
  }

  // The only setAlarm. An alarm that is right already, or due already, is left alone, because
  // setting it is a row written. Null: an incident that stopped failing sleeps until it fails again.
  async #arm(armed: number | null, at: number | null): Promise<void> {
    if (at === armed) return;
    if (at === null) return this.ctx.storage.deleteAlarm();
    const now = Date.now();
    const isDue = armed !== null && armed <= now && at <= now;
    if (!isDue) await this.ctx.storage.setAlarm(at);
  }

  // The incident is over: with its tables gone the object costs nothing. Nothing is awaited between
  // the look and the deleting, so what fails now begins anew after it.
  async #end(): Promise<void> {
    const deleted = this.ctx.storage.deleteAll();
    this.#store.forget();
    await deleted;
  }
}
