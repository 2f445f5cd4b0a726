import { describe, expect, it } from "vitest";
import { PLACES } from "../../../scripts/canaries/places.ts";
import type { Place } from "../../../scripts/canaries/places.ts";
import type { Canary } from "../../../scripts/canaries/plant.ts";
import type { Guard } from "../../../scripts/canaries/planted.ts";
import { fieldTable, judge, kindTable } from "../../../scripts/canaries/report.ts";
import type { Findings, Report } from "../../../scripts/canaries/report.ts";

const canary = (kind: string, field: string, guard: Guard): Canary => ({
  kind,
  field,
  guard,
  secret: "q7Rw2Zx9Lp4Vn8Kt",
  pieceUnits: 8,
});

const EMAIL = canary("email", "log text", "redaction");
const CARD = canary("card", "log text", "redaction");
const IN_CF = canary("card", "cf", "not read");
const IN_CRON = canary("card", "cron", "pattern");

const findings = (found: Partial<Record<Place, readonly Canary[]>> = {}): Findings =>
  Object.fromEntries(PLACES.map((place) => [place, new Set(found[place])])) as unknown as Findings;

// Nothing found with redaction, and without it just what redaction keeps in.
const good = (over: Partial<Report> = {}): Report => ({
  canaries: [EMAIL, CARD, IN_CF, IN_CRON],
  redacted: findings(),
  broken: findings({ queue: [EMAIL, CARD], Linear: [EMAIL, CARD, IN_CRON] }),
  ...over,
});

describe("judge", () => {
  it("finds nothing where all is well", () => {
    expect(judge(good())).toEqual([]);
  });

  it("names what got out, and where", () => {
    const redacted = findings({ queue: [EMAIL], HTTP: [EMAIL] });
    expect(judge(good({ redacted }))).toEqual(["email in log text got out: queue, HTTP"]);
  });

  it("does not believe a run that would not have found it", () => {
    const broken = findings({ queue: [CARD] });
    expect(judge(good({ broken }))).toEqual([
      "email in log text was not found with redaction broken either",
      "email was found nowhere with redaction broken",
    ]);
  });

  it("names a field that is read although it is said not to be", () => {
    const broken = findings({ queue: [EMAIL, CARD, IN_CF] });
    expect(judge(good({ broken }))).toEqual(["card in cf is read after all: queue"]);
  });

  it("names what was logged, even if only for want of redaction", () => {
    const broken = findings({ queue: [EMAIL, CARD], logs: [CARD] });
    expect(judge(good({ broken }))).toEqual(["card in log text is logged"]);
  });

  it("never says more of a secret than its name", () => {
    const all = findings({ queue: [EMAIL, CARD, IN_CF, IN_CRON] });
    const report = good({ redacted: all, broken: all });
    const said = [...judge(report), kindTable(report), fieldTable(report)].join("\n");
    expect(said).not.toContain(EMAIL.secret.slice(0, 4));
  });
});

describe("kindTable", () => {
  it("counts what was planted and found, with redaction and without", () => {
    const [head, email, card, all] = kindTable(good()).split("\n");
    expect(head?.split(/ {2,}/)).toEqual(["kind of secret", "planted", "found", ...PLACES]);
    expect(email).toMatch(/^email +1 +0 \/ 1 +0 \/ 1 +0 \/ 0/);
    expect(card).toMatch(/^card +3 +0 \/ 2 +0 \/ 1 +0 \/ 0/);
    expect(all).toMatch(/^all +4 +0 \/ 3 /);
  });
});

describe("fieldTable", () => {
  it("says which fields are never read, and that they stay clean by that alone", () => {
    const table = fieldTable(good());
    expect(table).toMatch(/^the allow-list: it is not read +1 +1 +0 \/ 0$/m);
    expect(table).toMatch(/^the allow-list: it is not read: cf$/m);
  });
});
