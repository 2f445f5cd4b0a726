import { LinearClient } from "@linear/sdk";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readLinearProblem } from "../../src/ticket/linear-problem.ts";
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
    ["a wrong key", { status: 401, extensions: denied }, "unauthorized", "HTTP 401"],
    ["401 with nothing", { status: 401 }, "unauthorized", "HTTP 401"],
    ["a key without the right", { status: 403 }, "unauthorized", "HTTP 403"],
    ["a wrong key in HTTP 200", { status: 200, extensions: denied }, "unauthorized", "HTTP 200"],
    [
      "a wrong key by its type alone",
      { status: 400, extensions: { type: "authentication error" } },
      "unauthorized",
      "HTTP 400",
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

  it("keeps a code of Linear's to one short line of plain characters", async () => {
    const code = `\`\n# ${"X".repeat(500)}`;
    const { text } = readLinearProblem(await sdkError({ status: 400, extensions: { code } }), AT);
    expect(text).toMatch(/^Linear refused the request \([\w ?]{1,40}\)$/);
  });

  it("makes something of whatever is thrown", () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(readLinearProblem(thrown, AT).text).toMatch(/^Linear/);
      }),
    );
  });
});
