import { describe, expect, it } from "vitest";
import { REJECTION_LINE } from "../../src/failure/unhandled-rejection.ts";
import { diagnose } from "../../src/inspect/doctor.ts";
import type { Facts } from "../../src/inspect/doctor.ts";
import { HEARD_ROW_MS } from "../../src/limits.ts";
import type { Known } from "../../src/producer/heard.ts";
import { AT } from "../support/factories.ts";

const iso = new Date(AT).toISOString();
const nothing: Known["facts"] = { failed: null, mapped: null, bundled: null, rejected: null };

function known(kind: Known["kind"], over: Partial<Known["facts"]> = {}, at = AT): Known {
  return { kind, name: kind === "producer" ? "shop" : kind, at, facts: { ...nothing, ...over } };
}

function facts(over: Partial<Omit<Facts, "settings">> & { settings?: object } = {}): Facts {
  return {
    isKeyGiven: false,
    linear: null,
    ticketProblems: [],
    waiting: 0,
    deadLetters: 0,
    known: [known("queue"), known("producer")],
    ...over,
    settings: {
      problems: [],
      publicUrl: "https://outerloop.example",
      agentToken: null,
      linear: null,
      linearWebhookSecret: null,
      ...over.settings,
    },
  };
}

const checkOf = (name: string, over: Parameters<typeof facts>[0]) =>
  diagnose(facts(over)).checks.find((check) => check.name === name);

describe("diagnose", () => {
  it("is fine, with a warning that there is no key", () => {
    const { ok, checks } = diagnose(facts());
    expect(ok).toBe(true);
    expect(checks.map(({ name, status }) => [name, status])).toEqual([
      ["PUBLIC_URL", "ok"],
      ["ACCESS_TOKEN", "ok"],
      ["AGENT_TOKEN", "ok"],
      ["LINEAR_API_KEY", "warning"],
      ["LINEAR_WEBHOOK_SECRET", "ok"],
      ["tickets", "ok"],
      ["queue", "ok"],
      ["dead letters", "ok"],
      ["producers", "ok"],
    ]);
  });

  it("has a fix for whatever is not as it should be, and for nothing else", () => {
    const unwell = diagnose(
      facts({
        settings: { problems: ["LINEAR_TEAM is missing: set it."], linearWebhookSecret: "x" },
        isKeyGiven: true,
        ticketProblems: ["2 incidents wait: Linear did not answer"],
        deadLetters: 3,
        known: [],
      }),
    );
    const unread = { ticketProblems: null, waiting: null, deadLetters: null, known: null };
    const blind = diagnose(facts({ ...unread, settings: { linearWebhookSecret: "x" } }));
    for (const { status, fix } of [
      ...unwell.checks,
      ...blind.checks,
      ...diagnose(facts()).checks,
    ]) {
      expect(fix === null).toBe(status === "ok");
    }
  });

  it("fails where a check fails, and with no warning", () => {
    expect(diagnose(facts({ deadLetters: 5, known: [], waiting: 5 })).ok).toBe(true);
    expect(diagnose(facts({ settings: { problems: ["RULES is not a list: …"] } })).ok).toBe(false);
    expect(diagnose(facts({ ticketProblems: ["1 incident waits: x"] })).ok).toBe(false);
  });

  it.each([
    ["LINEAR_TEAM is missing: set it.", "LINEAR_TEAM"],
    ["RULES[3] has no match: write one.", "RULES[3]"],
    ["something of no setting", "settings"],
  ])("has a failed check for each problem of the settings: %s", (problem, name) => {
    const check = checkOf(name, { settings: { problems: [problem] } });
    expect(check).toMatchObject({ status: "failed", found: problem });
    expect(check?.fix).toContain(name);
  });

  it.each<[string, Parameters<typeof facts>[0], string, RegExp]>([
    ["PUBLIC_URL", {}, "ok", /https:\/\/outerloop\.example$/],
    ["AGENT_TOKEN", {}, "ok", /not set/],
    ["AGENT_TOKEN", { settings: { agentToken: "x" } }, "ok", /^set$/],
    ["LINEAR_WEBHOOK_SECRET", {}, "ok", /^not set/],
    ["LINEAR_WEBHOOK_SECRET", { settings: { linearWebhookSecret: "x" } }, "unknown", /no webhook/],
    [
      "LINEAR_WEBHOOK_SECRET",
      { settings: { linearWebhookSecret: "x" }, known: [known("webhook")] },
      "ok",
      new RegExp(`accepted last at ${iso}, noted every 10 minutes at most$`),
    ],
    ["tickets", { waiting: 1 }, "warning", /^1 incident waits for the budget/],
    ["tickets", { waiting: 2 }, "warning", /^2 incidents wait for/],
    ["tickets", { ticketProblems: ["1 incident waits: why"], waiting: 2 }, "failed", /: why$/],
    ["queue", {}, "ok", new RegExp(`${iso}, noted every 10 minutes at most$`)],
    ["queue", { known: [known("producer")] }, "warning", /no batch/],
    ["dead letters", { deadLetters: 1 }, "warning", /^1 message could/],
    ["dead letters", { deadLetters: 1_000 }, "warning", /^1000 messages could/],
    ["producers", { known: [known("queue")] }, "warning", /none/],
    ["producers", {}, "ok", /^1 heard of/],
    [
      "LINEAR_WEBHOOK_SECRET",
      { settings: { linearWebhookSecret: "x" }, known: null },
      "unknown",
      /did not answer/,
    ],
    ["tickets", { waiting: null }, "failed", /did not answer/],
    ["queue", { known: null }, "failed", /did not answer/],
    ["dead letters", { deadLetters: null }, "failed", /did not answer/],
    ["producers", { known: null }, "failed", /did not answer/],
  ])("says of %s, %j: %s", (name, over, status, found) => {
    const check = checkOf(name, over);
    expect(check?.status).toBe(status);
    expect(check?.found).toMatch(found);
  });

  it("names where dead letters can be looked at", () => {
    const fix = checkOf("dead letters", { deadLetters: 1 })?.fix;
    expect(fix).toContain("DeadLetterDO");
    expect(fix).toContain('table "letter"');
  });

  it("tells the queue that was heard of last", () => {
    const later = { ...known("queue", {}, AT + 60_000), name: "dead letters" };
    expect(checkOf("queue", { known: [known("queue"), later] })?.found).toContain(
      new Date(AT + 60_000).toISOString(),
    );
  });
});

describe("diagnose, of producers", () => {
  const producerOf = (over: Partial<Known["facts"]>) =>
    diagnose(facts({ known: [known("queue"), known("producer", over)] })).producers;

  it("tells of one that is well", () => {
    expect(producerOf({ failed: AT, mapped: AT, rejected: AT })).toEqual([
      {
        name: "shop",
        heardAt: iso,
        failedAt: iso,
        stacks: "mapped",
        rejections: "seen",
        rejectedAt: iso,
        fix: null,
      },
    ]);
  });

  it("has the line to add while no unhandled rejection was seen", () => {
    const [only] = producerOf({});
    expect(only).toMatchObject({ stacks: "unknown", rejections: "unknown", rejectedAt: null });
    expect(only?.fix).toContain(REJECTION_LINE);
  });

  it.each([
    ["mapped", { mapped: AT }],
    ["bundled", { bundled: AT }],
    ["unknown", {}],
    // Times are coarse: of two that are so close none is the later.
    ["mapped", { mapped: AT, bundled: AT + HEARD_ROW_MS }],
    ["bundled", { mapped: AT, bundled: AT + HEARD_ROW_MS + 1 }],
    ["mapped", { mapped: AT + 1, bundled: AT }],
  ] as const)("says %s of stacks that were seen so: %j", (stacks, over) => {
    const [only] = producerOf({ rejected: AT, ...over });
    expect(only?.stacks).toBe(stacks);
    expect(only?.fix?.includes("upload_source_maps") ?? false).toBe(stacks === "bundled");
  });
});
