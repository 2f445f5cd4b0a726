import { describe, expect, it } from "vitest";
import { ticketId } from "../../src/incident/ticket-id.ts";

describe("ticketId", () => {
  it("is a UUID v4, which is what Linear takes", () => {
    expect(ticketId("key", 1)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it("is the same for who asks again, and another for another ticket key or episode", () => {
    const ids = [ticketId("key", 1), ticketId("key", 2), ticketId("other", 1)];
    expect(new Set(ids).size).toBe(3);
    expect([ticketId("key", 1), ticketId("key", 2), ticketId("other", 1)]).toEqual(ids);
  });
});
