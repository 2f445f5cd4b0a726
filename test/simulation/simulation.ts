// Production for some weeks, in a minute: the real objects on workerd, the real consumer, the real
// SDK over HTTP to the stand-in for Linear, and everything going wrong around them. Time is moved by
// the test; chance comes from the seed, so a run that fails fails again.
import { vi } from "vitest";
import { ALARM_LEASE_MS, NEW_INCIDENTS_AN_HOUR_MAX } from "../../src/limits.ts";
import { overflowFingerprint } from "../../src/producer/overflow.ts";
import { consume, FAILURES } from "../workerd/consume.ts";
import { Chance } from "./chance.ts";
import { alarmOf, ask, DESK, evict, ring, see } from "./incidents.ts";
import type { SeenIncident } from "./incidents.ts";
import { alarmProblem, restProblem, ticketProblems } from "./laws.ts";
import type { Linear, LinearIssue } from "./linear.ts";
import type { SimulationReport } from "./report.ts";
import { PRODUCERS, Traffic } from "./traffic.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Longer than the watch window and the slowest retry, far shorter than any patience. */
const REST_MS = 8 * HOUR_MS;
/** Each leaves more than fifty incidents behind, which take their time. */
const BURSTS_MAX = 1;
/** Every incident is looked at so often; between, those that something was done to. */
const LOOK_EVERY_STEPS = 25;

export class Simulation {
  readonly #injected: Record<string, number> = {};
  readonly #chance: Chance;
  readonly #linear: Linear;
  readonly #traffic: Traffic;
  readonly #seen = new Map<string, SeenIncident>();
  readonly #delivered = new Set<string>();
  /** What people wrote as the description of an issue, by its id. */
  readonly #written = new Map<string, string>();
  /** What may count the failures of others: overflow incidents, and targets of merges. */
  readonly #elsewhere = new Set<string>(PRODUCERS.map(overflowFingerprint));
  #endedCount = 0;
  #begunCount = 0;
  #endings = 0;
  #alarms = 0;
  #step = 0;
  readonly #start: number;
  #now: number;

  /** `start`: when it begins, ms since 1970. */
  constructor(seed: number, linear: Linear, start: number) {
    this.#start = start;
    this.#now = start;
    this.#chance = new Chance(seed);
    this.#traffic = new Traffic(this.#chance);
    this.#linear = linear;
    // Back-off asks for chance: the same at the same step, whoever else asks.
    vi.spyOn(Math, "random").mockImplementation(() => ((this.#step * 7_919) % 1_000) / 1_000);
  }

  /** How far it came, and what it went through. */
  report(): SimulationReport {
    const { sent } = this.#traffic;
    return {
      steps: this.#step,
      days: Math.round(((this.#now - this.#start) / DAY_MS) * 10) / 10,
      failures: [...sent.values()].reduce((sum, count) => sum + count, 0),
      incidents: this.#begunCount,
      ended: this.#endings,
      alarms: this.#alarms,
      injected: this.#injected,
    };
  }

  /** One thing happens. What must hold and does not is given back. */
  async step(): Promise<readonly string[]> {
    this.#step += 1;
    const doing = this.#chance.weighted(this.#doings()) ?? "pass";
    this.#injected[doing] = (this.#injected[doing] ?? 0) + 1;
    const touched = await this.#do(doing);
    const looks = this.#step % LOOK_EVERY_STEPS === 0 ? this.#traffic.fingerprints : touched;
    return this.#look(looks);
  }

  /** Everything is well and quiet for a while; then all must have come to rest. */
  async rest(): Promise<readonly string[]> {
    await this.#linear.mend();
    const problems: string[] = [];
    while (this.#traffic.waiting.length > 0) {
      // oxlint-disable-next-line no-await-in-loop -- batch after batch
      const touched = await this.#deliver();
      // Seen before time goes on: what failed long ago and is delivered now may end soon after.
      // oxlint-disable-next-line no-await-in-loop -- as above
      problems.push(...(await this.#look(touched)));
      // oxlint-disable-next-line no-await-in-loop -- a new hour, in which new incidents may begin
      if (this.#traffic.waiting.length > 0) await this.#pass(MINUTE_MS);
    }
    await this.#pass(REST_MS);
    problems.push(...(await this.#look(this.#traffic.fingerprints)));
    const issues = await this.#linear.issues();
    const unrested = [...this.#seen].flatMap(([fingerprint, seen]) => {
      const problem = restProblem(seen, issues, this.#seen);
      return problem === null ? [] : [`${fingerprint} does not come to rest: ${problem}`];
    });
    return [...problems, ...unrested];
  }

  #doings(): readonly (readonly [number, string])[] {
    const mayBurst = (this.#injected["burst"] ?? 0) < BURSTS_MAX;
    return [
      [24, "fail"],
      [20, "deliver"],
      [18, "pass"],
      [6, "sight"],
      [8, "evict"],
      [8, "fail in Linear"],
      [1, "outage of Linear"],
      [2, "mend Linear"],
      [6, "edit in Linear"],
      [4, "work in Linear"],
      [1, "write in Linear"],
      [8, "act"],
      [mayBurst ? 0.3 : 0, "burst"],
    ];
  }

  async #do(doing: string): Promise<Iterable<string>> {
    const linear = this.#linear;
    switch (doing) {
      case "fail":
        this.#traffic.fail(this.#now);
        return [];
      case "burst":
        return this.#burst();
      case "sight":
        this.#traffic.sight(this.#now);
        return [];
      case "deliver":
        return this.#deliver();
      case "evict": {
        await evict(this.#chance.oneOf([DESK, ...this.#seen.keys()]) ?? DESK);
        return [];
      }
      case "fail in Linear":
        await linear.fail(
          this.#chance.oneOf(linear.failures) ?? "internal",
          1 + this.#chance.upTo(2),
          this.#chance.oneOf(linear.operations),
        );
        return [];
      case "outage of Linear":
        await linear.fail("no-answer", 1_000_000);
        return [];
      case "mend Linear":
        await linear.mend();
        return [];
      case "edit in Linear":
        await this.#editInLinear();
        return [];
      case "work in Linear":
        await this.#workInLinear();
        return [];
      case "write in Linear":
        await this.#writeInLinear();
        return [];
      case "act":
        return this.#act();
      default:
        return this.#pass(this.#span());
    }
  }

  /** Somebody varies a text; a person ignores most of what comes of it. */
  async #burst(): Promise<Iterable<string>> {
    const begun = this.#traffic.burst(this.#now, NEW_INCIDENTS_AN_HOUR_MAX + 5);
    for (let batch = 0; batch < 10; batch += 1) {
      // oxlint-disable-next-line no-await-in-loop -- batch after batch
      await this.#deliver();
    }
    for (const fingerprint of begun.slice(3)) {
      // oxlint-disable-next-line no-await-in-loop -- one request after the other
      const answer = await ask(`/incidents/${fingerprint}/ignore`, {});
      // oxlint-disable-next-line no-await-in-loop -- as above
      await answer.text();
    }
    return this.#traffic.fingerprints;
  }

  /** Mostly short; an incident lives for two hours of watching and a day of retention here. */
  #span(): number {
    const most = this.#chance.weighted([
      [60, 2 * MINUTE_MS],
      [30, HOUR_MS],
      [8, 6 * HOUR_MS],
      [2, 1.2 * DAY_MS],
    ]);
    return this.#chance.upTo(most ?? MINUTE_MS);
  }

  async #deliver(): Promise<Iterable<string>> {
    const batch = this.#traffic.take();
    if (batch.length === 0) return [];
    const { acked } = await consume(
      FAILURES,
      batch.map((body, place) => ({ id: String(place), body })),
    );
    const touched = new Set<string>(this.#elsewhere);
    for (const [place, message] of batch.entries()) {
      if (!acked.includes(String(place))) this.#traffic.waiting.push(message);
      if (message.kind !== "failure") continue;
      touched.add(message.fingerprint);
      if (acked.includes(String(place))) this.#delivered.add(message.id);
    }
    return touched;
  }

  /** Time goes by, and alarms ring when they are due. */
  async #pass(ms: number): Promise<Iterable<string>> {
    const until = this.#now + ms;
    const rung = new Set<string>();
    const alarms = new Map<string, number>();
    for (const fingerprint of [DESK, ...this.#seen.keys()]) {
      // oxlint-disable-next-line no-await-in-loop -- one object after the other
      const at = await alarmOf(fingerprint);
      if (at !== null) alarms.set(fingerprint, at);
    }
    for (;;) {
      const [next] = [...alarms].toSorted((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
      if (next === undefined || next[1] > until) break;
      const [fingerprint, at] = next;
      // oxlint-disable-next-line no-await-in-loop -- as time goes
      await this.#moveTo(Math.max(at, this.#now));
      // oxlint-disable-next-line no-await-in-loop -- as above
      await ring(fingerprint);
      this.#alarms += 1;
      if (fingerprint !== DESK) rung.add(fingerprint);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const after = await alarmOf(fingerprint);
      if (after === null) alarms.delete(fingerprint);
      else alarms.set(fingerprint, after);
    }
    await this.#moveTo(until);
    return rung;
  }

  async #moveTo(at: number): Promise<void> {
    if (at === this.#now) return;
    this.#now = at;
    vi.setSystemTime(at);
    await this.#linear.setClock(at);
  }

  /** The ticket of an earlier episode is history: nobody does anything to it. */
  async #anyIssue(): Promise<LinearIssue | undefined> {
    const issues = await this.#linear.issues();
    const latest = new Map(issues.map((issue) => [issue.attachments[0]?.url ?? issue.id, issue]));
    return this.#chance.oneOf([...latest.values()]);
  }

  /** The agent gets on with one of its sessions, or not; or somebody takes the ticket from it. */
  async #workInLinear(): Promise<void> {
    const issue = await this.#anyIssue();
    const session = this.#chance.oneOf(["active", "active", "complete", "error", "stale"]);
    if (issue === undefined || issue.sessions.length === 0) return;
    const isTaken = this.#chance.happens(0.1);
    await this.#linear.edit(issue.identifier, isTaken ? { delegate: null } : { session });
  }

  async #writeInLinear(): Promise<void> {
    const issue = await this.#anyIssue();
    if (issue === undefined) return;
    const description = `What people know at step ${this.#step}.`;
    this.#written.set(issue.id, description);
    await this.#linear.edit(issue.identifier, { description });
  }

  async #editInLinear(): Promise<void> {
    const issue = await this.#anyIssue();
    if (issue === undefined) return;
    const edit = this.#chance.weighted([
      [5, { state: "Done" }],
      [2, { state: "Canceled" }],
      [2, { state: "Todo" }],
      [1, { trashed: true }],
      [0.5, null],
    ]);
    if (edit) await this.#linear.edit(issue.identifier, edit);
    else await this.#linear.remove(issue.identifier);
  }

  async #act(): Promise<Iterable<string>> {
    const fingerprints = [...this.#seen.keys()];
    const fingerprint = this.#chance.oneOf(fingerprints);
    const into = this.#chance.oneOf(fingerprints);
    if (fingerprint === undefined || into === undefined) return [];
    const [action, body] = this.#chance.oneOf([
      ["resolve", {}],
      ["reopen", {}],
      ["ticket", {}],
      ["separate", {}],
      ["ignore", {}],
      ["ignore", { more: 1 + this.#chance.upTo(5) }],
      ["ignore", { until: new Date(this.#now + HOUR_MS).toISOString() }],
      ["merge", { into }],
      ["unmerge", {}],
      ["unmerge", {}],
    ]);
    if (action === "merge") this.#elsewhere.add(into);
    const answer = await ask(`/incidents/${fingerprint}/${action}`, { by: "ada", ...body });
    if (![200, 404, 409].includes(answer.status)) {
      throw new Error(`${action} answered ${answer.status}: ${await answer.text()}`);
    }
    await answer.text();
    return [fingerprint, into];
  }

  async #look(fingerprints: Iterable<string>): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const fingerprint of fingerprints) {
      // oxlint-disable-next-line no-await-in-loop -- one object after the other
      const seen = await see(fingerprint);
      const before = this.#seen.get(fingerprint);
      if (seen === null) {
        // It has ended, and what it counted with it.
        this.#endedCount += before?.count ?? 0;
        this.#endings += this.#seen.delete(fingerprint) ? 1 : 0;
        continue;
      }
      this.#begunCount += before === undefined ? 1 : 0;
      this.#seen.set(fingerprint, seen);
      const late = alarmProblem(seen, this.#now, ALARM_LEASE_MS);
      if (late !== null) problems.push(`${fingerprint}: ${late}`);
      if (seen.approximate) problems.push(`${fingerprint}: approximate within the horizon`);
    }
    const counted = [...this.#seen.values()].reduce((sum, { count }) => sum + count, 0);
    const expected = [...this.#delivered].reduce(
      (sum, id) => sum + (this.#traffic.sent.get(id) ?? 0),
      0,
    );
    if (counted + this.#endedCount !== expected) {
      problems.push(`counted ${counted} and ${this.#endedCount} of ended ones, not ${expected}`);
    }
    problems.push(...ticketProblems(await this.#linear.issues(), this.#written));
    return problems;
  }
}
