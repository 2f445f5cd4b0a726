// Any order of claims, ends, appointments and hours, over the real SQL.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import type { Claim, Grant } from "../../src/incident/claim.ts";
import { claim, HOUR, newDesk, POLICY } from "./claims.ts";

const HOUR_MS = 3_600_000;
const NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;
const KEYS = ["k1", "k2", "k3", "k4", "k5"] as const;

// Which producer, ticket key and words an incident has is its own and does not change.
interface Nature {
  readonly key: (typeof KEYS)[number];
  readonly producer: "shop" | "till";
  readonly echoKey: "x" | "y";
  readonly hasFrame: boolean;
  readonly firstAt: number;
}

const nature: fc.Arbitrary<Nature> = fc.record({
  key: fc.constantFrom(...KEYS),
  producer: fc.constantFrom("shop", "till"),
  echoKey: fc.constantFrom("x", "y"),
  hasFrame: fc.boolean(),
  firstAt: fc.integer({ min: 0, max: 3 }).map((n) => HOUR + n * 3_000),
});

const name = fc.constantFrom(...NAMES);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("claim" as const),
      who: name,
      isUrgent: fc.boolean(),
      isAlone: fc.boolean(),
      count: fc.nat(20),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("leave" as const), who: name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("appoint" as const), who: name, to: name }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("time" as const),
      ms: fc.integer({ min: 0, max: HOUR_MS }),
    }),
  },
);

/** Incidents as the desk's rules suppose them: each remembers whom it follows, and asks again. */
class World {
  readonly desk: Desk = newDesk();
  readonly following = new Map<string, string>();
  readonly waiting = new Set<string>();
  readonly natures: readonly Nature[];
  readonly paid = new Map<string, number>();
  readonly known = new Set<string>();
  at = HOUR;

  constructor(natures: readonly Nature[]) {
    this.natures = natures;
  }

  natureOf(who: (typeof NAMES)[number]): Nature {
    const known = this.natures[NAMES.indexOf(who)];
    if (known === undefined) throw new Error(`nobody knows ${who}`);
    return known;
  }

  claimOf(who: (typeof NAMES)[number], over: Partial<Claim> = {}): Claim {
    const { key, producer, echoKey, hasFrame, firstAt } = this.natureOf(who);
    const followed = this.following.get(who) ?? null;
    const isGone = followed !== null && !this.owners().has(followed);
    return claim(who, {
      ticketKey: key,
      producer,
      echoKey,
      hasFrame,
      firstAt,
      lastAt: firstAt,
      orphanOf: isGone ? followed : null,
      ...over,
    });
  }

  claim(who: (typeof NAMES)[number], over: Partial<Claim>): Grant {
    const asked = this.claimOf(who, over);
    const grant = this.desk.claim(asked, this.at);
    this.following.delete(who);
    this.waiting.delete(who);
    if (grant.kind === "follow") this.following.set(who, grant.owner);
    if (grant.kind === "wait") this.waiting.add(who);
    if (grant.kind === "own" && !this.known.has(asked.ticketKey)) {
      this.known.add(asked.ticketKey);
      const place = `${asked.producer} ${Math.floor(this.at / HOUR_MS)}`;
      if (!asked.isUrgent) this.paid.set(place, (this.paid.get(place) ?? 0) + 1);
    }
    return grant;
  }

  leave(who: string): void {
    this.desk.leave(who, this.at);
    this.following.delete(who);
    this.waiting.delete(who);
  }

  /** Everybody who owns a ticket, asked of the desk itself: it answers an owner with its ticket. */
  owners(): ReadonlySet<string> {
    return new Set(this.ownerOfKey().values());
  }

  ownerOfKey(): ReadonlyMap<string, string> {
    // `opened` tells owners from others and changes nothing that matters here.
    const issue = { ticketId: "id", identifier: "ENG-1", url: "" };
    return new Map(
      NAMES.flatMap((fingerprint) =>
        KEYS.filter((ticketKey) =>
          this.desk.opened({ ...issue, ticketKey, fingerprint, episode: 1 }, this.at),
        ).map((ticketKey) => [ticketKey, fingerprint] as const),
      ),
    );
  }

  ownerships(): number {
    const issue = { ticketId: "id", identifier: "ENG-1", url: "" };
    return NAMES.flatMap((fingerprint) =>
      KEYS.filter((ticketKey) =>
        this.desk.opened({ ...issue, ticketKey, fingerprint, episode: 1 }, this.at),
      ),
    ).length;
  }
}

describe("the desk, in any order", () => {
  it("has one owner a key, leads every follower to one, lists who waits and keeps the budget", () => {
    fc.assert(
      fc.property(
        fc.array(nature, { minLength: NAMES.length, maxLength: NAMES.length }),
        fc.array(step, { maxLength: 40 }),
        (natures, steps) => {
          const world = new World(natures);
          for (const next of steps) {
            if (next.do === "time") world.at += next.ms;
            if (next.do === "leave") world.leave(next.who);
            if (next.do === "appoint") {
              const { key } = world.natureOf(next.who);
              const followers = world.desk.followersOf(key);
              const owner = world.ownerOfKey().get(key);
              const isOwner = owner === next.who;
              const done = world.desk.appoint(key, next.who, next.to, world.at);
              const isGiven = isOwner && (followers.includes(next.to) || next.to === next.who);
              expect(done).toBe(isGiven || owner === next.to);
              if (done) expect(world.ownerOfKey().get(key)).toBe(next.to);
            }
            if (next.do === "claim") {
              const { isUrgent, isAlone, count } = next;
              const grant = world.claim(next.who, { isUrgent, isAlone, count });
              const owners = world.ownerOfKey();
              // Nobody is lost: it owns its ticket, follows one who does, or is listed.
              if (grant.kind === "own") {
                expect(owners.get(world.natureOf(next.who).key)).toBe(next.who);
              }
              if (grant.kind === "follow") {
                expect([...owners.values()]).toContain(grant.owner);
                expect(grant.owner).not.toBe(next.who);
              }
              if (grant.kind === "wait") {
                expect(isUrgent).toBe(false);
                expect(grant.until).toBeGreaterThan(world.at);
              }
              // Asked again, as after a lost answer, it says the same and takes nothing.
              expect(
                world.desk.claim(world.claimOf(next.who, { isUrgent, isAlone, count }), world.at),
              ).toEqual(grant);
            }
            // At most one owner a key, and at most one key an owner.
            expect(world.ownerships()).toBe(world.owners().size);
            const listed = ["shop", "till"].flatMap((producer) =>
              world.desk.waiting.of(producer).map(({ fingerprint }) => fingerprint),
            );
            expect(new Set(listed)).toEqual(world.waiting);
            expect(Math.max(0, ...world.paid.values())).toBeLessThanOrEqual(POLICY.ticketsPerHour);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("gives the ticket to one orphan, and lets all others follow that one", () => {
    const order = fc.shuffledSubarray(["b", "c", "d", "e"], { minLength: 2 });
    fc.assert(
      fc.property(order, (orphans) => {
        const desk = newDesk();
        for (const who of ["a", ...orphans]) desk.claim(claim(who, { ticketKey: "k" }), HOUR);
        const grants = orphans.map((who) =>
          desk.claim(claim(who, { ticketKey: "k", orphanOf: "a" }), HOUR),
        );
        expect(grants.map((grant) => (grant.kind === "follow" ? grant.owner : grant.kind))).toEqual(
          orphans.map((_who, n) => (n === 0 ? "own" : orphans[0])),
        );
      }),
    );
  });
});
