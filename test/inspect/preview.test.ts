import { describe, expect, it } from "vitest";
import { previewTickets } from "../../src/inspect/preview.ts";
import type { Preview } from "../../src/inspect/preview.ts";
import { readSettings } from "../../src/settings.ts";
import type { SettingsEnv } from "../../src/settings.ts";
import { TICKET_CASES } from "../fixtures/tickets/traces.ts";

const REFINE = {
  unnamedProducer: "unnamed",
  ownWorkers: new Set<string>(),
  rules: [],
  redactKeys: [],
};

function preview(traces: readonly unknown[], over: SettingsEnv = {}): readonly Preview[] {
  const env = { LINEAR_API_KEY: "none", LINEAR_TEAM: "ENG", LINEAR_AGENT: "agent", ...over };
  const lines = previewTickets(JSON.stringify(traces), REFINE, readSettings(env), 0);
  return lines.filter((line) => "title" in line);
}

function tracesOf(name: string): readonly object[] {
  return TICKET_CASES.find((one) => one.name === name)?.traces ?? [];
}

describe("previewTickets", () => {
  it("makes one ticket of what is alike, and counts it", () => {
    const [only, ...more] = preview(tracesOf("exception"));
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      title: "shop: PaymentError at POST /orders/:id/*",
      priority: 2,
      labels: ["production"],
      delegate: true,
      quarantined: false,
    });
    expect(only?.description).toMatch(/^failures +4, within 3 minutes$/m);
  });

  it("makes one for each fingerprint, in the order of their first traces", () => {
    const titles = preview([
      ...tracesOf("platform"),
      ...tracesOf("exception"),
      ...tracesOf("platform"),
    ]);
    expect(titles.map(({ title }) => title)).toEqual([
      "shop: internalError at GET /",
      "shop: PaymentError at POST /orders/:id/*",
    ]);
  });

  it("makes none of healthy traces", () => {
    expect(preview([{ ...tracesOf("exception")[0], outcome: "ok", exceptions: [] }])).toEqual([]);
  });

  it("goes by the settings: who gets it, from how many on, by which rule", () => {
    expect(preview(tracesOf("exception"), { LINEAR_AGENT: "" })[0]?.delegate).toBe(false);
    const seldom = preview(tracesOf("exception"), { AGENT_MIN_COUNT: 5 })[0];
    expect(seldom?.reasons).toEqual(["fewer failures than AGENT_MIN_COUNT (5)"]);
    const RULES = [{ match: { producer: "shop" }, priority: 1, agent: false }];
    expect(preview(tracesOf("exception"), { RULES })[0]).toMatchObject({
      priority: 1,
      delegate: false,
    });
  });

  it("says in its place what is no trace", () => {
    const settings = readSettings({});
    expect(previewTickets("[1]", REFINE, settings, 0)).toEqual([
      { trace: 0, error: expect.any(String) as string },
    ]);
  });
});
