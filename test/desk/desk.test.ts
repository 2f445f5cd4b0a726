import { describe, expect, it } from "vitest";
import { Desk } from "../../src/desk/desk.ts";
import { TICKET_KEY_REMEMBERED_MS } from "../../src/limits.ts";
import { nodeStorage } from "../support/node-storage.ts";
import { claim, HOUR, newDesk, POLICY } from "./claims.ts";

const KEY = { ticketKey: "k" };
const ENG_1 = { ticketId: "id 1", identifier: "ENG-1", url: "https://linear.example/ENG-1" };
const ENG_2 = { ticketId: "id 2", identifier: "ENG-2", url: "https://linear.example/ENG-2" };

describe("Desk", () => {
  it("writes nothing at a look, nor where somebody leaves who never came", () => {
    const storage = nodeStorage();
    const desk = new Desk(storage, POLICY);
    desk.leave("a", HOUR);
    expect(desk.opened({ ...KEY, ...ENG_1, fingerprint: "a", episode: 1 }, HOUR)).toBe(false);
    expect(desk.appoint("k", "a", "b", HOUR)).toBe(false);
    expect([desk.ownerOf("id 1"), desk.followersOf("k")]).toEqual([null, []]);
    expect(desk.counts()).toEqual({ tickets: 0, waiting: [], problems: [] });
    expect(storage.sql.exec("SELECT name FROM sqlite_master").toArray()).toEqual([]);
  });

  it("remembers everything when its object comes back", () => {
    const storage = nodeStorage();
    new Desk(storage, POLICY).claim(claim("a", KEY), HOUR);
    const back = new Desk(storage, POLICY);
    expect(back.claim(claim("b", KEY), HOUR)).toMatchObject({ kind: "follow", owner: "a" });
  });

  it("knows whose ticket a Linear issue is, as told by its owner only", () => {
    const desk = newDesk();
    desk.claim(claim("a", KEY), HOUR);
    desk.claim(claim("b", KEY), HOUR);
    expect(desk.opened({ ...KEY, ...ENG_1, fingerprint: "b", episode: 1 }, HOUR)).toBe(false);
    expect(desk.ownerOf("id 1")).toBeNull();
    expect(desk.opened({ ...KEY, ...ENG_1, fingerprint: "a", episode: 1 }, HOUR)).toBe(true);
    expect(desk.ownerOf("id 1")).toEqual({ ticketKey: "k", owner: "a", identifier: "ENG-1" });
    desk.leave("a", HOUR);
    expect(desk.ownerOf("id 1")).toBeNull();
  });

  it("begins an episode when its owner tells of one, and remembers the ticket before", () => {
    const desk = newDesk();
    desk.claim(claim("a", KEY), HOUR);
    desk.opened({ ...KEY, ...ENG_1, fingerprint: "a", episode: 1 }, HOUR);
    desk.opened({ ...KEY, ...ENG_2, fingerprint: "a", episode: 2 }, HOUR);
    expect(desk.opened({ ...KEY, ...ENG_1, fingerprint: "a", episode: 1 }, HOUR)).toBe(false);
    const { identifier, url } = ENG_1;
    const owned = { kind: "own", episode: 2, previous: { identifier, url } };
    expect(desk.claim(claim("a", KEY), HOUR)).toEqual(owned);
    expect([desk.ownerOf("id 1"), desk.ownerOf("id 2")?.owner]).toEqual([null, "a"]);
    // Long after both incidents are gone, the next one goes on from there.
    desk.leave("a", HOUR);
    expect(desk.claim(claim("c", KEY), HOUR + 1e9)).toEqual(owned);
  });

  it("forgets a ticket key without an owner in the end, and one with an owner never", () => {
    const desk = newDesk();
    desk.claim(claim("a", KEY), HOUR);
    desk.claim(claim("b"), HOUR);
    desk.opened({ ...KEY, ...ENG_1, fingerprint: "a", episode: 7 }, HOUR);
    desk.leave("a", HOUR);
    desk.leave("nobody", HOUR + TICKET_KEY_REMEMBERED_MS);
    expect(desk.claim(claim("a", KEY), HOUR)).toMatchObject({ episode: 7 });
    desk.leave("a", HOUR);
    desk.leave("nobody", HOUR + TICKET_KEY_REMEMBERED_MS + 1);
    const later = HOUR + TICKET_KEY_REMEMBERED_MS + 1;
    expect(desk.claim(claim("a", KEY), later)).toMatchObject({ kind: "own", episode: 1 });
    expect(desk.claim(claim("c", { ticketKey: "family of b" }), later)).toMatchObject({
      owner: "b",
    });
  });

  it("names the followers, who failed last first, and gives one of them the ticket", () => {
    const desk = newDesk();
    desk.claim(claim("a", { ...KEY, lastAt: HOUR + 9 }), HOUR);
    desk.claim(claim("b", { ...KEY, lastAt: HOUR + 1 }), HOUR);
    desk.claim(claim("c", { ...KEY, lastAt: HOUR + 2 }), HOUR);
    const echo = claim("e", { hasFrame: false, producer: "till", echoKey: "words" });
    expect(desk.claim(echo, HOUR)).toMatchObject({ owner: "a", why: "echo" });
    expect(desk.followersOf("k")).toEqual(["c", "b"]);
    // An echo has another ticket key: it could not know whose ticket it got.
    for (const to of ["e", "nobody"]) expect(desk.appoint("k", "a", to, HOUR)).toBe(false);
    expect(desk.appoint("k", "b", "c", HOUR)).toBe(false);
    expect(desk.appoint("k", "a", "c", HOUR)).toBe(true);
    expect(desk.followersOf("k")).toEqual(["a", "b"]);
    expect(desk.claim(claim("c", KEY), HOUR)).toMatchObject({ kind: "own" });
    expect(desk.claim(claim("a", KEY), HOUR)).toMatchObject({ kind: "follow", owner: "c" });
    expect(desk.claim({ ...echo, orphanOf: "a" }, HOUR)).toMatchObject({ owner: "c", why: "echo" });
  });

  it("lets its producer claim under another key where TICKET_PER was changed", () => {
    const desk = newDesk();
    desk.claim(claim("a", KEY), HOUR);
    desk.claim(claim("a", { ticketKey: "a" }), HOUR);
    expect(desk.claim(claim("b", KEY), HOUR)).toMatchObject({ kind: "own" });
  });

  it("finds an echo only while the claim with frames is remembered", () => {
    const desk = newDesk();
    const echo = claim("e", { hasFrame: false });
    desk.claim(claim("a", { ...KEY, echoKey: "words" }), HOUR);
    const later = HOUR + 2 * POLICY.settleMs + 7_200_000;
    desk.claim(claim("z", { echoKey: "other" }), later);
    expect(desk.claim(echo, later)).toMatchObject({ why: "echo" });
    desk.leave("e", later);
    desk.claim(claim("z", { echoKey: "other" }), later + 1);
    expect(desk.claim(echo, later + 1)).toMatchObject({ kind: "own" });
  });

  it("has a ticket for each of two faults with the same words, whichever claims first", () => {
    const desk = newDesk({ ...POLICY, ticketsPerHour: 9 });
    const fault = claim("f", { hasFrame: false, firstAt: HOUR + 60_000, lastAt: HOUR + 90_000 });
    desk.claim(claim("a"), HOUR);
    expect(desk.claim(fault, HOUR)).toMatchObject({ kind: "own" });
    expect(desk.claim(claim("b", { firstAt: HOUR + 60_000 }), HOUR)).toMatchObject({ kind: "own" });
    expect(desk.claim(fault, HOUR)).toMatchObject({ kind: "own" });
  });
});

describe("those that wait", () => {
  it("are listed as they claimed last, the most frequent first, until they leave", () => {
    const desk = newDesk({ ...POLICY, ticketsPerHour: 1 });
    desk.claim(claim("a"), HOUR);
    desk.claim(claim("b", { count: 1 }), HOUR + 1);
    desk.claim(claim("c", { count: 5, route: "GET /cart" }), HOUR + 2);
    desk.claim(claim("b", { count: 9 }), HOUR + 3);
    const about = { route: "GET /orders/:id", type: "PaymentError" };
    expect(desk.waiting.of("shop")).toEqual([
      { fingerprint: "b", ...about, count: 9, since: HOUR + 1 },
      { fingerprint: "c", ...about, count: 5, since: HOUR + 2, route: "GET /cart" },
    ]);
    expect(desk.counts()).toMatchObject({ tickets: 1, waiting: [{ producer: "shop", count: 2 }] });
    desk.leave("c", HOUR + 4);
    desk.claim(claim("b"), HOUR + 3_600_000);
    expect(desk.waiting.of("shop")).toEqual([]);
  });

  it("have a list with the same mark only where it is the same list", () => {
    const desk = newDesk({ ...POLICY, ticketsPerHour: 1 });
    desk.claim(claim("a"), HOUR);
    const seen = [
      () => desk.claim(claim("b"), HOUR),
      () => desk.claim(claim("c"), HOUR),
      () => desk.claim(claim("c", { count: 2 }), HOUR),
      () => desk.leave("c", HOUR),
      () => desk.claim(claim("c"), HOUR),
      () => desk.leave("b", HOUR),
      () => desk.claim(claim("b"), HOUR),
    ].map((change) => {
      change();
      return [desk.waiting.lists()[0]?.mark, JSON.stringify(desk.waiting.of("shop"))] as const;
    });
    expect(seen).toHaveLength(7);
    for (const [mark, list] of seen) {
      expect(new Set(seen.filter((known) => known[0] === mark).map(([, of]) => of))).toEqual(
        new Set([list]),
      );
    }
    expect(new Set(seen.map(([mark]) => mark)).size).toBe(6);
  });
});

describe("a ticket that is given up", () => {
  it("is not met by the next owner: that has the next episode, and knows the one before", () => {
    const desk = new Desk(nodeStorage(), { ticketsPerHour: 9, settleMs: 30_000 });
    const first = claim("first");
    desk.claim(first, HOUR);
    const issue = { ticketId: "t1", identifier: "ENG-1", url: "https://linear.example/ENG-1" };
    const { ticketKey, fingerprint } = first;
    desk.opened({ ticketKey, fingerprint, episode: 1, ...issue }, HOUR);
    desk.leave(fingerprint, HOUR, 2);
    expect(desk.claim({ ...first, fingerprint: "second" }, HOUR)).toEqual({
      kind: "own",
      episode: 2,
      previous: { identifier: "ENG-1", url: "https://linear.example/ENG-1" },
    });
  });
});
