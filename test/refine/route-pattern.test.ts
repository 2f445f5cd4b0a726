import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { routePattern } from "../../src/refine/route-pattern.ts";
import type { Trigger } from "../../src/refine/trace.ts";
import { timesAsLong } from "./timing.ts";

function get(url: string, method = "GET"): string {
  return routePattern({ kind: "fetch", method, url, status: null });
}

const ORIGIN = "https://shop.example.com";

const ROUTES: readonly [path: string, pattern: string][] = [
  ["", "/"],
  ["/", "/"],
  ["?page=2", "/"],
  ["/cart", "/cart"],
  ["/users/42", "/users/:id"],
  ["/users/42/", "/users/:id"],
  ["//users///42?x=1#top", "/users/:id"],
  ["/users/3bfc2695-94ef-4492-a8e9-a74bab00f042/orders/9af8c3be", "/users/:id/orders/:id"],
  ["/rooms/1f7bc2192b8e149c464bb0c8ab2c05d2472bba75c81308ffdd4e1cc53c7d3a53", "/rooms/:id"],
  ["/t/01ARZ3NDEKTSV4RRFFQ69G5FAV", "/t/:id"],
  ["/t/V1StGXR8_Z5jdHi6B-myT", "/t/:id"],
  ["/t/dGhpc0lzQVRlc3RPZkJhc2U", "/t/:id"],
  ["/t/deadbeef", "/t/:id"],
  // A slug is what varies, with a number and without.
  ["/shoes/blue-shoes-8812", "/shoes/:id"],
  ["/blog/how-to-clean-blue-suede", "/blog/:id"],
  ["/terms-of-service", "/terms-of-service"],
  // Words with digits that are routes.
  ["/v1/things", "/v1/things"],
  ["/api/v2.1/things", "/api/v2.1/things"],
  ["/oauth2/callback", "/oauth2/callback"],
  ["/2fa/verify", "/2fa/verify"],
  ["/getUserById", "/getUserById"],
  ["/archive/2024-05-12", "/archive/:date"],
  ["/archive/2024-13-45", "/archive/:id"],
  // A locale stands first or is a word.
  ["/en-US/cart", "/:locale/cart"],
  ["/pt-br", "/:locale"],
  ["/de/cart", "/:locale/cart"],
  ["/api/de", "/api/de"],
  ["/me/cart", "/me/cart"],
  // Files.
  ["/assets/app.3f2a9c.js", "/assets/:file.js"],
  ["/img/IMG_1234.JPG", "/img/:file.jpg"],
  ["/users/42.json", "/users/:id.json"],
  ["/openapi.json", "/openapi.json"],
  // What scanners ask for, under any folder.
  ["/.env", "/:dotfile"],
  ["/backend/.git/config", "/:dotfile"],
  ["/wp-content/plugins/anything/shell.php?cmd=id", "/:file.php"],
  ["/old/backup-2024.sql", "/:file.sql"],
  ["/.well-known/openid-configuration", "/.well-known/openid-configuration"],
  // Never decoded.
  ["/hello%20world", "/:odd"],
  ["/%zz/%/caf%C3%A9", "/:odd/:odd/:odd"],
  ["/größe/用", "/:odd/:odd"],
  ["/@alice/a:b/(x)", "/:odd/:odd/:odd"],
  ["/..%2f..%2fetc/passwd", "/:odd/passwd"],
  // What the platform took for an id.
  ["/users/REDACTED/orders", "/users/:id/orders"],
  ["/users/%REDACTED", "/users/:id"],
  // Bounds.
  ["/a/b/c/d/e/f/g/h", "/a/b/c/d/e/f/g/h"],
  ["/a/b/c/d/e/f/g/h/i/j/k", "/a/b/c/d/e/f/g/h/*"],
  [`/${"x".repeat(33)}`, "/:id"],
];

const OTHERS: readonly [trigger: Trigger, pattern: string][] = [
  [{ kind: "rpc", method: "getUser" }, "rpc:getUser"],
  [{ kind: "rpc", method: "<b>" }, "rpc::odd"],
  [{ kind: "scheduled", cron: "*/5 0-6 * * MON,FRI" }, "cron:*/5 0-6 * * MON,FRI"],
  [{ kind: "scheduled", cron: "`rm`" }, "cron::odd"],
  [{ kind: "queue", queue: "mails-v2" }, "queue:mails-v2"],
  [{ kind: "websocket", type: "close", code: 1006 }, "ws:close"],
  [{ kind: "websocket", type: "pong", code: null }, "ws::odd"],
  [{ kind: "hibernate", reason: "codeUpdated" }, "hibernate:codeUpdated"],
  [{ kind: "unknown", name: "NewEvent" }, "unknown:NewEvent"],
  [{ kind: "alarm" }, "alarm"],
  [{ kind: "email" }, "email"],
  [{ kind: "tail" }, "tail"],
  [{ kind: "connect" }, "connect"],
  [{ kind: "custom" }, "custom"],
  [{ kind: "none" }, "none"],
];

describe("routePattern", () => {
  it.each(ROUTES)("reads the path %j", (path, pattern) => {
    expect(get(ORIGIN + path)).toBe(`GET ${pattern}`);
  });

  it.each(OTHERS)("reads %j", (trigger, pattern) => {
    expect(routePattern(trigger)).toBe(pattern);
  });

  it("knows methods in any case, and no others", () => {
    expect(get(ORIGIN, "post")).toBe("POST /");
    expect(get(ORIGIN, "X".repeat(300))).toBe(":method /");
  });

  it.each([
    "https://alice:hunter2@shop.example.com:8443/cart?token=hunter2#hunter2",
    "//alice:hunter2@shop.example.com/cart",
    "http://[2001:db8::1]:80/cart",
    "/cart",
  ])("takes nothing but the path from %j", (url) => {
    expect(get(url)).toBe("GET /cart");
  });

  it.each(["", "cart", "shop.example.com/cart", "mailto:alice", "https:"])(
    "takes nothing from %j",
    (url) => {
      expect(get(url)).toBe("GET /");
    },
  );
});

const method = fc.oneof(fc.constantFrom("GET", "delete", "OPTIONS"), fc.string());
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.oneof(fc.stringMatching(/^[\w.~-]+$/), fc.string()))
    .map((p) => `https://a/${p.join("/")}`),
);
const name = fc.oneof(fc.string(), fc.string({ minLength: 300 }));
const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  fc.record({ kind: fc.constant("fetch" as const), method, url, status: fc.constant(null) }),
  fc.record({ kind: fc.constant("rpc" as const), method: name }),
  fc.record({ kind: fc.constant("scheduled" as const), cron: name }),
  fc.record({ kind: fc.constant("queue" as const), queue: name }),
  fc.record({ kind: fc.constant("websocket" as const), type: name, code: fc.constant(null) }),
  fc.record({ kind: fc.constant("hibernate" as const), reason: name }),
  fc.record({ kind: fc.constant("unknown" as const), name }),
);

const IDS: readonly [kind: string, ids: fc.Arbitrary<string>][] = [
  ["number", fc.nat().map(String)],
  ["UUID", fc.uuid()],
  ["ULID", fc.ulid()],
  ["hex number", fc.stringMatching(/^[0-9a-f]{16,64}$/)],
  ["slug with a number", fc.nat().map((n) => `blue-shoes-${n}`)],
];

describe("routePattern on any trigger", () => {
  it("never throws, and is short and plain", () => {
    fc.assert(
      fc.property(trigger, (any) => {
        expect(routePattern(any)).toMatch(/^[\w /:.~*,?#-]{1,200}$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives the pattern of a pattern's words again", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("users", "42", "orders", "a.png", "%")), (path) => {
        const pattern = get(`https://a/${path.join("/")}`);
        const words = pattern.slice("GET ".length).replace(/:id/g, "7").replace(/:odd/g, "(");
        expect(get(`https://a${words.replace(/:file/g, "x")}`)).toBe(pattern);
      }),
    );
  });

  it.each(IDS)("gives one pattern for every %s in a place", (_kind, ids) => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(get(`https://a/things/${id}/parts`)).toBe("GET /things/:id/parts");
      }),
    );
  });

  it.each("1|a.|/|a/|%|.|A-|/.a|aB|1.|-|a:|REDACTED|?|#".split("|"))(
    "is not slow on a repeated %j",
    (unit) => {
      const read = (units: number): (() => unknown) => {
        const long = `https://a/${unit.repeat(units / unit.length)}`;
        return () => get(long);
      };
      // Sixteen times as long; a quadratic scan would take 256 times as long.
      expect(timesAsLong(read(131_072), read(8_192), 64)).toBeLessThan(64);
    },
  );
});
