// One incident in a world where everything goes wrong: the real advance, the real store on SQLite,
// the real outbox and the real effects, with an alarm, a queue, Linear and people around them. What
// a Durable Object does with them is here once more, in little: the objects themselves run in
// test/simulation.
import type { SightedVersion } from "../../../src/failure/sighted-version.ts";
import type { FailureMessage } from "../../../src/failure/message.ts";
import { refusalOf } from "../../../src/incident/action.ts";
import type { PersonAction } from "../../../src/incident/action.ts";
import { advance } from "../../../src/incident/incident.ts";
import { drainOutbox } from "../../../src/incident/outbox.ts";
import type { OutboxRow } from "../../../src/incident/outbox.ts";
import { forwardOf } from "../../../src/incident/record.ts";
import type { IncidentState } from "../../../src/incident/state.ts";
import type { IncidentEvent } from "../../../src/incident/step.ts";
import { IncidentStore } from "../../../src/incident/store.ts";
import { nextWakeAt } from "../../../src/incident/wake.ts";
import { ALARM_LEASE_MS } from "../../../src/limits.ts";
import { readSettings } from "../../../src/settings.ts";
import { performEffect } from "../../../src/ticket/perform.ts";
import { nodeStorage } from "../../support/node-storage.ts";
import { FakeLinear } from "./fake-linear.ts";
import { DAY_MS, POLICY } from "../../support/life.ts";

const SETTINGS = readSettings({
  LINEAR_API_KEY: "lin_api_test",
  LINEAR_TEAM: "ENG",
  LINEAR_AGENT: "coding-agent",
  PUBLIC_URL: "https://outerloop.example.com",
});

/** Short windows: an open ticket is read every hour, and a run should not take a thousand alarms. */
export const WORLD_POLICY = { ...POLICY, watchMs: DAY_MS / 2, retentionMs: 2 * DAY_MS };

/** A change of phase, and what made it. */
export interface Move {
  readonly from: IncidentState | null;
  readonly to: IncidentState | null;
  readonly by: IncidentEvent["kind"];
}

export class World {
  readonly linear = new FakeLinear();
  readonly moves: Move[] = [];
  readonly index = new Set<string>();
  readonly sighted = new Map<string, SightedVersion>();
  readonly #storage = nodeStorage();
  #store = new IncidentStore(this.#storage);
  alarmAt: number | null = null;
  /** Where the alarm is after a death in its middle. */
  leaseAt = 0;
  #isDead = false;

  now: number;

  constructor(now: number) {
    this.now = now;
    this.linear.onDeath = () => {
      this.#isDead = true;
    };
    this.linear.isWanted = () => this.state?.phase.name === "ticketed";
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
    this.#happen({ kind: "recorded", at: this.now, messages, begin: { counted: null } });
    return [];
  }

  act(action: PersonAction): void {
    if (this.state === null || refusalOf(this.state, action) !== null) return;
    this.#happen({ kind: "acted", at: this.now, action, by: "ada" });
  }

  sight(id: string): void {
    const known = this.sighted.get(id);
    this.sighted.set(id, { id, firstAt: known?.firstAt ?? this.now, lastAt: this.now });
  }

  /** What is in memory is gone. */
  evict(): void {
    this.#store = new IncidentStore(this.#storage);
  }

  /** Lets time pass; alarms ring when they are due. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    while (this.alarmAt !== null && this.alarmAt <= until) {
      this.now = Math.max(this.now, this.alarmAt);
      this.linear.now = this.now;
      // oxlint-disable-next-line no-await-in-loop -- one alarm after the other
      await this.#ring();
    }
    this.now = until;
    this.linear.now = until;
  }

  async #ring(): Promise<void> {
    this.leaseAt = this.now + ALARM_LEASE_MS;
    this.alarmAt = this.leaseAt;
    this.#advance({ kind: "woke", at: this.now, isIdle: this.outbox.length === 0 });
    await this.#drain();
    if (this.#isDead) {
      // The lease stands.
      this.#isDead = false;
      this.evict();
      return;
    }
    this.#arm();
  }

  #drain(): Promise<void> {
    const unlessDead = (work: () => void): void => {
      if (!this.#isDead) work();
    };
    return drainOutbox({
      next: (now) => (this.#isDead ? null : this.#store.next(now)),
      begin: (row) => this.#store.begin(row),
      perform: (row) => this.#perform(row),
      finish: (row, event) => unlessDead(() => this.#finish(row, event)),
      postpone: (row, dueAt, problem) =>
        unlessDead(() => this.#store.postpone(row, dueAt, problem)),
      tellIndex: () => unlessDead(() => this.#store.enqueue({ kind: "updateIndex" }, this.now)),
      now: () => this.now,
      random: () => 0.5,
    });
  }

  async #perform(row: OutboxRow): ReturnType<typeof performEffect> {
    const { state } = this;
    if (state === null) return { kind: "done", event: null };
    return performEffect(row, state, {
      settings: SETTINGS,
      linear: async () => this.linear.system(),
      outbox: () => this.outbox,
      putSummary: (summary) => this.linear.call(() => void this.index.add(summary.phase)),
      dropSummary: () => this.linear.call(() => this.index.clear()),
      versionsOf: () => this.linear.call(() => [...this.sighted.values()]),
      now: () => this.now,
    });
  }

  #finish(row: OutboxRow, event: IncidentEvent | null): void {
    const before = this.state;
    const step = event && advance(before, event, WORLD_POLICY);
    this.#store.finish(row, step, this.now);
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
}
