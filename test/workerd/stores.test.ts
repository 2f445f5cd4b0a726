import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { IndexStore } from "../../src/inspect/index-store.ts";
import { DeadLetterStore } from "../../src/intake/dead-letter-store.ts";
import type { DeadLetter } from "../../src/failure/dead-letter.ts";
import { DEAD_LETTER_UNITS_MAX, DEAD_LETTERS_MAX } from "../../src/limits.ts";
import { AT } from "../support/factories.ts";
import { fingerprintsOf, line, listQuery } from "../support/lists.ts";

function letter(id: string, over: Partial<DeadLetter> = {}): DeadLetter {
  return { id, queue: "outerloop-failures", reason: "v: invalid", body: "{}", sentAt: AT, ...over };
}

// Each test has a fresh object, and the real SQLite in it.
let nth = 0;
function inFreshObject<Seen>(look: (storage: DurableObjectStorage) => Seen): Promise<Seen> {
  nth += 1;
  const stub = env.DEAD_LETTER.getByName(`store ${nth}`);
  return runInDurableObject(stub, (_instance, { storage }) => look(storage));
}

function tables(storage: DurableObjectStorage): readonly string[] {
  return storage.sql
    .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .toArray()
    .map(({ name }) => name);
}

describe("IndexStore", () => {
  it("is empty at first, and a look at it writes nothing", async () => {
    const seen = await inFreshObject((storage) => {
      const store = new IndexStore(storage);
      return [store.list(listQuery(), true), store.countByPhase(), tables(storage)];
    });
    expect(seen).toEqual([{ lines: [], next: null }, {}, []]);
  });

  it("lists the incidents that failed last first, and no more than it was asked for", async () => {
    const listed = await inFreshObject((storage) => {
      const store = new IndexStore(storage);
      store.put(line("b", { lastAt: AT + 2 }));
      store.put(line("a", { lastAt: AT + 1 }));
      store.put(line("c", { lastAt: AT + 3 }));
      return fingerprintsOf(store.list(listQuery({ limit: 2 }), true));
    });
    expect(listed).toEqual(["c", "b"]);
  });

  it("has an incident once, as it was told last", async () => {
    const told = line("a", { phase: "ticketed", count: 9, lastAt: AT + 9 });
    const listed = await inFreshObject((storage) => {
      const store = new IndexStore(storage);
      store.put(line("a"));
      store.put(told);
      return store.list(listQuery(), true).lines;
    });
    expect(listed).toEqual([told]);
  });

  it("counts the incidents of each phase", async () => {
    const counted = await inFreshObject((storage) => {
      const store = new IndexStore(storage);
      store.put(line("a"));
      store.put(line("b", { phase: "ticketed" }));
      store.put(line("c", { phase: "ticketed" }));
      return store.countByPhase();
    });
    expect(counted).toEqual({ collecting: 1, ticketed: 2 });
  });

  it("remembers when its object comes back", async () => {
    const listed = await inFreshObject((storage) => {
      new IndexStore(storage).put(line("a"));
      return new IndexStore(storage).list(listQuery(), true).lines;
    });
    expect(listed).toEqual([line("a")]);
  });
});

describe("DeadLetterStore", () => {
  it("is empty at first, and a look at it writes nothing", async () => {
    const seen = await inFreshObject((storage) => [
      new DeadLetterStore(storage).count(),
      tables(storage),
    ]);
    expect(seen).toEqual([0, []]);
  });

  it("counts what it keeps, and each letter once", async () => {
    const counted = await inFreshObject((storage) => {
      const store = new DeadLetterStore(storage);
      store.keep([letter("a"), letter("b")], AT);
      store.keep([letter("b"), letter("c")], AT + 1);
      return [store.count(), new DeadLetterStore(storage).count()];
    });
    expect(counted).toEqual([3, 3]);
  });

  it("keeps a letter whole: what it says, why, and when it was sent and kept", async () => {
    const rows = await inFreshObject((storage) => {
      new DeadLetterStore(storage).keep([letter("a", { body: '"語"' })], AT + 5);
      return storage.sql.exec("SELECT * FROM letter").toArray();
    });
    expect(rows).toEqual([
      {
        id: "a",
        queue: "outerloop-failures",
        reason: "v: invalid",
        body: '"語"',
        sent_at: AT,
        kept_at: AT + 5,
      },
    ]);
  });

  it("keeps no more than its limit: the oldest leave first", async () => {
    const [count, first] = await inFreshObject((storage) => {
      const store = new DeadLetterStore(storage);
      for (let n = 0; n < DEAD_LETTERS_MAX + 5; n += 1) store.keep([letter(`m${n}`)], AT + n);
      const oldest = storage.sql.exec("SELECT id FROM letter ORDER BY kept_at LIMIT 1").one();
      return [store.count(), oldest["id"]];
    });
    expect([count, first]).toEqual([DEAD_LETTERS_MAX, "m5"]);
  });

  it("keeps the later ones of a single batch that is too large", async () => {
    const [count, oldest] = await inFreshObject((storage) => {
      const store = new DeadLetterStore(storage);
      const many = Array.from({ length: DEAD_LETTERS_MAX + 5 }, (_, n) =>
        letter(`m${String(10_000 - n)}`, { sentAt: AT + n }),
      );
      store.keep(many, AT);
      const first = storage.sql.exec("SELECT min(sent_at) AS at FROM letter").one();
      return [store.count(), Number(first["at"]) - AT];
    });
    expect([count, oldest]).toEqual([DEAD_LETTERS_MAX, 5]);
  });

  it("cuts a body that is larger than a message can be", async () => {
    const length = await inFreshObject((storage) => {
      const body = "x".repeat(2 * DEAD_LETTER_UNITS_MAX);
      new DeadLetterStore(storage).keep([letter("a", { body })], AT);
      return storage.sql.exec("SELECT length(body) AS n FROM letter").one()["n"];
    });
    expect(length).toBe(DEAD_LETTER_UNITS_MAX);
  });
});
