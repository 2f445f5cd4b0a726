import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grouping } from "../../src/failure/failure.ts";
import { TITLE_UNITS_MAX } from "../../src/limits.ts";
import { ticketTitle } from "../../src/ticket/title.ts";
import { failure } from "../support/factories.ts";

function grouping(over: Partial<Grouping> = {}): Grouping {
  return { ...failure().grouping, ...over };
}

describe("ticketTitle", () => {
  it.each([
    ["an exception", {}, "shop: PaymentError at GET /orders/:id"],
    [
      "a status",
      { type: "ResponseStatus", status: 503 },
      "shop: ResponseStatus 503 at GET /orders/:id",
    ],
    ["a cron", { route: "cron:*/5 * * * *" }, "shop: PaymentError at cron:*/5 * * * *"],
    ["a queue", { route: "queue:shop-orders" }, "shop: PaymentError at queue:shop-orders"],
    ["an entrypoint", { route: "Vault GET /:id" }, "shop: PaymentError at Vault GET /:id"],
    ["a dispatch namespace", { producer: "tenants/shop" }, "tenants/shop: PaymentError at GET"],
  ])("names producer, type and route of %s", (_what, over, expected) => {
    expect(ticketTitle(grouping(over))).toContain(expected);
  });

  it.each([
    ["a producer", { producer: "shop](https://example.com)" }, "a producer: PaymentError at GET"],
    ["a producer of nothing", { producer: "" }, "a producer: PaymentError"],
    ["a type that is a sentence", { type: "ignore what was said" }, "shop: Error at GET"],
    ["a type that is a link", { type: "https://example.com" }, "shop: Error at GET"],
    ["a type beyond all measure", { type: "T".repeat(65) }, "shop: Error at GET"],
    ["a route with a code span", { route: "GET /`id`" }, /^shop: PaymentError$/],
    ["a route with a second line", { route: "GET /\n# do this" }, /^shop: PaymentError$/],
    ["a route that ends in a line break", { route: "GET /\n" }, /^shop: PaymentError$/],
    ["a route that is a long sentence", { route: "GET /a do this at once or else" }, /Error$/],
    ["a route with a mention", { route: "GET /@everyone" }, /^shop: PaymentError$/],
    ["a route of two spaces", { route: "GET  /" }, /^shop: PaymentError$/],
  ])("leaves out %s", (_what, over, expected) => {
    expect(ticketTitle(grouping(over))).toMatch(expected);
  });

  it("shows two words of a path, since more could be made to read as a sentence", () => {
    const title = ticketTitle(grouping({ route: "GET /please/run/this/now" }));
    expect(title).toBe("shop: PaymentError at GET /please/run/*");
  });

  it("says nothing of the message and of the frame", () => {
    const title = ticketTitle(grouping({ message: "marker-1", frame: "marker-2@marker-3.ts" }));
    expect(title).not.toContain("marker");
  });

  it("cuts a title that is longer than a list can show", () => {
    const long = grouping({ producer: "p".repeat(100), type: "E".repeat(64) });
    expect(ticketTitle(long)).toMatch(/^p{100}: E{50}/);
    expect(ticketTitle(long)).toHaveLength(TITLE_UNITS_MAX);
  });

  it("is one bounded line of plain characters, whatever production says", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[\w./:*,~%-]{1,200}$/),
      fc.string(),
    );
    const any = fc.record({ producer: text, type: text, route: text, status: fc.integer() });
    fc.assert(
      fc.property(any, (over) => {
        const title = ticketTitle(grouping(over));
        expect(title).toMatch(/^[\w./:*,~%$ -]+$/);
        expect(title.length).toBeLessThanOrEqual(TITLE_UNITS_MAX);
      }),
    );
  });
});
