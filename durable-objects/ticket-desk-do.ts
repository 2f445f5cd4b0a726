// The desk's object: every method is one write and arms the one alarm, for the storm tickets.
import { DurableObject } from "cloudflare:workers";
import { Desk } from "../src/desk/desk.ts";
import type { DeskCounts, TicketOwner } from "../src/desk/desk.ts";
import { drainStorms, nextStormAt } from "../src/desk/drain-storms.ts";
import type { StormOutcome } from "../src/desk/drain-storms.ts";
import type { Storm } from "../src/desk/storm.ts";
import type { OpenedTicket } from "../src/desk/ticket-row.ts";
import { errorKind } from "../src/error-kind.ts";
import type { Claim, Grant } from "../src/incident/claim.ts";
import { ALARM_LEASE_MS } from "../src/limits.ts";
import { logError, logWarning } from "../src/log.ts";
import { readSettings } from "../src/settings.ts";
import type { Settings } from "../src/settings.ts";
import { connectLinear } from "../src/ticket/linear.ts";
import { tellStorm } from "../src/ticket/tell-storm.ts";

export class TicketDeskDO extends DurableObject<Env> {
  readonly #desk: Desk;
  readonly #settings: Settings;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#settings = readSettings(env);
    this.#desk = new Desk(ctx.storage, this.#settings);
  }

  /** An incident asks for its ticket. */
  claim(claim: Claim): Promise<Grant> {
    return this.#inOneWrite(() => this.#desk.claim(claim, Date.now()));
  }

  /** The owner tells which Linear issue is its ticket; false, and nothing, from anybody else. */
  opened(ticket: OpenedTicket): boolean {
    return this.#desk.opened(ticket, Date.now());
  }

  /** Whose ticket a Linear issue is; null where nobody's. */
  ownerOf(ticketId: string): TicketOwner | null {
    return this.#desk.ownerOf(ticketId);
  }

  /** Those that could take over from the owner, who failed last first. */
  followersOf(ticketKey: string): readonly string[] {
    return this.#desk.followersOf(ticketKey);
  }

  /** Gives the ticket from its owner to one of the followers; false where that is not so. */
  appoint(ticketKey: string, from: string, to: string): boolean {
    return this.#desk.appoint(ticketKey, from, to, Date.now());
  }

  /** An incident ended, was ignored or merged away. */
  leave(fingerprint: string, nextEpisode: number | null = null): Promise<void> {
    return this.#inOneWrite(() => this.#desk.leave(fingerprint, Date.now(), nextEpisode));
  }

  /** How many tickets are owned and how many wait. A look creates nothing. */
  counts(): DeskCounts {
    return this.#desk.counts();
  }

  /** Tells people of storms. Never throws: six failures would end the alarm. */
  override async alarm(): Promise<void> {
    try {
      // The lease: being killed from here on, or failing, does not end the wake-ups.
      await this.#arm(await this.ctx.storage.getAlarm(), Date.now() + ALARM_LEASE_MS);
      this.#desk.waiting.forgetStorms(Date.now());
      await drainStorms({
        ...this.#known(),
        save: (storm) => this.#desk.waiting.saveStorm(storm),
        tell: (storm) => this.#tell(storm),
        now: () => Date.now(),
        random: () => Math.random(),
      });
      await this.#inOneWrite(() => {});
    } catch (error) {
      // The lease stands: the next try is in a few minutes.
      logError("alarm failed", { object: "desk", kind: errorKind(error) });
    }
  }

  async #tell(storm: Storm): Promise<StormOutcome> {
    const { linear } = this.#settings;
    const { waiting } = this.#desk;
    const list = waiting.lists().find(({ producer }) => producer === storm.producer);
    const outcome = await tellStorm(
      storm,
      { waiting: waiting.of(storm.producer), mark: list?.mark ?? null, at: Date.now() },
      {
        settings: this.#settings,
        linear: linear && (() => connectLinear(linear)),
        save: (next) => waiting.saveStorm(next),
        now: () => Date.now(),
      },
    );
    if (outcome.kind === "failed") {
      logWarning("storm ticket postponed", { problem: outcome.problem });
    }
    return outcome;
  }

  #known(): Parameters<typeof nextStormAt>[0] {
    return {
      storms: () => this.#desk.waiting.storms(),
      lists: () => this.#desk.waiting.lists(),
      ticketsAreSent: this.#settings.linear !== null,
    };
  }

  // Nothing is awaited between the look at the alarm, the work and the setting of the alarm, so the
  // three are one write: whoever dies leaves all of it or none.
  async #inOneWrite<Done>(work: () => Done): Promise<Done> {
    const armed = await this.ctx.storage.getAlarm();
    const done = work();
    await this.#arm(armed, nextStormAt(this.#known()));
    return done;
  }

  // The only setAlarm. One that is right already is left alone, because setting it is a row written.
  async #arm(armed: number | null, at: number | null): Promise<void> {
    if (at === armed) return;
    if (at === null) return this.ctx.storage.deleteAlarm();
    await this.ctx.storage.setAlarm(at);
  }
}
