import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { readFrameLine } from "../../src/refine/frame-line.ts";
import { timesAsLong } from "./timing.ts";

const FORMS: readonly [string, string | null, string | null, number | null, number | null][] = [
  // A name and a place.
  ["charge (file:///bundle/index.js:10:41)", "charge", "file:///bundle/index.js", 10, 41],
  ["Shop.charge (src/pay.ts:2:37)", "Shop.charge", "src/pay.ts", 2, 37],
  ["new Cart (worker.js:1:20)", "new Cart", "worker.js", 1, 20],
  ["async Shop.load (worker.js:1:20)", "Shop.load", "worker.js", 1, 20],
  ["Layer.on [as handle] (worker.js:3:4)", "Layer.on [as handle]", "worker.js", 3, 4],
  ["get total (worker.js:3:4)", "get total", "worker.js", 3, 4],
  ["#open (worker.js:3:4)", "#open", "worker.js", 3, 4],
  ["Shop.<anonymous> (worker.js:3:4)", "Shop.<anonymous>", "worker.js", 3, 4],
  ["<anonymous> (worker.js:3:4)", null, "worker.js", 3, 4],
  // Names that are any text.
  ["GET /orders/:id (worker.js:3:4)", "GET /orders/:id", "worker.js", 3, 4],
  ["GET /cart (old) (worker.js:3:4)", "GET /cart (old)", "worker.js", 3, 4],
  ["[makeCart] (worker.js:3:4)", "[makeCart]", "worker.js", 3, 4],
  // Places of every kind.
  ["/srv/shop/pay.js:7:9", null, "/srv/shop/pay.js", 7, 9],
  ["async file:///srv/shop/pay.mjs:7:9", null, "file:///srv/shop/pay.mjs", 7, 9],
  ["pay (C:\\shop\\src\\pay.js:7:9)", "pay", "C:\\shop\\src\\pay.js", 7, 9],
  ["pay (C:\\Program Files (x86)\\pay.js:7:9)", "pay", "C:\\Program Files (x86)\\pay.js", 7, 9],
  ["pay (/srv/shop (copy)/pay.js:7:9)", "pay", "/srv/shop (copy)/pay.js", 7, 9],
  ["pay (/srv/shop(2/pay.js:7:9)", "pay", "/srv/shop(2/pay.js", 7, 9],
  ["GET (old) (/srv/shop(2/pay.js:7:9)", "GET (old)", "/srv/shop(2/pay.js", 7, 9],
  ["pay (file:///srv/my%20shop/pay.mjs:7:9)", "pay", "file:///srv/my shop/pay.mjs", 7, 9],
  ["pay (webpack:///./src/pay.jsx?:7:9)", "pay", "webpack:///./src/pay.jsx?", 7, 9],
  [
    "pay (https://shop.example:8443/a.js?v=1:7:9)",
    "pay",
    "https://shop.example:8443/a.js?v=1",
    7,
    9,
  ],
  ["send (cloudflare-internal:d1-api:139:19)", "send", "cloudflare-internal:d1-api", 139, 19],
  ["node:internal/timers:520:11", null, "node:internal/timers", 520, 11],
  ["pay (native/pay.cc:12)", "pay", "native/pay.cc", 12, null],
  ["pay(worker.js:7:9)", "pay", "worker.js", 7, 9],
  // Code made by code: where the innermost of it was asked for.
  ["eval (eval at run (worker.js:5:6), <anonymous>:1:1)", "eval", "worker.js", 5, 6],
  [
    "sum (eval at run (eval at boot (/a (b)/boot.js:5:6)), <anonymous>:1:1)",
    "sum",
    "/a (b)/boot.js",
    5,
    6,
  ],
  ["sum (eval at run (<anonymous>), <anonymous>:1:1)", "sum", null, null, null],
  [
    "boot (data:text/javascript,export const a = 1:1:7)",
    "boot",
    "<data:text/javascript>",
    null,
    null,
  ],
  // Frames without a place.
  ["JSON.parse (<anonymous>)", "JSON.parse", null, null, null],
  ["new Promise (<anonymous>)", "new Promise", null, null, null],
  ["Array.map (native)", "Array.map", null, null, null],
  ["async Promise.all (index 12)", "Promise.all", null, null, null],
  ["run (<anonymous>:3:4)", "run", null, 3, 4],
  // WebAssembly: the offset in the module stands for a column.
  ["wasm://wasm/0145fffe:wasm-function[7]:0x1e", null, "wasm://wasm/0145fffe", null, 30],
  [
    "shop::pay (wasm://wasm/shop-01:wasm-function[7]:0xff)",
    "shop::pay",
    "wasm://wasm/shop-01",
    null,
    255,
  ],
];

const PROSE: readonly string[] = [
  "",
  "least one item is needed",
  "checkout (see the manual)",
  "the door (knock)",
  "line 3",
  "10:30",
  "a place (index of the item)",
  "worker.js:12345678901:1",
  ")",
  "()",
  "(",
];

describe("readFrameLine", () => {
  it.each(FORMS)("reads %s", (text, name, file, line, column) => {
    expect(readFrameLine(text)).toEqual({ function: name, file, line, column });
  });

  it.each(PROSE)("takes %j for prose", (text) => {
    expect(readFrameLine(text)).toBeNull();
  });

  it.each([
    "/srv/shop/pay.js",
    "/srv/my shop (copy)/pay.js",
    "/srv/shop(1)/pay.js",
    "C:\\shop\\pay.js",
    "file:///bundle/index.js",
    "http://localhost:8787/worker.js?at=1:2",
    "src/pay.ts",
    "pay",
  ])("reads what V8 writes of code in %s as V8 itself tells it", (file) => {
    const names = [
      "charge",
      "/type",
      "GET /orders/:id",
      "GET /a (b)",
      "a.b",
      "[x]",
      "at 1:2",
      "日本",
    ];
    for (const name of names) {
      const { text, site } = thrownIn(file, name);
      const frame = readFrameLine(text);
      expect(frame?.function).toContain(name);
      expect(frame).toMatchObject({
        file: site.getFileName(),
        line: site.getLineNumber(),
        column: site.getColumnNumber(),
      });
    }
  });

  it.each([
    ["brackets", " ("],
    ["open brackets", "("],
    ["paired brackets", " ()"],
    ["numbers", ":1"],
    ["evals", "eval at ("],
    ["closed evals", "eval at x (:1:1)"],
    ["escapes", "%20"],
    ["modules", ":wasm-function["],
  ])("reads a line of hostile %s in linear time", (_, part) => {
    const read = (units: number): (() => unknown) => {
      const line = `f (${part.repeat(units / part.length)}:1:1)`;
      return () => readFrameLine(line);
    };
    // Four times the text: linear work takes about 4 times as long, quadratic work 16 times.
    expect(timesAsLong(read(128_000), read(32_000), 10)).toBeLessThan(10);
  });
});

/** The first line of a stack that V8 wrote, and what V8 says about the same frame. */
function thrownIn(file: string, name: string): { text: string; site: NodeJS.CallSite } {
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = (_, sites) => sites;
  try {
    const code = `({ ${JSON.stringify(name)}() { return new Error("x").stack } })`;
    const shop: Record<string, () => NodeJS.CallSite[]> = vm.runInThisContext(code, {
      filename: file,
    });
    const site = shop[name]?.()[0];
    if (site === undefined) throw new Error(`V8 gave no frame for ${name}`);
    return { text: String(site), site };
  } finally {
    Error.prepareStackTrace = before;
  }
}
