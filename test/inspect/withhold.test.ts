import { describe, expect, it } from "vitest";
import type { Phase } from "../../src/incident/state.ts";
import type { DraftTicket, TicketDraft } from "../../src/incident/ticket.ts";
import { summarize } from "../../src/incident/summary.ts";
import { incidentView } from "../../src/inspect/incident-view.ts";
import { accessTold, stateFor, summaryFor, tellAccess } from "../../src/inspect/withhold.ts";
import { AT } from "../support/factories.ts";
import { follower } from "../support/life.ts";
import { incidentOf, made } from "../support/rendered.ts";

const MARKER = "mkqzj";
// All that others may have written; a producer's name and a version's id are the platform's.
const TRUSTED: ReadonlySet<string> = new Set(["producer", "version"]);
const sample = made((field) => (TRUSTED.has(field) ? field : `${MARKER} ${field}`));
const version = { id: "version", tag: `${MARKER} tag` };
const counted = { count: 1, firstAt: AT, lastAt: AT };
const state = incidentOf(sample, {
  routes: [{ route: MARKER, count: 1 }],
  followers: [follower({ route: MARKER, versions: [{ version, ...counted }] })],
});
const DELEGATION = { delegate: false, reasons: ["its text is held back"], isHeldBack: true };

function draftOf(title: string, description: string): TicketDraft {
  const whom = { team: null, agent: null, delegate: false, isHeldBack: false, reasons: [] };
  return { title, description, priority: 3, labels: [], ...whom };
}

function phaseWith(name: Exclude<Phase["name"], "collecting">, ticket: DraftTicket): Phase {
  const stragglers = { count: 0, lastAt: null };
  const fix = { completedAt: AT, knownBad: [], stragglers, sighted: [], sightedAt: null };
  switch (name) {
    case "ticketed":
      return { name, since: AT, ticket };
    case "verifying":
      return { name, since: AT, ticket, fix, endsAt: AT, isEnding: false };
    case "resolved":
      return { name, since: AT, ticket, fix };
    case "ignored":
      return { name, since: AT, ticket, until: { kind: "good" } };
  }
}

function shown(isHeldBack: boolean, access: "full" | "read"): string {
  const seen = stateFor(access, state, isHeldBack);
  return JSON.stringify(incidentView(seen, [], null, DELEGATION));
}

describe("stateFor", () => {
  it("shows an agent nothing that others wrote where the text is held back", () => {
    expect(shown(true, "read")).not.toContain(MARKER);
    expect(shown(true, "read")).toContain('"count":1');
  });

  it.each(["ticketed", "verifying", "resolved", "ignored"] as const)(
    "shows an agent no draft that was made before, where it is %s",
    (name) => {
      const draft = draftOf(`${MARKER} title`, `${MARKER} description`);
      const ticket = { status: "draft", id: "t1", draft, draftedAt: AT } as const;
      const drafted = { ...state, phase: phaseWith(name, ticket) };
      const told = (access: "full" | "read"): string =>
        JSON.stringify(incidentView(stateFor(access, drafted, true), [], null, DELEGATION));
      expect(told("read")).not.toContain(MARKER);
      expect(told("read")).toContain('"draftedAt"');
      expect(told("full")).toContain(`${MARKER} title`);
    },
  );

  it("shows all of it to people, and of what is not held back to anybody", () => {
    expect(shown(true, "full")).toContain(MARKER);
    expect(shown(false, "read")).toBe(shown(false, "full"));
  });
});

describe("summaryFor", () => {
  it("shows an agent no text of a line that is held back", () => {
    const heldBack = summarize(state, [], true);
    expect(JSON.stringify(summaryFor("read", heldBack))).not.toContain(MARKER);
    expect(summaryFor("full", heldBack)).toBe(heldBack);
    const open = summarize(state, [], false);
    expect(summaryFor("read", open)).toBe(open);
  });
});

describe("accessTold", () => {
  it("is what the door told, and no more than reading where it told nothing", () => {
    const ask = (init: RequestInit): string =>
      accessTold(new Request("https://outerloop.example", init));
    expect(ask(tellAccess("full"))).toBe("full");
    expect(ask(tellAccess("read"))).toBe("read");
    expect(ask({})).toBe("read");
    expect(ask({ headers: { "outerloop-access": "everything" } })).toBe("read");
  });
});
