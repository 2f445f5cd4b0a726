// `POST /webhooks/linear` as anybody may send it. The objects behind it are stood in for, so that
// whatever is asked of them is seen; the whole way is in test/simulation/webhook.test.ts.
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer } from "../../src/inspect/answer.ts";
import { WEBHOOK_BYTES_MAX } from "../../src/limits.ts";
import { issueWebhook, signatureOf, webhookRequest } from "../support/webhook.ts";
import { refusalOf } from "./people.ts";

// Each test has a time of its own: what was taken is remembered, and nothing must be of another test.
const BEGUN_AT = Date.UTC(2099, 0, 1);
const HOUR_MS = 3_600_000;
const WINDOW_MS = 60_000;
let now = BEGUN_AT;

const TICKET = "0c7c5c3e-3a5e-4b0e-9d6f-000000000001";
const NOBODYS = "0c7c5c3e-3a5e-4b0e-9d6f-000000000002";
const OWNER = `v1-${"a".repeat(32)}`;

/** What was asked of the desk and of incidents, in order. */
let asked: unknown[][] = [];
const hint = vi.fn<(owner: string, id: string, sentAt: number) => Promise<void>>();

const BEHIND = {
  TICKET_DESK: {
    getByName: (name: string) => ({
      ownerOf: async (id: string) => {
        asked.push([name, "ownerOf", id]);
        return id === TICKET ? { ticketKey: "f1-1", owner: OWNER, identifier: "ENG-1" } : null;
      },
    }),
  },
  INCIDENT: {
    getByName: (name: string) => ({
      hint: async (id: string, sentAt: number) => {
        asked.push([name, "hint", id, sentAt]);
        await hint(name, id, sentAt);
      },
    }),
  },
};

function send(request: Request, over: object = {}): Promise<Response> {
  const known = { ...env, ...BEHIND, ...over } as unknown as Env;
  return answer(request, known, createExecutionContext());
}

async function codeOf(request: Request, over: object = {}): Promise<readonly [number, string]> {
  const [status, code] = await refusalOf(await send(request, over));
  return [status, code];
}

const OK = { status: 200, body: { ok: true } };
async function taken(request: Request): Promise<typeof OK> {
  const response = await send(request);
  return { status: response.status, body: await response.json() };
}

const HINTED = [
  ["desk", "ownerOf", TICKET],
  [OWNER, "hint", TICKET],
];
function told(): unknown[][] {
  return asked.map((call) => call.slice(0, 3));
}

beforeEach(() => {
  now += HOUR_MS;
  vi.useFakeTimers({ toFake: ["Date"], now });
  asked = [];
  hint.mockReset();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a webhook that Linear signed", () => {
  it("is a hint to the owner of the ticket, with the time that was signed", async () => {
    expect(await taken(webhookRequest(issueWebhook(TICKET, now - 1_500)))).toEqual(OK);
    expect(asked).toEqual([
      ["desk", "ownerOf", TICKET],
      [OWNER, "hint", TICKET, now - 1_500],
    ]);
  });

  it("is told to the index, for the doctor; a forged one is not", async () => {
    const context = createExecutionContext();
    const heardAt = async (): Promise<number | undefined> =>
      (await env.INCIDENT_INDEX.getByName("index").known()).find(({ kind }) => kind === "webhook")
        ?.at;
    const before = await heardAt();
    const forged = webhookRequest(issueWebhook(NOBODYS, now), {
      "linear-signature": "0".repeat(64),
    });
    await answer(forged, env, context);
    await waitOnExecutionContext(context);
    expect(await heardAt()).toBe(before);
    const genuine = createExecutionContext();
    await answer(webhookRequest(issueWebhook(NOBODYS, now)), env, genuine);
    await waitOnExecutionContext(genuine);
    expect(await heardAt()).toBe(now);
  });

  it("is one, too, when it is about the session of an agent", async () => {
    const session = { type: "AgentSessionEvent", agentSession: { issueId: TICKET } };
    expect(await taken(webhookRequest(issueWebhook(TICKET, now, session)))).toEqual(OK);
    expect(told()).toEqual(HINTED);
  });

  it("about a ticket of nobody's is taken, and nobody hears of it", async () => {
    expect(await taken(webhookRequest(issueWebhook(NOBODYS, now)))).toEqual(OK);
    expect(told()).toEqual([["desk", "ownerOf", NOBODYS]]);
  });

  it.each([
    ["a comment", { type: "Comment", data: { id: TICKET } }],
    ["a type that every object has", { type: "__proto__" }],
    ["what has no UUID", { data: { id: "ENG-1" } }],
  ])("about %s is taken, and nobody is asked", async (_what, over) => {
    expect(await taken(webhookRequest(issueWebhook(TICKET, now, over)))).toEqual(OK);
    expect(asked).toEqual([]);
  });

  it("needs no token, and no Linear key", async () => {
    const over = { ACCESS_TOKEN: undefined, AGENT_TOKEN: undefined };
    const response = await send(webhookRequest(issueWebhook(TICKET, now)), over);
    expect([response.status, await response.json()]).toEqual([200, OK.body]);
  });

  it("may hold bytes that are no UTF-8: what was signed is the bytes", async () => {
    const [before = "", after = ""] = issueWebhook(TICKET, now).split("PaymentError");
    const encoder = new TextEncoder();
    const body = new Uint8Array([...encoder.encode(before), 0xff, 0xc3, ...encoder.encode(after)]);
    expect(await taken(webhookRequest(body))).toEqual(OK);
    expect(told()).toEqual(HINTED);
  });

  it.each([
    ["a minute old", -WINDOW_MS],
    ["a minute ahead", WINDOW_MS],
  ])("may be %s", async (_what, offMs) => {
    expect(await taken(webhookRequest(issueWebhook(TICKET, now + offMs)))).toEqual(OK);
  });

  it.each([
    ["is no JSON", "{"],
    ["is empty", ""],
    ["is of no shape of Linear's", (at: number) => JSON.stringify({ webhookTimestamp: at })],
    ["has an issue without data", (at: number) => issueWebhook(TICKET, at, { data: null })],
  ])("and that %s is refused", async (_what, body) => {
    const text = typeof body === "string" ? body : body(now);
    expect(await codeOf(webhookRequest(text))).toEqual([400, "bad_body"]);
    expect(asked).toEqual([]);
  });
});

describe("a webhook that is sent again", () => {
  it("byte for byte is taken once more, and asks nobody", async () => {
    const body = issueWebhook(TICKET, now);
    await taken(webhookRequest(body));
    vi.setSystemTime(now + WINDOW_MS);
    expect(await taken(webhookRequest(body))).toEqual(OK);
    expect(told()).toEqual(HINTED);
  });

  it("asks again if it went wrong on the way", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    hint.mockRejectedValueOnce(new RangeError("secret inside"));
    const body = issueWebhook(TICKET, now);
    expect(await codeOf(webhookRequest(body))).toEqual([500, "internal"]);
    expect(JSON.stringify(log.mock.calls)).not.toContain("secret");
    expect(await taken(webhookRequest(body))).toEqual(OK);
    expect(told()).toEqual([...HINTED, ...HINTED]);
  });

  it("under another signature is refused, although its body is known", async () => {
    const body = issueWebhook(TICKET, now);
    await taken(webhookRequest(body));
    const forged = { "linear-signature": signatureOf(body, "another secret") };
    expect(await codeOf(webhookRequest(body, forged))).toEqual([401, "bad_signature"]);
  });

  it("under a signature that is known is refused with another body", async () => {
    const body = issueWebhook(TICKET, now);
    await taken(webhookRequest(body));
    const known = { "linear-signature": signatureOf(body) };
    expect(await codeOf(webhookRequest(`${body} `, known))).toEqual([401, "bad_signature"]);
  });

  it("later than its minute is refused, although it is known", async () => {
    const body = issueWebhook(TICKET, now);
    await taken(webhookRequest(body));
    vi.setSystemTime(now + WINDOW_MS + 1);
    expect(await codeOf(webhookRequest(body))).toEqual([401, "bad_signature"]);
    expect(told()).toEqual(HINTED);
  });
});

describe("a webhook that is not Linear's", () => {
  const body = (): string => issueWebhook(TICKET, now);

  it.each<[string, () => Request]>([
    ["is not signed", () => webhookRequest(body(), {})],
    ["has an empty signature", () => webhookRequest(body(), { "linear-signature": "" })],
    ["has a made-up one", () => webhookRequest(body(), { "linear-signature": "0".repeat(64) })],
    ["has one of 60 KB", () => webhookRequest(body(), { "linear-signature": "0".repeat(60_000) })],
    ["has one in capitals", () => signedAs(signatureOf(body()).toUpperCase())],
    ["has half of it", () => signedAs(signatureOf(body()).slice(0, 32))],
    ["has it twice", () => signedAs(`${signatureOf(body())}, ${signatureOf(body())}`)],
    ["is signed with another secret", () => signedAs(signatureOf(body(), "lin_wh_other"))],
    ["has the signature of another body", () => signedAs(signatureOf(`${body()} `))],
    ["is too old", () => webhookRequest(issueWebhook(TICKET, now - WINDOW_MS - 1))],
    ["is of the future", () => webhookRequest(issueWebhook(TICKET, now + WINDOW_MS + 1))],
    ["has no time", () => timed(undefined)],
    ["has a time that is a text", () => timed(String(now))],
    ["has a time only in a header", () => timed(undefined, { "linear-timestamp": `${now}` })],
    ["has no object", () => webhookRequest("null")],
    ["has a list", () => webhookRequest(`[${body()}]`)],
    ["has its time in its prototype", () => webhookRequest(inherited())],
  ])("is refused when it %s, and nobody is asked", async (_what, request) => {
    const response = await send(request());
    expect(response.headers.get("www-authenticate")).toBe("Linear-Signature");
    const [status, code, words] = await refusalOf(response);
    expect([status, code]).toEqual([401, "bad_signature"]);
    // Whatever was wrong, it is told in the same words.
    expect(words).toBe(
      "Send what Linear has signed just now, as it was signed, with 'Linear-Signature: …'.",
    );
    expect(asked).toEqual([]);
  });

  function signedAs(signature: string): Request {
    return webhookRequest(body(), { "linear-signature": signature });
  }

  function timed(webhookTimestamp: unknown, headers: Record<string, string> = {}): Request {
    const text = issueWebhook(TICKET, now, { webhookTimestamp });
    return webhookRequest(text, { "linear-signature": signatureOf(text), ...headers });
  }

  function inherited(): string {
    return `{ "__proto__": ${body()} }`;
  }
});

describe("the body of a webhook", () => {
  // As much as fits, most of it in what is not read.
  function padded(bytes: number): string {
    const bare = issueWebhook(TICKET, now, { url: "" });
    return issueWebhook(TICKET, now, { url: "x".repeat(bytes - bare.length) });
  }

  // Sent in pieces, so that nobody knows its length before.
  function streamed(body: string): Request {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const bytes = new TextEncoder().encode(body);
    const written = (async () => {
      for (let start = 0; start < bytes.length; start += 10_000) {
        // oxlint-disable-next-line no-await-in-loop -- piece after piece
        await writer.write(bytes.slice(start, start + 10_000));
      }
      await writer.close();
    })();
    // Whoever reads may leave in the middle.
    written.catch(() => {});
    const headers = { "linear-signature": signatureOf(body) };
    return new Request("https://outerloop.example/webhooks/linear", {
      method: "POST",
      headers,
      body: readable,
    });
  }

  it.each([
    ["told before", (body: string) => webhookRequest(body)],
    ["not told", streamed],
  ])("is read up to its bound, and no further, where its length is %s", async (_what, request) => {
    expect(await taken(request(padded(WEBHOOK_BYTES_MAX)))).toEqual(OK);
    expect(told()).toEqual(HINTED);
    expect(await codeOf(request(padded(WEBHOOK_BYTES_MAX + 1)))).toEqual([413, "too_large"]);
    expect(told()).toEqual(HINTED);
  });

  it("is not read at all where nothing is signed", async () => {
    const request = webhookRequest(padded(WEBHOOK_BYTES_MAX + 1), {});
    expect(await codeOf(request)).toEqual([401, "bad_signature"]);
    expect(request.bodyUsed).toBe(false);
  });
});

describe("/webhooks/linear", () => {
  it.each(["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])("takes no %s", async (method) => {
    const request = new Request("https://outerloop.example/webhooks/linear", { method });
    const response = await send(request);
    expect(response.headers.get("allow")).toBe("POST");
    expect((await refusalOf(response)).slice(0, 2)).toEqual([405, "method_not_allowed"]);
  });

  it("answers HEAD as GET, without a body", async () => {
    const request = new Request("https://outerloop.example/webhooks/linear", { method: "HEAD" });
    const response = await send(request);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    expect(await response.text()).toBe("");
  });

  it.each([undefined, "", "  "])("is not there while the secret is %j", async (secret) => {
    const over = { LINEAR_WEBHOOK_SECRET: secret };
    const body = issueWebhook(TICKET, now);
    for (const request of [webhookRequest(body), webhookRequest(body, {})]) {
      // oxlint-disable-next-line no-await-in-loop -- one answer after the other
      expect(await codeOf(request, over)).toEqual([404, "unknown_route"]);
    }
    expect(asked).toEqual([]);
  });

  it("lets nobody keep, frame or sniff what it answers", async () => {
    const body = issueWebhook(TICKET, now);
    for (const request of [webhookRequest(body), webhookRequest(body, {})]) {
      // oxlint-disable-next-line no-await-in-loop -- one answer after the other
      const { headers } = await send(request);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    }
  });

  it("never breaks, and never passes on what was not signed, whatever is sent", async () => {
    const json = fc.oneof(
      fc.json(),
      fc
        .record({ type: fc.string(), data: fc.jsonValue(), agentSession: fc.jsonValue() })
        .map((over) => issueWebhook(TICKET, now, over)),
      fc
        .constantFrom("Issue", "AgentSession", "AgentSessionEvent")
        .chain((type) =>
          fc
            .jsonValue()
            .map((data) => issueWebhook(TICKET, now, { type, data, agentSession: data })),
        ),
      fc.uuid().map((id) => issueWebhook(id, now)),
      fc.constant(issueWebhook(TICKET, now)),
    );
    const body = fc.oneof(json, fc.string(), fc.uint8Array({ maxLength: 300 }));
    // Null: as it is right.
    const signature = fc.oneof(
      fc.constant(null),
      fc.string().filter((text) => /^[\t -~]*$/.test(text)),
      fc.stringMatching(/^[0-9a-f]{64}$/),
    );
    await fc.assert(
      fc.asyncProperty(body, signature, async (sent, wrong) => {
        asked = [];
        const headers = { "linear-signature": wrong ?? signatureOf(sent) };
        const response = await send(webhookRequest(sent, headers));
        await response.text();
        const isRight = headers["linear-signature"].trim() === signatureOf(sent);
        expect(isRight ? [200, 400, 401] : [401]).toContain(response.status);
        if (response.status !== 200) expect(asked).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
