import { describe, expect, it } from "vitest";
import { KEYS_REMEMBERED_MAX, LOOKUP_MEMORY_MS, LOOKUPS_MAX } from "../../src/limits.ts";
import { KeptLookups } from "../../src/ticket/kept-lookups.ts";
import { KeyMemories } from "../../src/ticket/key-memory.ts";
import { AT } from "../support/factories.ts";

// Whoever asks, in these words and at this time, and how often Linear was asked for it.
function asking(): {
  lookups: KeptLookups;
  ask: (what: string, at?: number, fails?: boolean) => Promise<string>;
  asked: string[];
} {
  const lookups = new KeptLookups();
  const asked: string[] = [];
  return {
    lookups,
    asked,
    ask: (what, at = AT, fails = false) =>
      lookups.keeper(() => at)(what, async () => {
        asked.push(what);
        if (fails) throw new Error("no answer");
        return `id ${asked.length}`;
      }),
  };
}

describe("KeptLookups", () => {
  it("asks once for what is asked again soon", async () => {
    const { ask, asked } = asking();
    expect(await ask("team ENG")).toBe("id 1");
    expect(await ask("team ENG", AT + LOOKUP_MEMORY_MS - 1)).toBe("id 1");
    expect(await ask("team OPS")).toBe("id 2");
    expect(asked).toEqual(["team ENG", "team OPS"]);
  });

  it("asks again after a while", async () => {
    const { ask } = asking();
    await ask("team ENG");
    expect(await ask("team ENG", AT + LOOKUP_MEMORY_MS)).toBe("id 2");
    expect(await ask("team ENG", AT + 2 * LOOKUP_MEMORY_MS - 1)).toBe("id 2");
  });

  it("asks again where the clock was set back", async () => {
    const { ask } = asking();
    await ask("team ENG");
    expect(await ask("team ENG", AT - 1)).toBe("id 2");
  });

  it("keeps no failure", async () => {
    const { ask } = asking();
    await expect(ask("team ENG", AT, true)).rejects.toThrow("no answer");
    expect(await ask("team ENG")).toBe("id 2");
  });

  it("asks anew for all of it once something was refused", async () => {
    const { ask, lookups } = asking();
    await ask("team ENG");
    await ask("label production");
    lookups.forget();
    expect([await ask("team ENG"), await ask("label production")]).toEqual(["id 3", "id 4"]);
  });

  it("forgets the oldest where there is too much", async () => {
    const { ask } = asking();
    for (let nth = 0; nth <= LOOKUPS_MAX; nth += 1) {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      await ask(`label ${nth}`);
    }
    expect(await ask("label 1")).toBe("id 2");
    expect(await ask("label 0")).toBe(`id ${LOOKUPS_MAX + 2}`);
  });
});

describe("KeyMemories", () => {
  const apiUrl = "https://linear.example/graphql";

  it("knows a key and an address again, and takes no other for them", () => {
    const memories = new KeyMemories();
    const memory = memories.of({ apiUrl, apiKey: "a" });
    expect(memories.of({ apiUrl, apiKey: "a" })).toBe(memory);
    expect(memories.of({ apiUrl, apiKey: "b" })).not.toBe(memory);
    expect(memories.of({ apiUrl: `${apiUrl}/eu`, apiKey: "a" })).not.toBe(memory);
  });

  it("forgets the key that it knew first where there are too many", () => {
    const memories = new KeyMemories();
    const first = memories.of({ apiUrl, apiKey: "0" });
    const second = memories.of({ apiUrl, apiKey: "1" });
    for (let nth = 2; nth <= KEYS_REMEMBERED_MAX; nth += 1)
      memories.of({ apiUrl, apiKey: `${nth}` });
    expect(memories.of({ apiUrl, apiKey: "1" })).toBe(second);
    expect(memories.of({ apiUrl, apiKey: "0" })).not.toBe(first);
  });
});
