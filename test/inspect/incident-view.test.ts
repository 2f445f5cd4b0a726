import { describe, expect, it } from "vitest";
import type { OutboxRow } from "../../src/incident/outbox.ts";
import type { IncidentState, Ticket } from "../../src/incident/state.ts";
import { incidentView } from "../../src/inspect/incident-view.ts";
import { AT, failure, incident } from "../support/factories.ts";

const AT_ISO = "2026-11-02T09:30:00.000Z";
const LATER_ISO = "2026-11-02T09:30:30.000Z";
const id = "0c7c5c3e-3a5e-4b0e-9d6f-000000000001";

// As whoever asks gets it: through JSON.
function view(
  over: Partial<IncidentState> = {},
  outbox: readonly OutboxRow[] = [],
  alarmAt: number | null = null,
): unknown {
  return JSON.parse(JSON.stringify(incidentView(incident(over), outbox, alarmAt)));
}

function ticketed(ticket: Ticket): Partial<IncidentState> {
  return { phase: { name: "ticketed", since: AT, ticket } };
}

describe("incidentView", () => {
  it("tells who it is and how often it failed, with instants that a person can read", () => {
    const { fingerprint, family, echoKey, grouping } = failure();
    expect(view({ count: 12, approximate: true, lastAt: AT + 30_000 })).toMatchObject({
      fingerprint,
      family,
      echoKey,
      grouping,
      count: 12,
      approximate: true,
      firstAt: AT_ISO,
      lastAt: LATER_ISO,
    });
  });

  it("tells hours, versions and routes", () => {
    const version = { id: "version-1", tag: null };
    const shown = view({
      hours: [{ hour: AT, count: 3 }],
      versions: [{ version, count: 3, firstAt: AT, lastAt: AT + 30_000 }],
      routes: [{ route: "GET /", count: 3 }],
    });
    expect(shown).toMatchObject({
      hours: [{ hour: AT_ISO, count: 3 }],
      versions: [{ ...version, count: 3, firstAt: AT_ISO, lastAt: LATER_ISO }],
      routes: [{ route: "GET /", count: 3 }],
    });
  });

  it("shows the first samples before the latest ones", () => {
    const first = [failure({ message: "first" })];
    const latest = [failure({ message: "latest" })];
    expect(view({ samples: { first, latest } })).toMatchObject({
      samples: [{ message: "first" }, { message: "latest" }],
    });
  });

  it("tells when a collecting incident settles", () => {
    expect(view()).toMatchObject({
      phase: { name: "collecting", since: AT_ISO, settlesAt: LATER_ISO },
    });
  });

  it.each<[string, Ticket, object]>([
    [
      "one that is wanted",
      { status: "opening", id, episode: 1 },
      { status: "opening", id, episode: 1 },
    ],
    [
      "one that is open",
      {
        status: "open",
        id,
        episode: 1,
        identifier: "ENG-1",
        url: "https://linear.example/ENG-1",
        openedAt: AT,
        readAt: AT,
        toldCount: 1,
        reopenings: 0,
      },
      {
        status: "open",
        identifier: "ENG-1",
        url: "https://linear.example/ENG-1",
        openedAt: AT_ISO,
      },
    ],
    [
      "one that is drafted, whole",
      {
        status: "draft",
        id,
        episode: 1,
        draft: {
          title: "shop: PaymentError",
          description: "…",
          priority: 2,
          labels: [],
          team: null,
          agent: null,
          delegate: false,
          reasons: ["no agent is set"],
        },
        draftedAt: AT,
      },
      { status: "draft", draft: { title: "shop: PaymentError" }, draftedAt: AT_ISO },
    ],
  ])("shows the ticket: %s", (_what, ticket, expected) => {
    const shown = view(ticketed(ticket));
    expect(shown).toMatchObject({ phase: { name: "ticketed", since: AT_ISO, ticket: expected } });
  });

  it("tells what waits to be done, since when, and what kept it", () => {
    const row: OutboxRow = {
      key: `openTicket ${id}`,
      seq: 1,
      effect: { kind: "openTicket", ticketId: id },
      tries: 3,
      dueAt: AT + 30_000,
      since: AT,
      problem: "Linear did not answer",
    };
    expect(view({}, [row], AT + 30_000)).toMatchObject({
      waiting: [
        {
          effect: "openTicket",
          since: AT_ISO,
          tries: 3,
          dueAt: LATER_ISO,
          problem: "Linear did not answer",
        },
      ],
      alarmAt: LATER_ISO,
    });
  });

  it("says where no alarm is armed", () => {
    expect(view()).toMatchObject({ waiting: [], alarmAt: null });
  });

  it("shows every instant in one way, those of the samples too", () => {
    const numbers = JSON.stringify(view({ samples: { first: [failure()], latest: [] } }));
    expect(numbers).not.toContain(String(AT));
  });

  it("keeps what only the machine needs to itself", () => {
    expect(view()).not.toHaveProperty("ring");
  });
});
