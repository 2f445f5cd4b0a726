import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWebhook } from "../../src/inspect/read-webhook.ts";
import { failed, ok } from "../../src/result.ts";
import { AT } from "../support/factories.ts";

const ID = "0c7c5c3e-3a5e-4b0e-9d6f-000000000001";
const SESSION = { id: "7d1a1b66-0000-4000-8000-000000000002", issueId: ID };

function webhook(over: object): object {
  return { action: "update", webhookTimestamp: AT, ...over };
}

describe("readWebhook", () => {
  it.each([
    ["an issue", { type: "Issue", data: { id: ID, title: "…" } }],
    ["an agent's session", { type: "AgentSession", data: SESSION }],
    ["what an agent is told", { type: "AgentSessionEvent", agentSession: SESSION }],
  ])("finds the ticket of %s, and when it was sent", (_what, over) => {
    expect(readWebhook(webhook(over))).toEqual(ok({ ticketId: ID, sentAt: AT }));
  });

  it.each([
    ["a session without an issue", { type: "AgentSession", data: { id: ID } }],
    ["a session on no issue", { type: "AgentSessionEvent", agentSession: { issueId: null } }],
    ["a comment", { type: "Comment", data: { id: ID, issueId: ID } }],
    ["an issue under its other name", { type: "Issue", data: { id: "ENG-12" } }],
    ["an id with more behind it", { type: "Issue", data: { id: `${ID}0` } }],
    ["an id on the second line", { type: "Issue", data: { id: `\n${ID}` } }],
    ["an id of a megabyte", { type: "Issue", data: { id: "0".repeat(1_000_000) } }],
    ["an id in capitals, as none of ours is", { type: "Issue", data: { id: ID.toUpperCase() } }],
    ["a type that nobody knows", { type: "Somethingelse" }],
    ["a type that every object has", { type: "constructor", data: { id: ID } }],
    ["a type that every object has", { type: "__proto__", data: { id: ID } }],
  ])("finds no ticket in %s", (_what, over) => {
    expect(readWebhook(webhook(over))).toEqual(ok({ ticketId: null, sentAt: AT }));
  });

  it.each([
    ["no type", { data: { id: ID } }],
    ["a type that is no text", { type: ["Issue"], data: { id: ID } }],
    ["an issue without data", { type: "Issue" }],
    ["an issue whose data are a list", { type: "Issue", data: [ID] }],
    ["an issue without an id", { type: "Issue", data: {} }],
    ["an id that is a number", { type: "Issue", data: { id: 12 } }],
    ["a session without data", { type: "AgentSession", agentSession: SESSION }],
    ["a session of another shape", { type: "AgentSessionEvent", data: SESSION }],
    ["an issue that is a number", { type: "AgentSession", data: { issueId: 12 } }],
    ["a time that is a text", { type: "Issue", data: { id: ID }, webhookTimestamp: `${AT}` }],
  ])("refuses %s", (_what, over) => {
    expect(readWebhook(webhook(over))).toEqual(failed(null));
  });

  it.each([null, 12, "text", [], [webhook({ type: "Issue", data: { id: ID } })]])(
    "refuses %j, which is no object",
    (payload) => {
      expect(readWebhook(payload)).toEqual(failed(null));
    },
  );

  it("does not take what an object inherits for what was sent", () => {
    const payload: unknown = JSON.parse(
      `{ "type": "Issue", "webhookTimestamp": ${AT}, "__proto__": { "data": { "id": "${ID}" } } }`,
    );
    expect(readWebhook(payload)).toEqual(failed(null));
  });

  it("never throws, and finds nothing but a UUID", () => {
    const type = fc.constantFrom("Issue", "AgentSession", "AgentSessionEvent", "Project");
    const id = fc.oneof(fc.jsonValue(), fc.string(), fc.uuid());
    const part = fc.oneof(fc.jsonValue(), fc.record({ id, issueId: id }));
    const some = { type, data: part, agentSession: part, webhookTimestamp: fc.constant(AT) };
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record(some)), (payload) => {
        const found = readWebhook(payload);
        expect((found.ok && found.value.ticketId) || ID).toMatch(/^[0-9a-f-]{36}$/);
      }),
    );
  });
});
