import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/incident/effect.ts";
import { effectKey } from "../../src/incident/effect.ts";
import type { OutboxRow } from "../../src/incident/outbox.ts";
import { summarize } from "../../src/incident/summary.ts";
import { AT, incident } from "../support/factories.ts";

function waits(kind: "updateIndex" | "readVersions", over: Partial<OutboxRow> = {}): OutboxRow {
  const effect: Effect = { kind };
  const row = { key: effectKey(effect), seq: 1, effect, tries: 1, dueAt: AT, since: AT };
  return { ...row, problem: null, detail: null, ...over };
}

describe("the line of an incident", () => {
  it("tells what keeps an effect, and since when the oldest such waits", () => {
    const outbox = [
      waits("readVersions", { since: AT + 1 }),
      waits("readVersions", { since: AT + 9, problem: "no team" }),
      waits("readVersions", { since: AT + 5, problem: "no user" }),
    ];
    expect(summarize(incident(), outbox, false)).toMatchObject({
      problem: "no team",
      undoneSince: AT + 5,
    });
  });

  it("tells of nothing that waits for its time, and of no problem with telling it", () => {
    const outbox = [waits("readVersions"), waits("updateIndex", { problem: "the index is away" })];
    expect(summarize(incident(), outbox, false)).toMatchObject({
      problem: null,
      undoneSince: null,
    });
  });
});
