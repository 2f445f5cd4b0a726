import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { overflowGrouping } from "../../src/failure/overflow.ts";
import { delegated } from "../../src/incident/agent-work.ts";
import type { Fix, IncidentState, Phase } from "../../src/incident/state.ts";
import { packOf } from "../../src/inspect/pack/pack.ts";
import { leftOutOf } from "../../src/inspect/pack/grouping.ts";
import { HOUR_MS } from "../../src/limits.ts";
import { AT, failure, incident, madeTicket } from "../support/factories.ts";
import { DRAFT, follower } from "../support/life.ts";
import { pack, PACK_AT, PACK_OPTIONS, PACK_SHAPE, ticketed } from "../support/packs.ts";

const AT_ISO = "2026-11-02T09:30:00.000Z";
const LATER_ISO = "2026-11-02T09:30:30.000Z";
const OWNER = `v1-${"a".repeat(32)}`;
const id = "0c7c5c3e-3a5e-4b0e-9d6f-000000000001";

const FIX: Fix = {
  completedAt: AT,
  knownBad: ["old"],
  stragglers: { count: 2, lastAt: AT },
  sighted: [{ id: "new", firstAt: AT, lastAt: AT }],
  sightedAt: AT,
};
const CLOSED = { since: AT, ticket: madeTicket(), fix: FIX };
const IGNORED = { name: "ignored", since: AT, ticket: null } as const;

const PHASES: readonly (readonly [what: string, says: RegExp, phase: Phase])[] = [
  ["it settles", /no ticket yet: it settles until 2026/, incident().phase],
  ...(
    [
      ["the desk is asked", /no ticket yet: the desk is being asked/, asking()],
      [
        "the budget is used up",
        /TICKETS_PER_HOUR\) is used up.* asks again at 2026/,
        { status: "waiting", since: AT, until: AT + 30_000 },
      ],
      [
        "the budget is used up and it is quiet",
        /asks again when it fails again/,
        { status: "waiting", since: AT, until: null },
      ],
      ["another owns it", /another incident of the same family/, following("family")],
      ["it is an echo", /it is the echo of another incident/, following("echo")],
      ["it is being opened", /being opened/, { status: "opening", id, words: null }],
      ["there is no key", /draft .*LINEAR_API_KEY/, draft()],
      ["it has one", /has a ticket, opened at 2026/, madeTicket()],
    ] as const
  ).map(([what, says, ticket]) => [what, says, { name: "ticketed", since: AT, ticket }] as const),
  [
    "a fix is watched",
    /until 2026.* versions known bad have failed 2 times, and 1 version was sighted/,
    { ...CLOSED, name: "verifying", endsAt: AT + HOUR_MS, isEnding: false },
  ],
  ["it stopped", /taken for mended/, { ...CLOSED, name: "resolved" }],
  ["it is ignored", /ignored for good/, { ...IGNORED, until: { kind: "good" } }],
  ["until then", /until 2026-11-02T09:30/, { ...IGNORED, until: { kind: "time", at: AT } }],
  ["until so often", /failed 9 times/, { ...IGNORED, until: { kind: "count", count: 9 } }],
  ["it is merged", /was merged/, { ...IGNORED, until: { kind: "merged", into: OWNER } }],
];

function asking(): Extract<Phase, { name: "ticketed" }>["ticket"] {
  return { status: "asking", orphanOf: null, isUrgent: false };
}

function following(why: "family" | "echo"): Extract<Phase, { name: "ticketed" }>["ticket"] {
  const ticket = { identifier: "ENG-7", url: "https://linear.example/ENG-7" };
  return { status: "following", owner: OWNER, why, ticket, toldAt: null };
}

function draft(): Extract<Phase, { name: "ticketed" }>["ticket"] {
  return { status: "draft", id, draft: DRAFT, draftedAt: AT };
}

describe("a pack tells why there is no ticket, or this one", () => {
  it.each(PHASES)("where %s", (_what, says, phase) => {
    expect(pack({ phase }).ticket.says).toMatch(says);
  });

  it("names the issue, its own or that of its owner, and where to look besides", () => {
    const { url, identifier } = madeTicket();
    expect(pack(ticketed(madeTicket())).ticket.ticket).toEqual({ identifier, url });
    expect(pack(ticketed(following("family"))).ticket).toMatchObject({
      ticket: { identifier: "ENG-7" },
      seeIncident: OWNER,
    });
    const phase: Phase = { ...IGNORED, until: { kind: "merged", into: OWNER } };
    expect(pack({ phase }).ticket).toMatchObject({ ticket: null, seeIncident: OWNER });
  });

  it("tells who gets it and why, what waits and what keeps it, and how the agent is", () => {
    const row = {
      key: `openTicket ${id}`,
      seq: 1,
      effect: { kind: "openTicket", ticketId: id },
      tries: 3,
      dueAt: AT + 30_000,
      since: AT,
      problem: "LINEAR_TEAM names no team",
      detail: "teams: ENG (Engineering)",
    } as const;
    const ticket = madeTicket({ agent: delegated(AT, null) });
    const shown = pack(ticketed(ticket), { outbox: [row] }).ticket;
    expect(shown.delegation).toEqual(PACK_OPTIONS.delegation);
    expect(shown.agent).toEqual({ stage: "waking", since: AT_ISO, session: null });
    const { problem, tries } = row;
    expect(shown.waiting).toEqual([
      { effect: "openTicket", since: AT_ISO, tries, dueAt: LATER_ISO, problem },
    ]);
  });
});

describe("a pack tells whether it still happens", () => {
  const hour = Math.floor(PACK_AT / HOUR_MS) * HOUR_MS;
  const version = { id: "v1", tag: "one" };

  it("by the last failure and the counts of the hours", () => {
    const hours = [
      { hour: hour - 25 * HOUR_MS, count: 100 },
      { hour: hour - 24 * HOUR_MS, count: 10 },
      { hour, count: 3 },
    ];
    const { recency } = pack({ hours, count: 113 });
    expect(recency.says).toBe(
      "It failed last 5 minutes ago. By itself it failed 3 times in this clock hour, and 13 times in this one and the 24 before.",
    );
    expect(recency.hours.at(-1)).toEqual({ hour: "2026-11-02T09:00:00.000Z", count: 3 });
  });

  it("counts those that follow it, and tells when one of them failed last", () => {
    const { recency } = pack({ followers: [follower({ count: 4, lastAt: AT + 30_000 })] });
    expect(recency).toMatchObject({ count: 1, countWithFollowers: 5, lastAt: AT_ISO });
    expect(recency.lastAtWithFollowers).toBe(LATER_ISO);
    expect(recency.says).toContain("4 minutes ago, those that follow it included");
  });

  it("by the versions that fail, the latest first, and those that are live and do not", () => {
    const counted = { count: 2, firstAt: AT, lastAt: AT };
    const versions = [
      { version, ...counted },
      { version: { id: "v2", tag: null }, ...counted },
    ];
    const live = ["v1", "v3"].map((one) => ({ id: one, firstAt: AT, lastAt: AT }));
    const { recency } = pack({ versions }, { sighted: live });
    expect(recency.failingVersions.map(({ untrusted }) => untrusted.id)).toEqual(["v2", "v1"]);
    expect(recency.soundVersions).toEqual([
      { firstAt: AT_ISO, lastAt: AT_ISO, untrusted: { id: "v3" } },
    ]);
    expect(pack({}, { sighted: null }).recency.soundVersions).toBeNull();
  });
});

describe("a pack tells why its failures are one incident", () => {
  it("by each part, what it was made from and what was left out", () => {
    const { parts, keys } = pack().grouping;
    expect(parts.map(({ part }) => part)).toEqual(Object.keys(failure().grouping));
    expect(parts.find(({ part }) => part === "message")?.untrusted).toEqual({
      value: "card declined for order <num>",
      madeFrom: "card declined for order 7",
      leftOut: [{ mark: "<num>", was: "7" }],
    });
    expect(parts.find(({ part }) => part === "frame")?.untrusted).toEqual({
      value: "charge@src/pay.ts",
      madeFrom: "charge src/pay.ts:2:37",
    });
    const { fingerprint, family, echoKey } = failure();
    expect(keys.map(({ value }) => value)).toEqual([fingerprint, family, echoKey]);
  });

  it("by a rule's text, or by being too many kinds, where that is so", () => {
    const ruled = failure({ groupedAs: "upstream timeouts" });
    const samples = { first: [ruled], latest: [] };
    expect(pack({ samples }).grouping.says).toContain("A rule of RULES");
    expect(pack({ grouping: overflowGrouping("shop") }).grouping.says).toContain("many kinds");
  });
});

describe("leftOutOf", () => {
  it.each([
    ["order <num> of <email>", "order 7 of a@b.example", ["7", "a@b.example"]],
    ["<uuid> is gone", "0c7c is gone", ["0c7c"]],
    ["the same", "the same", []],
    ["a list of <num>", "list of 7", []],
    ["user <num> is gone", "user %s is gone", ["%s"]],
    ["user %s is gone", "user 7 is gone", []],
    ["order <num>", "order 7 and more that was folded", ["7 and more that was folded"]],
    ["order <num> closed", "order 7 closed again", []],
  ])("lays %j beside %j", (normalised, raw, was) => {
    expect(leftOutOf(normalised, raw).map((one) => one.was)).toEqual(was);
  });
});

describe("a pack shows the evidence", () => {
  it("has every stack that differs once, with the frame to start at", () => {
    const wrapper = { function: "wrap", file: "src/log.ts", line: 1, column: 1, own: true };
    const deep = failure({ frames: [wrapper, ...failure().frames] });
    const samples = { first: [failure(), deep], latest: [deep, failure({ frames: [] })] };
    const shown = pack({ samples });
    expect(shown.stacks.map((stack) => [stack.samples, stack.startAt])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect(shown.samples.map(({ stack }) => stack)).toEqual([0, 1, 1, null]);
  });

  it("has the samples with what they used, their version and what was redacted", () => {
    const sample = failure({ redactions: { email: 2 }, cpuMs: 7, also: ["log"] });
    const [shown] = pack({ samples: { first: [sample], latest: [] } }).samples;
    expect(shown).toMatchObject({ at: AT_ISO, cpuMs: 7, reason: "exception", also: ["log"] });
    expect(shown?.untrusted).toMatchObject({
      message: "card declined for order 7",
      version: sample.version,
      redactions: { email: 2 },
    });
  });

  it("has a skeleton of a test, and nothing to run", () => {
    expect(pack().reproduction).toMatchObject({
      kind: "exception",
      untrusted: { trigger: "fetch", route: "GET /orders/:id", method: "GET" },
    });
    const cron = failure({ trigger: "scheduled" });
    const grouping = { ...cron.grouping, route: "cron:*/5 * * * *" };
    const shown = pack({ grouping, samples: { first: [cron], latest: [] } }).reproduction;
    expect(shown?.steps[0]).toContain("scheduled handler");
    expect(shown?.untrusted.method).toBeNull();
  });

  it("asks for no test of what the platform did", () => {
    const sample = failure({ platform: true, outcome: "internalError" });
    expect(pack({ samples: { first: [sample], latest: [] } }).reproduction?.steps).toEqual([]);
  });

  it("takes an outcome or a trigger that an object knows for one that it does not", () => {
    for (const word of ["constructor", "__proto__"]) {
      const sample = failure({ outcome: word, trigger: word });
      const shown = pack({ samples: { first: [sample], latest: [] } }).reproduction;
      expect(shown?.kind).toBe("exception");
      expect(shown?.steps[0]).toContain("Find the handler");
    }
  });

  it("says where there is more, without a host where none is set", () => {
    const { fingerprint } = failure();
    const root = "https://outerloop.example.com";
    expect(pack().more.markdown).toBe(`${root}/incidents/${fingerprint}.md`);
    expect(pack({}, { publicUrl: null }).more.samples).toBe(`/incidents/${fingerprint}/samples`);
  });
});

describe("the shape of a pack", () => {
  const states: readonly Partial<IncidentState>[] = [
    ...PHASES.map(([, , phase]) => ({ phase })),
    { followers: [follower({ fingerprint: OWNER })], members: [OWNER] },
    { timeline: [{ at: AT, what: "resolved here", by: "ada" }] },
    { samples: { first: [failure({ frames: [], version: null, at: null })], latest: [] } },
  ];

  it("is that of docs/http-api.md, whatever becomes of the incident", () => {
    for (const over of states) {
      for (const isWithheld of [false, true]) {
        const made = packOf(incident(over), { ...PACK_OPTIONS, isWithheld });
        const parsed = z.safeParse(PACK_SHAPE, JSON.parse(JSON.stringify(made)));
        expect(parsed.error?.issues ?? []).toEqual([]);
      }
    }
  });
});
