import { LinearClient } from "@linear/sdk";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EFFECT_RETRY_MAX_MS, KEY_REFUSED_MS } from "../../src/limits.ts";
import { isRefusal, readLinearProblem } from "../../src/ticket/linear-problem.ts";
import { AT } from "../support/factories.ts";

const SECRET = "text of a failure";

interface Answer {
  readonly status: number;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

// The error that the official SDK throws when Linear answers so, or does not answer.
async function sdkError(answer: Answer | Error): Promise<unknown> {
  vi.stubGlobal("fetch", async () => {
    if (answer instanceof Error) throw answer;
    const { status, extensions, headers } = answer;
    const body = { errors: [{ message: `refused: ${SECRET}`, extensions }], data: null };
    return extensions === undefined
      ? new Response("", { status, headers: { ...headers } })
      : Response.json(body, { status, headers: { ...headers } });
  });
  const client = new LinearClient({ apiKey: "lin_api_test" });
  return client
    .createIssue({ teamId: "team", title: SECRET, description: SECRET })
    .then(() => new Error("nothing was thrown"))
    .catch((error: unknown) => error);
}

const limited = { code: "RATELIMITED", type: "ratelimited" };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("readLinearProblem, of a rate limit", () => {
  it.each([
    ["400 with code and type", { status: 400, extensions: limited }],
    ["400 with the code alone", { status: 400, extensions: { code: "RATELIMITED" } }],
    ["400 with the type alone", { status: 400, extensions: { type: "ratelimited" } }],
    ["200 with the code", { status: 200, extensions: limited }],
    ["429 with nothing", { status: 429 }],
  ])("knows it from %s", async (_what, answer) => {
    expect(readLinearProblem(await sdkError(answer), AT)).toEqual({
      kind: "ratelimited",
      text: "Linear's rate limit is used up",
      notBefore: null,
    });
  });

  const reset = String(AT + 60_000);
  const later = String(AT + 90_000);
  it.each([
    [
      "the reset of the requests, in milliseconds",
      { "x-ratelimit-requests-remaining": "0", "x-ratelimit-requests-reset": reset },
      AT + 60_000,
    ],
    [
      "the reset of the complexity",
      { "x-ratelimit-complexity-remaining": "0", "x-ratelimit-complexity-reset": reset },
      AT + 60_000,
    ],
    [
      "the later of two budgets that are used up",
      {
        "x-ratelimit-requests-remaining": "0",
        "x-ratelimit-requests-reset": later,
        "x-ratelimit-complexity-remaining": "0",
        "x-ratelimit-complexity-reset": reset,
      },
      AT + 90_000,
    ],
    [
      "the budget that is used up, whenever the other is reset",
      {
        "x-ratelimit-requests-remaining": "0",
        "x-ratelimit-requests-reset": reset,
        "x-ratelimit-complexity-remaining": "12",
        "x-ratelimit-complexity-reset": later,
      },
      AT + 60_000,
    ],
    [
      "the reset of one endpoint's budget",
      {
        "x-ratelimit-requests-remaining": "4900",
        "x-ratelimit-endpoint-requests-remaining": "0",
        "x-ratelimit-endpoint-requests-reset": reset,
      },
      AT + 60_000,
    ],
    [
      "a reset that is told in seconds all the same",
      {
        "x-ratelimit-requests-remaining": "0",
        "x-ratelimit-requests-reset": String((AT + 60_000) / 1_000),
      },
      AT + 60_000,
    ],
    [
      "no longer than any other try, where the reset is years away",
      {
        "x-ratelimit-requests-remaining": "0",
        "x-ratelimit-requests-reset": String(AT * 1_000),
      },
      AT + EFFECT_RETRY_MAX_MS,
    ],
    ["retry-after, in seconds", { "retry-after": "30" }, AT + 30_000],
    [
      "the later of retry-after and reset",
      {
        "retry-after": "120",
        "x-ratelimit-requests-remaining": "0",
        "x-ratelimit-requests-reset": reset,
      },
      AT + 120_000,
    ],
    ["nothing, without a header", {}, null],
    [
      "nothing, where the reset is past",
      { "x-ratelimit-requests-remaining": "0", "x-ratelimit-requests-reset": String(AT - 1) },
      null,
    ],
    [
      "nothing, where the headers are nonsense",
      { "retry-after": "soon", "x-ratelimit-requests-remaining": "0" },
      null,
    ],
  ])("waits for %s", async (_what, headers, notBefore) => {
    const error = await sdkError({ status: 400, extensions: limited, headers });
    expect(readLinearProblem(error, AT)).toMatchObject({ kind: "ratelimited", notBefore });
  });
});

describe("readLinearProblem", () => {
  const denied = { code: "AUTHENTICATION_ERROR", type: "authentication error" };
  it.each([
    ["a key without the right", { status: 403 }, "forbidden", "docs/linear.md"],
    [
      "a key without the right in HTTP 200",
      { status: 200, extensions: { code: "FORBIDDEN" } },
      "forbidden",
      "docs/linear.md",
    ],
    [
      "what the plan does not have",
      { status: 400, extensions: { type: "feature not accessible" } },
      "forbidden",
      "plan",
    ],
    [
      "a plan that is used up",
      { status: 200, extensions: { code: "USAGE_LIMIT_EXCEEDED" } },
      "forbidden",
      "(USAGE_LIMIT_EXCEEDED)",
    ],
    [
      "a lock that was not to be had, which is no refusal",
      { status: 200, extensions: { code: "LOCK_TIMEOUT", type: "lock timeout" } },
      "unreachable",
      "busy",
    ],
    [
      "a failure of Linear's own in HTTP 200",
      { status: 200, extensions: { code: "INTERNAL_SERVER_ERROR", type: "internal error" } },
      "unreachable",
      "HTTP 200",
    ],
    ["an empty 400, which is no wrong key", { status: 400 }, "unreachable", "HTTP 400"],
    ["a 500 with nothing", { status: 500 }, "unreachable", "HTTP 500"],
    [
      "a 500 that calls itself an error",
      { status: 500, extensions: { code: "INTERNAL_SERVER_ERROR", type: "internal error" } },
      "unreachable",
      "HTTP 500",
    ],
    ["a 502 of a proxy", { status: 502 }, "unreachable", "HTTP 502"],
    [
      "errors in HTTP 200",
      { status: 200, extensions: { code: "INVALID_INPUT", type: "invalid input" } },
      "refused",
      "(INVALID_INPUT, invalid input)",
    ],
    ["an error without a code", { status: 200, extensions: {} }, "refused", "(no code)"],
  ])("takes %s for what it is", async (_what, answer, kind, text) => {
    expect(readLinearProblem(await sdkError(answer), AT)).toEqual({
      kind,
      text: expect.stringContaining(text) as string,
      notBefore: null,
    });
  });

  it.each([
    ["a wrong key", { status: 401, extensions: denied }, "HTTP 401"],
    ["401 with nothing", { status: 401 }, "HTTP 401"],
    ["a wrong key in HTTP 200", { status: 200, extensions: denied }, "HTTP 200"],
    [
      "a wrong key by its type alone",
      { status: 400, extensions: { type: "authentication error" } },
      "HTTP 400",
    ],
    ["a key that is none", { status: 400, extensions: { code: "UNAUTHENTICATED" } }, "HTTP 400"],
  ])("takes %s for a refused key, and waits", async (_what, answer, http) => {
    expect(readLinearProblem(await sdkError(answer), AT)).toEqual({
      kind: "unauthorized",
      text: `Linear refused the key (${http}): set LINEAR_API_KEY anew`,
      notBefore: AT + KEY_REFUSED_MS,
    });
  });

  it("waits as long as a server that is unwell says", async () => {
    const error = await sdkError({ status: 503, headers: { "retry-after": "20" } });
    expect(readLinearProblem(error, AT)).toMatchObject({
      kind: "unreachable",
      notBefore: AT + 20_000,
    });
  });

  it.each([
    ["a request that makes no sense", { status: 200, extensions: { code: "INPUT_ERROR" } }, true],
    ["a right that is missing", { status: 403 }, true],
    ["a refused key", { status: 401 }, false],
    ["a rate limit", { status: 400, extensions: limited }, false],
    ["a lock", { status: 200, extensions: { type: "lock timeout" } }, false],
    ["an empty 400", { status: 400 }, false],
  ])("knows whether %s would be refused again", async (_what, answer, expected) => {
    expect(isRefusal(await sdkError(answer))).toBe(expected);
  });

  it.each([
    ["a network that is down", new TypeError(`fetch failed: ${SECRET}`)],
    ["an answer that took too long", new DOMException(SECRET, "TimeoutError")],
  ])("takes %s for no answer", async (_what, error) => {
    expect(readLinearProblem(await sdkError(error), AT)).toEqual({
      kind: "unreachable",
      text: "Linear did not answer",
      notBefore: null,
    });
  });

  it("quotes nothing of what was sent or answered", async () => {
    const refused = { code: "INVALID_INPUT", userPresentableMessage: SECRET, meta: { SECRET } };
    const answers = [200, 400, 401, 403, 429, 500, 502].flatMap((status): readonly Answer[] => [
      { status },
      { status, extensions: refused },
    ]);
    for (const answer of answers) {
      // oxlint-disable-next-line no-await-in-loop -- each answer has the one global fetch to itself
      const { text } = readLinearProblem(await sdkError(answer), AT);
      expect(text).not.toContain(SECRET);
    }
  });

  it("tells no code that it does not know: whatever it is, it came from outside", async () => {
    const { text } = readLinearProblem(
      await sdkError({ status: 400, extensions: { code: SECRET, type: "invalid input" } }),
      AT,
    );
    expect(text).toBe("Linear refused the request (another code, invalid input)");
  });

  it("makes something of whatever is thrown", () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(readLinearProblem(thrown, AT).text).toMatch(/^Linear/);
      }),
    );
  });

  it("never throws and never quotes, whatever an error of the SDK's form holds", () => {
    fc.assert(
      fc.property(anyError(), (error) => {
        const problem = readLinearProblem(error, AT);
        expect(JSON.stringify(problem)).not.toContain(CANARY);
        expect(problem.notBefore ?? AT).toBeLessThanOrEqual(AT + EFFECT_RETRY_MAX_MS);
        expect(problem.notBefore ?? AT).toBeGreaterThanOrEqual(AT);
      }),
      { numRuns: 1_000 },
    );
  });
});

const CANARY = "canary";
const WORDS = ["RATELIMITED", "forbidden", "AUTHENTICATION_ERROR", "lock timeout", "INPUT_ERROR"];
const NAMES = ["requests", "complexity", "endpoint-requests"].flatMap((budget) => [
  `x-ratelimit-${budget}-remaining`,
  `x-ratelimit-${budget}-reset`,
]);

// Every place of an error holds what fits there, a text with the canary, anything, or nothing; some
// throw when they are looked at.
function anyError(): fc.Arbitrary<unknown> {
  const text = fc.constantFrom(CANARY, `x ${CANARY}\n# y`, ...WORDS);
  const junk = fc.oneof(fc.anything(), text, fc.constant(trap()));
  const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom("", "-1", "1e999", CANARY));
  const headers = fc
    .dictionary(fc.constantFrom("retry-after", ...NAMES), number.map(String))
    .map((entries) => new Headers(entries));
  const extensions = fc.record({ code: fc.oneof(text, junk), type: fc.oneof(text, junk) });
  const errors = fc.array(
    fc.oneof(fc.record({ message: text, extensions: fc.oneof(extensions, junk) }), junk),
  );
  const status = fc.oneof(fc.constantFrom(200, 400, 401, 403, 429, 500), junk);
  const response = fc.record(
    { status, errors: fc.oneof(errors, junk), headers: fc.oneof(headers, junk) },
    { requiredKeys: [] },
  );
  const parts = fc.record(
    { raw: fc.oneof(fc.record({ response }), junk), response, errors, status },
    { requiredKeys: [] },
  );
  return fc.oneof(
    junk,
    fc.tuple(text, parts).map(([message, given]) => Object.assign(new Error(message), given)),
  );
}

function trap(): object {
  return new Proxy(
    {},
    {
      get() {
        throw new Error(CANARY);
      },
    },
  );
}
