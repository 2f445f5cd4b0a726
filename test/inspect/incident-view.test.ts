import { describe, expect, it } from "vitest";
import { delegated } from "../../src/incident/agent-work.ts";
import { AGENT_WAKE_MS } from "../../src/limits.ts";
import type { OutboxRow } from "../../src/incident/outbox.ts";
import type { Fix, IncidentState, Phase, Until } from "../../src/incident/state.ts";
import type { ClosedTicket, Ticket } from "../../src/incident/ticket.ts";
import { incidentView } from "../../src/inspect/incident-view.ts";
import { AT, failure, incident, madeTicket } from "../support/factories.ts";

const AT_ISO = "2026-11-02T09:30:00.000Z";
const LATER_ISO = "2026-11-02T09:30:30.000Z";
const id = "0c7c5c3e-3a5e-4b0e-9d6f-000000000001";

const { words: _ours, ...SHOWN } = madeTicket({ id });
const MADE = {
  ...SHOWN,
  openedAt: AT_ISO,
  readAt: AT_ISO,
};

const SESSION = { id: "session-1", status: "pending", createdAt: AT, url: null };

const DRAFTED: Ticket & ClosedTicket = {
  status: "draft",
  id,
  draft: {
    title: "shop: PaymentError",
    description: "…",
    priority: 2,
    labels: [],
    team: null,
    agent: null,
    delegate: false,
    isHeldBack: false,
    reasons: ["no agent is set"],
  },
  draftedAt: AT,
};

const FIX: Fix = {
  completedAt: AT,
  knownBad: ["version-1"],
  stragglers: { count: 2, lastAt: AT + 30_000 },
  sighted: [{ id: "version-2", firstAt: AT, lastAt: AT + 30_000 }],
  sightedAt: AT + 30_000,
};

// As whoever asks gets it: through JSON.
const DELEGATION = { delegate: false, reasons: ["no agent is set"], isHeldBack: false };

function view(
  over: Partial<IncidentState> = {},
  outbox: readonly OutboxRow[] = [],
  alarmAt: number | null = null,
): unknown {
  return JSON.parse(JSON.stringify(incidentView(incident(over), outbox, alarmAt, DELEGATION)));
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

  it("tells which life it is in, what came before and what was merged into it", () => {
    expect(view()).toMatchObject({ episode: 1, previousTicket: null, members: [] });
    const previousTicket = { identifier: "ENG-1", url: "https://linear.example/ENG-1" };
    const members = [`v1-${"a".repeat(32)}`, `v1-${"b".repeat(32)}`];
    expect(view({ episode: 2, previousTicket, members })).toMatchObject({
      episode: 2,
      previousTicket,
      members,
    });
  });

  it("tells what happened, when, and who did it", () => {
    const timeline = [
      { at: AT, what: "first failure", by: null },
      { at: AT + 30_000, what: "ignored for good", by: "ada@example.com" },
    ];
    expect(view({ timeline })).toMatchObject({
      timeline: [
        { at: AT_ISO, what: "first failure", by: null },
        { at: LATER_ISO, what: "ignored for good", by: "ada@example.com" },
      ],
    });
  });

  it.each<[string, Ticket, object]>([
    ["one that is wanted", { status: "opening", id, words: null }, { status: "opening", id }],
    ["one that is there", madeTicket({ id }), MADE],
    [
      "one whose closing is on its way",
      madeTicket({ id, changes: 2, wanted: "completed" }),
      { ...MADE, changes: 2, wanted: "completed" },
    ],
    [
      "one that an agent works on",
      madeTicket({ id, agent: { ...delegated(AT, null), session: SESSION } }),
      {
        ...MADE,
        agent: {
          nth: 1,
          stage: "waking",
          since: AT_ISO,
          checkAt: new Date(AT + AGENT_WAKE_MS).toISOString(),
          session: { ...SESSION, createdAt: AT_ISO },
        },
      },
    ],
    ["one that is drafted, whole", DRAFTED, { ...DRAFTED, draftedAt: AT_ISO }],
  ])("shows the ticket: %s", (_what, ticket, expected) => {
    expect(view(ticketed(ticket))).toHaveProperty("phase", {
      name: "ticketed",
      since: AT_ISO,
      ticket: expected,
    });
  });

  it.each<[string, Until, object]>([
    ["for good", { kind: "good" }, { kind: "good" }],
    ["until an instant", { kind: "time", at: AT + 30_000 }, { kind: "time", at: LATER_ISO }],
    ["until a count", { kind: "count", count: 12 }, { kind: "count", count: 12 }],
    ["as merged", { kind: "merged", into: "v1-0" }, { kind: "merged", into: "v1-0" }],
  ])("tells that it is ignored %s", (_what, until, expected) => {
    const phase: Phase = { name: "ignored", since: AT, ticket: null, until };
    expect(view({ phase })).toHaveProperty("phase", {
      name: "ignored",
      since: AT_ISO,
      until: expected,
      ticket: null,
    });
  });

  it.each<[string, ClosedTicket, object | null]>([
    ["none", null, null],
    ["one that is wanted no longer", { status: "withdrawn", id }, { status: "withdrawn", id }],
    ["one that is there", madeTicket({ id }), MADE],
    ["a draft", DRAFTED, { ...DRAFTED, draftedAt: AT_ISO }],
  ])("shows what is left of its ticket, in each phase: %s", (_what, ticket, expected) => {
    const phases: readonly Phase[] = [
      { name: "ignored", since: AT, ticket, until: { kind: "good" } },
      { name: "verifying", since: AT, ticket, fix: FIX, endsAt: AT, isEnding: false },
      { name: "resolved", since: AT, ticket, fix: FIX },
    ];
    for (const phase of phases) {
      expect(view({ phase })).toMatchObject({ phase: { name: phase.name, ticket: expected } });
    }
  });

  it("shows what is known of a fix, with the versions that were sighted", () => {
    const shown = {
      completedAt: AT_ISO,
      knownBad: ["version-1"],
      stragglers: { count: 2, lastAt: LATER_ISO },
      sighted: [{ id: "version-2", firstAt: AT_ISO, lastAt: LATER_ISO }],
      sightedAt: LATER_ISO,
    };
    const closed = { since: AT, ticket: null, fix: FIX };
    const endsAt = AT + 30_000;
    const verifying: Phase = { ...closed, name: "verifying", endsAt, isEnding: true };
    expect(view({ phase: verifying })).toMatchObject({ phase: { endsAt: LATER_ISO, fix: shown } });
    expect(view({ phase: { ...closed, name: "resolved" } })).toMatchObject({
      phase: { fix: shown },
    });
  });

  it("says where nothing was asked or seen yet", () => {
    const stragglers = { count: 0, lastAt: null };
    const fix = { ...FIX, stragglers, sighted: [], sightedAt: null };
    expect(view({ phase: { name: "resolved", since: AT, ticket: null, fix } })).toMatchObject({
      phase: { fix: { stragglers, sighted: [], sightedAt: null } },
    });
  });

  it("tells what waits to be done, since when, and what kept it", () => {
    const row: OutboxRow = {
      key: `openTicket ${id}`,
      seq: 1,
      effect: { kind: "openTicket", ticketId: id },
      tries: 3,
      dueAt: AT + 30_000,
      since: AT,
      problem: "LINEAR_TEAM names no team",
      detail: "teams: ENG (Engineering)",
    };
    expect(view({}, [row], AT + 30_000)).toMatchObject({
      waiting: [
        {
          effect: "openTicket",
          since: AT_ISO,
          tries: 3,
          dueAt: LATER_ISO,
          problem: "LINEAR_TEAM names no team",
          detail: "teams: ENG (Engineering)",
        },
      ],
      alarmAt: LATER_ISO,
    });
  });

  it("says where no alarm is armed", () => {
    expect(view()).toMatchObject({ waiting: [], alarmAt: null });
  });

  it("shows every instant in one way, those of the samples too", () => {
    const closed = {
      since: AT,
      ticket: madeTicket(),
      fix: { ...FIX, stragglers: { count: 1, lastAt: AT } },
    };
    const phases: readonly Phase[] = [
      { name: "collecting", since: AT, settlesAt: AT },
      { name: "ticketed", since: AT, ticket: DRAFTED },
      { ...closed, name: "ignored", until: { kind: "time", at: AT } },
      { ...closed, name: "verifying", endsAt: AT, isEnding: false },
      { ...closed, name: "resolved" },
    ];
    for (const phase of phases) {
      const timeline = [{ at: AT, what: "first failure", by: null }];
      const shown = view({ phase, timeline, samples: { first: [failure()], latest: [] } });
      // Of 2026, in milliseconds.
      expect(JSON.stringify(shown)).not.toMatch(/\b17936\d{8}\b/);
    }
  });

  it("keeps what only the machine needs to itself", () => {
    expect(view()).not.toHaveProperty("ring");
  });
});
