import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact, redactValue } from "../../src/refine/redact.ts";
import { bound } from "../../src/failure/sanitize.ts";
import { CONTEXTS, JWT, MIXED, PEM, TEXT } from "./redact-fakes.ts";
import { timesAsLong } from "./timing.ts";

// Every planted secret is at least twice as long as what must not survive of it.
const PLANTED = {
  password: fc.stringMatching(/^[a-km-z][A-Za-z0-9!#^*_+-]{15,23}$/),
  token: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{31,43}$/),
  hexadecimal: fc.stringMatching(/^[1-9a-f]{40}$/),
  uuid: fc.uuid(),
  jwt: fc.stringMatching(/^[A-Za-z0-9]{20}\.[A-Za-z0-9_-]{30}$/).map((rest) => `eyJ${rest}`),
};

function survives(text: string, secret: string): boolean {
  for (let at = 0; at + 8 <= secret.length; at++) {
    if (text.includes(secret.slice(at, at + 8))) return true;
  }
  return false;
}

describe("redact, always", () => {
  it.each(Object.entries(PLANTED))(
    "leaves no part of a planted %s in any context",
    (_, secrets) => {
      fc.assert(
        fc.property(secrets, fc.constantFrom(...CONTEXTS), (secret, [, context]) => {
          const text = context.replace("§", () => secret);
          expect(survives(redact(text).text, secret)).toBe(false);
          expect(survives(redactValue({ text, list: [text] }).text, secret)).toBe(false);
        }),
        { seed: 1, numRuns: 400 },
      );
    },
  );

  it("leaves no part of a random token without a name", () => {
    const MISSED_OF_1000_MAX = 10;
    const tokens = fc.sample(fc.stringMatching(/^[A-Za-z0-9]{32}$/), { seed: 1, numRuns: 1_000 });
    const missed = tokens.filter((token) => survives(redact(`got ${token}, gave up`).text, token));
    expect(missed.length).toBeLessThanOrEqual(MISSED_OF_1000_MAX);
  });

  it("leaves no half of a secret behind that a first cut went through", () => {
    const filler = "some words before it ".repeat(20);
    const planted = [
      [JWT, JWT],
      [PEM, PEM.replace(/-----[^-]+-----/g, "")],
      [`${MIXED}${MIXED}`, MIXED],
      [`https://bob:${MIXED}@db.example/x`, MIXED],
      [`{"password":"four words with spaces"}`, "four words with spaces"],
    ] as const;
    for (const [whole, secret] of planted) {
      for (let cut = 1; cut <= whole.length; cut++) {
        const text = bound(`${filler}${whole} and after`, filler.length + cut);
        expect(survives(redact(text).text, secret)).toBe(false);
      }
    }
  });

  it("changes nothing a second time, and gives the same for the same", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const once = redact(text);
        expect(redact(text)).toEqual(once);
        expect(redact(once.text).text).toBe(once.text);
      }),
      { numRuns: 1_000 },
    );
  });

  it("counts the marks that it sets", () => {
    const { text, counts } = redact("a@b.example, c@d.example and password=hunter2");
    expect(text).toBe("<email>, <email> and password=<password>");
    expect(counts).toEqual({ email: 2, password: 1 });
  });
});

// Each has tempted some expression to look at everything again for every piece.
const HOSTILE = [
  "a",
  "a1",
  "=",
  ":",
  "@",
  " ",
  "\t",
  "\n",
  '"',
  "'",
  "\\",
  "<",
  ">",
  "-",
  "1",
  "4 ",
  "+1",
  "é",
  "key=",
  "key:a1b2",
  'key="',
  "token='x",
  "token: $X ",
  "cookie:$a ",
  "name: A Bcd",
  "://",
  "://a:b",
  "https://a:b@c ",
  "@://a",
  "eyJ",
  "eyJ_",
  "eyJabcd.",
  "a@",
  "a@b.",
  "<a>",
  "<token>a</",
  '","',
  '["token",',
  " --a",
  " -u a",
  "insert into t(",
  "password '",
  "Bearer ",
  'name="x"\n',
  'secret:["',
  'secret:{"',
  "secret:{{",
  "-----BEGIN ",
  "PRIVATE KEY-----BEGIN",
  "jdbc:",
  "://a/hook",
  "0x",
  "a1B2c3D4e5F6.",
];

describe("redact, in time", () => {
  it.each(HOSTILE)("takes four times as long for four times as much of %j", (piece) => {
    const read = (units: number): (() => unknown) => {
      const text = piece.repeat(units / piece.length);
      return () => redact(text);
    };
    // Sixteen times as long would be quadratic.
    expect(timesAsLong(read(32_768), read(8_192), 10)).toBeLessThan(10);
  });
});

describe("redact, of what the canaries found", () => {
  it.each([
    ["a doubled quote in SQL", "UPDATE users SET password = 'sfGGweAfG''fIDNg7IVZ' WHERE id = 7"],
    ["a doubled quote in CSV", 'password = "sfGGweAfG""fIDNg7IVZ", next'],
    [
      "an escaped quote in JSON inside JSON",
      String.raw`{"body":"{\"password\":\"sfGGweAfG\\\"fIDNg7IVZ\"}"}`,
    ],
    ["CDATA", "<a><password><![CDATA[sfGGweAfGfIDNg7IVZ]]></password></a>"],
  ])("leaves no half behind %s", (_what, text) => {
    const { text: left } = redact(text);
    expect(left).not.toContain("sfGGweAfG");
    expect(left).not.toContain("fIDNg7IVZ");
    expect(redact(left).text).toBe(left);
  });

  it("knows an issuer's key that chance gave no digit", () => {
    const key = ["ghp", "PMFquLZRDGMEPaGAfYUwHarLwkFeTrYLkFlS"].join("_");
    expect(redact(`upstream refused ${key} today`).text).toBe("upstream refused <token> today");
  });

  it.each(["password='' user='bob'", '{"password":"","user":"bob"}'])(
    "takes an empty value for empty: %s",
    (text) => {
      expect(redact(text).text).toBe(text);
    },
  );
});
