import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DESK_SCHEMA } from "../src/desk/schema.ts";
import { INCIDENT_SCHEMA } from "../src/incident/store.ts";
import { INDEX_SCHEMA } from "../src/inspect/index-schema.ts";
import { DEAD_LETTER_SCHEMA } from "../src/intake/dead-letter-store.ts";
import { PRODUCER_SCHEMA } from "../src/producer/store.ts";
import type { SchemaStep } from "../src/sqlite-schema.ts";

// What was deployed once stands here for good: add a line for a new step, never change one.
const RELEASED: Readonly<Record<string, readonly string[]>> = {
  incident: ["001_state_and_outbox edd1e43e42a0", "002_detail 2b3fb96ae8d2"],
  index: ["001_summary 70715a2d60d2", "002_heard 942c31968109", "003_list 35d3acf0534a"],
  "dead letter": ["001_letter 76830c9f5cbf"],
  producer: ["001_state 5b85c341f488"],
  desk: ["001_tickets 355e4a8e318e"],
};

describe.each([
  ["incident", INCIDENT_SCHEMA],
  ["index", INDEX_SCHEMA],
  ["dead letter", DEAD_LETTER_SCHEMA],
  ["producer", PRODUCER_SCHEMA],
  ["desk", DESK_SCHEMA],
] as readonly [string, readonly SchemaStep[]][])("the schema of the %s", (name, steps) => {
  it("has the steps that were released, unchanged and in their order", () => {
    const released = RELEASED[name] ?? [];
    const seen = steps.map(({ id, sql }) => `${id} ${digest(sql)}`);
    expect(seen.slice(0, released.length)).toEqual(released);
    expect(seen).toHaveLength(released.length);
  });
});

function digest(sql: string): string {
  return createHash("sha256").update(sql).digest("hex").slice(0, 12);
}
