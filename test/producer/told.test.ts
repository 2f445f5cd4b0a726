import { describe, expect, it } from "vitest";
import { newsOf, rememberTold } from "../../src/producer/told.ts";
import { HEARD_MEMORY_MAX, HEARD_ROW_MS } from "../../src/limits.ts";
import type { Heard, HeardFact } from "../../src/producer/heard.ts";
import { AT } from "../support/factories.ts";

function heard(name: string, at: number, ...facts: readonly HeardFact[]): Heard {
  return { kind: "producer", name, at, facts };
}

describe("what an isolate tells the index", () => {
  const told = (...words: readonly Heard[]): Map<string, number> => {
    const memory = new Map<string, number>();
    rememberTold(memory, words);
    return memory;
  };

  it("is all at first", () => {
    const first = [heard("shop", AT, "failed"), heard("till", AT)];
    expect(newsOf(new Map(), first)).toEqual(first);
  });

  it("is nothing of what was told within ten minutes, and all of it after them", () => {
    const memory = told(heard("shop", AT, "failed"));
    expect(newsOf(memory, [heard("shop", AT + HEARD_ROW_MS - 1, "failed")])).toEqual([]);
    const later = heard("shop", AT + HEARD_ROW_MS, "failed");
    expect(newsOf(memory, [later])).toEqual([later]);
  });

  it("is at once what is new of a producer, and of another", () => {
    const memory = told(heard("shop", AT, "failed"));
    expect(newsOf(memory, [heard("shop", AT + 1, "failed", "rejected")])).toEqual([
      heard("shop", AT + 1, "rejected"),
    ]);
    expect(newsOf(memory, [heard("till", AT + 1)])).toEqual([heard("till", AT + 1)]);
    const queue: Heard = { kind: "queue", name: "shop", at: AT + 1 };
    expect(newsOf(memory, [queue])).toEqual([{ ...queue, facts: [] }]);
  });

  it("is remembered within a bound: what was told longest ago is forgotten", () => {
    const memory = told(heard("first", AT), heard("second", AT));
    rememberTold(memory, [heard("first", AT)]);
    for (let n = 0; n < HEARD_MEMORY_MAX - 1; n += 1) rememberTold(memory, [heard(`${n}`, AT)]);
    expect(memory.size).toBe(HEARD_MEMORY_MAX);
    expect(newsOf(memory, [heard("first", AT)])).toEqual([]);
    expect(newsOf(memory, [heard("second", AT)])).toHaveLength(1);
  });
});
