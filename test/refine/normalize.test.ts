import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeMessage } from "../../src/refine/normalize.ts";
import { timesAsLong } from "./timing.ts";

// What Cloudflare's runtime and its services put into messages, and what people interpolate.
const SHOWN: readonly [message: string, normalized: string][] = [
  ["card declined for order 8812", "card declined for order <num>"],
  [
    "connect ECONNREFUSED 4c1f8a0be27d93565e0b1f7a9c3d2e48.hyperdrive.local:5432",
    "connect ECONNREFUSED <host>",
  ],
  ["ray 7a2c9e1b4d5f6038-FRA timed out", "ray <num> timed out"],
  ["ray 7a2c9e1b4d5f6038 (FRA) timed out", "ray <num> (<colo>) timed out"],
  ["no healthy origin in colo FRA", "no healthy origin in colo <colo>"],
  [
    "room 1f7bc2192b8e149c464bb0c8ab2c05d2472bba75c81308ffdd4e1cc53c7d3a53 is closed",
    "room <hex> is closed",
  ],
  [
    "Expected ',' or ']' after array element in JSON at position 17 (line 2 column 5)",
    "Expected ',' or ']' after array element in JSON at position <num> (line <num> column <num>)",
  ],
  [
    "Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
    "Unexpected token <json> is not valid JSON",
  ],
  ["GET https://api.example.com/v1/users/7?page=2 failed", "GET <url> failed"],
  ["cannot open '/tmp/upload/a.bin'", "cannot open '<path>'"],
  ["object uploads/2024/03/cat.png is gone", "object <path> is gone"],
  ["mail to jo.doe+shop@example.co.uk bounced", "mail to <email> bounced"],
  ["took 1,250.5 ms, then 3s, then 1m20s", "took <duration>, then <duration>, then <duration>"],
  ["5.2 KB of 16 MiB read", "<size> of <size> read"],
  ["valid until Mon Jan 02 2006 14:04:05 GMT-0800 (Pacific Standard Time)", "valid until <date>"],
  ["due 2026-02-28T23:59:59.999Z or 18 Jan 2026", "due <date> or <date>"],
  ["opens at 9:30 PM", "opens at <time>"],
  ["user=alice has no seat", "user=<name> has no seat"],
  ["peer 2001:db8:0:1::7 and peer 10.0.0.1:443", "peer <host> and peer <host>"],
  ["用户123不存在", "用户<num>不存在"],
  ["-3 degrees, 50% of #42 for $12.50", "<num> degrees, <num>% of #<num> for $<num>"],
  ['{"id":42,"tags":[1,2,3]}', '{"id":<num>,"tags":[<num>]}'],
  ["req_a1b2 on node-7 wrote address_line_2", "req_<num> on node-<num> wrote address_line_<num>"],
  ["items.0.price is required", "items.<num>.price is required"],
  ["\u001b[31mfailed\u001b[0m  after\n  all ", "failed after all"],
];

// No number in these tells one of many apart.
const UNCHANGED: readonly string[] = [
  "Cannot read properties of undefined (reading 'line2')",
  "D1_ERROR: no such table: users: SQLITE_ERROR",
  "utf8, UTF-16le, base64url, ISO-8859-1 and Latin1",
  "sha256, SHA-512, AES-256-GCM, P-256, x509, ed25519, RS256 and md5",
  "Uint8Array, BigInt64Array, e2e, i18n, oauth2, ipv6, 2fa, ES2022, R2 and KV",
  "HTTP/1.1, HTTP/2, TLS 1.3 and OAuth 2.0",
  "fetchV2Data is not a function",
  "ctx.net is not a function",
  "HTTP 503. Request failed with status code 404; upstream responded with 502",
  "error code: 1101, exit code 137, WebSocket closed with code 1006, code: 'P2002'",
  '"undefined" is not valid JSON',
  "Fee::add() and/or/not </div> x.name main.rs java.io.IOException",
  "user=null",
  "May the Sun be with you",
];

// Alike failures: each row is one template with other values.
const ALIKE: readonly (readonly string[])[] = [
  ["job 7 failed", "job 1700000000000 failed", "job 9af8c3be failed", "job k9Mtd2gDcgG failed"],
  ["mask=1", "mask=ffffffff", "mask=-1", "mask=1,000,000"],
  ["from db-1.prod.example.com", "from 10.1.2.3", "from 10.1.2.3:5432"],
  ["sent 403 bytes", "sent 1.2 KB", "sent 3GB"],
  ["waited 10ms", "waited 2.5 seconds", "waited 1m30s"],
  ["ids [1]", "ids [1, 2]", "ids [1, 2, 3, 40]"],
  ["at 09:15", "at 23:59:59", "at 20240220 11:55:33.546593"],
  ["key uploads/1/a/x.png", "key uploads/2/b/y.png"],
  ["pkg Foo-Bar-12~x", "pkg Some-Other-9~zz"],
];

// Other faults: no two of a row may meet.
const APART: readonly (readonly string[])[] = [
  ["reading 'name'", "reading 'email'", "reading 'line1'", "reading 'line2'"],
  ["status 404", "status 503", "status 500"],
  ["limit of 128 MB exceeded", "limit of 30 s exceeded", "limit of 50 exceeded"],
  ["Provided SHA-1 is short", "Provided SHA-256 is short", "Provided MD5 is short"],
  ["order 5 not found", "order 5 not paid", "invoice 5 not found"],
  ["error code: 1101", "error code: 1015"],
  ["req_12 failed", "job_12 failed"],
  ["a=true", "a=false"],
  ["GET <email>", "GET <secret>"],
];

describe("normalizeMessage", () => {
  it.each(SHOWN)("reads %j", (message, normalized) => {
    expect(normalizeMessage(message)).toBe(normalized);
  });

  it.each(UNCHANGED)("leaves %j", (message) => {
    expect(normalizeMessage(message)).toBe(message);
  });

  it.each(ALIKE.map((messages) => [messages] as const))("unites %j", (messages) => {
    expect(new Set(messages.map(normalizeMessage)).size).toBe(1);
  });

  it.each(APART.map((messages) => [messages] as const))("keeps apart %j", (messages) => {
    expect(new Set(messages.map(normalizeMessage)).size).toBe(messages.length);
  });

  it("takes a number behind a status in an access log for one more measurement", () => {
    const line = (status: number): string =>
      normalizeMessage(`10.0.0.1 "GET /a/b?x=1 HTTP/1.1" status: ${status} len: 12`);
    expect(line(404)).toBe(line(200));
  });

  it("does not keep what was sent to somebody's telephone", () => {
    expect(normalizeMessage("invalid code 4821")).toBe("invalid code <num>");
  });

  it("ends a URL at a mark and keeps the mark", () => {
    expect(normalizeMessage("GET https://x.example/a?t=<secret> failed")).toBe(
      "GET <url><secret> failed",
    );
  });
});

const hex = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
// Without a few digits, the random text may be a word, and nobody could tell.
const token = fc
  .stringMatching(/^[A-Za-z0-9]{16,24}$/)
  .filter((text) => (text.match(/\d+/g)?.length ?? 0) > 2);

const day = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });

const IDS: readonly [kind: string, ids: fc.Arbitrary<string>][] = [
  ["integer", fc.integer().map(String)],
  ["decimal", fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x.toFixed(3))],
  ["UUID", fc.uuid()],
  ["ULID", fc.ulid()],
  ["token", token],
  ["prefixed token", token.map((text) => `cus_${text}`)],
  ["short hex number", hex(8)],
  ["long hex number", hex(64)],
  ["hex number with its sign", hex(12).map((text) => `0x${text}`)],
  ["IPv4 address", fc.ipV4()],
  ["email address", fc.tuple(hex(6), hex(6)).map(([a, b]) => `${a}@x${b}.example`)],
  ["URL", fc.webUrl({ withQueryParameters: true }).filter((url) => !/['()]|[!,.:;?]$/.test(url))],
  ["instant", day.map((date) => date.toUTCString())],
  ["local time", day.map((date) => date.toString())],
  ["day", day.map((date) => date.toISOString().slice(0, 10))],
];

// Fragments that meet in messages, and that would break a careless scan where they touch.
const FRAGMENTS =
  "<num> <email> <secret> https:// a.com @ . - _ / // : = 1 12 ms KB d1 e2e v1 utf8 x1 req_ abc " +
  "DEADBEEF deadbeef12 0x1f 2024-01-02 T10:00:00Z AM Jan Mon, status code error: HTTP/ 1.1 " +
  "10.0.0.1 user= bob data:image/png; Unexpected token ' , ( ) é µs % + ~ # < > </ colo ATL P2002 " +
  "550e8400-e29b-41d4-a716-446655440000 0f9e8d7c6b5a43210fedcba987654321 " +
  "\u001b[31m \n \t é 用 \u{1f600} \ud800";
const fragment = fc.constantFrom(" ", " ", "  ", ...FRAGMENTS.split(" "));
// The shortest of what gets a mark, so that the result grows the most.
const dense = fc.constantFrom(
  "1",
  "1s",
  "1B",
  "/a",
  "a.de",
  "0x1",
  "5/5/2024",
  "1:11 PM",
  "(",
  " ",
);
const text = fc.oneof(
  fc.array(dense, { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
  fc.array(fragment, { maxLength: 16 }).map((parts) => parts.join("")),
  fc.array(fc.oneof(fragment, fc.string({ maxLength: 4 }))).map((parts) => parts.join("")),
);

describe("normalizeMessage on any text", () => {
  it.each(IDS)("gives one text for every %s in a place", (_kind, ids) => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const say = (id: string): string => normalizeMessage(`cannot load ${id} for the page`);
        expect(say(a)).toBe(say(b));
        expect(say(a)).toMatch(/^cannot load .*<[a-z]+>.* for the page$/);
      }),
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(text, (message) => {
        const once = normalizeMessage(message);
        expect(normalizeMessage(once)).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });

  it("gives at most five characters for one", () => {
    fc.assert(
      fc.property(text, (message) => {
        expect(normalizeMessage(message).length).toBeLessThanOrEqual(5 * message.length);
      }),
    );
  });

  it("keeps marks, whatever is around them", () => {
    const mark = fc.constantFrom("<email>", "<credit-card>", "<x11-cookie>");
    fc.assert(
      fc.property(fc.string(), mark, fc.string(), (before, kept, after) => {
        expect(normalizeMessage(before + kept + after)).toContain(kept);
      }),
    );
  });

  it("keeps every word of plain letters", () => {
    const word = fc.constantFrom(..."failed to load the table because Worker lost it".split(" "));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(normalizeMessage(words.join(" "))).toBe(words.join(" "));
      }),
    );
  });
});

// Each would be scanned again and again by some careless way to find what the tables look for.
const HOSTILE =
  "1|a|-|/|.|:|@|=|<|'|~|é|1 |a1 |1 s |1,|1.|a.|a:|0:|f:0:|a/|a/1/|//|/a|/a?|a@|a@b.|www.|" +
  "a.com |http://|data:|data:a/|user=|x=1|1:11|ab-1.|gg_|gg_h1|g-|sha|sha2|e2e|P2002 |code 1 |status: |" +
  "Jan 1 |Mon, |1 Jan |2020-01-01-|1s-|550e8400-e29b-41d4-a716-446655440000-|" +
  "Unexpected token '|Unexpected token ' is not valid JSON |" +
  "<a|<num>|\u001b[|\u001b[1|  |\n";

describe("normalizeMessage on a hostile text", () => {
  const filled = (unit: string): string => unit.repeat(Math.ceil(65_536 / unit.length));
  const benign = filled(SHOWN.map(([message]) => message).join(" "));

  // About three times at worst, by design. A quadratic scan takes thousands of times as long.
  it.each(HOSTILE.split("|"))("is about as fast on a repeated %j", (unit) => {
    const hostile = filled(unit);
    const ratio = timesAsLong(
      () => normalizeMessage(hostile),
      () => normalizeMessage(benign),
      12,
    );
    expect(ratio).toBeLessThan(12);
  });
});
