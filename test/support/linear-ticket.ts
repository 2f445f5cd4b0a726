// A ticket as it is created, and settings for the stand-in for Linear: what a test does not say is
// the same in all of them.
import type { LinearStandIn } from "../../examples/linear-stand-in/server.ts";
import type { TicketDraft } from "../../src/incident/ticket.ts";
import type { LinearSettings } from "../../src/settings.ts";

export function ticketDraft(over: Partial<TicketDraft> = {}): TicketDraft {
  return {
    title: "shop: PaymentError at GET /orders/:id",
    description: "What broke",
    priority: 2,
    labels: ["production"],
    team: null,
    agent: null,
    delegate: true,
    isHeldBack: false,
    reasons: ["a frame is known"],
    ...over,
  };
}

export function linearSettings(
  { apiKey, graphqlUrl }: Pick<LinearStandIn, "apiKey" | "graphqlUrl">,
  over: Partial<LinearSettings> = {},
): LinearSettings {
  return {
    apiKey,
    apiUrl: graphqlUrl,
    team: "ENG",
    agent: "coding-agent",
    labels: ["production"],
    project: "Reliability",
    assignee: "on-call",
    ...over,
  };
}
