// Several incidents, the real desk on SQLite, and around them an index, producers' versions and a
// Linear in which every call can end in every way.
import { Desk } from "../../../src/desk/desk.ts";
import type { SightedVersion } from "../../../src/failure/sighted-version.ts";
import { readSettings } from "../../../src/settings.ts";
import type { PerformDeps } from "../../../src/ticket/perform.ts";
import { nodeStorage } from "../../support/node-storage.ts";
import { FakeLinear } from "./fake-linear.ts";
import { Incident } from "./incident.ts";
import { WORLD_BUDGET, WORLD_POLICY } from "./policy.ts";

const SETTINGS = readSettings({
  LINEAR_API_KEY: "lin_api_test",
  LINEAR_TEAM: "ENG",
  LINEAR_AGENT: "coding-agent",
  PUBLIC_URL: "https://outerloop.example.com",
});

export class World {
  readonly linear = new FakeLinear();
  readonly incidents = new Map<string, Incident>();
  readonly index = new Set<string>();
  readonly #sighted = new Map<string, SightedVersion>();
  readonly #deskStorage = nodeStorage();
  desk = this.#openDesk();
  now: number;
  #isDead = false;
  /** Whose alarm rings. */
  #rung: Incident | null = null;

  constructor(now: number) {
    this.now = now;
    this.linear.onDeath = () => {
      this.#isDead = true;
    };
    this.linear.creator = () => {
      const state = this.#rung?.state ?? null;
      return state?.phase.name === "ticketed" ? state.ownedKey : null;
    };
  }

  incident(fingerprint: string): Incident {
    const known = this.incidents.get(fingerprint);
    if (known !== undefined) return known;
    const made = new Incident({
      now: () => this.now,
      isDead: () => this.#isDead,
      deps: () => this.#deps(),
    });
    this.incidents.set(fingerprint, made);
    return made;
  }

  sight(id: string): void {
    const known = this.#sighted.get(id);
    this.#sighted.set(id, { id, firstAt: known?.firstAt ?? this.now, lastAt: this.now });
  }

  /** A webhook on that Linear issue reaches the owner of the ticket, where there is one. */
  hint(ticketId: string, sentAt: number): void {
    const held = this.desk.ownerOf(ticketId);
    if (held !== null) this.incident(held.owner).hint(ticketId, sentAt);
  }

  /** What the desk has in memory is gone. */
  evictDesk(): void {
    this.desk = this.#openDesk();
  }

  /** Lets time pass; alarms ring when they are due, one after the other. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      const [next] = [...this.incidents.values()]
        .flatMap((incident) =>
          incident.alarmAt === null ? [] : [{ incident, at: incident.alarmAt }],
        )
        .toSorted((a, b) => a.at - b.at);
      if (next === undefined || next.at > until) break;
      this.#moveTo(Math.max(this.now, next.at));
      this.#rung = next.incident;
      // oxlint-disable-next-line no-await-in-loop -- one alarm after the other
      await next.incident.ring();
      this.#isDead = false;
    }
    this.#moveTo(until);
  }

  #moveTo(at: number): void {
    this.now = at;
    this.linear.now = at;
  }

  #openDesk(): Desk {
    const policy = { ticketsPerHour: WORLD_BUDGET, settleMs: WORLD_POLICY.settleMs };
    return new Desk(this.#deskStorage, policy);
  }

  #deps(): Omit<PerformDeps, "outbox" | "note"> {
    const call = <Answer>(work: () => Answer): Promise<Answer> => this.linear.call(work);
    const { desk, now } = this;
    return {
      settings: SETTINGS,
      linear: async () => this.linear.system(),
      putSummary: (summary) => call(() => void this.index.add(summary.fingerprint)),
      dropSummary: (fingerprint) => call(() => void this.index.delete(fingerprint)),
      versionsOf: () => call(() => [...this.#sighted.values()]),
      desk: {
        claim: (claim) => call(() => desk.claim(claim, now)),
        opened: (ticket) => call(() => desk.opened(ticket, now)),
        appoint: (key, from, to) => call(() => desk.appoint(key, from, to, now)),
        leave: (fingerprint, next) => call(() => desk.leave(fingerprint, now, next)),
      },
      incident: (fingerprint) => ({
        report: (follower) => call(() => this.incident(fingerprint).report(follower)),
        forget: (follower) => call(() => this.incident(fingerprint).forget(follower)),
        inherit: (given) => call(() => this.incident(fingerprint).inherit(given)),
      }),
      now: () => this.now,
    };
  }
}
