import { describe, expect, it } from "vitest";
import {
  doctorAddress,
  readDiagnosis,
  refusalText,
  report,
  reportJson,
} from "../../scripts/doctor-report.ts";
import type { ToldDiagnosis } from "../../scripts/doctor-report.ts";

type Check = ToldDiagnosis["checks"][number];
type Producer = ToldDiagnosis["producers"][number];

const fine: Check = { name: "queue", status: "ok", found: "works", fix: null };
const well: Producer = {
  name: "shop",
  heardAt: "2026-11-02T09:30:12.345Z",
  failedAt: null,
  stacks: "mapped",
  rejections: "seen",
  rejectedAt: "2026-11-02T09:20:00.000Z",
  fix: null,
};

function told(checks: readonly Check[], producers: readonly Producer[] = []): ToldDiagnosis {
  return { ok: true, checks: [...checks], producers: [...producers] };
}

describe("doctorAddress", () => {
  it.each([
    ["https://outerloop.example", "https://outerloop.example/doctor"],
    [" https://outerloop.example/ ", "https://outerloop.example/doctor"],
    ["https://example.com/a/?b#c", "https://example.com/a/doctor"],
    ["http://127.0.0.1:8787", "http://127.0.0.1:8787/doctor"],
    ["http://localhost:8787/", "http://localhost:8787/doctor"],
    ["http://[::1]:8787", "http://[::1]:8787/doctor"],
  ])("asks %s at %s", (url, address) => {
    expect(doctorAddress(url)).toMatchObject({ ok: true, value: { href: address } });
  });

  it.each([
    ["", /--url, or set OUTERLOOP_URL/],
    ["outerloop.example", /https:\/\//],
    ["ftp://outerloop.example", /https:\/\//],
    ["http://outerloop.example", /in the clear/],
    ["http://localhost.example", /in the clear/],
    ["https://ada:hunter2@outerloop.example", /password/],
  ])("asks nobody at %j, and says why", (url, problem) => {
    const address = doctorAddress(url);
    expect(address).toMatchObject({ ok: false, problem: expect.stringMatching(problem) as string });
    expect(JSON.stringify(address)).not.toContain("hunter2");
  });
});

describe("readDiagnosis", () => {
  it("takes the doctor's answer, and leaves what it does not know", () => {
    const answer = told([fine], [well]);
    expect(readDiagnosis(JSON.stringify({ ...answer, more: 1 }))).toEqual({
      ok: true,
      value: answer,
    });
  });

  it.each([
    ["no JSON", "<html>hunter2</html>"],
    ["something else", '{"ok":true}'],
    ["null", "null"],
    ["a status that there is not", JSON.stringify(told([{ ...fine, status: "hunter2" as "ok" }]))],
  ])("takes %s for none, and quotes none of it", (_what, text) => {
    const read = readDiagnosis(text);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read)).not.toContain("hunter2");
  });
});

describe("refusalText", () => {
  const error = (code: string): string => JSON.stringify({ error: { code, message: "hunter2" } });

  it.each([
    [401, error("unauthorized"), /not that of ACCESS_TOKEN/],
    [403, error("locked"), /wrangler secret put ACCESS_TOKEN/],
    [403, error("read_only"), /AGENT_TOKEN/],
    [403, "<html>hunter2</html>", /HTTP 403/],
    [404, error("unknown_route"), /no doctor there/],
    [400, error("bad_fingerprint"), /no doctor there: look at the address/],
    [400, "<html>hunter2</html>", /HTTP 400.*look whether it is outerloop/],
    [302, "", /leads elsewhere/],
    [500, error("internal"), /HTTP 500/],
  ])("says of HTTP %s, %j: %s", (status, text, words) => {
    expect(refusalText(status, text)).toMatch(words);
    expect(refusalText(status, text)).not.toContain("hunter2");
  });
});

describe("report", () => {
  it("is a table, and says that all is well", () => {
    expect(report(told([fine, { ...fine, name: "LINEAR_TEAM", found: "found: ENG" }]))).toBe(
      "ok  queue        works\nok  LINEAR_TEAM  found: ENG\n\nAll is well.",
    );
  });

  it("has what to do below, and counts what is not as it should be", () => {
    const failed = { ...fine, name: "LINEAR_TEAM", status: "failed", fix: "Set it." } as const;
    const text = report(told([fine, failed, { ...failed, name: "x", status: "warning" }]));
    expect(text).toContain("What to do:\n\nLINEAR_TEAM, x\n  Set it.\n\n");
    expect(text).toMatch(/\n\nNot as it should be: 1 failed, 1 warning\.$/);
  });

  it("has a table of producers, in whole minutes", () => {
    const silent = { ...well, name: "till", rejections: "unknown", rejectedAt: null } as const;
    expect(report(told([], [well, { ...silent, failedAt: well.heardAt }])).split("\n\n")[1]).toBe(
      [
        "producer  heard of           failed             stacks  unhandled rejections",
        "shop      2026-11-02T09:30Z  not so far         mapped  seen 2026-11-02T09:20Z",
        "till      2026-11-02T09:30Z  2026-11-02T09:30Z  mapped  not seen yet",
      ].join("\n"),
    );
  });

  it("says a thing once for all producers that it is for, and each of two by itself", () => {
    const both = "Map it.\n\nAdd this line:\naddEventListener();";
    const text = report(
      told(
        [],
        [
          { ...well, name: "a", fix: both },
          { ...well, name: "b", fix: "Map it." },
          { ...well, name: "c" },
        ],
      ),
    );
    expect(text).toContain(
      "What to do:\n\na, b\n  Map it.\n\na\n  Add this line:\n  addEventListener();\n\nNothing failed.",
    );
  });

  it("names no more than ten producers for one thing to do", () => {
    const many = Array.from({ length: 13 }, (_, n) => ({ ...well, name: `p${n}`, fix: "Map it." }));
    expect(report(told([], many))).toContain("p8, p9 and 3 more\n  Map it.");
  });

  const evil = "\u001b[2J\u009b31m\u202e\u2028\u{e0041}\r\nq";

  it("lets nothing reach the terminal that it would obey", () => {
    const text = report(
      told(
        [{ name: evil, status: "failed", found: evil, fix: evil }],
        [{ ...well, name: evil, heardAt: evil, fix: evil }],
      ),
    );
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    expect(text).toContain("?[2J?31m");
  });

  it("keeps a hostile answer from filling the terminal with one text", () => {
    expect(report(told([{ ...fine, found: "x".repeat(100_000) }])).length).toBeLessThan(2_000);
  });

  it("is the same answer as JSON, and harmless", () => {
    const answer = told([{ ...fine, found: evil }]);
    const json = reportJson(answer);
    expect(JSON.parse(json)).toEqual(answer);
    expect(json.replaceAll("\n", "")).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  });
});
