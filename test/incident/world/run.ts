// One run through the world: makes things happen, and keeps what must hold beside it.
import type { FailureMessage } from "../../../src/failure/message.ts";
import type { IncidentState } from "../../../src/incident/state.ts";
import { AT } from "../../support/factories.ts";
import type { Deliver, Doing, Edit, Hint } from "./doings.ts";
import { FAULTS, messageOf } from "./faults.ts";
import {
  problemOfAlarm,
  problemOfMove,
  problemsOfRest,
  problemsOfTickets,
  REST_MS,
} from "./laws.ts";
import { World } from "./world.ts";

export class Run {
  readonly world = new World(AT);
  readonly #waiting: FailureMessage[] = [];
  /** Counts of the messages that an incident must have, by fingerprint and id. */
  readonly #counted = new Map<string, Map<string, number>>();
  readonly #judged = new Map<string, number>();
  /** Whether anybody has said that a failure does not matter. */
  #isCalledOff = false;
  #nth = 0;

  async happen(doing: Doing): Promise<void> {
    const { world } = this;
    switch (doing.do) {
      case "fail": {
        const fault = faultOf(doing.fault);
        this.#nth += 1;
        const { version, count } = doing;
        this.#waiting.push(messageOf(fault, `m${this.#nth}`, world.now, version, count));
        return;
      }
      case "deliver":
        return this.#deliver(doing);
      case "pass":
        return world.pass(doing.ms);
      case "break":
        world.linear.endings.push(...doing.endings);
        return;
      case "edit":
        return this.#edit(doing.ticket, doing.to);
      case "write":
        world.linear.write(this.#latest(doing.ticket));
        return;
      case "work":
        world.linear.agent(this.#latest(doing.ticket), doing.status);
        return;
      case "hint":
        return this.#hint(doing);
      case "sight":
        world.sight(doing.version);
        return;
      case "act":
        this.#isCalledOff ||= doing.action.kind === "ignore";
        world.incident(faultOf(doing.fault).fingerprint).act(doing.action);
        return;
      case "evict":
        world.evictDesk();
        for (const incident of world.incidents.values()) incident.evict();
    }
  }

  /** What does not hold now. */
  problems(): readonly string[] {
    const { world } = this;
    const ofEach = [...world.incidents].flatMap(([fingerprint, incident]) => {
      const moves = incident.moves.slice(this.#judged.get(fingerprint) ?? 0);
      this.#judged.set(fingerprint, incident.moves.length);
      if (moves.some(({ to }) => to === null)) this.#counted.delete(fingerprint);
      const counts = [...(this.#counted.get(fingerprint)?.values() ?? [])];
      const expected = counts.reduce((sum, count) => sum + count, 0);
      const { state } = incident;
      const count = state?.count ?? 0;
      return [
        ...moves.map(problemOfMove),
        problemOfAlarm(incident, world.now),
        count === expected ? null : `counted ${count} instead of ${expected}`,
        this.#isCalledOff || !isIgnoredForGood(state) ? null : "ignored, and nobody said so",
      ];
    });
    return [...ofEach.filter((problem) => problem !== null), ...problemsOfTickets(world)];
  }

  /** What does not hold once all is well and quiet for long. */
  async rest(): Promise<readonly string[]> {
    const { world } = this;
    world.linear.endings = [];
    await world.pass(REST_MS);
    return [...this.problems(), ...problemsOfRest(world)];
  }

  #deliver({ from, size, again }: Deliver): void {
    const start = this.#waiting.length === 0 ? 0 : from % this.#waiting.length;
    const batch = again
      ? this.#waiting.slice(start, start + size)
      : this.#waiting.splice(start, size);
    for (const [fingerprint, messages] of Map.groupBy(batch, (message) => message.fingerprint)) {
      const [first, ...more] = messages;
      if (first === undefined) continue;
      const forwarded = new Set(this.world.incident(fingerprint).deliver([first, ...more]));
      const counted = this.#counted.get(fingerprint) ?? new Map<string, number>();
      this.#counted.set(fingerprint, counted);
      for (const message of messages) {
        if (!forwarded.has(message)) counted.set(message.id, message.count);
      }
    }
  }

  // The ticket of an earlier episode is history: nobody opens it again.
  #edit(ticket: number, to: Edit): void {
    const { linear } = this.world;
    const id = this.#latest(ticket);
    if (to === "gone") linear.issues.delete(id);
    else linear.edit(id, to);
    this.#isCalledOff ||= to === "canceled";
  }

  #latest(ticket: number): string {
    const latest = new Map([...this.world.linear.issues].map(([id, { key }]) => [key, id]));
    return [...latest.values()][ticket % Math.max(latest.size, 1)] ?? "none";
  }

  // Of any ticket, those of earlier episodes too.
  #hint({ ticket, agoMs, times }: Hint): void {
    const { linear, now } = this.world;
    const id = [...linear.issues.keys()][ticket % Math.max(linear.issues.size, 1)];
    if (id === undefined) return;
    for (let sent = 0; sent < times; sent += 1) this.world.hint(id, now - agoMs);
  }
}

function faultOf(nth: number): (typeof FAULTS)[number] {
  const fault = FAULTS[nth];
  if (fault === undefined) throw new Error(`there is no fault ${nth}`);
  return fault;
}

function isIgnoredForGood(state: IncidentState | null): boolean {
  return state?.phase.name === "ignored" && state.phase.until.kind === "good";
}
