// What anybody writes into any field of a trace, on its way through the very functions of production:
// on a ticket it may stand in code and nowhere else.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { previewTickets } from "../../src/inspect/preview.ts";
import type { Preview } from "../../src/inspect/preview.ts";
import { readSettings } from "../../src/settings.ts";
import { TICKET_CASES } from "../fixtures/tickets/traces.ts";
import { outsideCode } from "../support/outside-code.ts";
import { MARKER, WRAPS } from "../support/wraps.ts";

const SETTINGS = readSettings({
  LINEAR_API_KEY: "none",
  LINEAR_TEAM: "ENG",
  LINEAR_AGENT: "agent",
  PUBLIC_URL: "https://outerloop.example",
});
const REFINE = {
  unnamedProducer: "unnamed",
  ownWorkers: new Set<string>(),
  rules: [],
  redactKeys: [],
};

function previews(traces: readonly object[]): readonly Preview[] {
  return previewTickets(JSON.stringify(traces), REFINE, SETTINGS, 0).filter(
    (line) => "title" in line,
  );
}

/** Every place of a trace that holds a text, as a path. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]));
}

function withText(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  const inner = Object.entries(value as object).map(([name, old]) => [
    name,
    name === key ? withText(old, rest, text) : old,
  ]);
  return Array.isArray(value) ? inner.map(([, one]) => one) : Object.fromEntries(inner);
}

// Plain characters in a few words; never what would be markup, a mention or a link.
const TITLE = /^[\w./:*,~%$ -]{1,160}$/;

describe.each(TICKET_CASES)("the ticket of $name", ({ traces }) => {
  const [trace] = traces;

  it.each(places(trace).map((path) => [path.join("."), path] as const))(
    "lets what stands in %s out of no code",
    (_name, path) => {
      for (const wrap of WRAPS) {
        const hostile = withText(trace, path, wrap(MARKER)) as object;
        for (const { title, description } of previews([hostile])) {
          expect(outsideCode(description)).not.toContain(MARKER);
          expect(title).toMatch(TITLE);
        }
      }
    },
  );
});

describe("a ticket", () => {
  it("contains any text in any field, wrapped in any way", () => {
    const cases = fc.constantFrom(...TICKET_CASES.map(({ traces }) => traces[0] ?? {}));
    const text = fc
      .array(fc.oneof(fc.constantFrom(...WRAPS.map((wrap) => wrap(MARKER))), fc.string()), {
        maxLength: 4,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(cases, fc.nat(), text, (trace, at, hostile) => {
        const all = places(trace);
        const path = all[at % all.length] ?? [];
        for (const { title, description } of previews([withText(trace, path, hostile) as object])) {
          expect(outsideCode(description)).not.toContain(MARKER);
          expect(title).toMatch(TITLE);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is bounded, whatever the size of what it is made of", () => {
    const big = "word ".repeat(60_000);
    for (const { traces } of TICKET_CASES) {
      for (const path of places(traces[0])) {
        for (const { description } of previews([withText(traces[0], path, big) as object])) {
          expect(description.length).toBeLessThan(20_000);
        }
      }
    }
  });
});
