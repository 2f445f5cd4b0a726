// Requests as nobody who means well would send them: each route, with anything in any place.
import fc from "fast-check";

export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface Hints {
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** What may stand where a name is asked for: some that are there, some that are not. */
  readonly names: readonly string[];
  readonly tokens: readonly string[];
}

const NASTY = [
  "",
  " ",
  "..",
  "../../etc/passwd",
  "%00",
  "%ff",
  "%zz",
  "%2e%2e%2f",
  "__proto__",
  "constructor",
  "null",
  "NaN",
  "-1",
  "1e309",
  "9007199254740993",
  "'; DROP TABLE summary; --",
  '" OR 1=1 --',
  "%",
  "_",
  "<script>alert(1)</script>",
  "\r\nset-cookie: a=b",
  "\u202e\u0000",
  "😀".repeat(40),
  "a".repeat(2_000),
  "2026-13-45T99:99:99Z",
  "{}",
  "[]",
] as const;
const PARAMETERS = [
  ..."limit cursor before from to sort producer phase type text fingerprint".split(" "),
  "__proto__",
] as const;
/** What some of them may be. */
const FITTING = [
  ..."ticketed collecting ignored last first count shop PaymentError card zqxjkv 1 50 200".split(
    " ",
  ),
  ..."2026-11-26T00:00:00Z 2100-01-01T00:00:00+01:00".split(" "),
] as const;
/** Reads are the commonest: each is asked so many times as often as an action. */
const READS = [1, 2, 3];
const METHODS = ["GET", "GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS"] as const;

const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "binary", maxLength: 60 }));

/** Any of them; most go to a route that is there, with a token that is right. */
export function hostileRequest({ routes, names, tokens }: Hints): fc.Arbitrary<HostileRequest> {
  const name = fc.oneof(fc.constantFrom(...names), nasty.map(inPath));
  const known = fc
    .tuple(fc.constantFrom(...routes, ...READS.flatMap(() => routes.filter(isRead))), name)
    .map(([{ method, path }, one]) => ({ method, path: path.replaceAll(/:\w+/g, () => one) }));
  const anywhere = fc.record({
    method: fc.constantFrom(...METHODS),
    path: fc
      .array(fc.oneof(name, nasty.map(inPath)), { maxLength: 4 })
      .map((parts) => `/${parts.join("/")}`),
  });
  const query = fc
    .array(
      fc.tuple(
        fc.constantFrom(...PARAMETERS),
        fc.oneof(
          nasty,
          fc.constantFrom(...FITTING),
          fc.constantFrom(...names),
          fc.nat().map(String),
        ),
      ),
      { maxLength: 4 },
    )
    .map((pairs) =>
      pairs.length === 0
        ? ""
        : `?${new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString()}`,
    );
  const body = fc.oneof(
    fc.constant(null),
    nasty,
    fc.json({ maxDepth: 4 }),
    fc
      .dictionary(
        fc.constantFrom(
          "by",
          "into",
          "until",
          "more",
          "grown",
          "jsonrpc",
          "method",
          "id",
          "params",
        ),
        fc.oneof(
          nasty,
          fc.constantFrom(...names),
          fc.double(),
          fc.constant(null),
          fc.constant("2.0"),
          fc.constant("tools/call"),
        ),
      )
      .map((value) => JSON.stringify(value)),
  );
  return fc
    .record({
      to: fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: anywhere }),
      query,
      token: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...tokens) },
        { weight: 1, arbitrary: fc.constantFrom("", "wrong", "a".repeat(5_000)) },
      ),
      tag: fc.constantFrom(null, "*", '"x"', ",,,", "W/"),
      origin: fc.constantFrom(null, null, "https://evil.example"),
      type: fc.constantFrom(
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
        "",
      ),
      body,
    })
    .map(({ to, query: asked, token, tag, origin, type, body: sent }) => ({
      method: to.method,
      path: `${to.path}${asked}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(type === "" ? {} : { "content-type": type }),
        ...(to.path === "/mcp" ? { accept: "application/json, text/event-stream" } : {}),
        ...(tag === null ? {} : { "if-none-match": tag }),
        ...(origin === null ? {} : { origin }),
      },
      body: to.method === "GET" || to.method === "HEAD" ? null : sent,
    }));
}

// As a client writes it; and as it is where that is an address as well.
function inPath(text: string): string {
  const encoded = encodeURIComponent(text.toWellFormed());
  return text.startsWith("%") ? text : encoded;
}

function isRead({ method }: { readonly method: string }): boolean {
  return method === "GET";
}
