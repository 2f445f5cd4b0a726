import { describe, expect, it } from "vitest";
import { redact } from "../../src/refine/redact.ts";
import { CONTEXTS, glue, HEX, JWT, MIXED, PEM, UUID } from "./redact-fakes.ts";

describe("redact, by shape", () => {
  it.each([
    ["a private key", `got ${PEM} instead`, "got <private-key> instead"],
    ["a private key that was cut off", `got ${PEM.slice(0, 45)}`, "got <private-key>"],
    ["a private key inside JSON", JSON.stringify({ a: PEM }), '{"a":"<private-key>"}'],
    ["a PuTTY key", glue("PuTTY-User-", "Key-File-3: x\nPrivate-Lines: 1\nQUFB"), "<private-key>"],
    ["a JWT", `jwt malformed: ${JWT}.`, "jwt malformed: <jwt>"],
    [
      "credentials in a URL",
      "to https://bob:pa55@db.example/x",
      "to https://bob:<password>@db.example/x",
    ],
    [
      "a password with @",
      "redis://:p@ssword@db.example:6379/0",
      "redis://:<password>@db.example:6379/0",
    ],
    ["a password with /", "redis://:pass/word@db.example/0", "redis://:<password>@db.example/0"],
    [
      "a token as the user of a URL",
      `https://${MIXED}@git.example/r`,
      "https://<token>@git.example/r",
    ],
    ["a JDBC address", "jdbc:oracle:thin:scott/tiger@db.example:1521", "jdbc:<connection-string>"],
    [
      "a webhook's path",
      `https://hooks.example/services/T0F4K3/B9/${MIXED}`,
      "https://hooks.example/<webhook>",
    ],
    ["a bearer token", "sent Bearer abc123def to x", "sent Bearer <token> to x"],
    ["basic credentials", "Basic dXNlcjpwYXNz", "Basic <token>"],
    [
      "each value of an INSERT",
      "INSERT INTO users (name, password) VALUES ('', 'it''s', '<b>x')",
      "INSERT INTO users (name, password) VALUES ('', '<value>', '<value>')",
    ],
    ["an address of mail", "no user <a.b+c@mail.example.org>", "no user <<email>>"],
    ["an address of mail in another script", "нет пример@почта.рф", "нет <email>"],
    ["a card", "card 4111 1111 1111 1111 declined", "card <card> declined"],
    ["a phone number with a country", "call +44 20 7946 0958 now", "call <phone> now"],
    ["a phone number with a bracketed area", "call (415) 555-0132", "call <phone>"],
  ])("takes out %s", (_, text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  it.each([
    ["GitHub", glue("gh", "p_"), "Ab1".repeat(12)],
    ["GitLab", glue("gl", "pat-"), "x1".repeat(10)],
    ["Slack", glue("xo", "xb-"), "123456789012-123456789012-abcdefabcdef"],
    ["AWS", glue("AK", "IA"), "FAKE0FAKE0FAKE0F"],
    ["Google", glue("AI", "za"), `Sy${MIXED}a`],
    ["Stripe", glue("sk_", "live_"), "0a".repeat(12)],
    ["Twilio", glue("S", "K"), "0f".repeat(16)],
    ["npm", glue("np", "m_"), "a1b2c3".repeat(6)],
    ["SendGrid", glue("S", "G."), `${MIXED.slice(0, 22)}.${MIXED}${MIXED.slice(0, 11)}`],
    ["Cloudflare", glue("v1", ".0-"), `${"0f".repeat(12)}-${"0f".repeat(73)}`],
    ["DigitalOcean", glue("dop", "_v1_"), "0f".repeat(32)],
    ["an Ethereum wallet", "0x", "0f".repeat(32)],
    ["somebody who parts with _live_", "acme_live_", "1".repeat(24)],
    ["nobody known", "", MIXED],
  ])("takes out a token of %s without a name beside it", (_, beginning, rest) => {
    const { text } = redact(`upstream refused ${beginning}${rest} today`);
    expect(text).toMatch(/^upstream refused (?:v1\.|SG\.)?<token> today$/);
  });
});

describe("redact, by name", () => {
  it.each(CONTEXTS)("takes the value out of %s", (_, context) => {
    const { text } = redact(context.replace("§", "hunter2hunter2"));
    expect(text).not.toContain("hunter2");
    expect(redact(text).text).toBe(text);
  });

  it.each([
    ["password", "<password>"],
    ["MYSQL_PWD", "<password>"],
    ["db.pass", "<password>"],
    ["apiKey", "<token>"],
    ["x-aPi-kEy", "<token>"],
    ["IBMCLOUDIAMAPIKEY", "<token>"],
    ["stripetoken", "<token>"],
    ["csrfToken", "<token>"],
    ["AWS_SECRET_ACCESS_KEY", "<token>"],
    ["session_id", "<token>"],
    ["connect.sid", "<token>"],
    ["otp", "<code>"],
    ["set-cookie", "<cookie>"],
    ["lastName", "<name>"],
    ["phoneNumber", "<phone>"],
    ["card_number", "<card>"],
    ["date_of_birth", "<personal>"],
  ])("knows what %s means", (name, expected) => {
    expect(redact(`{"${name}":"4000 0012 3456"}`).text).toBe(`{"${name}":"${expected}"}`);
  });

  it.each([
    "monkey",
    "author",
    "compass",
    "passport",
    "tokenizer",
    "keyboard",
    "file_name",
    "name",
    "user",
  ])("is not led astray by %s", (name) => {
    const text = `{"${name}":"some value 2"}`;
    expect(redact(text).text).toBe(text);
  });

  it.each(["token_type", "max_tokens", "passwordLength", "secret_name", "keyId", "hasToken"])(
    "keeps the value of %s, unless chance made it",
    (name) => {
      expect(redact(`${name}=Bearer1`).text).toBe(`${name}=Bearer1`);
      expect(redact(`${name}=${MIXED}`).text).toMatch(/=<(?:token|password)>$/);
    },
  );

  it.each([
    ["password: $ecret1 sent", "password: <password> sent"],
    ["password: letmein", "password: <password>"],
    ['{"client_secret":12345678}', '{"client_secret":<token>}'],
    ["password=0xfa4e", "password=<password>"],
    ["pin: 1234", "pin: <code>"],
    ["full_name: Fake Person Status: new", "full_name: <name> Status: new"],
    ["(token=abc1)", "(token=<token>)"],
    ["password=abc1, host=x", "password=<password>, host=x"],
  ])("takes the whole value and no more: %s", (text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  it("takes the names that a user adds, and globs", () => {
    const text = '{"iban":"DE00 0000","patient_ward":"B 7","ward":"B 7"}';
    const { text: redacted, counts } = redact(text, { keys: ["IBAN", "patient*"] });
    expect(redacted).toBe('{"iban":"<private>","patient_ward":"<private>","ward":"B 7"}');
    expect(counts).toEqual({ private: 2 });
  });

  it("finds a secret again that its name gave away once", () => {
    const { text, counts } = redact("token=k3y9x2w8 was refused: k3y9x2w8");
    expect(text).toBe("token=<token> was refused: <token>");
    expect(counts).toEqual({ token: 2 });
  });

  it.each([
    `token ${HEX} is not valid`,
    `Invalid API key provided: ${HEX}`,
    `session ${UUID} not found`,
    `[debug] using api key "${HEX}"`,
  ])("takes an id out that prose calls a secret: %s", (text) => {
    expect(redact(text).text).toBe(text.replace(HEX, "<token>").replace(UUID, "<token>"));
  });
});

const BENIGN = [
  "TypeError: Cannot read properties of undefined (reading 'token')",
  `SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON`,
  "Invalid password: must be at least 8 characters",
  "Error: token: expired",
  "Missing required field: password",
  "password reset requested; the secret of success: hard work",
  "Authorization: required",
  "Session: 30546173_4261722401 initialized",
  "sessionid = 0x14ed93111f20027, negotiated timeout = 10000",
  "KV key user:42:settings missing, key: users/123/profile.png",
  "primary key (id)=(42) already exists for key 'users.username'",
  "max_tokens: 4096, prompt_tokens=1234",
  'WWW-Authenticate: Bearer realm="example", error="invalid_token"',
  "Basic authentication failed, Bearer token missing",
  "password= user=bob; token=null; secret=${SECRET}; api_key=$API_KEY",
  "SELECT * FROM users WHERE password = ? AND token = :token",
  "INSERT INTO logs (level, message) VALUES ('info', 'hello')",
  `GET https://api.example.com/users/${UUID} 404`,
  `commit ${HEX} in Durable Object ${HEX}${HEX.slice(0, 24)}`,
  "cf-ray: 8a1b2c3d4e5f6789-AMS",
  "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  "order 4111111111111112 of 2026-11-23T10:00:00.000Z took 1234.56 ms at +01:00",
  "blk_-4999687919862906 lost, 1700000000000, 192.168.0.1:8080",
  "    at charge (https://example.com/assets/chunk-U6NEESU5-BzWFpRaS.js:2:1034)",
  "    at Object.<anonymous> (/app/node_modules/@scope/pkg@1.2.3/index.js:1:2)",
  "fetch@src/app.js:10:3, icon@2x.png",
  "npm_config_registry=https://packages.example ValidateCompatibilityWithBindGroupLayout2",
  "webhook https://example.com/webhooks/stripe failed with 500",
  "credentials: include, credentials: 'same-origin'",
  "diffieHellman computeSecret() failed: key is too large",
];

describe("redact, of what is no secret", () => {
  it.each(BENIGN)("changes nothing in: %s", (text) => {
    expect(redact(text)).toEqual({ text, counts: {} });
  });

  it("leaves the marks of an earlier redaction alone", () => {
    const text = 'token=<token> {"password":"<password>"} <email> Cookie: <cookie>';
    expect(redact(text)).toEqual({ text, counts: {} });
  });

  it("does not let a mark speak for the id behind it", () => {
    const id = "u95zu2ka660bfte1gj2u14s3";
    expect(redact(`refused ${MIXED} of ${id}`).text).toBe(`refused <token> of ${id}`);
  });

  it("passes nothing on when it is given no text", () => {
    expect(() => redact(undefined as unknown as string)).toThrow(TypeError);
  });
});
