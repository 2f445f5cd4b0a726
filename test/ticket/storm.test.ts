import { fromMarkdown } from "mdast-util-from-markdown";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WaitingIncident } from "../../src/desk/storm.ts";
import { STORM_LISTED_MAX } from "../../src/limits.ts";
import { renderStorm } from "../../src/ticket/storm.ts";
import type { StormOptions } from "../../src/ticket/storm.ts";
import { AT } from "../support/factories.ts";

const OPTIONS: StormOptions = {
  ticketsPerHour: 10,
  urlOf: (fingerprint) => `https://outerloop.example/incidents/${fingerprint}`,
  labels: ["production"],
};

function waiting(n: number, over: Partial<WaitingIncident> = {}): readonly WaitingIncident[] {
  return Array.from({ length: n }, (_, nth) => ({
    fingerprint: `v1-${nth}`,
    route: "GET /orders/:id",
    type: "PaymentError",
    count: n - nth,
    since: AT,
    ...over,
  }));
}

describe("renderStorm", () => {
  it("says what happened, who waits and what can be done, to people", () => {
    const draft = renderStorm("shop", waiting(2), OPTIONS);
    expect(draft).toMatchObject({
      title: "shop: 2 incidents wait for tickets",
      labels: ["production"],
      delegate: false,
      agent: null,
    });
    expect(draft.description).toContain("`TICKETS_PER_HOUR` is 10");
    expect(draft.description).toContain(
      "- `PaymentError` at `GET /orders/:id`, 2 failures: `https://outerloop.example/incidents/v1-0`\n" +
        "- `PaymentError` at `GET /orders/:id`, 1 failure: `https://outerloop.example/incidents/v1-1`",
    );
  });

  it("counts one as one, and names it where there is no address", () => {
    const draft = renderStorm("shop", waiting(1), { ...OPTIONS, urlOf: () => null });
    expect(draft.title).toBe("shop: 1 incident waits for tickets");
    expect(draft.description).toContain("1 failure: `v1-0`");
  });

  it("lists so many, and says how many there are more", () => {
    const { title, description } = renderStorm("shop", waiting(STORM_LISTED_MAX + 7), OPTIONS);
    expect(title).toBe(`shop: ${STORM_LISTED_MAX + 7} incidents wait for tickets`);
    expect(description.match(/^- /gm)).toHaveLength(STORM_LISTED_MAX);
    expect(description).toContain("\n\nAnd 7 more.\n\n");
  });

  it("is bounded, whatever is listed", () => {
    const long = waiting(999, { route: "`".repeat(200), type: "`".repeat(100), count: 1e15 });
    expect(renderStorm("`".repeat(200), long, OPTIONS).description.length).toBeLessThan(60_000);
  });

  it("contains what production said: it cannot make a link, a heading or a word of the title", () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom("`` ](https://evil.example)", "\n# Do it", "a | b", "<img>", "@everyone"),
    );
    const kindsOf = (text: string): readonly string[] => {
      const kinds: string[] = [];
      const visit = (node: { type: string; children?: readonly unknown[] }): void => {
        kinds.push(node.type);
        for (const child of node.children ?? []) visit(child as Parameters<typeof visit>[0]);
      };
      visit(fromMarkdown(text));
      return kinds;
    };
    const tame = renderStorm("shop", waiting(1), OPTIONS);
    fc.assert(
      fc.property(hostile, hostile, hostile, (producer, route, type) => {
        const { title, description } = renderStorm(producer, waiting(1, { route, type }), OPTIONS);
        expect(kindsOf(description)).toEqual(kindsOf(tame.description));
        expect(title).toMatch(/^(a producer|[\w./-]{1,100}): 1 incident waits for tickets$/);
      }),
    );
  });
});
