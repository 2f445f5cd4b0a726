// The SQL of the outbox, on Node's SQLite; the same statements run on workerd in test/workerd.
import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/incident/effect.ts";
import { IncidentStore } from "../../src/incident/store.ts";
import { AT, incident } from "../support/factories.ts";
import { nodeStorage } from "../support/node-storage.ts";

const open: Effect = { kind: "openTicket", ticketId: "t1" };
const withdraw: Effect = { kind: "withdrawTicket", ticketId: "t1" };

function stored(...effects: Effect[]): IncidentStore {
  const store = new IncidentStore(nodeStorage());
  store.save({ state: incident(), effects }, AT);
  return store;
}

// What is under way: the first row that is due, begun.
function begin(store: IncidentStore): ReturnType<IncidentStore["begin"]> {
  const row = store.next(AT);
  if (row === null) throw new Error("nothing is due");
  return store.begin(row);
}

describe("the outbox of IncidentStore", () => {
  it("keeps one row for two wishes of one key: the later one, with the age of the first", () => {
    const store = stored(open);
    store.enqueue(withdraw, AT + 5);
    expect(store.outbox()).toMatchObject([{ effect: withdraw, since: AT, dueAt: AT }]);
  });

  it("keeps the back-off of a wish that is renewed while it waits", () => {
    const store = stored(open);
    store.postpone(begin(store), AT + 60_000, "no answer");
    store.enqueue(open, AT + 1);
    expect(store.next(AT + 59_999)).toBeNull();
    expect(store.next(AT + 60_000)).toMatchObject({ tries: 1, problem: "no answer" });
  });

  it("is due at once for a wish that is renewed before its first try", () => {
    const store = stored();
    store.enqueue(open, AT + 60_000);
    store.enqueue(open, AT);
    expect(store.next(AT)).not.toBeNull();
  });

  it("performs a wish once more that is renewed while it is performed", () => {
    const store = stored(open);
    const underWay = begin(store);
    store.enqueue(withdraw, AT);
    store.finish(underWay, null, AT);
    expect(store.next(AT)).toMatchObject({ effect: withdraw, tries: 1 });
  });

  it("removes what is done and saves what follows, together", () => {
    const store = stored(open);
    const state = incident({ count: 9 });
    store.finish(begin(store), { state, effects: [{ kind: "updateIndex" }] }, AT);
    expect(store.load()?.count).toBe(9);
    expect(store.outbox().map(({ effect }) => effect.kind)).toEqual(["updateIndex"]);
  });

  it("is empty, and the incident gone, once it is over", () => {
    const store = stored(open);
    expect(store.isOver()).toBe(false);
    store.save({ state: null, effects: [] }, AT);
    expect([store.load(), store.outbox(), store.isOver()]).toEqual([null, [], true]);
  });

  it("was never over where there was nothing", () => {
    expect(new IncidentStore(nodeStorage()).isOver()).toBe(false);
  });
});
