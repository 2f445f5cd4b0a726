// One incident in the world: the real advance, the real store on SQLite, the real outbox and the
// real effects. What a Durable Object does with them is here once more, in little: the objects
// themselves run in test/simulation.
import type { FailureMessage } from "../../../src/failure/message.ts";
import { refusalOf } from "../../../src/incident/action.ts";
import type { PersonAction } from "../../../src/incident/action.ts";
import { isHeir } from "../../../src/incident/hand-over.ts";
import { answerTo, shownTicket } from "../../../src/incident/owner.ts";
import { advance } from "../../../src/incident/incident.ts";
import { drainOutbox } from "../../../src/incident/outbox.ts";
import type { OutboxRow } from "../../../src/incident/outbox.ts";
import { forwardOf } from "../../../src/incident/record.ts";
import type { Follower, IncidentState } from "../../../src/incident/state.ts";
import type { IncidentEvent, OwnerAnswer } from "../../../src/incident/step.ts";
import { IncidentStore } from "../../../src/incident/store.ts";
import { nextWakeAt } from "../../../src/incident/wake.ts";
import { ALARM_LEASE_MS } from "../../../src/limits.ts";
import { performEffect } from "../../../src/ticket/perform.ts";
import type { PerformDeps } from "../../../src/ticket/perform.ts";
import type { Inheritance } from "../../../src/ticket/perform-desk.ts";
import { nodeStorage } from "../../support/node-storage.ts";
import { WORLD_POLICY } from "./policy.ts";

/** A change of phase, and what made it. */
export interface Move {
  readonly from: IncidentState | null;
  readonly to: IncidentState | null;
  readonly by: IncidentEvent["kind"];
}

/** What surrounds an incident. */
export interface Surroundings {
  readonly now: () => number;
  /** True once the process that runs its alarm has died. */
  readonly isDead: () => boolean;
  readonly deps: () => Omit<PerformDeps, "outbox" | "note">;
}

export class Incident {
  readonly moves: Move[] = [];
  alarmAt: number | null = null;
  /** Where the alarm is after a death in its middle. */
  leaseAt = 0;
  readonly #storage = nodeStorage();
  readonly #around: Surroundings;
  #store = new IncidentStore(this.#storage);

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get state(): IncidentState | null {
    return this.#store.load();
  }

  get outbox(): readonly OutboxRow[] {
    return this.#store.outbox();
  }

  /** Hands a batch to the incident; gives what it forwards. */
  deliver(messages: readonly [FailureMessage, ...FailureMessage[]]): readonly FailureMessage[] {
    const elsewhere = this.state && forwardOf(this.state, messages);
    if (elsewhere !== null) return elsewhere.kind === "forward" ? elsewhere.messages : [];
    this.#happen({ kind: "recorded", at: this.#now(), messages, begin: { counted: null } });
    return [];
  }

  act(action: PersonAction): void {
    if (this.state === null || refusalOf(this.state, action) !== null) return;
    this.#happen({ kind: "acted", at: this.#now(), action, by: "ada" });
  }

  report(follower: Follower): OwnerAnswer {
    const { state } = this;
    const answer = answerTo(follower, state);
    if (state === null || answer !== null) return answer ?? { kind: "notOwner" };
    this.#happen({ kind: "followed", at: this.#now(), follower });
    return { kind: "noted", ticket: shownTicket(state) };
  }

  forget(fingerprint: string): void {
    this.#happen({ kind: "unfollowed", at: this.#now(), fingerprint });
  }

  hint(ticketId: string, sentAt: number): void {
    this.#happen({ kind: "hinted", at: this.#now(), ticketId, sentAt });
  }

  inherit(given: Inheritance): boolean {
    const { state } = this;
    if (state === null || !isHeir(state, given.ticketKey, given.from)) return false;
    this.#happen({ kind: "inherited", at: this.#now(), ...given });
    return true;
  }

  /** What is in memory is gone. */
  evict(): void {
    this.#store = new IncidentStore(this.#storage);
  }

  /** The alarm rings. Where the process dies in its middle, the lease stands. */
  async ring(): Promise<void> {
    this.leaseAt = this.#now() + ALARM_LEASE_MS;
    this.alarmAt = this.leaseAt;
    this.#advance({ kind: "woke", at: this.#now(), isIdle: this.outbox.length === 0 });
    await this.#drain();
    if (this.#around.isDead()) this.evict();
    else this.#arm();
  }

  #drain(): Promise<void> {
    const { isDead } = this.#around;
    const unlessDead = (work: () => void): void => {
      if (!isDead()) work();
    };
    return drainOutbox({
      next: (now) => (isDead() ? null : this.#store.next(now)),
      begin: (row) => this.#store.begin(row),
      perform: (row) => this.#perform(row),
      finish: (row, event) => unlessDead(() => this.#finish(row, event)),
      postpone: (row, dueAt, problem, detail) =>
        unlessDead(() => this.#store.postpone(row, dueAt, problem, detail)),
      tellIndex: () => unlessDead(() => this.#store.enqueue({ kind: "updateIndex" }, this.#now())),
      now: () => this.#now(),
      random: () => 0.5,
    });
  }

  async #perform(row: OutboxRow): ReturnType<typeof performEffect> {
    const { state } = this;
    if (state === null) return { kind: "done", event: null };
    return performEffect(row, state, {
      ...this.#around.deps(),
      outbox: () => this.outbox,
      note: (event) => this.#advance(event),
    });
  }

  #finish(row: OutboxRow, event: IncidentEvent | null): void {
    const before = this.state;
    const step = event && advance(before, event, WORLD_POLICY);
    this.#store.finish(row, step, this.#now());
    if (event) this.moves.push({ from: before, to: this.state, by: event.kind });
  }

  #happen(event: IncidentEvent): void {
    this.#advance(event);
    this.#arm();
  }

  #advance(event: IncidentEvent): void {
    const before = this.state;
    const step = advance(before, event, WORLD_POLICY);
    if (step === null || (step.state === before && step.effects.length === 0)) return;
    this.#store.save(step, event.at);
    this.moves.push({ from: before, to: this.state, by: event.kind });
  }

  #arm(): void {
    const { state } = this;
    this.alarmAt = state && nextWakeAt(state, this.outbox, WORLD_POLICY);
  }

  #now(): number {
    return this.#around.now();
  }
}
