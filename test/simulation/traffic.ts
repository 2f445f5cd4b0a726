// What producers and the queue do: failures under a few fingerprints, sightings, redeliveries.
import type { Failure } from "../../src/failure/failure.ts";
import type { Message } from "../../src/failure/message.ts";
import { overflowFingerprint } from "../../src/producer/overflow.ts";
import { groupKeys } from "../../src/refine/group.ts";
import { failure } from "../support/factories.ts";
import type { Chance } from "./chance.ts";

export const PRODUCERS = ["shop", "till"] as const;
/** Kinds of failure of each producer that come again and again. */
const KINDS = 3;
const VERSIONS = ["v1", "v2", "v3", "v4", null] as const;

export class Traffic {
  /** What the queue has not delivered for good. */
  readonly waiting: Message[] = [];
  /** Counts of all failure messages that were ever sent, by their id. */
  readonly sent = new Map<string, number>();
  /** Fingerprints that may have an incident. */
  readonly fingerprints = new Set<string>(PRODUCERS.map(overflowFingerprint));
  readonly #chance: Chance;
  #nth = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** One fault on one of its routes; now and then a throw with its echo in the other Worker. */
  fail(now: number): void {
    if (this.#chance.happens(0.2)) {
      this.#send("till", "echoed 0", now);
      this.#send("shop", "echoed 1", now);
      return;
    }
    const producer = this.#chance.oneOf(PRODUCERS);
    this.#send(producer, `fault ${this.#chance.upTo(KINDS - 1)}`, now);
  }

  /** More new kinds of failure at once than a producer may begin incidents for; their fingerprints. */
  burst(now: number, kinds: number): readonly string[] {
    const producer = this.#chance.oneOf(PRODUCERS);
    const nth = this.#nth;
    return Array.from({ length: kinds }, (_, kind) =>
      this.#send(producer, `burst ${nth} ${kind}`, now),
    );
  }

  sight(now: number): void {
    const version = this.#chance.oneOf(VERSIONS) ?? "v1";
    const producer = this.#chance.oneOf(PRODUCERS);
    this.#nth += 1;
    this.waiting.push({ v: 1, kind: "sighting", id: `s${this.#nth}`, producer, version, at: now });
  }

  /** A batch of what waits, from anywhere and in any order. Some of it will come once more. */
  take(): readonly Message[] {
    const batch: Message[] = [];
    const size = 1 + this.#chance.upTo(19);
    while (batch.length < size && this.waiting.length > 0) {
      const place = this.#chance.upTo(this.waiting.length - 1);
      const isKept = this.#chance.happens(0.2);
      const [message] = isKept ? this.waiting.slice(place) : this.waiting.splice(place, 1);
      if (message !== undefined) batch.push(message);
    }
    return batch;
  }

  #send(producer: string, text: string, now: number): string {
    this.#nth += 1;
    const id = `m${this.#nth}`;
    const count = 1 + this.#chance.upTo(3);
    const version = this.#chance.oneOf(VERSIONS);
    // Half of the kinds have no frame of the producer's own: they settle later.
    const frame = text.endsWith("1") ? null : "charge@src/pay.ts";
    const route = `GET /${this.#chance.upTo(1)}`;
    // Both halves of a throw say the same.
    const message = text.startsWith("echoed") ? "echoed" : text;
    const grouping = { ...failure().grouping, producer, route, message, frame };
    const keys = groupKeys(grouping);
    const at = now - this.#chance.upTo(60_000);
    const sample: Failure = {
      ...failure({ grouping }),
      ...keys,
      version: version === null || version === undefined ? null : { id: version, tag: null },
      at,
    };
    this.sent.set(id, count);
    this.fingerprints.add(keys.fingerprint);
    this.waiting.push({
      v: 1,
      kind: "failure",
      id,
      fingerprint: keys.fingerprint,
      count,
      firstAt: at,
      lastAt: at,
      samples: [sample],
    });
    return keys.fingerprint;
  }
}
