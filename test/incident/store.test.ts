// The SQL of the outbox, on Node's SQLite; the same statements run on workerd in test/workerd.
import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/incident/effect.ts";
import { INCIDENT_SCHEMA, IncidentStore } from "../../src/incident/store.ts";
import { applySchema } from "../../src/sqlite-schema.ts";
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
  const row = store.next(AT + 1);
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
    store.postpone(begin(store), AT + 60_000, "no answer", null);
    store.enqueue(open, AT + 1);
    expect(store.next(AT + 59_999)).toBeNull();
    expect(store.next(AT + 60_000)).toMatchObject({ tries: 1, problem: "no answer" });
  });

  it("keeps what would help to mend it for as long as the problem", () => {
    const store = stored(open);
    store.postpone(begin(store), AT + 1, "no such team", "teams: ENG");
    expect(store.outbox()).toMatchObject([{ problem: "no such team", detail: "teams: ENG" }]);
    store.postpone(begin(store), AT + 2, "no answer", null);
    expect(store.outbox()).toMatchObject([{ problem: "no answer", detail: null }]);
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

  it("is read on where an older deploy wrote it, which knew no names to tell", () => {
    const storage = nodeStorage();
    applySchema(storage.sql, INCIDENT_SCHEMA.slice(0, 1));
    storage.sql.exec(
      `INSERT INTO outbox (key, seq, effect, tries, due_at, since, problem)
       VALUES ('ticket t1', 1, ?, 2, ?, ?, 'no answer')`,
      JSON.stringify(open),
      AT,
      AT,
    );
    const store = new IncidentStore(storage);
    expect(store.outbox()).toMatchObject([{ problem: "no answer", detail: null, tries: 2 }]);
    store.postpone(begin(store), AT, "no such team", "teams: ENG");
    expect(store.outbox()).toMatchObject([{ detail: "teams: ENG" }]);
  });

  it("was never over where there was nothing", () => {
    expect(new IncidentStore(nodeStorage()).isOver()).toBe(false);
  });
});
