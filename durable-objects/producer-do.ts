// What is known of one producer: which of its versions are live, and how many incidents it may
// still begin within the hour.
import { DurableObject } from "cloudflare:workers";
import { errorKind } from "../src/error-kind.ts";
import type { SightedVersion } from "../src/failure/sighted-version.ts";
import { ALARM_LEASE_MS } from "../src/limits.ts";
import { logError } from "../src/log.ts";
import { admit } from "../src/producer/admit.ts";
import type { Admission } from "../src/producer/admit.ts";
import { sight } from "../src/producer/sight.ts";
import type { Sighting } from "../src/producer/sight.ts";
import { UNHEARD } from "../src/producer/state.ts";
import type { ProducerState } from "../src/producer/state.ts";
import { ProducerStore } from "../src/producer/store.ts";
import { readSettings } from "../src/settings.ts";

export class ProducerDO extends DurableObject<Env> {
  readonly #store: ProducerStore;
  readonly #retentionMs: number;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new ProducerStore(ctx.storage);
    this.#retentionMs = readSettings(env).retentionMs;
  }

  /** Notes that versions are live. */
  async sight(sightings: readonly Sighting[]): Promise<void> {
    await this.#become((before) => sight(before, sightings, Date.now()));
  }

  /** Which of the fingerprints that no incident has may begin one. */
  async admit(fingerprints: readonly string[]): Promise<Admission> {
    let admission: Admission = { admitted: [], overflowedAt: null };
    await this.#become((before) => {
      const asked = admit(before, fingerprints, Date.now());
      ({ admission } = asked);
      return asked.state;
    });
    return admission;
  }

  /** The versions that were live, those sighted first before the others. A look writes nothing. */
  versions(): readonly SightedVersion[] {
    return this.#store.load()?.versions ?? [];
  }

  /** Forgets a producer that was not heard of for long. Never throws: six failures would end it. */
  override async alarm(): Promise<void> {
    try {
      // The lease: being killed from here on, or failing, does not end the wake-ups.
      await this.#arm(Date.now() + ALARM_LEASE_MS);
      const forgottenAt = (this.#store.load() ?? UNHEARD).heardAt + this.#retentionMs;
      if (forgottenAt > Date.now()) await this.#arm(forgottenAt);
      else await this.#store.clear();
    } catch (error) {
      // The lease stands. The object's name came from outside, so it is not logged.
      logError("alarm failed", { object: "producer", kind: errorKind(error) });
    }
  }

  async #become(next: (before: ProducerState) => ProducerState): Promise<void> {
    const before = this.#store.load() ?? UNHEARD;
    const state = next(before);
    if (state !== before) this.#store.save(state);
    // Armed only where nothing is: the alarm asks when it rings, so hearing of a producer costs no
    // second row. Asked each time, since what was saved before may have failed to be armed.
    if (state !== UNHEARD && (await this.ctx.storage.getAlarm()) === null) {
      await this.#arm(state.heardAt + this.#retentionMs);
    }
  }

  // The only setAlarm.
  async #arm(at: number): Promise<void> {
    await this.ctx.storage.setAlarm(at);
  }
}
